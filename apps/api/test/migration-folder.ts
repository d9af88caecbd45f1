import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ScratchMigrations {
  readonly path: string;
  /** Writes or overwrites a migration. */
  write(name: string, script: string): Promise<void>;
  remove(): Promise<void>;
}

/** A folder of made-up migrations. */
export async function createScratchMigrations(scripts: Readonly<Record<string, string>>): Promise<ScratchMigrations> {
  const path = await mkdtemp(join(tmpdir(), 'virtualcafe-migrations-'));
  const write = async (name: string, script: string): Promise<void> => {
    await mkdir(join(path, name), { recursive: true });
    await writeFile(join(path, name, 'migration.sql'), script);
  };
  await writeFile(join(path, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, script] of Object.entries(scripts)) await write(name, script);
  return { path, write, remove: () => rm(path, { recursive: true, force: true }) };
}
