import type { Hotspot, RoomPosition } from '@virtualcafe/contracts';

const nearMetres = 1.8;
/** Leaving takes a step more than coming: standing on the edge must not flicker. */
const leaveMetres = 2.1;
/** What hangs higher or lies lower belongs to another floor. */
const besideMetres = 2.6;

/** The hotspot that one stands near enough to open, the nearest of several. `before` is the one that it was until now. */
export const nearHotspot = (hotspots: readonly Hotspot[], at: RoomPosition, before: string | null): string | null => {
  let found: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { id, position } of hotspots) {
    const metres = Math.hypot(position.x - at.x, position.z - at.z);
    const isBeside = Math.abs(position.y - at.y) <= besideMetres;
    if (!isBeside || metres > (id === before ? leaveMetres : nearMetres)) continue;
    // The one that it was stays it until another is clearly nearer.
    const counted = id === before ? metres - 0.25 : metres;
    if (counted < nearest) [found, nearest] = [id, counted];
  }
  return found;
};
