import type { Problem } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const record = (name: string, finished: 'now()' | 'NULL'): Promise<unknown> =>
  app.database.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (gen_random_uuid()::text, '', $1, now(), ${finished}, 0)`,
    [name],
  );
const ready = () => app.call<Problem>('GET', '/api/health/ready');

describe('readiness', () => {
  it('stays while a later version brings its migration in, and when that fails', async () => {
    await record('29991231000000_later', 'NULL');
    expect((await ready()).status).toBe(200);
    await app.database.query(`UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name LIKE '2999%'`);
    expect((await ready()).status).toBe(200);
  });

  it('ends when a migration that this version needs is missing or not finished', async () => {
    const last = await app.database.query<{ name: string }>(
      `SELECT max(migration_name) AS name FROM _prisma_migrations WHERE migration_name < '2999'`,
    );
    const name = last[0]?.name ?? '';
    const finish = (to: 'now()' | 'NULL') =>
      app.database.query(`UPDATE _prisma_migrations SET finished_at = ${to} WHERE migration_name = $1`, [name]);
    await finish('NULL');
    const { status, body } = await ready();
    expect([status, body.code, body.detail]).toEqual([503, 'service.not-ready', 'Not answering: migrations']);
    await finish('now()');
    expect((await ready()).status).toBe(200);
  });
});
