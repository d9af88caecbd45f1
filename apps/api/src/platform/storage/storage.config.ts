import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';

export const storageConfig = defineConfigSection(
  'storage',
  z.object({
    MEDIA_DIR: z
      .string()
      .min(1)
      .describe('The folder that holds uploaded media; the web server serves it under /media/.'),
    MAPS_DIR: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The folder that holds the models of rooms, which only the server itself hands out: never below MEDIA_DIR; by default MEDIA_DIR with "-maps" at its end.',
      ),
  }),
);

export type StorageConfig = ConfigOf<typeof storageConfig>;
