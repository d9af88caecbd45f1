import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { processCommandLine, processStartTime } from './boot/process-table.mjs';
import { runAs, spawnOptionsFor } from './postgres-account.js';
import { programPath } from './postgres-binaries.js';
import type { PostgresPlacement } from './postgres-placement.js';
import { explainWriteError, UserFacingError } from './boot/user-facing-error.mjs';

/** A server process of a data directory, as its postmaster.pid tells. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** It accepts connections; false while it starts, recovers or stops. */
  readonly isReady: boolean;
}

const POLL_MS = 20;
/** Replaying the changes since the last checkpoint after a crash can take a while. */
const START_LIMIT_MS = 120_000;
/** Per way of stopping: politely, at once, by force. */
const STOP_LIMIT_MS = 30_000;
/** Server processes whose parent was killed finish their query first; until then the data is in use. */
const ORPHANS_LIMIT_MS = 15_000;
/** The server's log is begun anew at a start when it is larger. */
const LOG_LIMIT_BYTES = 5_000_000;

/** No running process has this pid: beyond the largest any system gives. */
const IMPOSSIBLE_PID = 2_147_483_646;

/** The port was taken between our look at it and the server's. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

/**
 * The server that runs on `dataDir` now; null when there is none. A postmaster.pid that outlived its server, also one
 * whose pid belongs to another program by now, counts as none.
 */
export function findRunningServer(dataDir: string): RunningServer | null {
  const [pid = '', , , port = '', , , , status = ''] = readPidFile(dataDir);
  return isServerOf(Number(pid), dataDir)
    ? { pid: Number(pid), port: Number(port), isReady: status.trim() === 'ready' }
    : null;
}

/** Whether the server, found running, was started by these programs with these arguments. */
export function isStartedWith(placement: PostgresPlacement, args: readonly string[]): boolean {
  const optionsFile = join(placement.dataDir, 'postmaster.opts');
  if (!existsSync(optionsFile)) return false;
  const program = realpathSync(programPath(placement.binaries, 'postgres'));
  return readFileSync(optionsFile, 'utf8').trimEnd() === [program, ...args.map((arg) => `"${arg}"`)].join(' ');
}

/** Starts the server and waits until it accepts connections; the pid. The caller holds the lock on the cluster. */
export async function startServer(placement: PostgresPlacement, args: readonly string[]): Promise<number> {
  const deadline = Date.now() + ORPHANS_LIMIT_MS;
  for (;;) {
    retireForeignPid(placement.dataDir);
    const attempt = await tryStart(placement, args);
    if (typeof attempt === 'number') return attempt;
    const isInUse = /pre-existing shared memory block|is still in use/.test(attempt);
    if (!isInUse || Date.now() > deadline) throw startFailure(placement.dataDir, attempt);
    await delay(POLL_MS * 10);
  }
}

/** Waits until a server found running accepts connections; false when it ended or took too long. */
export async function waitUntilReady(dataDir: string, pid: number): Promise<boolean> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const server = findRunningServer(dataDir);
    if (server?.pid !== pid) return false;
    if (server.isReady) return true;
    await delay(POLL_MS);
  }
  return false;
}

/**
 * Stops the server and waits until its process is gone: first a clean shutdown that ends all connections, then, when
 * that takes too long, an immediate one (the next start recovers), at last by force.
 */
