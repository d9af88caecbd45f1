import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logging.module.js';
import { traceCommands } from '../tracing/command-tracing.js';
import type { Tracer } from '../tracing/tracer.js';
import { TRACER } from '../tracing/tracing.module.js';
import { redisConfig, type RedisConfig } from './redis.config.js';

/**
 * The shared Redis, when there is one. Commands fail at once while it is away (no queue, 500 ms at most):
 * each user of it decides what to do without.
 */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  readonly client: Redis | undefined;

  constructor(
    @Inject(redisConfig.token) config: RedisConfig,
    @Inject(LOGGER) logger: Logger,
    @Inject(TRACER) tracer: Tracer,
  ) {
    if (config.REDIS_URL === undefined) return;
    this.client = new Redis(config.REDIS_URL, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 500,
      connectTimeout: 2000,
      retryStrategy: (attempt) => Math.min(attempt * 200, 3000),
    });
    traceCommands(this.client, tracer);
    // One line when it goes and one when it is back, not one a second.
    let isAway = false;
    this.client.on('error', (error: Error) => {
      if (!isAway) logger.error({ err: error }, 'Redis is not answering; going on without it');
      isAway = true;
    });
    this.client.on('ready', () => {
      if (isAway) logger.info('Redis is answering again');
      isAway = false;
    });
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}

@Global()
@Module({ providers: [RedisConnection], exports: [RedisConnection] })
export class RedisModule {}
