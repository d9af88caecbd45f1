import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { AccessGuard } from './access/access.guard.js';
import { configSections } from './app.config.js';
import { ApiKeysModule } from './modules/api-keys/api-keys.module.js';
import { AuthModule } from './modules/auth/auth.module.js';
import { BoardsModule } from './modules/boards/boards.module.js';
import { CafeFiguresModule } from './modules/cafe-figures/cafe-figures.module.js';
import { CafesModule } from './modules/cafes/cafes.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { ImageUploadModule } from './modules/image-upload/image-upload.module.js';
import { MapUploadsModule } from './modules/meta-viewer/maps/map-uploads.module.js';
import { MetaViewerModule } from './modules/meta-viewer/meta-viewer.module.js';
import { StarterRoomsModule } from './modules/meta-viewer/starter-room/starter-rooms.module.js';
import { ModerationModule } from './modules/moderation/moderation.module.js';
import { ProductCategoriesModule } from './modules/product-categories/product-categories.module.js';
import { ProductsModule } from './modules/products/products.module.js';
import { ProxyUsersModule } from './modules/proxy-users/proxy-users.module.js';
import { NoticesModule } from './modules/notices/notices.module.js';
import { RegionsModule } from './modules/regions/regions.module.js';
import { ReportingModule } from './modules/reporting/reporting.module.js';
import { RoomsModule } from './modules/rooms/rooms.module.js';
import { TransactionLogJobsModule } from './modules/transaction-log/transaction-log-jobs.module.js';
import { TransactionLogModule } from './modules/transaction-log/transaction-log.module.js';
import { UsersModule } from './modules/users/users.module.js';
import { WebPagesModule } from './modules/web-pages/web-pages.module.js';
import { WishlistModule } from './modules/wishlist/wishlist.module.js';
import { CacheModule } from './platform/cache/cache.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { ParsedConfig } from './platform/config/config-section.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { QueryGuard } from './platform/http/query.guard.js';
import { ValidationPipe } from './platform/http/validation.pipe.js';
import { JobWorkersModule } from './platform/jobs/job-workers.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';
import { MessagesModule } from './platform/messages/messages.module.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import { RateLimitModule } from './platform/rate-limit/rate-limit.module.js';
import { RedisModule } from './platform/redis/redis.module.js';
import { StorageModule } from './platform/storage/storage.module.js';
import type { Tracer } from './platform/tracing/tracer.js';
import { TracingModule } from './platform/tracing/tracing.module.js';

const platform = [
  ClockModule,
  MetricsModule,
  DatabaseModule,
  RedisModule,
  MessagesModule,
  CacheModule,
  RateLimitModule,
  StorageModule,
  JobsModule,
  JobWorkersModule,
];
const features = [
  HealthModule,
  TransactionLogModule,
  TransactionLogJobsModule,
  AuthModule,
  UsersModule,
  ApiKeysModule,
  RegionsModule,
  CafesModule,
  ProductCategoriesModule,
  ProductsModule,
  ProxyUsersModule,
  WishlistModule,
  BoardsModule,
  NoticesModule,
  CafeFiguresModule,
  ImageUploadModule,
  MetaViewerModule,
  StarterRoomsModule,
  MapUploadsModule,
  ModerationModule,
  ReportingModule,
  RoomsModule,
  WebPagesModule,
];

/** The table of contents: platform, access, then the features. */
@Module({})
export class AppModule {
  static forRoot(config: ParsedConfig, logger: Logger, tracer: Tracer): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(configSections, config),
        LoggingModule.forRoot(logger),
        TracingModule.forRoot(tracer),
        ScheduleModule.forRoot(),
        ...platform,
        ...features,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: QueryGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
      ],
    };
  }
}
