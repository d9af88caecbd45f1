import type pg from 'pg';
import type { Migration } from './migration-files.js';

/** One attempt at a migration, as Prisma's table `_prisma_migrations` records it. */
export interface MigrationRecord {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
  readonly isRolledBack: boolean;
}

export interface MigrationStatus {
  readonly applied: string[];
  /** To be applied by the next `migrate`. */
  readonly pending: string[];
  /** Begun and neither finished nor rolled back: the process was killed, or the script failed. */
  readonly unfinished: string[];
  /** Applied here, but not among the files: a newer version of the program was here. */
  readonly unknown: string[];
  /** Applied here with other text than the files have now. */
  readonly edited: string[];
}

/** What the database remembers, oldest first; nothing when it was never migrated. */
export async function readHistory(client: pg.Client): Promise<MigrationRecord[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  );
  if (rows[0]?.exists !== true) return [];
  const records = await client.query<MigrationRecord>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished",
      rolled_back_at IS NOT NULL AS "isRolledBack"
    FROM _prisma_migrations ORDER BY started_at`);
  return records.rows;
}

/** Compares the files with what the database remembers. */
export function compareHistory(migrations: readonly Migration[], history: readonly MigrationRecord[]): MigrationStatus {
  const standing = history.filter((record) => !record.isRolledBack);
  const finished = new Map(standing.filter((record) => record.isFinished).map((record) => [record.name, record]));
  const names = new Set(migrations.map((migration) => migration.name));
  return {
    applied: migrations.filter((migration) => finished.has(migration.name)).map((migration) => migration.name),
    pending: migrations.filter((migration) => !finished.has(migration.name)).map((migration) => migration.name),
    unfinished: standing.filter((record) => !record.isFinished).map((record) => record.name),
    unknown: [...finished.keys()].filter((name) => !names.has(name)),
    edited: migrations
      .filter(({ name, checksum }) => (finished.get(name)?.checksum ?? checksum) !== checksum)
      .map((migration) => migration.name),
  };
}

/**
 * Marks begun migrations as rolled back, so that they are applied anew. True to fact: a script and its being finished are one
 * transaction (`migration-script.ts`), so that nothing of an unfinished one is there.
 */
export async function markUnfinishedRolledBack(client: pg.Client): Promise<void> {
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}
