import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AccessLog } from './access-log.js';
import { AppView, containerOf } from './app-view.js';
import { FirstAdmin } from './first-admin.js';
import { type Answer, HttpsClient } from './https-client.js';
import { Stack } from './stack.js';

const place = inject('place');
const stack = new Stack(place);
const app = new AppView(stack);
const client = new HttpsClient(place, inject('installation').rootCertificate);
const list = '/api/v1/cafes';
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  client.call('GET', path, { headers });
const idOf = ({ headers }: Answer): string => String(headers['x-request-id']);

let log: AccessLog;
let admin: FirstAdmin;

beforeAll(async () => {
  log = new AccessLog(await containerOf(stack, 'nginx'));
  admin = await FirstAdmin.signIn(stack, client);
});

afterAll(() => client.close());

/** What nginx did for this request: `HIT`, `MISS`, `BYPASS`, ... */
const cacheOf = async (answer: Answer): Promise<string> => (await log.entry(idOf(answer))).cache;

describe('answers that are everybody’s', () => {
  it('are asked for once while a crowd asks, and once a second after', async () => {
    const path = `${list}?q=${randomUUID()}`;
    const before = await app.answers(list);
    const [firstAt, answers] = [Date.now(), await Promise.all(Array.from({ length: 250 }, () => get(path)))];
    const seconds = (Date.now() - firstAt) / 1000;
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(new Set(answers.map(idOf)).size).toBe(250);
    const made = (await app.answers(list)) - before;
    console.log(`250 requests in ${seconds.toFixed(2)} s reached the server ${made} times`);
    expect(made).toBeGreaterThanOrEqual(1);
    // One is on its way while another second begins.
    expect(made).toBeLessThanOrEqual(2 + Math.ceil(seconds));
  });

  it('say how many requests are left only to whom it was counted', async () => {
    const path = `${list}?q=${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 30 }, () => get(path)));
    const counted = answers.filter(({ headers }) => headers['ratelimit'] !== undefined);
    const made = await Promise.all(answers.map(cacheOf));
    expect(counted.length).toBe(made.filter((each) => each === 'MISS' || each === 'EXPIRED').length);
  });

  it('answer 304 to who has them', async () => {
    const path = `${list}?q=${randomUUID()}`;
    const etag = (await get(path)).headers.etag ?? '';
    const again = await Promise.all(Array.from({ length: 10 }, () => get(path, { 'if-none-match': etag })));
    expect(again.map(({ status, text, headers }) => [status, text, headers.etag])).toEqual(
      again.map(() => [304, '', etag]),
    );
    const changed = await Promise.all([1, 2].map(() => get(path, { 'if-none-match': 'W/"other"' })));
    expect(changed.map(({ status }) => status)).toEqual([200, 200]);
    // What asked for a 304 has not left one to those who have nothing.
    expect((await get(path)).status).toBe(200);
  });

  it('are those of this question, whatever else stands in it', async () => {
    const [word, origin] = [randomUUID(), 'https://another.example'];
    const planted = await get(`${list}?q=${word}${origin}`);
    const asked = await get(`${list}?q=${word}`, { origin });
    expect([planted.status, asked.status]).toEqual([200, 200]);
    expect(await cacheOf(asked)).toBe('MISS');
  });
});

describe('answers that are somebody’s', () => {
  it.each<[string, () => Record<string, string>]>([
    ['a token', () => ({ authorization: `Bearer ${admin.token}` })],
    ['a token that is not good', () => ({ authorization: 'Bearer none' })],
    ['an API key', () => ({ 'x-api-key': 'none' })],
    ['the cookie of a session', () => ({ cookie: admin.cookie })],
    ['any cookie', () => ({ cookie: 'a=b' })],
  ])('neither come from what is kept nor go there: with %s', async (_name, headers) => {
    const path = `${list}?q=${randomUUID()}`;
    const own = await Promise.all(Array.from({ length: 5 }, () => get(path, headers())));
    expect(new Set(await Promise.all(own.map(cacheOf)))).toEqual(new Set(['BYPASS']));
    expect(await cacheOf(await get(path))).toBe('MISS');
  });

  it('are not kept where they are private, nor what is no answer', async () => {
    for (const path of ['/api/v1/users', '/api/v1/me/cafes', '/api/health/ready', `/api/v1/nothing-${randomUUID()}`]) {
      const answers = [await get(path), await get(path), await get(path)];
      expect([path, await Promise.all(answers.map(cacheOf))]).toEqual([path, ['MISS', 'MISS', 'MISS']]);
    }
  });
});

it('has a cookie of a session to try it with', () => {
  expect(admin.cookie).toMatch(/^vc_refresh=.+/);
});
