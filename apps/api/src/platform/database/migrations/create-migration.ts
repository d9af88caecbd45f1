import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationError } from './migration-error.js';
import { migrationsFolder, readMigrations, readSchema, schemaFolder } from './migration-files.js';
import { diffToSchema } from './schema-engine.js';

export interface CreateMigrationOptions {
  /** Only its server is used, for a scratch database. */
  readonly databaseUrl: string;
  /** Lower-case words joined by underscores. */
  readonly name: string;
  readonly now: Date;
  /** Instead of the product's own. */
  readonly migrationsFolder?: string;
  readonly schemaFolder?: string;
}

/**
 * Writes the migration that leads from the existing ones to the schema; returns the path of its script, or null when there is
 * nothing to change. What the schema cannot say is added to the script by hand.
 */
export async function createMigration(options: CreateMigrationOptions): Promise<string | null> {
  if (!/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(options.name) || options.name.length > 60) {
    throw new MigrationError(
      `"${options.name}" is no name for a migration: lower-case words joined by underscores, 60 letters at most`,
    );
  }
  const folder = await readMigrations(options.migrationsFolder ?? migrationsFolder);
  const files = await readSchema(options.schemaFolder ?? schemaFolder);
  const script = await diffToSchema(options.databaseUrl, folder, files);
  if (script === null) return null;
  const time = options.now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const target = join(folder.path, `${time}_${options.name}`);
  await mkdir(target);
  const path = join(target, 'migration.sql');
  await writeFile(path, script);
  return path;
}
