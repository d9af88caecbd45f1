import { type Vector } from './geometry/matrix.js';
import { bookshelfHeight } from './furniture/bookshelf.js';
import { seatSizes } from './furniture/seat-set.js';
import { fixedRects } from './layout/plan-room.js';
import { plantRect } from './layout/plants.js';
import { type Rect, rectAround } from './layout/rect.js';
import { measures, type RoomPlan, roomRect, type SeatSet } from './layout/room-plan.js';
import { fromWall, type Opening, rectAtWall, wallNames, type WallName } from './layout/walls.js';
import { type Style } from './styles.js';

/** Triangles without normals or colours. */
export interface Solid {
  positions: number[];
  indices: number[];
}

export interface Collider {
  /** Stops players and the camera. */
  solid: Solid;
  /** Glass of windows and door: stops players, lets the camera through. */
  outer: Solid;
}

/** Counter-clockwise from outside; corners by bits x 1, y 2, z 4. */
const faces: readonly (readonly [number, number, number, number])[] = [
  [0, 4, 6, 2],
  [1, 3, 7, 5],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 2, 3, 1],
  [4, 5, 7, 6],
];

const addBox = (to: Solid, rect: Rect, bottom: number, top: number): void => {
  const first = to.positions.length / 3;
  for (let corner = 0; corner < 8; corner += 1) {
    const at: Vector = [
      corner & 1 ? rect.maxX : rect.minX,
      corner & 2 ? top : bottom,
      corner & 4 ? rect.maxZ : rect.minZ,
    ];
    to.positions.push(...at);
  }
  for (const [a, b, c, d] of faces) {
    to.indices.push(first + a, first + b, first + c, first + a, first + c, first + d);
  }
};

export interface Block {
  rect: Rect;
  height: number;
}

const around = (set: SeatSet, x: number, z: number, width: number, depth: number): Rect => {
  const [c, s] = [Math.round(Math.cos(set.yaw)), Math.round(Math.sin(set.yaw))];
  const isTurned = s !== 0;
  return rectAround(set.x + x * c + z * s, set.z - x * s + z * c, isTurned ? depth : width, isTurned ? width : depth);
};

const seatBlocks = (set: SeatSet, style: Style): Block[] => {
  const isLow = style.chairShape === 'cushion';
  const table = style.tableHeight;
  const chair = (x: number, z: number): Block => ({ rect: around(set, x, z, 0.46, 0.46), height: isLow ? 0.1 : 0.8 });
  const { duoRadius, duoChair, quadSide, quadChair, longWidth, longDepth, longStool } = seatSizes;
  switch (set.kind) {
    case 'duo':
      return [
        { rect: around(set, 0, 0, duoRadius * 1.8, duoRadius * 1.8), height: table },
        chair(-duoChair, 0),
        chair(duoChair, 0),
      ];
    case 'quad':
      return [
        { rect: around(set, 0, 0, quadSide, quadSide), height: table },
        chair(-quadChair, 0),
        chair(quadChair, 0),
        chair(0, -quadChair),
        chair(0, quadChair),
      ];
    case 'long':
      return [
        { rect: around(set, 0, 0, longWidth, longDepth), height: table },
        { rect: around(set, 0, -longStool, 1.6, 0.36), height: isLow ? 0.1 : 0.45 },
        { rect: around(set, 0, longStool, 1.6, 0.36), height: isLow ? 0.1 : 0.45 },
      ];
    case 'bench':
      return [
        {
          rect: around(set, 0, seatSizes.benchTable, seatSizes.benchTableWidth, seatSizes.benchTableDepth),
          height: table,
        },
        chair(0, seatSizes.benchChair),
      ];
  }
};

/** Everything one bumps into between the walls. */
export const blocksOf = (plan: RoomPlan, style: Style): Block[] => {
  const heights = [
    ...(plan.counter ? [1.9, measures.counterHeight] : []),
    ...(plan.bench ? [style.chairShape === 'cushion' ? 0.21 : 0.5] : []),
    ...(plan.bookshelf ? [bookshelfHeight] : []),
  ];
  return [
    ...fixedRects(plan).map((rect, index) => ({ rect, height: heights[index] ?? 1 })),
    ...plan.sets.flatMap((set) => seatBlocks(set, style)),
    ...plan.plants.filter(({ place }) => place === 'floor').map((plant) => ({ rect: plantRect(plant), height: 0.9 })),
  ];
};

const outwards = { from: -0.3, to: 0 };

const addWall = (collider: Collider, plan: RoomPlan, name: WallName): void => {
  const wall = plan.walls[name];
  const part = (to: Solid, from: number, end: number, bottom: number, top: number): void => {
    if (end - from > 1e-6 && top - bottom > 1e-6)
      addBox(to, rectAtWall(wall, { from, to: end }, outwards), bottom, top);
  };
  const openings: Opening[] = plan.openings.filter((opening) => opening.wall === name).sort((a, b) => a.left - b.left);
  // Walls go on beyond their corners, so that no gap is left where two meet.
  let from = outwards.from - wall.length / 2;
  for (const { left, right, bottom, top } of openings) {
    part(collider.solid, from, left, 0, plan.height);
    part(collider.solid, left, right, 0, bottom);
    part(collider.solid, left, right, top, plan.height);
    part(collider.outer, left, right, bottom, top);
    from = right;
  }
  part(collider.solid, from, wall.length / 2 - outwards.from, 0, plan.height);
};

export const makeCollider = (plan: RoomPlan, style: Style): Collider => {
  const collider: Collider = { solid: { positions: [], indices: [] }, outer: { positions: [], indices: [] } };
  const room = roomRect(plan);
  addBox(collider.solid, room, -0.3, 0);
  addBox(collider.solid, room, plan.height, plan.height + 0.3);
  for (const name of wallNames) addWall(collider, plan, name);
  for (const { rect, height } of blocksOf(plan, style)) addBox(collider.solid, rect, 0, height);
  return collider;
};

/** In front of a picture, where a guest's marker hangs. */
export const photoHotspots = (
  plan: RoomPlan,
): { kind: 'photo'; imageIndex: number; position: { x: number; y: number; z: number } }[] =>
  plan.photos.map((photo) => {
    const { x, z } = fromWall(plan.walls[photo.wall], photo.u, 0.08);
    return { kind: 'photo', imageIndex: photo.imageIndex, position: { x, y: photo.y, z } };
  });
