import { migrate, type MigrateOptions } from './migrate.js';
import { withMigrationLock } from './migration-lock.js';

/** Throws away everything in the database's schema `public`, data included, and migrates anew. Never offered in production. */
export async function resetDatabase(options: MigrateOptions): Promise<string[]> {
  await withMigrationLock(options.databaseUrl, options.onProgress, async (client) => {
    options.onProgress('dropping everything');
    // One text, one transaction. USAGE for everyone is how PostgreSQL makes the schema itself.
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC');
  });
  return migrate(options);
}
