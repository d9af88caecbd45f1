import { defaultInterest } from '@virtualcafe/world';
import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../../platform/config/config-section.js';
import { whole } from '../../platform/config/variable-types.js';

export const roomsConfig = defineConfigSection(
  'rooms',
  z.object({
    ROOM_CAPACITY: whole(1, 5000)
      .default(60)
      .describe('How many people one room holds; when it is full, the next opens beside it.'),
    ROOM_WATCH_ALL_UP_TO: whole(1, 5000)
      .default(defaultInterest.aboveCount)
      .describe(
        'Up to how many people in a room each is told of all; beyond, of the 50 nearest and in turn of the others, which takes less bandwidth and more work.',
      ),
  }),
);

export type RoomsConfig = ConfigOf<typeof roomsConfig>;
