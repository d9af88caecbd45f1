import { authConfig } from './modules/auth/auth.config.js';
import { imageUploadConfig } from './modules/image-upload/image-upload.config.js';
import { mapsConfig } from './modules/meta-viewer/maps/maps.config.js';
import { roomsConfig } from './modules/rooms/rooms.config.js';
import { embedConfig } from './modules/web-pages/embed.config.js';
import { cacheConfig } from './platform/cache/cache.config.js';
import { databaseConfig } from './platform/database/database.config.js';
import { httpConfig } from './platform/http/http.config.js';
import { loggingConfig } from './platform/logging/logging.config.js';
import { metricsConfig } from './platform/metrics/metrics.config.js';
import { rateLimitConfig } from './platform/rate-limit/rate-limit.config.js';
import { redisConfig } from './platform/redis/redis.config.js';
import { storageConfig } from './platform/storage/storage.config.js';
import { tracingConfig } from './platform/tracing/tracing.config.js';

/** Every section of the configuration, in the order in which `.env.example` and the reference list them. */
export const configSections = [
  loggingConfig,
  httpConfig,
  metricsConfig,
  tracingConfig,
  databaseConfig,
  storageConfig,
  redisConfig,
  cacheConfig,
  rateLimitConfig,
  authConfig,
  imageUploadConfig,
  mapsConfig,
  roomsConfig,
  embedConfig,
];
