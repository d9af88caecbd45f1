import { type Colour, white } from '../geometry/colour.js';
import { type Pen } from '../geometry/scene.js';
import { grid, type Hole, lines } from '../geometry/sheet.js';
import { type RoomPlan } from '../layout/room-plan.js';
import { type Opening, type WallName } from '../layout/walls.js';

/** Vertices a side of the floor, which carries the shadows of everything that stands on it: fine in small rooms, coarser in large ones. */
const floorPitch = (pen: Pen, plan: RoomPlan): number =>
  Math.max(0.15, Math.sqrt((plan.width * plan.depth) / (pen.isSparse ? 3200 : 5200)));

export const drawFloor = (pen: Pen, plan: RoomPlan): void => {
  const [x, z] = [plan.width / 2, plan.depth / 2];
  const pitch = floorPitch(pen, plan);
  pen.at(0, 0, 0, 0, -Math.PI / 2).draw('floor', grid(lines(-x, x, pitch), lines(-z, z, pitch)), white);
};

export const drawCeiling = (pen: Pen, plan: RoomPlan, tint: Colour): void => {
  const [x, z] = [plan.width / 2, plan.depth / 2];
  const pitch = Math.max(0.5, floorPitch(pen, plan) * 2);
  pen.at(0, plan.height, 0, 0, Math.PI / 2).draw('ceiling', grid(lines(-x, x, pitch), lines(-z, z, pitch)), tint);
};

export const openingsOf = (plan: RoomPlan, wall: WallName): Opening[] =>
  plan.openings.filter((opening) => opening.wall === wall);

export const drawWall = (pen: Pen, plan: RoomPlan, name: WallName, tint: Colour): void => {
  const { length } = plan.walls[name];
  const holes: Hole[] = openingsOf(plan, name);
  const columns = lines(
    -length / 2,
    length / 2,
    pen.isSparse ? 1.1 : 0.5,
    holes.flatMap((hole) => [hole.left, hole.right]),
  );
  const rows = lines(
    0,
    plan.height,
    pen.isSparse ? 0.9 : 0.45,
    holes.flatMap((hole) => [hole.bottom, hole.top]),
  );
  pen.draw('wall', grid(columns, rows, holes), tint);
};