export async function stopServer(placement: PostgresPlacement, pid: number): Promise<void> {
  const ways = [
    { signal: 'SIGINT', mode: 'fast' },
    { signal: 'SIGQUIT', mode: 'immediate' },
    { signal: 'SIGKILL', mode: 'immediate' },
  ] as const;
  for (const { signal, mode } of ways) {
    if (!isServerOf(pid, placement.dataDir)) return;
    if (process.platform === 'win32') {
      await runAs(null, programPath(placement.binaries, 'pg_ctl'), ['stop', '-D', placement.dataDir, '-m', mode, '-W']);
    } else {
      signalProcess(pid, signal);
    }
    if (await waitUntilGone(pid)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) cannot be stopped`);
}

/** Asks the server to shut down without waiting for it; for a process that is about to exit. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in this moment.
  }
}

export function isServerOf(pid: number, dataDir: string): boolean {
  if (processStartTime(pid) === null) return false;
  // On Windows PostgreSQL itself tells its processes from others.
  if (process.platform === 'win32') return true;
  const commandLine = processCommandLine(pid);
  if (commandLine === null) return false;
  const [whole = ''] = commandLine;
  if (commandLine.length === 1) return whole.includes(`-D ${dataDir}`);
  return basename(whole).startsWith('postgres') && commandLine[commandLine.indexOf('-D') + 1] === dataDir;
}

async function tryStart(placement: PostgresPlacement, args: readonly string[]): Promise<number | string> {
  const logFile = `${placement.dataDir}.log`;
  const log = openLog(logFile);
  const logStart = statSync(logFile).size;
  let child: ChildProcess;
  try {
    child = spawn(programPath(placement.binaries, 'postgres'), args, {
      ...spawnOptionsFor(placement.account),
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
  // The server must not keep us from ending, and goes on when we do.
  child.unref();
  const ended = once(child, 'exit').then(() => true);
  const { pid } = child;
  if (pid === undefined) {
    await ended;
    throw new Error('the operating system started no process');
  }
  return (await becomesReady(placement.dataDir, pid, ended))
    ? pid
    : readFileSync(logFile).subarray(logStart).toString('utf8');
}

async function becomesReady(dataDir: string, pid: number, ended: Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const [filePid, , , , , , , status] = readPidFile(dataDir);
    if (Number(filePid) === pid && status?.trim() === 'ready') return true;
    if (await Promise.race([ended, delay(POLL_MS, false)])) return false;
  }
  signalProcess(pid, 'SIGQUIT');
  throw new UserFacingError(
    `PostgreSQL did not get ready within ${START_LIMIT_MS / 1000} s; its log is ${dataDir}.log.`,
  );
}

function openLog(logFile: string): number {
  try {
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES)
      renameSync(logFile, `${logFile}.old`);
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    throw explainWriteError(error, logFile);
  }
}

function startFailure(dataDir: string, log: string): Error {
  if (/could not bind .*Address already in use|could not create any TCP/s.test(log)) return new PortTakenError(log);
  if (/No space left on device/.test(log)) {
    return new UserFacingError(
      `PostgreSQL cannot write to ${dataDir}: the disk is full. Free some space and start again.`,
    );
  }
  const complaints = log.split('\n').filter((line) => /FATAL:|PANIC:/.test(line));
  const reason = complaints.at(0)?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it ended without a word';
  return new UserFacingError(`PostgreSQL did not start: ${reason}. Its log is ${dataDir}.log.`);
}

/**
 * PostgreSQL refuses to start when the pid in a left-over postmaster.pid is alive, also as another program. Then we put
 * an impossible pid in its place. The file itself stays: its shared memory key is how PostgreSQL notices processes that
 * outlived a killed server.
 */
function retireForeignPid(dataDir: string): void {
  const [pid, ...rest] = readPidFile(dataDir);
  if (pid === undefined || isServerOf(Number(pid), dataDir)) return;
  writeFileSync(join(dataDir, 'postmaster.pid'), [IMPOSSIBLE_PID, ...rest].join('\n'));
}

/** Lines: pid, data directory, start time, port, socket directory, listen address, shared memory key, status. */
function readPidFile(dataDir: string): string[] {
  try {
    const content = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
    return content === '' ? [] : content.split('\n');
  } catch {
    // No server, or none any more.
    return [];
  }
}

async function waitUntilGone(pid: number): Promise<boolean> {
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (Date.now() < deadline) {
    if (processStartTime(pid) === null) return true;
    await delay(POLL_MS);
  }
  return false;
}
