import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The server under test has core 0 to itself; the load and PostgreSQL share the other. */
export const serverCore = '0';
export const loadCore = '1';

export interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  /** What wrk is told beside: a script and what that is told. */
  readonly script?: readonly [file: string, ...args: string[]];
  /** What this load alone finds in `/etc/hosts`; needs root. */
  readonly hostsFile?: string;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
}

const unitsMs: Record<string, number> = { us: 0.001, ms: 1, s: 1000 };

/**
 * Loads one address with wrk (https://github.com/wg/wrk), a C program that needs far less of a core than a server in Node.
 * @throws when an answer was not 2xx: a fast error page is no result.
 */
export async function load(wanted: Load): Promise<LoadResult> {
  const [program = '', ...args] = commandOf(wanted);
  const { stdout } = await run(program, args);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`The load of ${wanted.url} met errors:\n${stdout}`);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1];
  const latency = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout);
  if (rate === undefined || latency === null) throw new Error(`wrk answered something else:\n${stdout}`);
  return { requestsPerSecond: Number(rate), p99Ms: Number(latency[1]) * (unitsMs[latency[2] ?? 'ms'] ?? 1) };
}

function commandOf({ url, seconds, connections, script, hostsFile }: Load): string[] {
  const [file, ...args] = script ?? [];
  const scripted = file === undefined ? [url] : ['--script', file, url, '--', ...args];
  const wrk = ['taskset', '-c', loadCore, 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...scripted];
  return hostsFile === undefined ? wrk : [...withHosts(hostsFile), ...wrk];
}

/** A program that this is put before sees another `/etc/hosts`; nobody else does. */
const withHosts = (file: string): string[] => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount --bind "$0" /etc/hosts && exec "$@"',
  file,
];

const debianPackages = { wrk: 'wrk', taskset: 'util-linux', unshare: 'util-linux' } as const;

/** @throws with advice when a program the bench needs is missing. */
export async function assertTools(
  programs: readonly (keyof typeof debianPackages)[] = ['wrk', 'taskset'],
): Promise<void> {
  for (const program of programs) {
    try {
      await run('which', [program]);
    } catch {
      throw new Error(
        `The bench needs ${program}. On Debian or Ubuntu: sudo apt-get install ${debianPackages[program]}`,
      );
    }
  }
}
