import { readCatalogue } from './database-catalogue.js';
import { migrate } from './migrate.js';
import { migrationsFolder, readMigrations, readSchema, schemaFolder } from './migration-files.js';
import { withClient } from './migration-lock.js';
import { migrationStatus } from './migration-status.js';
import { withScratchDatabase } from './scratch-database.js';
import { diffToSchema } from './schema-engine.js';

export interface CheckDriftOptions {
  /** Of the database to compare; its server also takes the scratch database. */
  readonly databaseUrl: string;
  /** Leaves the database alone and compares only the files with each other. */
  readonly isFilesOnly?: boolean;
  /** Instead of the product's own. */
  readonly migrationsFolder?: string;
  readonly schemaFolder?: string;
}

export interface Drift {
  /** The SQL that the schema says and the migrations do not; null when they agree. */
  readonly schema: string | null;
  /** Migrations that the database lacks: the rest is compared only when it lacks none. */
  readonly pending: string[];
  /** Definitions that the migrations make and the database lacks. */
  readonly missing: string[];
  /** Definitions in the database that no migration makes. */
  readonly unexpected: string[];
}

/** Compares the schema with the migrations, and the database with the migrations down to its checks, triggers and functions. */
export async function checkDrift(options: CheckDriftOptions): Promise<Drift> {
  const schema = await diffToSchema(
    options.databaseUrl,
    await readMigrations(options.migrationsFolder ?? migrationsFolder),
    await readSchema(options.schemaFolder ?? schemaFolder),
  );
  if (options.isFilesOnly === true) return { schema, pending: [], missing: [], unexpected: [] };
  const { pending } = await migrationStatus(options);
  if (pending.length > 0) return { schema, pending, missing: [], unexpected: [] };
  return { schema, pending, ...(await databaseDrift(options)) };
}

async function databaseDrift(options: CheckDriftOptions): Promise<Pick<Drift, 'missing' | 'unexpected'>> {
  const expected = await withScratchDatabase(options.databaseUrl, async (url) => {
    await migrate({ ...options, databaseUrl: url, onProgress: () => undefined });
    return withClient(url, readCatalogue);
  });
  const actual = await withClient(options.databaseUrl, readCatalogue);
  return {
    missing: [...expected].filter((line) => !actual.has(line)).sort(),
    unexpected: [...actual].filter((line) => !expected.has(line)).sort(),
  };
}
