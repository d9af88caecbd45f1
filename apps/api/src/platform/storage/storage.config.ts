import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';

export const storageConfig = defineConfigSection(
  'storage',
  z.object({
    MEDIA_DIR: z
      .string()
      .min(1)
      .describe('The folder that holds uploaded media; the web server serves it under /media/.'),
  }),
);

export type StorageConfig = ConfigOf<typeof storageConfig>;
