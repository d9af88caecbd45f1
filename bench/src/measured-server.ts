import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTemporaryPostgres } from '@virtualcafe/scripts/local-postgres';
import pg from 'pg';
import { migrate } from '../../apps/api/dist/platform/database/migrations/migrate.js';
import { startPinned } from './pinned-process.js';
import { productionFlags, productionVariables } from './production-flags.js';

const api = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

/** The server as in production, but with nothing kept and no limits, over a PostgreSQL of its own that `fill` has filled. */
export async function withMeasuredServer(
  fill: (databaseUrl: string) => Promise<void>,
  measure: (origin: string, client: pg.Client) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-bench-'));
  const postgres = await startTemporaryPostgres();
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await migrate({ databaseUrl: postgres.url, onProgress: () => undefined });
    await fill(postgres.url);
    await client.connect();
    const server = await startPinned(
      api,
      environment(postgres.url, join(folder, 'media')),
      '/api/health/live',
      productionFlags,
    );
    try {
      await measure(server.origin, client);
    } finally {
      await server.stop();
    }
  } finally {
    await client.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const environment = (databaseUrl: string, mediaFolder: string): Record<string, string> => ({
  ...productionVariables,
  NODE_ENV: 'production',
  LOG_CONSOLE_LEVEL: 'silent',
  DATABASE_URL: databaseUrl,
  MEDIA_DIR: mediaFolder,
  AUTH_TOKEN_SECRET: 'Zk3pQ8vX1nR6tY0wB5mC9dF2gH7jL4sA',
  CACHE_ENABLED: 'false',
  RATE_LIMIT_READ: '0',
});
