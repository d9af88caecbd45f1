import type { AdvisoryLock } from '../database/advisory-lock.js';
import type { Database } from '../database/database.js';
import type { ContentFolder } from './content-folder.js';

export interface UnnamedFiles {
  readonly folder: ContentFolder<string>;
  readonly database: Database;
  readonly locks: AdvisoryLock;
  /** Held shared by whoever puts files and then the rows that name them. */
  readonly lockName: string;
  /** Only files last put before this: what failed half-way is long over by then. */
  readonly before: Date;
  /** Which of these some row names. */
  readonly namesInUse: (names: readonly string[]) => Promise<ReadonlySet<string>>;
}

// Small enough that an upload waiting for the lock does not notice.
const batchSize = 100;

/** Removes the files that no row names; returns how many. */
export async function removeUnnamedFiles(files: UnnamedFiles): Promise<number> {
  let total = 0;
  let batch: string[] = [];
  for await (const { name, modifiedAt } of files.folder.list()) {
    if (modifiedAt < files.before) batch.push(name);
    if (batch.length < batchSize) continue;
    total += await removeBatch(batch, files);
    batch = [];
  }
  return total + (await removeBatch(batch, files));
}

// Under the lock the row of whoever put one of these files is there to be seen, or its file is put after its removal.
async function removeBatch(names: readonly string[], files: UnnamedFiles): Promise<number> {
  const { folder, database, locks, lockName, before, namesInUse } = files;
  if (names.length === 0) return 0;
  return database.transaction(async () => {
    await locks.hold(lockName);
    const named = await namesInUse(names);
    let removed = 0;
    for (const name of names) {
      const modifiedAt = named.has(name) ? undefined : await folder.modifiedAt(name);
      if (modifiedAt === undefined || modifiedAt >= before) continue;
      await folder.remove(name);
      removed += 1;
    }
    return removed;
  });
}
