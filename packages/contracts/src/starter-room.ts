import { z } from 'zod';
import { id } from './identifiers.js';

export const starterRoomStyles = ['wood', 'modern', 'hanok', 'industrial', 'garden'] as const;

/** Which wall the counter stands at, seen by somebody who has just come in through the door in the front wall. */
export const counterSides = ['none', 'back', 'left', 'right'] as const;

/** Sides and height in metres, the others most. */
export const starterRoomLimits = {
  side: { min: 6, max: 30 },
  height: { min: 2.8, max: 6 },
  tables: 24,
  plants: 20,
  lights: 24,
  photos: 12,
} as const;

const { side, height, tables, plants, lights, photos } = starterRoomLimits;

/** `imageIds`: photos for the walls, in order. The same request gives the same room; another `seed` places things otherwise. */
export const starterRoomRequest = z
  .strictObject({
    style: z.enum(starterRoomStyles),
    width: z.number().min(side.min).max(side.max),
    depth: z.number().min(side.min).max(side.max),
    height: z.number().min(height.min).max(height.max),
    tables: z.int().min(0).max(tables),
    counter: z.enum(counterSides),
    plants: z.int().min(0).max(plants),
    lights: z.int().min(0).max(lights),
    imageIds: z.array(id).max(photos),
    seed: z.int().min(0).max(0xffff_ffff),
  })
  .meta({ id: 'StarterRoomRequest' });

export type StarterRoomStyle = (typeof starterRoomStyles)[number];
export type CounterSide = (typeof counterSides)[number];
export type StarterRoomRequest = z.infer<typeof starterRoomRequest>;
