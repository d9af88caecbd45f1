import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './app.js';
import { insertCafes, insertRegions } from './cafe-factory.js';
import { rawGet } from './raw-http.js';

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

describe('an answer that may be kept', () => {
  beforeAll(async () => {
    await insertCafes(app.database, await insertRegions(app.database), 40);
  });

  it('is compressed for who takes gzip, made or kept, and is the same for all', async () => {
    const cafes = `/api/v1/cafes?pageSize=30`;
    const plain = await rawGet(app.url, `${cafes}&page=1`);
    expect([plain.status, plain.headers['content-encoding'], plain.headers.vary]).toEqual([
      200,
      undefined,
      'accept-encoding',
    ]);
    expect(plain.body.byteLength).toBeGreaterThan(5000);
    for (const path of [`${cafes}&page=1`, cafes, cafes]) {
      const { status, headers, body } = await rawGet(app.url, path, { 'accept-encoding': 'br, gzip;q=0.5' });
      expect([status, headers['content-encoding'], headers.vary]).toEqual([200, 'gzip', 'accept-encoding']);
      expect(headers['content-length']).toBe(String(body.byteLength));
      expect(body.byteLength).toBeLessThan(plain.body.byteLength / 2);
      expect(gunzipSync(body).toString()).toBe(plain.body.toString());
      expect(headers.etag).toBe(plain.headers.etag);
    }
  });

  it('is not said to be compressed where nothing is sent', async () => {
    const made = await rawGet(app.url, '/api/v1/cafes?pageSize=31', {
      'accept-encoding': 'gzip',
      'if-none-match': '*',
    });
    const kept = await rawGet(app.url, '/api/v1/cafes?pageSize=31', {
      'accept-encoding': 'gzip',
      'if-none-match': '*',
    });
    for (const { status, headers, body } of [made, kept])
      expect([status, headers['content-encoding'], body.byteLength]).toEqual([304, undefined, 0]);
  });

  it('that is small is sent as it is', async () => {
    const { headers } = await rawGet(app.url, '/api/v1/cafes?q=%EC%97%86%EB%8A%94%EC%B9%B4%ED%8E%98', {
      'accept-encoding': 'gzip',
    });
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined]);
  });
});
