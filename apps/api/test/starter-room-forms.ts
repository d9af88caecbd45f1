import fc from 'fast-check';
import { counterSides, starterRoomLimits, starterRoomStyles } from '@virtualcafe/contracts';
import { type StarterRoomForm, wallPhotoLimits } from '../src/modules/meta-viewer/starter-room/starter-room-form.js';

const { side, height, tables, plants, lights, photos } = starterRoomLimits;
const metres = (limits: { min: number; max: number }): fc.Arbitrary<number> =>
  fc.integer({ min: limits.min * 10, max: limits.max * 10 }).map((tenths) => tenths / 10);
const pixels = fc.integer({ min: 256, max: wallPhotoLimits.pixels });

/** Any form an owner can send. */
export const anyForm: fc.Arbitrary<StarterRoomForm> = fc.record({
  width: metres(side),
  depth: metres(side),
  height: metres(height),
  style: fc.constantFrom(...starterRoomStyles),
  tables: fc.integer({ min: 0, max: tables }),
  counter: fc.constantFrom(...counterSides),
  plants: fc.integer({ min: 0, max: plants }),
  lights: fc.integer({ min: 0, max: lights }),
  photos: fc.array(fc.record({ imageIndex: fc.integer({ min: 0, max: photos - 1 }), width: pixels, height: pixels }), {
    maxLength: photos,
  }),
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
});
