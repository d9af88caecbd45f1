import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { serverCore } from './load.js';

export interface PinnedServer {
  readonly origin: string;
  /** Of the program itself: taskset becomes it. */
  readonly pid: number;
  stop(): Promise<void>;
}

const startAttempts = 600;
const pauseMs = 50;

/** Runs a Node program that serves HTTP on `PORT`, on the server's core, and waits until `probePath` answers. */
export async function startPinned(
  program: string,
  environment: Record<string, string>,
  probePath: string,
  nodeFlags: readonly string[] = [],
): Promise<PinnedServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn('taskset', ['-c', serverCore, process.execPath, ...nodeFlags, program], {
    env: { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // However this process ends, but for SIGKILL: what it has started ends with it.
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  for (let attempt = 0; !(await answers(`${origin}${probePath}`)); attempt += 1) {
    if (child.exitCode !== null || attempt === startAttempts) throw new Error(`${program} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  if (child.pid === undefined) throw new Error(`${program} could not be started`);
  return {
    origin,
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    // Not listening yet.
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
