import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { ApiKeysModule } from '../modules/api-keys/api-keys.module.js';
import { UsersModule } from '../modules/users/users.module.js';
import { cacheConfig } from '../platform/cache/cache.config.js';
import { CacheModule } from '../platform/cache/cache.module.js';
import { ClockModule } from '../platform/clock/clock.module.js';
import { ConfigModule } from '../platform/config/config.module.js';
import { type ParsedConfig, parseConfig } from '../platform/config/config-section.js';
import { databaseConfig } from '../platform/database/database.config.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { LoggingModule } from '../platform/logging/logging.module.js';
import { NestLogger } from '../platform/logging/nest-logger.js';
import { redisConfig } from '../platform/redis/redis.config.js';
import { RedisModule } from '../platform/redis/redis.module.js';
import { noTracer } from '../platform/tracing/tracer.js';
import { TracingModule } from '../platform/tracing/tracing.module.js';

const sections = [databaseConfig, redisConfig, cacheConfig];

/** The services that the command line works with: the server's own, without HTTP, jobs or files; what servers keep in Redis is told of changes. */
@Module({})
class CommandModule {
  static forRoot(config: ParsedConfig): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        ConfigModule.forRoot(sections, config),
        LoggingModule.forRoot(commandLogger),
        TracingModule.forRoot(noTracer),
        ClockModule,
        RedisModule,
        CacheModule,
        DatabaseModule,
        UsersModule,
        ApiKeysModule,
      ],
    };
  }
}

// Standard output is for what was asked for; a failure is reported by the command itself, in one line.
const commandLogger = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));

/**
 * Runs `work` with the services, and lets go of the database whatever comes of it. Needs DATABASE_URL and no secret.
 * @throws ConfigError naming every variable that is wrong.
 */
export async function inCommandContext<T>(
  environment: NodeJS.ProcessEnv,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const config = parseConfig(sections, environment);
  const context = await NestFactory.createApplicationContext(CommandModule.forRoot(config), {
    logger: new NestLogger(commandLogger),
    abortOnError: false,
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
