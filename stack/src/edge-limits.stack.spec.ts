import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, HttpsClient } from './https-client.js';
import { openTls, received, certificateOf } from './raw-https.js';
import { Stack } from './stack.js';
import { ThrowAwayNginx } from './throw-away-nginx.js';
import { until } from './until.js';

const stack = new Stack(inject('place'));
let nginx: ThrowAwayNginx;
let client: HttpsClient;

beforeAll(async () => {
  // It believes what this machine says of addresses.
  const environment = { TRUSTED_PROXIES: `${await stack.setting('APP_NETWORK')}.1` };
  nginx = await ThrowAwayNginx.start(stack, { environment });
  client = new HttpsClient(nginx.place, await certificateOf(nginx.place), { connections: 100 });
});

afterAll(async () => {
  client.close();
  await nginx.remove();
});

const getFrom = (address: string, path: string): Promise<Answer> =>
  client.call('GET', path, { headers: { 'x-forwarded-for': address } });
/** The server would say how many are allowed. */
const isLimitedByNginx = ({ status, headers }: Answer): boolean =>
  status === 429 && headers['ratelimit-policy'] === undefined;

describe('connections of one address', () => {
  const [crowded, other] = ['203.0.113.1', '203.0.113.2'];

  /** Begins a request and never ends it; answers what is told to it meanwhile. */
  async function hold(): Promise<{ close: () => void; answered: Promise<Buffer> }> {
    const socket = await openTls(nginx.place);
    const answered = received(socket);
    const head = `POST /api/v1/cafes HTTP/1.1\r\nHost: ${nginx.place.domain}\r\nX-Forwarded-For: ${crowded}\r\n`;
    socket.write(`${head}Content-Length: 100\r\n\r\n{`);
    return { close: () => socket.destroy(), answered };
  }

  it('are 200 at once; the next is told to wait, and others are not', async () => {
    const held = await Promise.all(Array.from({ length: 200 }, hold));
    // All have arrived after a moment; they are cut off after a quarter of a minute.
    await expect
      .poll(async () => (await getFrom(crowded, '/api/v1/cafes')).status, { timeout: 10_000, interval: 50 })
      .toBe(429);
    const refused = await getFrom(crowded, '/api/v1/cafes');
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'rate.limited', status: 429 });
    expect(refused.headers['retry-after']).toBe('1');
    const page = await getFrom(crowded, '/');
    expect([page.status, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect((await getFrom(other, '/api/v1/cafes')).status).toBe(200);
    for (const { close } of held) close();
    // None of the 200 was refused.
    for (const { answered } of held) expect((await answered).toString('latin1')).toBe('');
    await until(async () => ((await getFrom(crowded, '/api/v1/cafes')).status === 200 ? true : undefined), 50);
  });
});

describe('how often one may ask is counted', () => {
  /** How many of so many at once are limited; 20 are not, and five a second. */
  const limitedOf = async (count: number, address: string): Promise<number> => {
    const calls = Array.from({ length: count }, () => getFrom(address, '/api/v1/auth/login'));
    return (await Promise.all(calls)).filter(isLimitedByNginx).length;
  };

  it.each<[string, string, string]>([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', '2001:db8:1:3:3:4:5:6'],
    ['2001:db8:1:4::1', '2001:db8:1:4:a:b:c:d', '2001:db8:1:5::1'],
    // The fourth part is 0.
    ['2001:db8:2::1', '2001:db8:2:0:a:b:c:d', '2001:db8:2:1::1'],
    ['2001:db8:3::a:b:c:d', '2001:db8:3::1', '2001:db8:4::a:b:c:d'],
    // So are all in the middle.
    ['2001:db8::1', '2001:db8::ffff:0:0:9', '2001:db8:0:6::1'],
    ['2001::1', '2001::2', '2002::1'],
    // A byte of it means the end of a line.
    ['2001:db8:a0a:a00::1', '2001:db8:a0a:a00::a0a', '2001:db8:a0a:a01::1'],
  ])('together for %s and %s, apart for %s', async (one, same, another) => {
    expect(await limitedOf(60, one)).toBeGreaterThan(20);
    expect(await limitedOf(15, same)).toBeGreaterThan(5);
    expect(await limitedOf(15, another)).toBe(0);
  });

  it.each([
    ['203.0.113.3', '203.0.113.4'],
    // As a proxy may write it that speaks both.
    ['::ffff:203.0.113.5', '::ffff:203.0.113.6'],
  ])('apart for %s and %s', async (one, another) => {
    expect(await limitedOf(60, one)).toBeGreaterThan(20);
    expect(await limitedOf(15, one)).toBeGreaterThan(5);
    expect(await limitedOf(15, another)).toBe(0);
  });

  it('no longer than it lasts', async () => {
    const address = '203.0.113.7';
    expect(await limitedOf(60, address)).toBeGreaterThan(20);
    // Ten more by then.
    await delay(2000);
    expect(await limitedOf(8, address)).toBe(0);
  });
});
