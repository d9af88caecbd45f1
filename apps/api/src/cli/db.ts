import { Command } from 'commander';
import { parseConfig, sectionOf } from '../platform/config/config-section.js';
import { databaseConfig } from '../platform/database/database.config.js';
import { checkDrift } from '../platform/database/migrations/check-drift.js';
import { createMigration } from '../platform/database/migrations/create-migration.js';
import { migrate } from '../platform/database/migrations/migrate.js';
import { MigrationError } from '../platform/database/migrations/migration-error.js';
import { migrationStatus } from '../platform/database/migrations/migration-status.js';
import { resetDatabase } from '../platform/database/migrations/reset-database.js';
import { describeDrift, describeStatus } from './db-report.js';

// The database's migrations, for operators and developers; DATABASE_URL (or DATABASE_URL_FILE) says which database.

function databaseUrl(): string {
  if (!process.env['DATABASE_URL'] && !process.env['DATABASE_URL_FILE']) {
    throw new MigrationError('DATABASE_URL is not set: the database, like postgresql://user:password@host:5432/name');
  }
  return sectionOf(parseConfig([databaseConfig], process.env), databaseConfig).DATABASE_URL;
}

const onProgress = (message: string): void => console.log(message);

const program = new Command('db').description('The database and its migrations; DATABASE_URL says which database');

program
  .command('migrate')
  .description('apply the migrations that the database lacks')
  .action(async () => {
    const applied = await migrate({ databaseUrl: databaseUrl(), onProgress });
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  });

program
  .command('status')
  .description('say which migrations are applied, pending, unfinished, unknown or edited; exit 1 unless up to date')
  .action(async () => {
    const { text, isUpToDate } = describeStatus(await migrationStatus({ databaseUrl: databaseUrl() }));
    console.log(text);
    if (!isUpToDate) process.exitCode = 1;
  });

program
  .command('new')
  .description('write the migration that leads from the existing ones to the schema; needs CREATEDB')
  .argument('<name>', 'lower-case words joined by underscores')
  .action(async (name: string) => {
    const path = await createMigration({ databaseUrl: databaseUrl(), name, now: new Date() });
    console.log(path === null ? 'The migrations already say what the schema says.' : `Wrote ${path}`);
  });

program
  .command('reset')
  .description('throw away everything in the database and migrate anew')
  .option('--yes', 'really')
  .action(async ({ yes }: { yes?: true }) => {
    if (process.env['NODE_ENV'] === 'production') throw new MigrationError('reset is refused when NODE_ENV=production');
    if (yes !== true) throw new MigrationError('reset throws away all data: say --yes if you mean it');
    await resetDatabase({ databaseUrl: databaseUrl(), onProgress });
    console.log('The database is empty and up to date.');
  });

program
  .command('drift')
  .description('compare schema, migrations and database; exit 1 when they differ; needs CREATEDB')
  .option('--files-only', 'compare only the schema with the migrations')
  .action(async ({ filesOnly }: { filesOnly?: true }) => {
    const { text, hasDrift } = describeDrift(
      await checkDrift({ databaseUrl: databaseUrl(), isFilesOnly: filesOnly === true }),
    );
    console.log(text);
    if (hasDrift) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  const isForPeople = error instanceof Error && (error.name === 'MigrationError' || error.name === 'ConfigError');
  console.error(isForPeople ? error.message : error);
  process.exitCode = 1;
}
