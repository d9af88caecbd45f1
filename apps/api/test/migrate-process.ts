import { migrate } from '../src/platform/database/migrations/migrate.js';

// A process that migrates, to be started several times at once, or killed. Usage: migrate-process.ts DATABASE_URL [MIGRATIONS_FOLDER]
// Prints each step, then the timers and connections that are left, and at last what it applied, both as JSON.
const [, , databaseUrl = '', migrationsFolder] = process.argv;
const applied = await migrate({
  databaseUrl,
  onProgress: (message) => console.log(message),
  ...(migrationsFolder === undefined ? {} : { migrationsFolder }),
});
console.log(JSON.stringify(process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP/.test(kind))));
console.log(JSON.stringify(applied));
