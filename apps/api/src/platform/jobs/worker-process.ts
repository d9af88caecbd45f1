import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';
import { setPriority } from 'node:os';

/** V8's own settings for young objects and growth: such work is to be quick, whatever the server is started with. */
const ownSettings = ['--max-semi-space-size=16', '--heap-growing-percent=0'];

export interface WorkerSettings extends Pick<ForkOptions, 'serialization' | 'stdio' | 'signal' | 'killSignal'> {
  /** Megabytes that the heap may grow to. */
  readonly heapMb: number;
  /** 0 to 19: how far it stands back behind others, as requests come first. */
  readonly niceness: number;
}

/** Starts a program of ours in a process of its own, for work that would keep the server from answering. */
export function startWorkerProcess(program: string, { heapMb, niceness, ...options }: WorkerSettings): ChildProcess {
  const { PATH, NODE_OPTIONS } = process.env;
  const child = fork(program, [], {
    ...options,
    // None of the server's variables, which hold secrets.
    env: { ...(PATH === undefined ? {} : { PATH }), ...(NODE_OPTIONS === undefined ? {} : { NODE_OPTIONS }) },
    execArgv: [...process.execArgv, ...ownSettings, `--max-old-space-size=${heapMb}`],
  });
  // Before it has threads: each inherits the priority. Once they run, each has one of its own.
  if (child.pid !== undefined) setPriority(child.pid, niceness);
  return child;
}
