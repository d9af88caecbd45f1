import { scaleFor, type Transform, transformFlags, type WorldData } from '@virtualcafe/contracts';

const ringMetres = 1.2;
const placesInRing = 12;
/** Radians from one arrival to the next: no two of a ring fall together. */
const stepAngle = 2.4;

/** Where the so-manieth arrival stands: around the spawn point, so that people do not arrive within one another. */
export function spawnOf({ spawnPoint, playerRotation, bounds }: WorldData, arrival: number): Transform {
  const angle = arrival * stepAngle;
  const distance = arrival === 0 ? 0 : ringMetres * Math.sqrt((arrival % placesInRing) / placesInRing);
  const within = (value: number, axis: 'x' | 'z') => Math.min(bounds.max[axis], Math.max(bounds.min[axis], value));
  return {
    x: within(spawnPoint.x + Math.cos(angle) * distance, 'x'),
    y: spawnPoint.y,
    z: within(spawnPoint.z + Math.sin(angle) * distance, 'z'),
    yaw: playerRotation,
    animation: 0,
    flags: transformFlags.placed,
    clock: 0,
  };
}

/** Centimetres for each step of a coordinate on the wire, so that all of the room can be told. */
export const scaleOf = ({ bounds: { min, max } }: WorldData): number =>
  scaleFor(Math.max(...Object.values(min).map(Math.abs), ...Object.values(max).map(Math.abs)));
