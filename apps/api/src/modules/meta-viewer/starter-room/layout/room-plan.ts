import { type Rect } from './rect.js';
import { type Opening, type Spot, type Wall, type WallName } from './walls.js';

/** Kinds of seating by footprint: two at a small table, four at a square one, a long table, a table at the bench of a wall. */
export type SeatKind = 'duo' | 'quad' | 'long' | 'bench';

export interface SeatSet {
  kind: SeatKind;
  x: number;
  z: number;
  /** Radians, a multiple of a quarter turn. */
  yaw: number;
  rect: Rect;
}

export interface CounterPlan {
  wall: Wall;
  /** Middle along the wall. */
  u: number;
  length: number;
  /** The end that meets the next wall: −1 or 1 along u. */
  closedEnd: -1 | 1;
}

export interface BenchPlan {
  wall: Wall;
  from: number;
  to: number;
}

export interface PlantPlan {
  place: 'floor' | 'sill' | 'hanging';
  x: number;
  /** Metres: where the pot stands, or the ceiling it hangs from. */
  y: number;
  z: number;
  size: number;
}

export interface PhotoPlan {
  wall: WallName;
  imageIndex: number;
  /** Middle of the picture on the wall. */
  u: number;
  y: number;
  width: number;
  height: number;
}

export interface LampPlan {
  x: number;
  z: number;
  /** Metres: the underside of the shade. */
  y: number;
}

export interface RoomPlan {
  width: number;
  depth: number;
  height: number;
  walls: Record<WallName, Wall>;
  openings: Opening[];
  photoWall: WallName;
  counter: CounterPlan | undefined;
  bench: BenchPlan | undefined;
  bookshelf: { wall: Wall; u: number; width: number } | undefined;
  sets: SeatSet[];
  plants: PlantPlan[];
  photos: PhotoPlan[];
  lamps: LampPlan[];
  /** Boards on walls, by their middle. */
  shelves: { wall: WallName; u: number; length: number }[];
  spawn: Spot;
}

/** Metres. Aisles are a little wider than promised so that rounding never takes from the promise. */
export const measures = {
  aisle: 0.95,
  playerRadius: 0.2,
  playerHeight: 1.3,
  shelfDepth: 0.4,
  baristaGap: 0.95,
  counterDepth: 0.65,
  counterHeight: 1.05,
  benchDepth: 0.5,
  benchSetDepth: 1.75,
  bookshelfDepth: 0.32,
  wallThickness: 0.22,
  doorWidth: 1.7,
  doorHeight: 2.25,
} as const;

export const counterZoneDepth = measures.shelfDepth + measures.baristaGap + measures.counterDepth;

export const roomRect = (plan: { width: number; depth: number }): Rect => ({
  minX: -plan.width / 2,
  maxX: plan.width / 2,
  minZ: -plan.depth / 2,
  maxZ: plan.depth / 2,
});
