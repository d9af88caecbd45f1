import type pg from 'pg';
import { MigrationAdapterFactory, type ScriptRunner } from './migration-adapter.js';
import { type MigrationError, toScriptError } from './migration-error.js';
import { migrationsFolder, readMigrations, readSchema, schemaFolder, type Migration } from './migration-files.js';
import { compareHistory, markUnfinishedRolledBack, readHistory } from './migration-history.js';
import { scriptLock, withMigrationLock } from './migration-lock.js';
import { noFilter, toMigrationList, withSchemaEngine } from './schema-engine.js';

export interface MigrateOptions {
  readonly databaseUrl: string;
  /** What is being done just now, for the person who waits. */
  readonly onProgress: (message: string) => void;
  /** Instead of the product's own. */
  readonly migrationsFolder?: string;
}

/**
 * Applies the migrations that the database lacks; returns their names. Any number of processes may call it at once: one works, the
 * others wait and find nothing to do. A process killed in the middle leaves a database from which the next call goes on.
 * @throws MigrationError; of a failed migration nothing remains, and the next call tries it again.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const folder = await readMigrations(options.migrationsFolder ?? migrationsFolder);
  return withMigrationLock(options.databaseUrl, options.onProgress, async (client) => {
    const { pending, unfinished } = compareHistory(folder.migrations, await readHistory(client));
    if (unfinished.length > 0) await markUnfinishedRolledBack(client);
    if (pending.length === 0) return [];
    const schema = await readSchema(schemaFolder);
    const scripts = new MigrationScripts(folder.migrations, pending.length, options.onProgress);
    const adapter = new MigrationAdapterFactory(options.databaseUrl, scripts.run);
    try {
      const applied = await withSchemaEngine(adapter, schema, (engine) =>
        engine.applyMigrations({ migrationsList: toMigrationList(folder), filters: noFilter }),
      );
      return applied.appliedMigrationNames;
    } catch (error) {
      // The engine tells a long story of it; PostgreSQL's own words and the line say more.
      throw scripts.failure ?? error;
    }
  });
}

/** Runs each migration's script and its being recorded as finished in one transaction: one is never there without the other. */
class MigrationScripts {
  failure: MigrationError | undefined;
  private count = 0;

  constructor(
    private readonly migrations: readonly Migration[],
    private readonly total: number,
    private readonly onProgress: (message: string) => void,
  ) {}

  readonly run: ScriptRunner = async (pool, script) => {
    const migration = this.migrations.find((candidate) => candidate.script === script);
    if (migration === undefined) await pool.query(script);
    else await this.runMigration(pool, migration);
  };

  private async runMigration(pool: pg.Pool, { name, script }: Migration): Promise<void> {
    this.count += 1;
    this.onProgress(`${name} (${this.count} of ${this.total})`);
    // Several statements in one text without BEGIN are one transaction (PostgreSQL's protocol, "Multiple Statements in a Simple Query").
    const text = `SELECT pg_advisory_xact_lock(${scriptLock}); ${script}\n;\n${recordFinished}`;
    try {
      await pool.query(text);
    } catch (error) {
      this.failure = toScriptError(error, name, text);
      throw error;
    }
  }
}

// The engine records it too, but in a transaction of its own, later. Under the lock only one migration can be unfinished.
const recordFinished = `DO $finish$
DECLARE
  finished integer;
BEGIN
  UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  GET DIAGNOSTICS finished = ROW_COUNT;
  IF finished <> 1 THEN
    RAISE EXCEPTION 'the record of this migration is gone: another process has taken over';
  END IF;
END $finish$;`;
