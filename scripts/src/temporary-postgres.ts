import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { canEnter, resolveServerAccount, type ServerAccount } from './postgres-account.js';
import { DATABASE_NAME, ensureCluster, postgresUrl, readPassword } from './postgres-cluster.js';
import { usableBinaries, type PostgresPlacement } from './postgres-placement.js';
import { findFreePort } from './postgres-ports.js';
import { PortTakenError, startServer, stopServer } from './postgres-process.js';
import { serverArguments, TEMPORARY_SETTINGS, type PostgresSettings } from './postgres-settings.js';
import { UserFacingError } from './boot/user-facing-error.mjs';

export interface TemporaryPostgresOptions {
  /** Over our own settings, which give up safety against crashes for speed. */
  readonly settings?: PostgresSettings;
  readonly onProgress?: (message: string) => void;
}

export interface TemporaryPostgres {
  /** Address of the maintenance database `postgres`, as a superuser who may create others. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends the server and removes its data. May be called twice. */
  stop(): Promise<void>;
}

const PORT_ATTEMPTS = 5;

/**
 * A PostgreSQL of one's own for a test run: empty, fast, gone afterwards. It ends by itself when the process that
 * started it does, also after kill -9: a watchdog process sees to that.
 */
export async function startTemporaryPostgres(options: TemporaryPostgresOptions = {}): Promise<TemporaryPostgres> {
  const account = resolveServerAccount(undefined);
  const folder = await makeFolder(account);
  const watchdog = startWatchdog(folder);
  const end = async (placement?: PostgresPlacement, pid?: number): Promise<void> => {
    if (placement !== undefined && pid !== undefined) await stopServer(placement, pid);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    watchdog.stdin?.end();
  };
  try {
    const placement = { binaries: await usableBinaries(account), dataDir: join(folder, 'data'), account };
    await ensureCluster(placement, options.onProgress ?? (() => undefined), ['--no-sync']);
    const { pid, port } = await startOnAnyPort(placement, { ...TEMPORARY_SETTINGS, ...options.settings });
    const url = postgresUrl(readPassword(placement.dataDir), port, 'postgres');
    let stopping: Promise<void> | undefined;
    return { url, port, pid, stop: () => (stopping ??= end(placement, pid)) };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A fresh folder that the server's user can enter. */
async function makeFolder(account: ServerAccount | null): Promise<string> {
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (account !== null && !(await canEnter(account, parent))) continue;
    const folder = await mkdtemp(join(parent, `${DATABASE_NAME}-postgres-`));
    await chmod(folder, 0o755);
    return folder;
  }
  throw new UserFacingError(
    `The user "${account?.name ?? ''}", as whom PostgreSQL runs for root, can enter no folder for temporary files.`,
  );
}

function startWatchdog(folder: string): ChildProcess {
  const program = fileURLToPath(new URL('./postgres-watchdog.mjs', import.meta.url));
  const watchdog = spawn(process.execPath, [program, folder], {
    cwd: '/',
    // Ctrl-C at the test runner must not end the one that cleans up after it.
    detached: true,
    windowsHide: true,
    // The test runner's NODE_OPTIONS are not for it.
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  // The type says Writable; a pipe is a socket, and would keep our event loop alive.
  if (watchdog.stdin !== null && 'unref' in watchdog.stdin && typeof watchdog.stdin.unref === 'function') {
    watchdog.stdin.unref();
  }
  // Nobody reads when the watchdog was killed.
  watchdog.stdin?.on('error', () => undefined);
  return watchdog;
}

async function startOnAnyPort(
  placement: PostgresPlacement,
  settings: PostgresSettings,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    try {
      return { port, pid: await startServer(placement, serverArguments(placement.dataDir, port, settings)) };
    } catch (error) {
      if (!(error instanceof PortTakenError) || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}
