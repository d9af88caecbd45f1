import { migrationsFolder, readMigrations } from './migration-files.js';
import { compareHistory, readHistory, type MigrationStatus } from './migration-history.js';
import { withClient } from './migration-lock.js';

export interface MigrationStatusOptions {
  readonly databaseUrl: string;
  /** Instead of the product's own. */
  readonly migrationsFolder?: string;
}

/** Where the database stands against the files; changes nothing and waits for nobody. */
export async function migrationStatus(options: MigrationStatusOptions): Promise<MigrationStatus> {
  const { migrations } = await readMigrations(options.migrationsFolder ?? migrationsFolder);
  return withClient(options.databaseUrl, async (client) => compareHistory(migrations, await readHistory(client)));
}
