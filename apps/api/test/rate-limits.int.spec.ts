import type { Problem } from '@virtualcafe/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './app.js';
import { startTestRedis } from './redis.js';

/** An address of the documentation's range: nobody here is a trusted proxy. */
const noProxyOfOurs = '192.0.2.1';

const running: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of running.splice(0).toReversed()) await each.stop();
});

async function start(overrides: NodeJS.ProcessEnv): Promise<TestApp> {
  const app = await startTestApp(overrides);
  running.push(app);
  return app;
}

const read = (app: TestApp, forwardedFor?: string) =>
  app.call<Problem>(
    'GET',
    '/api/v1/cafes',
    forwardedFor === undefined ? {} : { headers: { 'x-forwarded-for': forwardedFor } },
  );

describe('rate limits', () => {
  it('refuse the call beyond the limit with Retry-After, and leave other classes alone', async () => {
    const app = await start({ RATE_LIMIT_READ: '3', TRUSTED_PROXIES: noProxyOfOurs });
    for (let call = 0; call < 3; call += 1) {
      const { status, headers } = await read(app);
      expect(status).toBe(200);
      expect(headers.get('ratelimit')).toMatch(new RegExp(`r=${2 - call};t=\\d+$`));
    }
    const refused = await read(app);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate.limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const login = await app.call('POST', '/api/v1/auth/login', { body: { loginId: 'nobody', password: 'x' } });
    expect(login.status).toBe(401);
    expect((await app.call('GET', '/api/health/live')).status).toBe(200);
  });

  it('believe X-Forwarded-For from a trusted proxy only', async () => {
    const open = await start({ RATE_LIMIT_READ: '1', TRUSTED_PROXIES: noProxyOfOurs });
    await read(open, '203.0.113.1');
    expect((await read(open, '203.0.113.2')).status).toBe(429);
    const behindProxy = await start({ RATE_LIMIT_READ: '1', TRUSTED_PROXIES: 'loopback' });
    await read(behindProxy, '203.0.113.1');
    expect((await read(behindProxy, '203.0.113.2')).status).toBe(200);
    // What the client itself put in front of the proxy's entry changes nothing.
    expect((await read(behindProxy, '198.51.100.9, 203.0.113.2')).status).toBe(429);
  });

  it('are shared by processes that share a Redis, and hold in each while it is away', async () => {
    const redis = await startTestRedis();
    running.push(redis);
    const settings = { RATE_LIMIT_READ: '4', REDIS_URL: redis.url, CACHE_ENABLED: 'false' };
    const [one, two] = [await start(settings), await start(settings)];
    const statuses: number[] = [];
    for (const app of [one, two, one, two, one, two]) statuses.push((await read(app)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);

    await redis.pause();
    const alone: number[] = [];
    for (let call = 0; call < 6; call += 1) alone.push((await read(one)).status);
    expect(alone.every((status) => status === 200 || status === 429)).toBe(true);
    expect(alone).toContain(429);
  });
});
