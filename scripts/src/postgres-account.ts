import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';

import { systemErrorCode, UserFacingError } from './boot/user-facing-error.mjs';

/** The user the server runs as when we are root, which PostgreSQL refuses to be. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Result of a program that ran to its end. */
export interface CommandResult {
  /** null when a signal ended it. */
  readonly code: number | null;
  /** stdout and stderr as they came. */
  readonly output: string;
}

const CREATED_USER = 'virtualcafe';

/**
 * As root: the owner of the existing data, else `postgres`, else a system user of our own (created if the system lets
 * us), else `nobody`. As an ordinary user: null, the server runs as oneself.
 */
export function resolveServerAccount(dataOwnerUid: number | undefined): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  if (dataOwnerUid !== undefined && dataOwnerUid !== 0) return ownerAccount(dataOwnerUid);
  const account = findAccount('postgres') ?? findAccount(CREATED_USER) ?? createAccount() ?? findAccount('nobody');
  if (account !== null) return account;
  throw new UserFacingError(
    'PostgreSQL does not run as root, and this system has no user "postgres" or "nobody" and no useradd. ' +
      'Run as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 server.',
  );
}

/**
 * Options that start a program as `account`, cut off from our terminal: in a session of its own, so that Ctrl-C reaches
 * us alone, and in a folder every user may be in.
 */
export function spawnOptionsFor(account: ServerAccount | null): SpawnOptions {
  return {
    cwd: '/',
    detached: true,
    windowsHide: true,
    env: serverEnvironment(),
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
}

/** Runs a program as `account` to its end. Rejects only when it cannot be started at all. */
export function runAs(account: ServerAccount | null, command: string, args: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...spawnOptionsFor(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Whether `account` can run the program at `path`. Asked by running it: permissions of every folder above, access lists
 * and mount options all count.
 */
export async function canRun(account: ServerAccount, path: string): Promise<boolean> {
  try {
    return (await runAs(account, path, ['--version'])).code === 0;
  } catch (error) {
    if (systemErrorCode(error) === 'EACCES') return false;
    throw cannotBecome(account, error);
  }
}

/** Whether `account` can enter the folder `path`. */
export async function canEnter(account: ServerAccount, path: string): Promise<boolean> {
  try {
    return (await runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', path])).code === 0;
  } catch (error) {
    throw cannotBecome(account, error);
  }
}

function cannotBecome(account: ServerAccount, error: unknown): unknown {
  // Containers may run as root without the right to change the user.
  if (!['EPERM', 'EINVAL'].includes(systemErrorCode(error) ?? '')) return error;
  return new UserFacingError(
    `PostgreSQL does not run as root, and this root may not start programs as "${account.name}". ` +
      'Run as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 server.',
    { cause: error },
  );
}

function serverEnvironment(): NodeJS.ProcessEnv {
  // PGDATA, PGPORT … of the person's shell must not reach the programs; messages are read by us, so in English.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C' };
}

function findAccount(name: string): ServerAccount | null {
  const uid = askId('-u', name);
  const gid = askId('-g', name);
  return uid === null || gid === null || uid === 0 ? null : { name, uid, gid };
}

function ownerAccount(uid: number): ServerAccount {
  // A numeric owner without a name (a container's volume) has no group of its own to ask for.
  const name = String(uid);
  return { name, uid, gid: askId('-g', name) ?? uid };
}

function createAccount(): ServerAccount | null {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', CREATED_USER], {
      stdio: 'ignore',
    });
  } catch {
    // No useradd here, or a read-only /etc: `nobody` is next.
    return null;
  }
  return findAccount(CREATED_USER);
}

function askId(what: '-u' | '-g', name: string): number | null {
  try {
    const answer = Number(
      execFileSync('id', [what, '--', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    return Number.isInteger(answer) ? answer : null;
  } catch {
    // id exits with 1 for a user it does not know.
    return null;
  }
}
