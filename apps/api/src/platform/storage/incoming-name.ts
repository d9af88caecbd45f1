import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

// Half-written files carry who writes them, so that a later start knows whether anyone still does.
const thisHost = hostname().replaceAll(/[^\w-]/g, '-');
const thisRun = randomUUID();

// No file is written for longer; this decides about other hosts, whose processes cannot be asked.
const longestWriteMs = 60 * 60 * 1000;

/** A new name below the folder of half-written files: host, process, run of the process, and a number of its own. */
export const incomingName = (): string => [thisHost, process.pid, thisRun, randomUUID()].join('.');

/** Whether the writer of the half-written file `name` is gone. A process id alone says little: containers begin at 1 again. */
export function isAbandoned(name: string, modifiedAtMs: number, nowMs: number): boolean {
  const [host, pid, run] = name.split('.');
  if (run === thisRun) return false;
  if (host === thisHost && (Number(pid) === process.pid || !isRunning(Number(pid)))) return true;
  return nowMs - modifiedAtMs > longestWriteMs;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, for another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
