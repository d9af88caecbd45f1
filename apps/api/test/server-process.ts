import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runSource } from './typescript/run-source.js';

const run = promisify(execFile);

/** The whole server in a process of its own, to be measured or killed. */
export interface ServerProcess {
  readonly url: string;
  /** The memory it holds now, in bytes. */
  residentBytes(): Promise<number>;
  /** Ends it without a word (SIGKILL). */
  kill(): Promise<void>;
  /** Asks it to end (SIGTERM). */
  stop(): Promise<void>;
}

export async function startServerProcess(environment: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const port = await freePort();
  const { child, result } = runSource(new URL('../src/main.ts', import.meta.url), [], {
    ...environment,
    PORT: String(port),
  });
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await result;
  };
  let ended: Awaited<typeof result> | undefined;
  void result.then((outcome) => (ended = outcome));
  while (!(await answers(url))) {
    if (ended !== undefined) throw new Error(`The server ended with ${ended.code}: ${ended.output}${ended.errors}`);
    await sleep(100);
  }
  return {
    url,
    residentBytes: async () => Number((await run('ps', ['-o', 'rss=', '-p', String(child.pid)])).stdout) * 1024,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
