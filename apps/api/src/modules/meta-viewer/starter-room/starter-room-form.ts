import { type CounterSide, starterRoomLimits, starterRoomRequest, type StarterRoomStyle } from '@virtualcafe/contracts';
import { z } from 'zod';

export const wallPhotoLimits = {
  /** Pixels, longer side. */
  pixels: 768,
  /** Longer side divided by the shorter one: beyond it a frame is a strip. */
  ratio: 4,
} as const;

/** A frame on a wall and the picture in it. */
export interface StarterRoomPhoto {
  /** Which of the images given to the generator. */
  imageIndex: number;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
}

/** What an owner chooses. Tables and plants are upper limits: as many are placed as leave aisles of 0.9 m. */
export interface StarterRoomForm {
  /** Metres along x, wall to wall. */
  width: number;
  /** Metres along z, door to back wall. */
  depth: number;
  /** Metres, floor to ceiling. */
  height: number;
  style: StarterRoomStyle;
  tables: number;
  counter: CounterSide;
  plants: number;
  /** Pendant lamps. */
  lights: number;
  photos: StarterRoomPhoto[];
  /** The same form and seed give the same bytes. */
  seed: number;
}

const pixels = z.int().min(1).max(wallPhotoLimits.pixels);

const starterRoomPhoto = z
  .strictObject({
    imageIndex: z
      .int()
      .min(0)
      .max(starterRoomLimits.photos - 1),
    width: pixels,
    height: pixels,
  })
  .refine((photo) => Math.max(photo.width / photo.height, photo.height / photo.width) <= wallPhotoLimits.ratio);

export const starterRoomForm = starterRoomRequest
  .omit({ imageIds: true })
  .extend({ photos: z.array(starterRoomPhoto).max(starterRoomLimits.photos) }) satisfies z.ZodType<StarterRoomForm>;
