import { blocksOf } from '../collider.js';
import { type Style } from '../styles.js';
import { Reach } from './reach.js';
import { rectAround } from './rect.js';
import { measures, type RoomPlan, roomRect } from './room-plan.js';
import { fromWall, type Spot, type Wall } from './walls.js';

/** Metres: off the wall, from one to the next, from whoever arrives, and the height at which a sign hangs. */
const offWall = 0.55;
const apart = 1;
const fromSpawn = 1.2;
const signHeight = 1.4;
const mostSpots = 4;

/** Along a wall outwards from `start`, one side after the other. */
const along = (wall: Wall, start: number, sides: readonly (-1 | 1)[]): Spot[] => {
  const spots: Spot[] = [];
  for (let u = start; u <= wall.length / 2 - offWall; u += 0.2) {
    for (const side of sides) spots.push(fromWall(wall, side * u, offWall));
  }
  return spots;
};

/**
 * Places for signs and ways to other rooms, up to four: near the door at the walls, where nothing stands and one can walk up to. Metres, the
 * nearest to the door first.
 */
export const freeSpots = (plan: RoomPlan, style: Style): { x: number; y: number; z: number }[] => {
  const taken = blocksOf(plan, style).map(({ rect }) => rect);
  const reach = new Reach(roomRect(plan), taken, plan.spawn, measures.playerRadius + 0.05);
  const { front, left, right } = plan.walls;
  const candidates = [
    ...along(front, measures.doorWidth / 2 + 0.5, [-1, 1]),
    ...[left, right].flatMap(fromDoorInwards),
  ];
  const spots: Spot[] = [];
  for (const { x, z } of candidates) {
    const isClear = spots.every((other) => Math.hypot(other.x - x, other.z - z) >= apart);
    const isOff = Math.hypot(plan.spawn.x - x, plan.spawn.z - z) >= fromSpawn;
    if (isClear && isOff && reach.isFree(rectAround(x, z, 0.3, 0.3))) spots.push({ x, z });
  }
  return spots.slice(0, mostSpots).map(({ x, z }) => ({ x, y: signHeight, z }));
};

const fromDoorInwards = (wall: Wall): Spot[] =>
  [...along(wall, 0, [-1, 1])].sort((a, b) => b.z - a.z).filter(({ z }, index, all) => z !== all[index - 1]?.z);
