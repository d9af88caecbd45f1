import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Problem } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.js';
import { startTestApp, type TestApp } from './app.js';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';

let database: TestDatabase;
let proxy: TcpProxy;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  const direct = new URL(database.url);
  proxy = await startTcpProxy({ host: direct.hostname, port: Number(direct.port) });
  direct.hostname = '127.0.0.1';
  direct.port = String(proxy.port);
  app = await startTestApp({
    DATABASE_URL: direct.href,
    WEB_DIR: await buildSite(),
    CACHE_ENABLED: 'false',
    DATABASE_CONNECT_TIMEOUT_MS: '1000',
    DATABASE_STATEMENT_TIMEOUT_MS: '1000',
  });
});

afterAll(async () => {
  proxy.unblock();
  await app.stop();
  await proxy.close();
  await database.drop();
});

async function buildSite(): Promise<string> {
  const folder = join(inject('scratchFolder'), `site-${randomUUID()}`);
  await mkdir(folder);
  const head = '<meta name="description" content="general" /><title>general</title>';
  await writeFile(
    join(folder, 'index.html'),
    `<html lang="ko"><head>${head}</head><body><div id="root"></div></body></html>`,
  );
  return folder;
}

describe.each(['refuse', 'silence'] as const)('while PostgreSQL is gone (%s)', (how) => {
  it('lives, is not ready, answers 503 with Retry-After, and recovers by itself', async () => {
    await expect.poll(async () => (await app.call('GET', '/api/health/ready')).status, { timeout: 60_000 }).toBe(200);
    proxy.block(how);

    expect((await app.call('GET', '/api/health/live')).status).toBe(200);
    const ready = await app.call<Problem>('GET', '/api/health/ready');
    expect([ready.status, ready.body.code]).toEqual([503, 'service.not-ready']);
    expect(ready.body.detail).toContain('database');
    const [list, signup] = await Promise.all([
      app.call<Problem>('GET', '/api/v1/cafes'),
      app.call<Problem>('POST', '/api/v1/auth/signup', {
        body: { loginId: 'somebody', password: 'a-long-pass-phrase', nickname: '아무개', email: 'a@example.com' },
      }),
    ]);
    for (const { status, body, headers } of [list, signup]) {
      expect([status, body.code]).toEqual([503, 'service.unavailable']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const page = await app.call<string>('GET', '/cafes/some-code', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    expect(page.body).toContain('<div id="root">');

    proxy.unblock();
    await expect.poll(async () => (await app.call('GET', '/api/health/ready')).status, { timeout: 60_000 }).toBe(200);
    expect((await app.call('GET', '/api/v1/cafes')).status).toBe(200);
  });
});

describe('shutting down', () => {
  it('does not wait for connections on which nothing was asked', async () => {
    const own = await startTestApp({ SHUTDOWN_TIMEOUT_MS: '300000' });
    const unused = connect(Number(new URL(own.url).port), '127.0.0.1');
    await once(unused, 'connect');
    const ended = once(unused, 'close');
    await own.close();
    await ended;
    await own.database.drop();
  });

  it('finishes what is under way and takes nothing new', async () => {
    const own = await startTestApp();
    const answers = Array.from({ length: 20 }, () => own.call('GET', '/api/v1/cafes?pageSize=100'));
    const first = await answers[0];
    const closed = own.close();
    const rest = await Promise.allSettled(answers.slice(1));
    await closed;
    expect(first?.status).toBe(200);
    expect(
      rest.filter((each) => each.status === 'fulfilled').every(({ value }) => [200, 503].includes(value.status)),
    ).toBe(true);
    await expect(fetch(`${own.url}/api/health/live`)).rejects.toThrow();
    await own.database.drop();
  });
});
