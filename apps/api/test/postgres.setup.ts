import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startTemporaryPostgres } from '@virtualcafe/scripts/local-postgres';
import { migrate } from '../src/platform/database/migrations/migrate.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's address of the test server. */
    serverUrl: string;
    /** The migrated database that each test file's own is a copy of. */
    templateDatabase: string;
    /** A folder that goes with the run. */
    scratchFolder: string;
  }
}

const templateDatabase = 'virtualcafe_template';

/** One PostgreSQL for the run, migrated once; every test file copies the template (`test/database.ts`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgres();
  const scratchFolder = await mkdtemp(join(tmpdir(), 'virtualcafe-test-'));
  process.env.TEST_DATABASE_URL = server.url;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateDatabase}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${templateDatabase}`;
  await migrate({ databaseUrl: url.href, onProgress: () => undefined });
  project.provide('serverUrl', server.url);
  project.provide('templateDatabase', templateDatabase);
  project.provide('scratchFolder', scratchFolder);
  return async () => {
    await server.stop();
    await rm(scratchFolder, { recursive: true, force: true });
  };
}
