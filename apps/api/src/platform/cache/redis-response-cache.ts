import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { CachedResponse, CacheMoment, ResponseCache } from './response-cache.js';

const prefix = 'cache';
const clockKey = `${prefix}:clock`;
// Longer than any fill takes, shorter than forever: the memory of an invalidation.
const invalidationMemorySeconds = 120;

// KEYS: entry, clock, then for each tag its invalidation and its set. ARGV: begunAt, ttlSeconds, body, etag, contentType, gzipped.
const setScript = `
for i = 3, #KEYS, 2 do
  local at = redis.call('GET', KEYS[i])
  if at and tonumber(at) > tonumber(ARGV[1]) then return 0 end
end
redis.call('HSET', KEYS[1], 'body', ARGV[3], 'etag', ARGV[4], 'type', ARGV[5], 'gzip', ARGV[6])
redis.call('EXPIRE', KEYS[1], ARGV[2])
for i = 4, #KEYS, 2 do
  redis.call('SADD', KEYS[i], KEYS[1])
  redis.call('EXPIRE', KEYS[i], math.max(redis.call('TTL', KEYS[i]), tonumber(ARGV[2])))
end
return 1`;

// KEYS: clock, then for each tag its invalidation and its set. ARGV: seconds an invalidation is remembered.
const invalidateScript = `
local now = redis.call('INCR', KEYS[1])
for i = 2, #KEYS, 2 do
  redis.call('SET', KEYS[i], now, 'EX', ARGV[1])
  local keys = redis.call('SMEMBERS', KEYS[i + 1])
  for j = 1, #keys do redis.call('DEL', keys[j]) end
  redis.call('DEL', KEYS[i + 1])
end
return now`;

/**
 * One cache for all processes. While Redis is away nothing is kept and nothing is served from it: answers are made
 * afresh. An invalidation that could not be told is made good by forgetting everything once Redis answers again.
 */
export class RedisResponseCache implements ResponseCache {
  private isForgetDue = false;

  constructor(
    private readonly redis: Redis,
    private readonly logger: Logger,
  ) {
    redis.on('ready', () => void this.forgetIfDue());
  }

  async moment(): Promise<CacheMoment> {
    return this.orElse(-1, async () => Number((await this.redis.get(clockKey)) ?? 0));
  }

  async get(key: string): Promise<CachedResponse | undefined> {
    if (this.isForgetDue) return undefined;
    return this.orElse(undefined, async () => {
      const fields = await this.redis.hgetallBuffer(entryKey(key));
      const { body, etag, type, gzip } = fields;
      if (body === undefined || etag === undefined || type === undefined) return undefined;
      const gzipped = gzip === undefined || gzip.byteLength === 0 ? undefined : gzip;
      return { body, gzipped, etag: etag.toString(), contentType: type.toString() };
    });
  }

  async set(
    key: string,
    response: CachedResponse,
    tags: readonly string[],
    ttlSeconds: number,
    begunAt: CacheMoment,
  ): Promise<void> {
    if (begunAt < 0 || this.isForgetDue) return;
    const keys = [entryKey(key), clockKey, ...tagKeys(tags)];
    await this.orElse(undefined, () =>
      this.redis.eval(
        setScript,
        keys.length,
        ...keys,
        begunAt,
        ttlSeconds,
        response.body,
        response.etag,
        response.contentType,
        response.gzipped ?? '',
      ),
    );
  }

  async invalidate(tags: readonly string[]): Promise<void> {
    const keys = [clockKey, ...tagKeys(tags)];
    try {
      await this.redis.eval(invalidateScript, keys.length, ...keys, invalidationMemorySeconds);
    } catch (error) {
      this.isForgetDue = true;
      this.logger.warn({ err: error }, 'A cache invalidation could not be told to Redis; the cache will be emptied');
    }
  }

  async clear(): Promise<void> {
    await this.redis.incr(clockKey);
    for (const pattern of [`${prefix}:entry:*`, `${prefix}:tag:*`]) {
      for await (const keys of this.redis.scanStream({ match: pattern, count: 500 }) as AsyncIterable<string[]>) {
        if (keys.length > 0) await this.redis.unlink(...keys);
      }
    }
  }

  private async forgetIfDue(): Promise<void> {
    if (!this.isForgetDue) return;
    try {
      await this.clear();
      this.isForgetDue = false;
    } catch (error) {
      this.logger.warn({ err: error }, 'The cache could not be emptied; trying again when Redis is back');
    }
  }

  private async orElse<T>(otherwise: T, command: () => Promise<unknown>): Promise<T> {
    try {
      return (await command()) as T;
    } catch (error) {
      this.logger.debug({ err: error }, 'The cache is not answering');
      return otherwise;
    }
  }
}

const entryKey = (key: string): string => `${prefix}:entry:${key}`;
const tagKeys = (tags: readonly string[]): string[] =>
  tags.flatMap((tag) => [`${prefix}:invalidated:${tag}`, `${prefix}:tag:${tag}`]);
