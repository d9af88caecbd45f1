import type { PlaceDraft } from './hotspot-drafts.js';
import type { RoomValues } from './room-values.js';

/** A rectangle of a room from above, in metres; z grows downwards, towards who looks at it. */
export type PlacementView = { readonly x: number; readonly z: number; readonly width: number; readonly depth: number };

export type PlacedPoint = { readonly x: number; readonly z: number };

const smallest = 8;
/** Bounds wider than this are the defaults of a new room, and would make everything in it a dot. */
const widestBounds = 60;
const margin = 2;

/** The place of a draft; null while it is not a number. */
export function pointOf({ x, z }: PlaceDraft): PlacedPoint | null {
  if (x.trim() === '' || z.trim() === '') return null;
  const point = { x: Number(x), z: Number(z) };
  return Number.isFinite(point.x) && Number.isFinite(point.z) ? point : null;
}

type Viewed = Pick<RoomValues, 'hotspots' | 'spawnPoint' | 'boundsMin' | 'boundsMax'>;

/** What is shown of a room: all of it when its bounds are those of a room, else what lies around its places. */
export function placementView({ hotspots, spawnPoint, boundsMin, boundsMax }: Viewed): PlacementView {
  const [min, max] = [pointOf(boundsMin), pointOf(boundsMax)];
  const isRoom = min !== null && max !== null && Math.max(max.x - min.x, max.z - min.z) <= widestBounds;
  const places = [spawnPoint, ...hotspots.map(({ position }) => position)].flatMap((place) => pointOf(place) ?? []);
  const points = isRoom ? [min, max] : places;
  const xs = points.map(({ x }) => x);
  const zs = points.map(({ z }) => z);
  return around(span(xs), span(zs));
}

type Span = { readonly from: number; readonly to: number };

const span = (values: readonly number[]): Span =>
  values.length === 0 ? { from: 0, to: 0 } : { from: Math.min(...values), to: Math.max(...values) };

function around(x: Span, z: Span): PlacementView {
  const width = Math.max(smallest, x.to - x.from + 2 * margin);
  const depth = Math.max(smallest, z.to - z.from + 2 * margin);
  return { x: (x.from + x.to) / 2 - width / 2, z: (z.from + z.to) / 2 - depth / 2, width, depth };
}

/** A point of the picture as it is written into the fields: to the decimetre. */
export function placeTextOf({ x, z }: PlacedPoint): { x: string; z: string } {
  const tenth = (value: number): string => String(Math.round(value * 10) / 10 + 0);
  return { x: tenth(x), z: tenth(z) };
}
