import { z } from 'zod';
import { cafeCode, id } from './identifiers.js';
import { line, webUrl } from './text.js';

/** The farthest from a room's origin that anything may stand, in metres, in each direction. */
export const farthestInRoomMetres = 5000;
export const maxHotspots = 100;

// JSON cannot carry NaN, but 1e999 is read as Infinity. Minus zero becomes zero: the database has none, and the two must not differ.
const between = (min: number, max: number) =>
  z
    .number()
    .min(min)
    .max(max)
    .overwrite((value) => value + 0);

const coordinate = between(-farthestInRoomMetres, farthestInRoomMetres);
const angle = between(-2 * Math.PI, 2 * Math.PI);
const factor = between(0.001, 1000);

/** A place in the room: metres from its origin, y upwards. */
export const roomPosition = z
  .strictObject({ x: coordinate, y: coordinate, z: coordinate })
  .meta({ id: 'RoomPosition' });

const rotation = z.strictObject({ x: angle, y: angle, z: angle }).meta({ id: 'RoomRotation' });
const scale = z.strictObject({ x: factor, y: factor, z: factor }).meta({ id: 'RoomScale' });

const axes = ['x', 'y', 'z'] as const;

/** The box in which people move. */
export const roomBounds = z
  .strictObject({ min: roomPosition, max: roomPosition })
  .refine(({ min, max }) => axes.every((axis) => min[axis] < max[axis]), 'min must be below max in each direction')
  .meta({ id: 'RoomBounds' });

/** `en` may be empty: the Korean label is then shown. */
const hotspotLabel = z.strictObject({ ko: line(1, 80), en: line(0, 80) }).meta({ id: 'HotspotLabel' });

const hotspotFields = {
  /** Given by who places it, so that an editor can tell one from another before they are stored. */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, '1 to 40 letters, digits, _ and -'),
  position: roomPosition,
  label: hotspotLabel,
};

/**
 * Something to point at in a room, and what it opens: a product, a board's post or a coupon campaign by its id, another room by its code, an
 * image by its id, or an address.
 */
export const hotspot = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...hotspotFields, kind: z.literal('product'), target: id }),
    z.strictObject({ ...hotspotFields, kind: z.literal('board'), target: id }),
    z.strictObject({ ...hotspotFields, kind: z.literal('coupon'), target: id }),
    z.strictObject({ ...hotspotFields, kind: z.literal('portal'), target: cafeCode }),
    z.strictObject({ ...hotspotFields, kind: z.literal('photo'), target: id }),
    z.strictObject({ ...hotspotFields, kind: z.literal('link'), target: webUrl }),
  ])
  .meta({ id: 'Hotspot' });

const worldDataFields = {
  /** Metres. */
  playerHeight: between(0.3, 5),
  /** Metres. */
  playerRadius: between(0.05, 1),
  spawnPoint: roomPosition,
  /** The speed at which one leaves the ground, in metres per second. */
  playerJumpForce: between(0, 20),
  /** Metres per second. */
  playerSpeed: between(0.1, 30),
  playerScale: between(0.1, 10),
  /** Where one looks on arrival: radians about the vertical. */
  playerRotation: angle,
  /** Radians per second. */
  playerRotationSpeed: between(0.1, 50),
  defaultAnimationClip: line(1, 60),
  /** Where the map's origin stands in the room. */
  worldPosition: roomPosition,
  /** Euler angles, radians. */
  worldRotation: rotation,
  worldScale: scale,
  bounds: roomBounds,
  hotspots: z
    .array(hotspot)
    .max(maxHotspots)
    .refine(
      (spots) => new Set(spots.map((spot) => spot.id)).size === spots.length,
      'each hotspot has an id of its own',
    ),
};

/** How people stand and move in a room, and what is in it beside its map. */
export const worldData = z
  .strictObject(worldDataFields)
  .refine(({ playerHeight, playerRadius }) => 2 * playerRadius <= playerHeight, {
    path: ['playerRadius'],
    message: 'must be at most half of playerHeight',
  })
  .refine(({ spawnPoint, bounds }) => isWithinBounds(spawnPoint, bounds), {
    path: ['spawnPoint'],
    message: 'must be within the bounds',
  })
  .meta({ id: 'WorldData' });

/** Some of `worldData`, each field whole; what is left out stays, or has its default in a new room. */
export const worldDataChanges = z.strictObject(worldDataFields).partial().meta({ id: 'WorldDataChanges' });

/** Whether a place is within the box, its faces included. */
export const isWithinBounds = (position: RoomPosition, { min, max }: RoomBounds): boolean =>
  axes.every((axis) => position[axis] >= min[axis] && position[axis] <= max[axis]);

/** A new room's. */
export const defaultWorldData: WorldData = {
  playerHeight: 1.3,
  playerRadius: 0.2,
  spawnPoint: { x: 0, y: 0, z: 0 },
  playerJumpForce: 2,
  playerSpeed: 6,
  playerScale: 1,
  playerRotation: 0,
  playerRotationSpeed: 10,
  defaultAnimationClip: 'idle',
  worldPosition: { x: 0, y: 0, z: 0 },
  worldRotation: { x: 0, y: 0, z: 0 },
  worldScale: { x: 1, y: 1, z: 1 },
  bounds: { min: { x: -100, y: -20, z: -100 }, max: { x: 100, y: 80, z: 100 } },
  hotspots: [],
};

export type RoomPosition = z.infer<typeof roomPosition>;
export type RoomBounds = z.infer<typeof roomBounds>;
export type Hotspot = z.infer<typeof hotspot>;
export type WorldData = z.infer<typeof worldData>;
export type WorldDataChanges = z.infer<typeof worldDataChanges>;
