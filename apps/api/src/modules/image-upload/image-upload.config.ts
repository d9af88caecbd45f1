import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../../platform/config/config-section.js';
import { whole } from '../../platform/config/variable-types.js';

export const imageUploadConfig = defineConfigSection(
  'image-upload',
  z.object({
    UPLOAD_STALL_MS: whole(100, 600_000)
      .default(15_000)
      .describe('How long an upload may send nothing before it is given up, in milliseconds.'),
    IMAGE_MEMORY_MB: whole(128, 16_384)
      .default(256)
      .describe(
        'How much memory decoding images may take at once, in megabytes; an image that needs more by itself is refused.',
      ),
  }),
);

export type ImageUploadConfig = ConfigOf<typeof imageUploadConfig>;
