import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { CafesModule } from '../modules/cafes/cafes.module.js';
import { imageUploadConfig } from '../modules/image-upload/image-upload.config.js';
import { ImageUploadModule } from '../modules/image-upload/image-upload.module.js';
import { ViewerRecordsModule } from '../modules/meta-viewer/viewer-records.module.js';
import { RegionsModule } from '../modules/regions/regions.module.js';
import { TransactionLogModule } from '../modules/transaction-log/transaction-log.module.js';
import { UsersModule } from '../modules/users/users.module.js';
import { cacheConfig } from '../platform/cache/cache.config.js';
import { CacheModule } from '../platform/cache/cache.module.js';
import { ClockModule } from '../platform/clock/clock.module.js';
import { ConfigModule } from '../platform/config/config.module.js';
import type { ParsedConfig } from '../platform/config/config-section.js';
import { databaseConfig } from '../platform/database/database.config.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { httpConfig } from '../platform/http/http.config.js';
import { LoggingModule } from '../platform/logging/logging.module.js';
import { MessagesModule } from '../platform/messages/messages.module.js';
import { redisConfig } from '../platform/redis/redis.config.js';
import { RedisModule } from '../platform/redis/redis.module.js';
import { storageConfig } from '../platform/storage/storage.config.js';
import { StorageModule } from '../platform/storage/storage.module.js';
import { noTracer } from '../platform/tracing/tracer.js';
import { TracingModule } from '../platform/tracing/tracing.module.js';
import { DemoRoomSeeder } from './demo-room-seeder.js';
import { DemoSeeder } from './demo-seeder.js';

export const demoConfigSections = [
  httpConfig,
  databaseConfig,
  storageConfig,
  redisConfig,
  cacheConfig,
  imageUploadConfig,
];

/** The services that the seed works with: the server's own, so that the demo is made by the product's rules. */
@Module({})
export class DemoModule {
  static forRoot(config: ParsedConfig, logger: Logger): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        ConfigModule.forRoot(demoConfigSections, config),
        LoggingModule.forRoot(logger),
        TracingModule.forRoot(noTracer),
        ClockModule,
        DatabaseModule,
        RedisModule,
        MessagesModule,
        CacheModule,
        StorageModule,
        TransactionLogModule,
        UsersModule,
        RegionsModule,
        CafesModule,
        ImageUploadModule,
        ViewerRecordsModule,
      ],
      providers: [DemoSeeder, DemoRoomSeeder],
    };
  }
}
