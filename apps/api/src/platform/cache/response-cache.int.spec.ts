import { gzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestRedis, type TestRedis } from '../../../test/redis.js';
import { MemoryResponseCache } from './memory-response-cache.js';
import { RedisResponseCache } from './redis-response-cache.js';
import type { CachedResponse, ResponseCache } from './response-cache.js';

const response = (text: string): CachedResponse => ({
  body: Buffer.from(text),
  gzipped: gzipSync(text),
  etag: `W/"${text}"`,
  contentType: 'application/json; charset=utf-8',
});

let redis: TestRedis;
let client: Redis;

beforeAll(async () => {
  redis = await startTestRedis();
  client = new Redis(redis.url);
});

afterAll(async () => {
  client.disconnect();
  await redis.stop();
});

const drivers: [string, () => ResponseCache][] = [
  ['memory', () => new MemoryResponseCache(1024 * 1024)],
  ['Redis', () => new RedisResponseCache(client, pino({ level: 'silent' }))],
];

describe.each(drivers)('the response cache in %s', (_, create) => {
  let cache: ResponseCache;

  beforeEach(async () => {
    cache = create();
    await cache.clear();
  });

  it('gives back what was kept, bytes and all', async () => {
    await cache.set('/a', response('카페'), ['cafes'], 60, await cache.moment());
    expect(await cache.get('/a')).toEqual(response('카페'));
    expect(await cache.get('/b')).toBeUndefined();
  });

  it('keeps what was not worth compressing as it is', async () => {
    const plain = { ...response('카페'), gzipped: undefined };
    await cache.set('/a', plain, ['cafes'], 60, await cache.moment());
    expect(await cache.get('/a')).toEqual(plain);
  });

  it('drops exactly what bears an invalidated tag', async () => {
    await cache.set('/list', response('list'), ['cafes'], 60, await cache.moment());
    await cache.set('/one', response('one'), ['cafe:one', 'regions'], 60, await cache.moment());
    await cache.set('/two', response('two'), ['cafe:two', 'regions'], 60, await cache.moment());
    await cache.invalidate(['cafe:one', 'cafes']);
    expect(await cache.get('/list')).toBeUndefined();
    expect(await cache.get('/one')).toBeUndefined();
    expect(await cache.get('/two')).toEqual(response('two'));
  });

  it('does not keep an answer that was being made when its tag was invalidated', async () => {
    const begunAt = await cache.moment();
    await cache.invalidate(['cafes']);
    await cache.set('/list', response('stale'), ['cafes'], 60, begunAt);
    expect(await cache.get('/list')).toBeUndefined();
    await cache.set('/list', response('fresh'), ['cafes'], 60, await cache.moment());
    expect(await cache.get('/list')).toEqual(response('fresh'));
  });

  it('keeps an answer when another tag was invalidated meanwhile', async () => {
    const begunAt = await cache.moment();
    await cache.invalidate(['regions']);
    await cache.set('/list', response('list'), ['cafes'], 60, begunAt);
    expect(await cache.get('/list')).toEqual(response('list'));
  });
});

describe('the response cache in memory', () => {
  it('forgets an answer whose time is over', async () => {
    let nowMs = 0;
    const cache = new MemoryResponseCache(1024 * 1024, () => nowMs);
    await cache.set('/a', response('a'), [], 10, cache.moment());
    nowMs = 9999;
    expect(cache.get('/a')).toEqual(response('a'));
    nowMs = 10_000;
    expect(cache.get('/a')).toBeUndefined();
  });

  it('lets the longest unused go when it is full, and never takes one too large', async () => {
    const cache = new MemoryResponseCache(16 * 1024);
    const text = 'x'.repeat(1000);
    for (let index = 0; index < 10; index += 1) {
      await cache.set(`/${index}`, response(text), ['t'], 60, cache.moment());
      cache.get('/0');
    }
    expect(cache.get('/0')).toBeDefined();
    expect(cache.get('/1')).toBeDefined();
    await cache.set('/large', response('x'.repeat(3000)), [], 60, cache.moment());
    expect(cache.get('/large')).toBeUndefined();
    for (let index = 10; index < 30; index += 1) {
      await cache.set(`/${index}`, response(text), ['t'], 60, cache.moment());
      cache.get('/0');
    }
    expect(cache.get('/0')).toBeDefined();
    expect(cache.get('/1')).toBeUndefined();
    expect(cache.get('/29')).toBeDefined();
  });
});

describe('the response cache when Redis goes away', () => {
  it('serves nothing stale after an invalidation that could not be told', async () => {
    const own = await startTestRedis();
    const connection = new Redis(own.url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => 50,
    });
    connection.on('error', () => undefined);
    const cache = new RedisResponseCache(connection, pino({ level: 'silent' }));
    await new Promise((resolve) => connection.once('ready', resolve));
    await cache.set('/a', response('a'), ['cafes'], 60, await cache.moment());
    expect(await cache.get('/a')).toEqual(response('a'));

    const disconnected = new Promise((resolve) => connection.once('close', resolve));
    await own.pause();
    await disconnected;
    expect(await cache.get('/a')).toBeUndefined();
    await cache.invalidate(['cafes']);
    const ready = new Promise((resolve) => connection.once('ready', resolve));
    await own.resume();
    await ready;
    await expect.poll(() => connection.exists('cache:entry:/a')).toBe(0);
    expect(await cache.get('/a')).toBeUndefined();
    connection.disconnect();
    await own.stop();
  });
});
