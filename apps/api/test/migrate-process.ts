import { setTimeout as delay } from 'node:timers/promises';
import { migrate } from '../src/platform/database/migrations/migrate.js';

// A process that migrates, to be started several times at once, or killed. Usage: migrate-process.ts DATABASE_URL [MIGRATIONS_FOLDER]
// Prints each step, then the timers that are left when its connections have closed, and at last what it applied, both as JSON.
const [, , databaseUrl = '', migrationsFolder] = process.argv;
const applied = await migrate({
  databaseUrl,
  onProgress: (message) => console.log(message),
  ...(migrationsFolder === undefined ? {} : { migrationsFolder }),
});
const held = (kind: string): string[] => process.getActiveResourcesInfo().filter((each) => each === kind);
// The server's end of a connection may take a moment.
while (held('TCPSocketWrap').length > 0) await delay(10);
console.log(JSON.stringify(held('Timeout')));
console.log(JSON.stringify(applied));
