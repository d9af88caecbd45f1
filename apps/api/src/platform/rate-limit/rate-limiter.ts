import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { LOGGER } from '../logging/logging.module.js';
import { RedisConnection } from '../redis/redis.module.js';
import { rateLimitConfig, type RateLimitClass, type RateLimitConfig } from './rate-limit.config.js';

export interface RateLimitVerdict {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

const windowSeconds = 60;

/**
 * Counts calls by class and address in windows of a minute: in Redis for all processes, in memory without it.
 * While a configured Redis is away each process counts for itself (the insurance limiter): limits hold, per process.
 */
@Injectable()
export class RateLimiter {
  private readonly limiters = new Map<RateLimitClass, RateLimiterAbstract>();

  constructor(
    @Inject(rateLimitConfig.token) config: RateLimitConfig,
    redis: RedisConnection,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const limits = {
      read: config.RATE_LIMIT_READ,
      write: config.RATE_LIMIT_WRITE,
      credentials: config.RATE_LIMIT_CREDENTIALS,
      upload: config.RATE_LIMIT_UPLOAD,
    };
    for (const [name, points] of Object.entries(limits)) {
      if (points > 0) this.limiters.set(name as RateLimitClass, createLimiter(name, points, redis));
    }
  }

  /** Whether calls of this class are counted at all. */
  limits(limitClass: RateLimitClass): boolean {
    return this.limiters.has(limitClass);
  }

  /** Takes one call of `address` off its class; undefined when the class has no limit. */
  async consume(limitClass: RateLimitClass, address: string): Promise<RateLimitVerdict | undefined> {
    const limiter = this.limiters.get(limitClass);
    if (limiter === undefined) return undefined;
    try {
      return verdict(true, limiter.points, await limiter.consume(address));
    } catch (rejection) {
      if (rejection instanceof RateLimiterRes) return verdict(false, limiter.points, rejection);
      this.logger.error({ err: rejection }, 'The rate limiter failed; letting the request through');
      return undefined;
    }
  }
}

function createLimiter(name: string, points: number, redis: RedisConnection): RateLimiterAbstract {
  const options = { keyPrefix: `limit:${name}`, points, duration: windowSeconds };
  const memory = new RateLimiterMemory(options);
  if (redis.client === undefined) return memory;
  return new RateLimiterRedis({ ...options, storeClient: redis.client, insuranceLimiter: memory });
}

const verdict = (isAllowed: boolean, limit: number, result: RateLimiterRes): RateLimitVerdict => ({
  isAllowed,
  limit,
  remaining: Math.max(0, result.remainingPoints),
  resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
});
