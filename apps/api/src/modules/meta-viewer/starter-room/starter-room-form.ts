import { z } from 'zod';

export const starterRoomStyles = ['wood', 'modern', 'hanok', 'industrial', 'garden'] as const;
export type StarterRoomStyle = (typeof starterRoomStyles)[number];

/** Which wall the counter stands at, seen by somebody who has just come in through the door in the front wall. */
export const counterSides = ['none', 'back', 'left', 'right'] as const;
export type CounterSide = (typeof counterSides)[number];

export const starterRoomLimits = {
  /** Metres, for width and depth. */
  side: { min: 6, max: 30 },
  /** Metres. */
  height: { min: 2.8, max: 6 },
  tables: 24,
  plants: 20,
  lights: 24,
  photos: 12,
  /** Pixels, longer side. */
  photoPixels: 1024,
  /** Longer side divided by the shorter one: beyond it a frame is a strip. */
  photoRatio: 4,
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

const { side, height, tables, plants, lights, photos, photoPixels, photoRatio } = starterRoomLimits;
const pixels = z.int().min(1).max(photoPixels);

const starterRoomPhoto = z
  .strictObject({
    imageIndex: z
      .int()
      .min(0)
      .max(photos - 1),
    width: pixels,
    height: pixels,
  })
  .refine((photo) => Math.max(photo.width / photo.height, photo.height / photo.width) <= photoRatio);

export const starterRoomForm = z.strictObject({
  width: z.number().min(side.min).max(side.max),
  depth: z.number().min(side.min).max(side.max),
  height: z.number().min(height.min).max(height.max),
  style: z.enum(starterRoomStyles),
  tables: z.int().min(0).max(tables),
  counter: z.enum(counterSides),
  plants: z.int().min(0).max(plants),
  lights: z.int().min(0).max(lights),
  photos: z.array(starterRoomPhoto).max(photos),
  seed: z.int().min(0).max(0xffff_ffff),
}) satisfies z.ZodType<StarterRoomForm>;
