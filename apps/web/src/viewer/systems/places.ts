import { Vector3 } from 'three';
import type { RoomPosition } from '@virtualcafe/contracts';
import { yawAlong } from './angles.js';
import type { Capsule, SolidWorld } from './solid-world.js';

/** A place to stand or sit, and where one looks there. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
}

const down = new Vector3(0, -1, 0);
const flatUp = 0.643;
const directions = Array.from({ length: 16 }, (_, index) => {
  const angle = (index * Math.PI) / 8;
  return new Vector3(Math.cos(angle), 0, Math.sin(angle));
});

interface BodySize {
  readonly height: number;
  readonly radius: number;
}

const isFree = (solids: SolidWorld, at: Vector3, { height, radius }: BodySize, bottom: number): boolean => {
  const capsule: Capsule = { radius, bottom, top: height };
  return solids.pushOut(at.clone(), capsule, () => undefined) < 0.02;
};

/** The height of flat ground beneath, within `farMetres`. */
const groundUnder = (solids: SolidWorld, from: Vector3, farMetres: number): number | null => {
  const hit = solids.castRay(from, down, farMetres, 'people');
  return hit && hit.normal.y > flatUp ? from.y - hit.distance : null;
};

/** Where to stand before a hotspot, facing it: in the open, on the floor that `from` stands on if there is one, not behind a wall. Null: nowhere. */
export const standBefore = (
  solids: SolidWorld,
  spot: RoomPosition,
  from: RoomPosition,
  body: BodySize,
): Place | null => {
  const eye = new Vector3();
  const at = new Vector3();
  let best: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const metres of [1.25, 0.9, 0.6]) {
    for (const direction of directions) {
      eye.set(spot.x, spot.y, spot.z).addScaledVector(direction, 0.03);
      if (solids.castRay(eye, direction, metres, 'people')) continue;
      at.copy(eye).addScaledVector(direction, metres - 0.03);
      const ground = groundUnder(solids, at, Math.max(4, spot.y - from.y + 1));
      if (ground === null) continue;
      at.y = ground;
      if (!isFree(solids, at, body, 0.1)) continue;
      const cost =
        Math.abs(ground - from.y) * 4 + Math.hypot(at.x - from.x, at.z - from.z) * 0.2 + Math.abs(metres - 1.25) * 2;
      if (cost < least)
        [best, least] = [{ x: at.x, y: ground, z: at.z, yaw: yawAlong(-direction.x, -direction.z) }, cost];
    }
  }
  return best;
};

/** Seats are this high above where one stands, metres. */
const lowestSeat = 0.22;
const highestSeat = 0.62;
const seatReach = [0, 0.25, 0.45, 0.65, 0.85];

/** The nearest seat before somebody's feet, within reach: a flat place of a seat's height with room above. Null: the floor it is. */
export const seatBefore = (solids: SolidWorld, feet: RoomPosition, yaw: number, body: BodySize): Place | null => {
  const at = new Vector3();
  for (const metres of seatReach) {
    for (const side of [0, 0.5, -0.5, 1, -1]) {
      const angle = yaw + side;
      at.set(feet.x - Math.sin(angle) * metres, feet.y + highestSeat + 0.05, feet.z - Math.cos(angle) * metres);
      const top = groundUnder(solids, at, highestSeat + 0.1 - lowestSeat);
      if (top === null || top - feet.y < lowestSeat) continue;
      at.y = top;
      // Seated, the head is lower than standing, and the back of a chair may touch one's own.
      if (!isFree(solids, at, { height: body.height * 0.8, radius: body.radius * 0.7 }, 0.12)) continue;
      return { x: at.x, y: top, z: at.z, yaw: openSide(solids, at, yaw + Math.PI) };
    }
  }
  return null;
};

/** The most open direction around a seat, near to the one that is wished for: nobody sits with the nose to the wall. */
const openSide = (solids: SolidWorld, seat: Vector3, wished: number): number => {
  const eye = seat.clone();
  eye.y += 0.3;
  const direction = new Vector3();
  let best = wished;
  let most = Number.NEGATIVE_INFINITY;
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const yaw = wished + (quarter * Math.PI) / 2;
    direction.set(-Math.sin(yaw), 0, -Math.cos(yaw));
    const free = solids.castRay(eye, direction, 0.7, 'people')?.distance ?? 0.7;
    const worth = free - (quarter === 0 ? 0 : 0.15);
    if (worth > most) [best, most] = [yaw, worth];
  }
  return best;
};
