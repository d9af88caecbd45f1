// @ts-check
// The product as `npm start` runs it, with the demo, on a database and a media folder that go with it: what the journeys
// visit. Usage: node demo-server.mjs PORT
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTemporaryPostgres } from '@virtualcafe/scripts/local-postgres';
import { seedDemo } from '../apps/api/dist/demo/seed.js';
import { migrate } from '../apps/api/dist/platform/database/migrations/migrate.js';
import { startServer } from '../apps/api/dist/server.js';

const port = process.argv[2] ?? '4173';
const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-e2e-'));
const mediaDir = join(folder, 'media');
const postgres = await startTemporaryPostgres();

const everyMs = 5000;
let saidAtMs = 0;
/**
 * A line now and then: there are a thousand.
 * @param {string} message
 */
const onProgress = (message) => {
  if (Date.now() - saidAtMs < everyMs) return;
  saidAtMs = Date.now();
  console.log(message);
};
await migrate({ databaseUrl: postgres.url, onProgress });
// Pictures of half the width and height: nothing in the journeys depends on how fine they are.
await seedDemo({ databaseUrl: postgres.url, mediaDir, onProgress, resolution: 0.4 });
const server = await startServer({
  NODE_ENV: 'test',
  LOG_CONSOLE_LEVEL: 'error',
  HOST: '127.0.0.1',
  PORT: port,
  DATABASE_URL: postgres.url,
  MEDIA_DIR: mediaDir,
  WEB_DIR: fileURLToPath(new URL('../apps/web/dist', import.meta.url)),
  AUTH_TOKEN_SECRET: 'Zk3pQ8vX1nR6tY0wB5mC9dF2gH7jL4sA',
  // Every journey comes from one address.
  RATE_LIMIT_READ: '0',
  RATE_LIMIT_WRITE: '0',
  RATE_LIMIT_CREDENTIALS: '0',
  RATE_LIMIT_UPLOAD: '0',
});
console.log(`Ready at ${server.url}`);

const stop = async () => {
  await server.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
