import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './app.js';

let app: TestApp;
let session: pg.Client;

beforeAll(async () => {
  app = await startTestApp();
  session = new pg.Client({ connectionString: app.database.url });
  await session.connect();
});

afterAll(async () => {
  await session.end();
  await app.stop();
});

const waiting = async (): Promise<number> => {
  const [row] = await app.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
};

describe('an answer that is to be kept', () => {
  it.each(['/api/v1/cafes', '/api/v1/cafes?page=2'])('is made once, however many ask for %s at once', async (path) => {
    await session.query('BEGIN');
    await session.query('LOCK TABLE "CafeInfo" IN ACCESS EXCLUSIVE MODE');
    const answers = Array.from({ length: 6 }, () => app.call('GET', path));
    // The later ones have come in when one that came after them has been to the database and back.
    await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
    expect((await app.call('GET', '/api/health/ready')).status).toBe(200);
    expect(await waiting()).toBe(1);
    await session.query('COMMIT');
    const etags = (await Promise.all(answers)).map(({ status, headers }) => `${status} ${headers.get('etag')}`);
    expect(new Set(etags).size).toBe(1);
    expect(etags[0]).toMatch(/^200 W\//);
  });

  it('and is not kept lets those who waited make their own', async () => {
    await session.query('BEGIN');
    await session.query('LOCK TABLE "CafeInfo" IN ACCESS EXCLUSIVE MODE');
    const answers = Array.from({ length: 4 }, () => app.call('GET', '/api/v1/cafes/no-such-cafe'));
    await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
    await session.query('COMMIT');
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('does not wait for one whose client has gone', async () => {
    await session.query('BEGIN');
    await session.query('LOCK TABLE "CafeInfo" IN ACCESS EXCLUSIVE MODE');
    const gone = new AbortController();
    const first = fetch(`${app.url}/api/v1/cafes?page=3`, { signal: gone.signal });
    await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
    const second = app.call('GET', '/api/v1/cafes?page=3');
    gone.abort();
    await expect(first).rejects.toThrow();
    await expect.poll(waiting, { timeout: 60_000 }).toBe(2);
    await session.query('COMMIT');
    expect((await second).status).toBe(200);
  });
});
