import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';

export const redisConfig = defineConfigSection(
  'redis',
  z.object({
    REDIS_URL: z
      .string()
      .refine(
        (value) => /^rediss?:\/\//.test(value) && URL.canParse(value),
        'must be an address like redis://host:6379',
      )
      .optional()
      .describe(
        'Redis 7, which several processes share for rooms, rate limits and caches; without it one process keeps them in memory. Needed as soon as there are two.',
      ),
  }),
);

export type RedisConfig = ConfigOf<typeof redisConfig>;
