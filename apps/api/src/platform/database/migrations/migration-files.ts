import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MigrationError } from './migration-error.js';

/** The same place from `src` and from `dist`: both lie four folders above. */
const prismaFolder = fileURLToPath(new URL('../../../../prisma/', import.meta.url));

export const schemaFolder = join(prismaFolder, 'schema');
export const migrationsFolder = join(prismaFolder, 'migrations');

const scriptName = 'migration.sql';
const lockfileName = 'migration_lock.toml';

export interface Migration {
  readonly name: string;
  readonly script: string;
  /** SHA-256 of the script, hex, as the `_prisma_migrations` table holds it. */
  readonly checksum: string;
}

export interface MigrationFolder {
  readonly path: string;
  readonly lockfile: string | null;
  /** In the order of their application: by name, which begins with a time. */
  readonly migrations: readonly Migration[];
}

/** Reads a folder of migrations as the Prisma CLI lays it out. */
export async function readMigrations(path: string): Promise<MigrationFolder> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw new MigrationError(`There is no folder of migrations at ${path}`, { cause: error });
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    path,
    lockfile: entries.some((entry) => entry.name === lockfileName)
      ? await readFile(join(path, lockfileName), 'utf8')
      : null,
    migrations: await Promise.all(names.sort().map((name) => readMigration(path, name))),
  };
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const script = await readFile(join(folder, name, scriptName), 'utf8').catch((error: unknown) => {
    throw new MigrationError(`Migration ${name} has no readable ${scriptName}`, { cause: error });
  });
  refuseTransactionControl(name, script);
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}

/** Each script runs in one transaction, so that a failed or killed one leaves nothing: it must not end that transaction itself. */
function refuseTransactionControl(name: string, script: string): void {
  const statements = script
    .replace(/--.*$|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"(?:[^"]|"")*"/gm, ' ')
    .split(';');
  const control = statements.find((statement) =>
    /^\s*(?:begin|start\s+transaction|commit|end|rollback|abort|prepare\s+transaction)\b/i.test(statement),
  );
  if (control === undefined) return;
  throw new MigrationError(
    `Migration ${name} has "${control.trim()}": a migration runs in one transaction and must not control it`,
  );
}

export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

/** Reads the Prisma schema, one file per domain. */
export async function readSchema(path: string): Promise<SchemaFile[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(path, name), content: await readFile(join(path, name), 'utf8') })),
  );
}
