import { migrate } from '../src/platform/database/migrations/migrate.js';

// A process that migrates, to be started several times at once, or killed. Usage: migrate-process.ts DATABASE_URL [MIGRATIONS_FOLDER]
// Prints each step, and at last what it applied as JSON.
const [, , databaseUrl = '', migrationsFolder] = process.argv;
const applied = await migrate({
  databaseUrl,
  onProgress: (message) => console.log(message),
  ...(migrationsFolder === undefined ? {} : { migrationsFolder }),
});
console.log(JSON.stringify(applied));
