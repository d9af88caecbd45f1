import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { AccessLog } from './access-log.js';
import { FakeApp } from './fake-app.js';
import { type Answer, HttpsClient } from './https-client.js';
import { certificateOf } from './raw-https.js';
import { Stack } from './stack.js';
import { ThrowAwayNginx } from './throw-away-nginx.js';
import { until } from './until.js';

/** What is kept is good for a second, of which nginx counts whole ones. */
const untilOldMs = 2100;

const stack = new Stack(inject('place'));
let app: FakeApp;
let nginx: ThrowAwayNginx;
let client: HttpsClient;
let log: AccessLog;
let path: string;

beforeAll(async () => {
  app = await FakeApp.start(stack);
  nginx = await ThrowAwayNginx.start(stack, { environment: { APPS: app.address, APP_PORT: String(app.port) } });
  client = new HttpsClient(nginx.place, await certificateOf(nginx.place), { connections: 100 });
  log = new AccessLog(nginx.container);
});

afterAll(async () => {
  client.close();
  await nginx.remove();
  await app.close();
});

beforeEach(() => {
  app.mood = 'answers';
  app.text = `text-${randomUUID()}`;
  app.asked.length = 0;
  path = `/api/v1/cafes?q=${randomUUID()}`;
});

/** Each on a connection of its own: in HTTP/1.1 a request waits on its connection for what nginx does in the background for the one before. */
const get = (headers: Record<string, string> = {}): Promise<Answer> =>
  client.call('GET', path, { headers: { connection: 'close', ...headers } });
const cacheOf = async ({ headers }: Answer): Promise<string> =>
  (await log.entry(String(headers['x-request-id']))).cache;

/** Asks every quarter of a second; each answer is to come at once. */
async function keepAsking(seconds: number): Promise<string[]> {
  const said = new Set<string>();
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await delay(250)) {
    const beganAt = performance.now();
    const { status, text } = await get();
    // Far below what the server was waited for.
    const isLate = performance.now() - beganAt > 1000;
    said.add(`${status} ${text}${isLate ? ', late' : ''}`);
  }
  return [...said];
}

describe('what was kept goes on being served', () => {
  const moods = ['is unavailable', 'hangs'] as const;
  it.each(moods)('while the server %s, also for longer than it is kept unasked', async (mood) => {
    const before = await get();
    await delay(untilOldMs);
    app.mood = mood;
    const old = app.text;
    app.text = `newer-${app.text}`;
    expect([before.text, await keepAsking(8)]).toEqual([old, [`200 ${old}`]]);
    expect(app.asked.length).toBeGreaterThan(1);
  });

  it('while nobody listens there, and is new once somebody does', async () => {
    await get();
    const [{ port }, old] = [app, app.text];
    await app.close();
    await delay(untilOldMs);
    expect(await keepAsking(8)).toEqual([`200 ${old}`]);
    app.text = `newer-${old}`;
    await app.open(port);
    await until(async () => ((await get()).text === app.text ? true : undefined), 100);
  });

  it('while the new is made, which one request has done for all', async () => {
    await get();
    await delay(untilOldMs);
    app.mood = 'answers late';
    const old = app.text;
    app.text = `newer-${old}`;
    const beganAt = performance.now();
    const answers = await Promise.all(Array.from({ length: 50 }, () => get()));
    // Nobody waits for it.
    expect(performance.now() - beganAt).toBeLessThan(1500);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set([`200 ${old}`]));
    await until(async () => ((await get()).text === app.text ? true : undefined), 100);
    // The first, and one for the fifty; another may have begun meanwhile.
    expect(app.asked.length).toBeLessThanOrEqual(3);
  });
});

it('asks whether what is kept is still so, and keeps it then', async () => {
  const etag = (await get()).headers.etag ?? '';
  await delay(untilOldMs);
  await get();
  await until(async () => ((await cacheOf(await get())) === 'HIT' ? true : undefined), 100);
  expect(app.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, etag]);
});

it('is not shown to somebody who says who they are', async () => {
  await get();
  app.mood = 'is unavailable';
  const own = await get({ authorization: 'Bearer some' });
  expect([own.status, own.text]).toEqual([503, 'It is unavailable']);
  expect((await get()).text).toBe(app.text);
});

it('is let go of when nobody has asked for it in a while', async () => {
  await get();
  app.mood = 'is unavailable';
  // Five seconds, and ten until nginx looks again.
  await delay(16_000);
  expect((await get()).status).toBe(503);
});
