import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../../../platform/config/config-section.js';
import { whole } from '../../../platform/config/variable-types.js';

export const mapsConfig = defineConfigSection(
  'maps',
  z.object({
    MAP_MEMORY_MB: whole(256, 65_536)
      .default(2048)
      .describe(
        'How much memory the work on one uploaded map may take, in megabytes; a map that needs more is refused. One is worked on at a time.',
      ),
    MAP_TIME_LIMIT_MS: whole(1000, 3_600_000)
      .default(600_000)
      .describe('How long the work on one uploaded map may take, in milliseconds; a map that takes longer is refused.'),
    MAP_NICENESS: whole(0, 19)
      .default(19)
      .describe(
        'How far the work on uploaded maps stands back behind everything else on the machine: 0 not at all, 19 wholly.',
      ),
  }),
);

export type MapsConfig = ConfigOf<typeof mapsConfig>;
