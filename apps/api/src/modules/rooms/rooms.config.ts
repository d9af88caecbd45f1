import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../../platform/config/config-section.js';
import { whole } from '../../platform/config/variable-types.js';

export const roomsConfig = defineConfigSection(
  'rooms',
  z.object({
    ROOM_CAPACITY: whole(1, 1000)
      .default(60)
      .describe('How many people one room holds; when it is full, the next opens beside it.'),
  }),
);

export type RoomsConfig = ConfigOf<typeof roomsConfig>;
