import type { StarterChoices } from './starter-form.js';

/** Seen from above, in metres from the room's middle: x to the right, z towards the door. */
type Place = { readonly x: number; readonly z: number };
export type Patch = Place & { readonly width: number; readonly depth: number };
export type TablePlace = Place & { readonly chairs: readonly Place[] };

export type PlanSketch = {
  readonly counter: Patch | null;
  readonly tables: readonly TablePlace[];
  readonly plants: readonly Place[];
  readonly lamps: readonly Place[];
  readonly photos: readonly Patch[];
};

const counterDepth = 0.7;
const counterFromWall = 1.3;
const aisle = 1.2;
const doorClearance = 2.2;
const seatSpacing = 2.1;

const chairDistance = 0.62;

type Sketched = Pick<StarterChoices, 'width' | 'depth' | 'tables' | 'counter' | 'plants' | 'lights' | 'seed'> & {
  readonly photoCount: number;
};

/** Roughly where things will stand: the API plans the room itself, with aisles and reach, and may place fewer. */
export function sketchPlan(room: Sketched): PlanSketch {
  const random = randomOf(room.seed);
  const zone = zoneOf(room);
  return {
    counter: counterOf(room),
    tables: spread(zone, room.tables).map((place) => tableAt(place, random)),
    plants: plantsOf(room, random),
    lamps: spread(zone, room.lights),
    photos: photosOf(room, random),
  };
}

function counterOf({ width, depth, counter }: Sketched): Patch | null {
  if (counter === 'none') return null;
  const wall = counter === 'back' ? width : depth;
  const length = Math.min(5.4, Math.max(2.6, wall * 0.52));
  if (counter === 'back') {
    return { x: 0, z: counterFromWall - depth / 2, width: length, depth: counterDepth };
  }
  const side = counter === 'left' ? -1 : 1;
  return {
    x: side * (width / 2 - counterFromWall),
    z: length / 2 - depth / 2 + 0.3,
    width: counterDepth,
    depth: length,
  };
}

type Zone = { readonly minX: number; readonly maxX: number; readonly minZ: number; readonly maxZ: number };

function zoneOf({ width, depth, counter }: Sketched): Zone {
  const taken = counterFromWall + counterDepth / 2 + aisle;
  const inset = (isTaken: boolean): number => (isTaken ? taken : 0.9);
  return {
    minX: -width / 2 + inset(counter === 'left'),
    maxX: width / 2 - inset(counter === 'right'),
    minZ: -depth / 2 + inset(counter === 'back'),
    maxZ: depth / 2 - doorClearance,
  };
}

/** As even a grid as fits `count`; fewer where there is no space for so many. */
function spread({ minX, maxX, minZ, maxZ }: Zone, count: number): Place[] {
  const [width, depth] = [Math.max(0, maxX - minX), Math.max(0, maxZ - minZ)];
  const most = { columns: Math.floor(width / seatSpacing) + 1, rows: Math.floor(depth / seatSpacing) + 1 };
  const placed = Math.min(count, most.columns * most.rows);
  if (placed === 0) return [];
  const wanted = Math.ceil(Math.sqrt((placed * Math.max(width, 0.1)) / Math.max(depth, 0.1)));
  const columns = Math.min(most.columns, Math.max(wanted, Math.ceil(placed / most.rows)));
  const rows = Math.ceil(placed / columns);
  return Array.from({ length: placed }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, placed - row * columns);
    return { x: minX + (width * ((index % columns) + 0.5)) / inRow, z: minZ + (depth * (row + 0.5)) / rows };
  });
}

function tableAt({ x, z }: Place, random: () => number): TablePlace {
  const chairCount = random() < 0.4 ? 4 : 2;
  const turn = random() * Math.PI;
  const chairs = Array.from({ length: chairCount }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / chairCount;
    return { x: x + Math.cos(angle) * chairDistance, z: z + Math.sin(angle) * chairDistance };
  });
  return { x, z, chairs };
}

/** In the corners first, then along the side walls. */
function plantsOf({ width, depth, plants }: Sketched, random: () => number): Place[] {
  const [x, z] = [width / 2 - 0.45, depth / 2 - 0.45];
  const corners: Place[] = [
    { x: -x, z },
    { x, z },
    { x, z: -z },
    { x: -x, z: -z },
  ];
  const along = Array.from({ length: Math.max(0, plants - corners.length) }, (_, index): Place => {
    const side = index % 2 === 0 ? -1 : 1;
    return { x: side * x, z: (random() - 0.5) * 2 * (z - 1.2) };
  });
  return [...corners.slice(0, plants), ...along];
}

/** On the wall one looks at, beside the counter. */
function photosOf({ width, depth, counter, photoCount }: Sketched, random: () => number): Patch[] {
  const isSide = counter === 'back';
  const side = random() < 0.5 ? -1 : 1;
  const length = (isSide ? depth : width) - 1.2;
  const size = Math.min(0.9, (length / Math.max(photoCount, 1)) * 0.75);
  return Array.from({ length: photoCount }, (_, index) => {
    const along = ((index + 0.5) / photoCount - 0.5) * length;
    return isSide
      ? { x: (side * width) / 2, z: along, width: 0.12, depth: size }
      : { x: along, z: -depth / 2, width: size, depth: 0.12 };
  });
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
