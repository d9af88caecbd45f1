import { type Hotspot, type MapReport, maxHotspots, type RoomPosition, type WorldData } from '@virtualcafe/contracts';
import type { StarterRoom } from './generate-starter-room.js';

/** A photo of the room, by its place in the order. */
export interface HungPhoto {
  readonly imageId: string;
  readonly label: Hotspot['label'];
}

/** Hotspots whose ids begin so are the starter room's own: the next one takes them down. */
const hungPrefix = 'wall-photo-';

/** Metres below the floor to where nobody is put back yet: feet on the floor are now and then a hair below it. */
const slackBelow = 0.5;

/**
 * World data for a room's new map: where one arrives, how far it goes, and a hotspot on each photo on its walls. How people move and the
 * keeper's own hotspots stay, these before the photos where both are more than there may be.
 */
export function furnish(
  current: WorldData,
  { world }: Pick<StarterRoom, 'world'>,
  photos: readonly HungPhoto[],
): WorldData {
  const own = current.hotspots.filter(({ id }) => !id.startsWith(hungPrefix));
  const hung = world.hotspots.flatMap(({ imageIndex, position }, place): Hotspot[] => {
    const photo = photos[imageIndex];
    if (photo === undefined) return [];
    const { imageId: target, label } = photo;
    return [{ kind: 'photo', id: `${hungPrefix}${place + 1}`, target, label, position: toMillimetres(position) }];
  });
  const { min, max } = world.bounds;
  return {
    ...current,
    spawnPoint: toMillimetres(world.spawnPoint),
    playerRotation: world.playerRotation,
    worldPosition: { x: 0, y: 0, z: 0 },
    worldRotation: { x: 0, y: 0, z: 0 },
    worldScale: { x: 1, y: 1, z: 1 },
    bounds: { min: toMillimetres({ ...min, y: min.y - slackBelow }), max: toMillimetres(max) },
    hotspots: [...own, ...hung].slice(0, maxHotspots),
  };
}

/** What photos are called that nobody has named. */
export const numberedLabel = (place: number): Hotspot['label'] => ({
  ko: `사진 ${place + 1}`,
  en: `Photo ${place + 1}`,
});

/** What is known of a map that was made here: nothing to find fault with, and what it costs. */
export function reportOf({ budget }: Pick<StarterRoom, 'budget'>): MapReport {
  // Each draw call is a node of its own.
  const desktop = { ...budget, nodes: budget.drawCalls };
  return { findings: [], budget: { original: desktop, desktop, mobile: null } };
}

/** Of a room that could not be made, however often it was tried. */
export const failureReport = (reason: string): MapReport => ({
  findings: [{ severity: 'error', code: 'starter-room.failed', message: reason.slice(0, longestReason), pointer: '' }],
  budget: { original: null, desktop: null, mobile: null },
});

const longestReason = 500;
const thousandths = (value: number): number => Math.round(value * 1000) / 1000 + 0;
const toMillimetres = ({ x, y, z }: RoomPosition): RoomPosition => ({
  x: thousandths(x),
  y: thousandths(y),
  z: thousandths(z),
});
