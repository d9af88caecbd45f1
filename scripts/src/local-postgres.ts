import { realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';

import { acquireLock, lockHolder, LockHeldError } from './boot/process-lock.mjs';
import { DATABASE_NAME, ensureCluster, postgresUrl, readPassword } from './postgres-cluster.js';
import { knownDataDir, placePostgres, type PostgresPlacement } from './postgres-placement.js';
import { choosePort, isPortFree, rememberPort } from './postgres-ports.js';
import {
  findRunningServer,
  isStartedWith,
  PortTakenError,
  startServer,
  stopServer,
  waitUntilReady,
} from './postgres-process.js';
import { KEPT_SETTINGS, serverArguments, type PostgresSettings } from './postgres-settings.js';
import { explainingWrites, UserFacingError } from './boot/user-facing-error.mjs';

export { startTemporaryPostgres, type TemporaryPostgres, type TemporaryPostgresOptions } from './temporary-postgres.js';

export interface LocalPostgresOptions {
  /** Where the database lives. As root in a folder that only root can read it goes elsewhere, and a note here says where. */
  readonly dataDir: string;
  /** Default: the one of last time, or a free one. */
  readonly port?: number;
  /** Over our own settings. */
  readonly settings?: PostgresSettings;
  readonly onProgress?: (message: string) => void;
}

export interface LocalPostgres {
  /** Address of the application's database, password included. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Where the data really is: see `dataDir` of the options. */
  readonly dataDir: string;
  /** It was running already, left behind by a launcher that was killed. */
  readonly adopted: boolean;
  /** Shuts the server down and gives the data directory free. May be called twice. */
  stop(): Promise<void>;
}

/** The data directory belongs to another process that is alive. */
export class LocalPostgresInUseError extends UserFacingError {
  override name = 'LocalPostgresInUseError';
}

/** A database used by `useLocalPostgres`: perhaps somebody else's server, which `stop` leaves running. */
export type SharedPostgres = Omit<LocalPostgres, 'adopted'>;

const PORT_ATTEMPTS = 5;
const SHARED_WAIT_MS = 60_000;
const CONNECT_LIMIT_MS = 10_000;

/**
 * Starts PostgreSQL on `dataDir`, making the cluster the first time, or takes over the server that an earlier launcher
 * left running there. The server is detached from the terminal: Ctrl-C does not reach it, `stop` ends it.
 *
 * Throws UserFacingError when the folder cannot be written, the port is in use, the data is of another major version or
 * the system cannot run PostgreSQL; LocalPostgresInUseError when another process has started it on this folder.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const requestedDir = await prepareParent(options.dataDir);
  const lock = await lockDataDir(requestedDir);
  try {
    const { placement, ...started } = await startLocked(requestedDir, options);
    let stopping: Promise<void> | undefined;
    const stop = (): Promise<void> => {
      stopping ??= stopServer(placement, started.pid).finally(() => lock.release());
      return stopping;
    };
    return { ...started, dataDir: placement.dataDir, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * A server on `dataDir` for a command that may run beside `npm start`: the one that another process has started, which
 * `stop` leaves alone, or else one of our own until `stop`.
 */
export async function useLocalPostgres(options: LocalPostgresOptions): Promise<SharedPostgres> {
  const deadline = Date.now() + SHARED_WAIT_MS;
  for (;;) {
    try {
      return await startLocalPostgres(options);
    } catch (error) {
      if (!(error instanceof LocalPostgresInUseError)) throw error;
      const shared = await connectToOther(await prepareParent(options.dataDir));
      if (shared !== null) return shared;
      if (Date.now() > deadline) throw error;
      await delay(100);
    }
  }
}

async function prepareParent(dataDir: string): Promise<string> {
  const parent = dirname(resolve(dataDir));
  await explainingWrites(parent, () => mkdir(parent, { recursive: true }));
  // One name for one folder: the server's command line and the lock are compared by it.
  return join(realpathSync(parent), basename(dataDir));
}

async function lockDataDir(requestedDir: string): Promise<{ release(): void }> {
  try {
    return await explainingWrites(dirname(requestedDir), () =>
      acquireLock(lockFile(requestedDir), { purpose: 'PostgreSQL' }),
    );
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new LocalPostgresInUseError(
      `VirtualCafe is already running from this folder (process ${error.holder.pid}) and uses the database in ${requestedDir}. ` +
        'Stop it first, or give this one another database with DATABASE_URL.',
      { cause: error },
    );
  }
}

function lockFile(requestedDir: string): string {
  return `${requestedDir}.lock`;
}

interface Started {
  readonly placement: PostgresPlacement;
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly adopted: boolean;
}

async function startLocked(requestedDir: string, options: LocalPostgresOptions): Promise<Started> {
  const onProgress = options.onProgress ?? (() => undefined);
  const placement = await placePostgres(requestedDir, onProgress);
  await ensureCluster(placement, onProgress);
  const password = readPassword(placement.dataDir);
  const settings = { ...KEPT_SETTINGS, ...options.settings };
  const adopted = await adoptOrStop(placement, password, settings, options);
  if (adopted !== null)
    onProgress(`PostgreSQL ${placement.binaries.version} was still running: process ${adopted.pid}`);
  const running = adopted ?? (await startOnFreePort(placement, settings, options.port));
  const url = postgresUrl(password, running.port, DATABASE_NAME);
  try {
    await ensureDatabase(password, running.port);
    rememberPort(placement.dataDir, running.port);
  } catch (error) {
    await stopServer(placement, running.pid);
    throw error;
  }
  return { placement, url, ...running, adopted: adopted !== null };
}

/**
 * A server that was left running is taken over when it is just what we would start: same programs, same arguments, it
 * answers, and is not of the version before an update. Anything else is shut down.
 */
async function adoptOrStop(
  placement: PostgresPlacement,
  password: string,
  settings: PostgresSettings,
  options: LocalPostgresOptions,
): Promise<{ pid: number; port: number } | null> {
  const found = findRunningServer(placement.dataDir);
  if (found === null) return null;
  const isWanted =
    (options.port === undefined || options.port === found.port) &&
    isStartedWith(placement, serverArguments(placement.dataDir, found.port, settings)) &&
    (await waitUntilReady(placement.dataDir, found.pid)) &&
    (await answersAs(placement.binaries.version, password, found.port));
  if (isWanted) return { pid: found.pid, port: found.port };
  options.onProgress?.(`Stopping the PostgreSQL that was left running: process ${found.pid}`);
  await stopServer(placement, found.pid);
  return null;
}

async function answersAs(version: string, password: string, port: number): Promise<boolean> {
  try {
    const [row] = await query(postgresUrl(password, port, 'postgres'), 'SHOW server_version');
    return row?.['server_version'] === version;
  } catch {
    // Whatever is wrong with it, a restart is the answer.
    return false;
  }
}

async function startOnFreePort(
  placement: PostgresPlacement,
  settings: PostgresSettings,
  wantedPort: number | undefined,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await choosePort(placement.dataDir));
    if (wantedPort !== undefined && !(await isPortFree(port))) throw portInUse(port);
    try {
      return { pid: await startServer(placement, serverArguments(placement.dataDir, port, settings)), port };
    } catch (error) {
      if (!(error instanceof PortTakenError)) throw error;
      if (wantedPort !== undefined || attempt === PORT_ATTEMPTS) throw portInUse(port);
    }
  }
}

function portInUse(port: number): UserFacingError {
  return new UserFacingError(
    `Port ${port} is in use by another program: PostgreSQL cannot listen there. Choose another port.`,
  );
}

async function ensureDatabase(password: string, port: number): Promise<void> {
  const url = postgresUrl(password, port, 'postgres');
  const found = await query(url, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE_NAME}'`);
  if (found.length === 0) await query(url, `CREATE DATABASE ${DATABASE_NAME}`);
}

async function connectToOther(requestedDir: string): Promise<SharedPostgres | null> {
  const dataDir = knownDataDir(requestedDir);
  const server = findRunningServer(dataDir);
  if (server === null || !server.isReady || lockHolder(lockFile(requestedDir)) === null) return null;
  const url = postgresUrl(readPassword(dataDir), server.port, DATABASE_NAME);
  try {
    await query(url, 'SELECT 1');
  } catch {
    // Its launcher has not made the database yet, or stops it just now.
    return null;
  }
  return { url, port: server.port, pid: server.pid, dataDir, stop: () => Promise.resolve() };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  // A server that goes away ends the query with the same error; without a listener it would end us.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
