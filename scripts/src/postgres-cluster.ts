import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { runAs, type ServerAccount } from './postgres-account.js';
import { programPath } from './postgres-binaries.js';
import type { PostgresPlacement } from './postgres-placement.js';
import { explainingWrites, systemErrorCode, UserFacingError } from './boot/user-facing-error.mjs';

/** Name of the superuser and of the application's database. */
export const DATABASE_NAME = 'virtualcafe';

/**
 * What letters are. Without a UTF-8 locale pg_trgm and regular expressions see no Hangul at all, so "C" will not do;
 * which ones exist depends on the system. The order of text is the bytes' (lc-collate C): the same everywhere, and for
 * Hangul syllables it is 가나다.
 */
const CHARACTER_LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'ko_KR.UTF-8', 'UTF-8'];

/** The only ways in: TCP from this machine, with the password. */
const HOST_BASED_ACCESS = 'host all all 127.0.0.1/32 scram-sha-256\n';

/** Address of a database of a cluster on this machine. */
export function postgresUrl(password: string, port: number, database: string): string {
  return `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the cluster if there is none. It is made beside and renamed when complete: a start that was killed half-way
 * leaves a folder that the next one throws away, never half a cluster. The caller holds the lock on it.
 */
export async function ensureCluster(
  placement: PostgresPlacement,
  onProgress: (message: string) => void,
  initdbArguments: readonly string[] = [],
): Promise<void> {
  const { dataDir } = placement;
  await explainingWrites(dirname(dataDir), () => removeAbandoned(dataDir));
  if (isCluster(placement)) return;
  onProgress(`Creating the database in ${dataDir}`);
  await explainingWrites(dirname(dataDir), () => createCluster(placement, initdbArguments));
}

/** The superuser's password, from its file beside the cluster. */
export function readPassword(dataDir: string): string {
  try {
    return readFileSync(passwordFile(dataDir), 'utf8').trim();
  } catch (error) {
    throw new UserFacingError(
      `${passwordFile(dataDir)} cannot be read (${systemErrorCode(error) ?? 'unknown error'}), so there is no way into the database beside it. ` +
        `Restore that file, or move ${dataDir} away to begin with an empty database.`,
      { cause: error },
    );
  }
}

function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}

function isCluster({ binaries, dataDir }: PostgresPlacement): boolean {
  if (!existsSync(dataDir)) return false;
  const versionFile = join(dataDir, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (readdirSync(dataDir).length === 0) return false;
    throw new UserFacingError(`${dataDir} holds something that is not a database. Move it away and start again.`);
  }
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major === binaries.major) return true;
  throw new UserFacingError(
    `The database in ${dataDir} was made by PostgreSQL ${major}, VirtualCafe brings PostgreSQL ${binaries.major}. ` +
      `Dump it with PostgreSQL ${major} if you need its data, move the folder away, and start again.`,
  );
}

async function createCluster(placement: PostgresPlacement, initdbArguments: readonly string[]): Promise<void> {
  const { dataDir, account } = placement;
  const staging = await mkdtemp(`${dataDir}.new-`);
  try {
    const password = randomBytes(24).toString('base64url');
    giveTo(account, staging);
    const handedOver = join(staging, 'password');
    writeOwned(account, handedOver, `${password}\n`);
    const created = join(staging, 'data');
    await runInitdb(placement, created, ['--pwfile', handedOver, ...initdbArguments]);
    writeOwned(account, join(created, 'pg_hba.conf'), HOST_BASED_ACCESS);
    writePassword(dataDir, password);
    // An empty folder that somebody prepared gives way; Windows does not rename onto one.
    if (existsSync(dataDir)) rmdirSync(dataDir);
    renameSync(created, dataDir);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function runInitdb(placement: PostgresPlacement, created: string, extra: readonly string[]): Promise<void> {
  const initdb = programPath(placement.binaries, 'initdb');
  const fixed = ['-D', created, '-U', DATABASE_NAME, '-E', 'UTF8', '-A', 'scram-sha-256', '--data-checksums'];
  const order = ['--lc-collate=C', '--lc-messages=C', '--lc-monetary=C', '--lc-numeric=C', '--lc-time=C'];
  for (const locale of CHARACTER_LOCALES) {
    const args = [...fixed, ...order, `--lc-ctype=${locale}`, '--no-instructions', ...extra];
    const { code, output } = await runInitdbOnce(placement.account, initdb, args);
    if (code === 0) return;
    if (!output.includes('invalid locale name')) throw initdbFailure(created, output);
  }
  throw new UserFacingError(
    `This system has no UTF-8 locale (tried ${CHARACTER_LOCALES.join(', ')}): install one, or set DATABASE_URL to a PostgreSQL 15 server.`,
  );
}

async function runInitdbOnce(account: ServerAccount | null, initdb: string, args: readonly string[]) {
  try {
    return await runAs(account, initdb, args);
  } catch (error) {
    // ENOENT for a file that exists means that its loader does not: a system with another C library.
    throw new UserFacingError(
      `PostgreSQL's programs do not run on this system (${systemErrorCode(error) ?? 'unknown error'}). Set DATABASE_URL to a PostgreSQL 15 server.`,
      { cause: error },
    );
  }
}

function initdbFailure(created: string, output: string): Error {
  const complaint = output.split('\n').findLast((line) => /error:|fatal:|panic:/i.test(line));
  if (/No space left on device/.test(output)) {
    return new UserFacingError(
      `Cannot create the database under ${dirname(dirname(created))}: the disk is full. Free some space and start again.`,
    );
  }
  return new UserFacingError(
    `Cannot create the database: ${complaint?.trim() ?? (output.trim() || 'initdb was interrupted')}`,
  );
}

/** What earlier starts left when they were killed while they made a cluster. */
async function removeAbandoned(dataDir: string): Promise<void> {
  const prefix = `${basename(dataDir)}.new-`;
  for (const name of readdirSync(dirname(dataDir))) {
    if (!name.startsWith(prefix)) continue;
    // An initdb that outlived its launcher may still be writing there; it ends as soon as its files are gone.
    await rm(join(dirname(dataDir), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function writePassword(dataDir: string, password: string): void {
  const file = passwordFile(dataDir);
  writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function writeOwned(account: ServerAccount | null, file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600 });
  giveTo(account, file);
}

function giveTo(account: ServerAccount | null, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}
