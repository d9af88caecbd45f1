import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';
import { flag, whole } from '../config/variable-types.js';

export const cacheConfig = defineConfigSection(
  'cache',
  z.object({
    CACHE_ENABLED: flag.default(true).describe('Whether public answers are kept.'),
    CACHE_MEMORY_MB: whole(1, 4096).default(64).describe('How much one process keeps of them in memory, in megabytes.'),
  }),
);

export type CacheConfig = ConfigOf<typeof cacheConfig>;
