import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { canEnter, canRun, resolveServerAccount, type ServerAccount } from './postgres-account.js';
import {
  copyPostgresBinaries,
  locatePostgresBinaries,
  programPath,
  type PostgresBinaries,
} from './postgres-binaries.js';
import { explainingWrites, systemErrorCode, UserFacingError } from './boot/user-facing-error.mjs';

/** Where one cluster lives and as whom it runs. */
export interface PostgresPlacement {
  readonly binaries: PostgresBinaries;
  /** PGDATA. The cluster's other files are its siblings: `<dataDir>.password`, `.port`, `.log`. */
  readonly dataDir: string;
  /** null: as ourselves. */
  readonly account: ServerAccount | null;
}

/**
 * For a folder that only root can read: the server's user can neither run the binaries there nor reach the data, so
 * both live here. Binaries are shared by all checkouts, each cluster has a folder named by a hash of its checkout.
 */
const SHARED_DIR = '/var/lib/virtualcafe';

/** Kept in `<dataDir>.location`: where a cluster that cannot live in the checkout went. */
interface LocationRecord {
  readonly requestedDir: string;
  readonly dataDir: string;
}

/** Decides where the cluster asked for at `requestedDir` (an absolute path whose parent exists) lives. */
export async function placePostgres(
  requestedDir: string,
  onProgress: (message: string) => void,
): Promise<PostgresPlacement> {
  const binaries = locatePostgresBinaries();
  const recorded = readRecord(requestedDir);
  const account = resolveServerAccount(ownerOf(recorded?.dataDir ?? requestedDir));
  if (account === null) return { binaries, dataDir: requestedDir, account };
  if (recorded !== null) return placeOutside(binaries, recorded.dataDir, account);

  if ((await canUse(account, binaries)) && (await canEnter(account, dirname(requestedDir)))) {
    return { binaries, dataDir: requestedDir, account };
  }
  if (existsSync(join(requestedDir, 'PG_VERSION'))) {
    throw new UserFacingError(
      `The user "${account.name}", as whom PostgreSQL runs for root, cannot reach the database in ${requestedDir}. ` +
        'Let everyone pass through the folders above it (chmod o+x), or start VirtualCafe as the user who owns them.',
    );
  }
  const dataDir = join(freeFolder(requestedDir), 'postgres');
  onProgress(`Only root can read this folder: PostgreSQL runs as "${account.name}" from ${dirname(dataDir)}`);
  const placement = await placeOutside(binaries, dataDir, account);
  const record: LocationRecord = { requestedDir, dataDir };
  writeFileSync(recordFile(requestedDir), `${JSON.stringify(record, null, 2)}\n`);
  return placement;
}

/** PGDATA of the cluster asked for at `requestedDir`, without deciding or making anything. */
export function knownDataDir(requestedDir: string): string {
  return readRecord(requestedDir)?.dataDir ?? requestedDir;
}

/** Binaries that `account` can run: those in node_modules, or a copy of them outside. */
export async function usableBinaries(account: ServerAccount | null): Promise<PostgresBinaries> {
  const binaries = locatePostgresBinaries();
  return account === null || (await canUse(account, binaries)) ? binaries : shareBinaries(binaries);
}

function canUse(account: ServerAccount, binaries: PostgresBinaries): Promise<boolean> {
  return canRun(account, programPath(binaries, 'postgres'));
}

async function placeOutside(
  binaries: PostgresBinaries,
  dataDir: string,
  account: ServerAccount,
): Promise<PostgresPlacement> {
  const shared = await shareBinaries(binaries);
  await explainingWrites(SHARED_DIR, () => makePassable(dirname(dataDir)));
  return { binaries: shared, dataDir, account };
}

function shareBinaries(binaries: PostgresBinaries): Promise<PostgresBinaries> {
  return explainingWrites(SHARED_DIR, async () => {
    await makePassable(SHARED_DIR);
    return copyPostgresBinaries(binaries, join(SHARED_DIR, binaries.label));
  });
}

/** Creates a folder that every user may pass through, whatever the umask. */
async function makePassable(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o755);
}

/**
 * A folder not in use yet. When the one named by the hash exists, it belongs to a `.data` that was deleted: whoever did
 * that wants a new database, and we delete none.
 */
function freeFolder(requestedDir: string): string {
  const hash = createHash('sha256').update(requestedDir).digest('hex').slice(0, 12);
  for (let generation = 1; ; generation += 1) {
    const folder = join(SHARED_DIR, generation === 1 ? hash : `${hash}-${generation}`);
    if (!existsSync(folder)) return folder;
  }
}

function recordFile(requestedDir: string): string {
  return `${requestedDir}.location`;
}

function readRecord(requestedDir: string): LocationRecord | null {
  try {
    const record = JSON.parse(readFileSync(recordFile(requestedDir), 'utf8')) as LocationRecord;
    // A moved checkout keeps its database. A copied one must not share that of the original, which is still there.
    const isOurs = record.requestedDir === requestedDir || !existsSync(dirname(record.requestedDir));
    return isOurs ? record : null;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function ownerOf(dir: string): number | undefined {
  return statSync(dir, { throwIfNoEntry: false })?.uid;
}
