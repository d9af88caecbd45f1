import { Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logging.module.js';
import { RedisConnection } from '../redis/redis.module.js';
import { cacheConfig, type CacheConfig } from './cache.config.js';
import { MemoryResponseCache } from './memory-response-cache.js';
import { RedisResponseCache } from './redis-response-cache.js';
import { RESPONSE_CACHE, type ResponseCache } from './response-cache.js';

@Global()
@Module({
  providers: [
    {
      provide: RESPONSE_CACHE,
      inject: [cacheConfig.token, RedisConnection, LOGGER],
      useFactory: (config: CacheConfig, redis: RedisConnection, logger: Logger): ResponseCache =>
        redis.client === undefined
          ? new MemoryResponseCache(config.CACHE_MEMORY_MB * 1024 * 1024)
          : new RedisResponseCache(redis.client, logger),
    },
  ],
  exports: [RESPONSE_CACHE],
})
export class CacheModule {}
