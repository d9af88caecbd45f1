import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { polyline } from '../kit/sheet.js';
import { box, decal, level, lit } from '../kit/solids.js';
import { drawRail, drawWallSurface, type Room } from './room.js';

export type Floor = 'planks' | 'tiles' | 'concrete' | 'ondol' | 'brick';
export type Ceiling = 'plain' | 'beams' | 'rafters' | 'glass';

/** Floor, walls and ceiling, before anything is put into the room. */
export function drawShell(room: Room, floor: Floor, ceiling: Ceiling): void {
  const { palette } = room;
  drawWallSurface(room, 'back', palette.wall);
  drawWallSurface(room, 'left', palette.wall);
  drawWallSurface(room, 'right', palette.wall);
  CEILINGS[ceiling](room);
  FLOORS[floor](room);
  const skirting = mix(palette.wood, palette.wall, 0.35);
  for (const wall of ['left', 'right', 'back'] as const) drawRail(room, wall, 0, 0.12, skirting);
}

/** The floor alone. */
export function drawFloorOf(room: Room, floor: Floor): void {
  FLOORS[floor](room);
}

function floorCorners(room: Room): Vec3[] {
  return level([0, room.width], [room.front, room.depth], 0);
}

function fillFloor(room: Room, color: Color): Color {
  const { sheet, camera, light, mood } = room;
  const tone = lit(light, color, [0, 1, 0]);
  const outline = camera.outline(floorCorners(room));
  const top = camera.project([0, 0, room.depth])[1];
  const fill = sheet.linearAt(
    [
      [0, mix(lift(tone, 0.03), mood.indoors.key, 0.16)],
      [0.4, tone],
      [1, lift(tone, -0.1)],
    ],
    [0, top],
    [0, sheet.height],
  );
  sheet.polygon(outline, fill);
  return tone;
}

const FLOORS: Readonly<Record<Floor, (room: Room) => void>> = {
  planks: (room) => {
    const tone = fillFloor(room, room.palette.floor);
    drawPlanks(room, tone, 0.16);
  },
  concrete: (room) => {
    const tone = fillFloor(room, mix(room.palette.floor, '#b9b4ad', 0.75));
    drawGrid(room, tone, 1.8, 0.3);
  },
  tiles: (room) => {
    const tone = fillFloor(room, mix(room.palette.floor, '#efe4d2', 0.6));
    drawChecks(room, mix(tone, lit(room.light, room.palette.accent, [0, 1, 0]), 0.32), 0.42);
  },
  brick: (room) => {
    const tone = fillFloor(room, mix(room.palette.floor, '#b5694c', 0.55));
    drawGrid(room, tone, 0.3, 0.6);
  },
  ondol: (room) => {
    const tone = fillFloor(room, mix(room.palette.floor, '#dcb46e', 0.7));
    drawGrid(room, tone, 0.95, 0.5);
  },
};

function drawPlanks(room: Room, tone: Color, width: number): void {
  const { sheet, camera, random } = room;
  const boards = Math.round(room.width / width);
  let seams = '';
  const [bright, dark]: [string[], string[]] = [[], []];
  for (let board = 0; board <= boards; board += 1) {
    const x = board * width;
    seams += polyline(
      camera
        .outline([
          [x, 0, room.front],
          [x, 0, room.depth],
        ])
        .slice(0, 2),
      false,
    );
    for (let z = room.front + random.between(0, 1.5); z < room.depth; z += random.between(1, 2.4)) {
      const end = Math.min(room.depth, z + random.between(0.8, 1.6));
      const plank = polyline(camera.outline(level([x, Math.min(x + width, room.width)], [z, end], 0)));
      if (random.chance(0.3)) bright.push(plank);
      else if (random.chance(0.4)) dark.push(plank);
    }
  }
  sheet.path(bright.join(''), lift(tone, 0.06), { opacity: 0.42 });
  sheet.path(dark.join(''), lift(tone, -0.07), { opacity: 0.4 });
  sheet.stroke(seams, lift(tone, -0.14), 1.3, { opacity: 0.55 });
}

function drawGrid(room: Room, tone: Color, size: number, opacity: number): void {
  const { sheet, camera } = room;
  let lines = '';
  for (let x = 0; x <= room.width; x += size)
    lines += polyline(
      camera
        .outline([
          [x, 0, room.front],
          [x, 0, room.depth],
        ])
        .slice(0, 2),
      false,
    );
  for (let z = room.front + 0.4; z <= room.depth; z += size)
    lines += polyline(
      camera
        .outline([
          [0, 0, z],
          [room.width, 0, z],
        ])
        .slice(0, 2),
      false,
    );
  sheet.stroke(lines, lift(tone, -0.12), 1.6, { opacity });
}

function drawChecks(room: Room, color: Color, size: number): void {
  const { sheet, camera } = room;
  let checks = '';
  for (let column = 0; column * size < room.width; column += 1) {
    for (let row = 0; room.front + row * size < room.depth; row += 1) {
      if ((column + row) % 2 === 0) continue;
      const [x, z] = [column * size, room.front + row * size];
      const [right, far] = [Math.min(room.width, x + size), Math.min(room.depth, z + size)];
      checks += polyline(camera.outline(level([x, right], [z, far], 0)));
    }
  }
  sheet.path(checks, color, { opacity: 0.8 });
}

function fillCeiling(room: Room, color: Color): Color {
  const { height, width, depth, mood } = room;
  const tone = mix(lit(room.light, color, [0, -0.35, -0.4]), mood.indoors.key, 0.06 * mood.lamps);
  const corners: Vec3[] = level([0, width], [room.front, depth], height);
  decal(room, corners, room.sheet.shaded(lift(tone, -0.05), lift(tone, 0.02)));
  return tone;
}

const CEILINGS: Readonly<Record<Ceiling, (room: Room) => void>> = {
  plain: (room) => {
    fillCeiling(room, mix(room.palette.wall, '#fff8ec', 0.5));
  },
  beams: (room) => {
    fillCeiling(room, mix(room.palette.wall, '#fff8ec', 0.3));
    for (let z = room.depth - 0.8; z > room.front + 1; z -= 1.5) {
      box(room, [0, room.height - 0.26, z], [room.width, 0.26, 0.2], room.palette.wood);
    }
  },
  rafters: (room) => {
    fillCeiling(room, '#efe3cd');
    for (let x = 0.2; x < room.width; x += 0.42) {
      box(
        room,
        [x, room.height - 0.1, room.front + 0.6],
        [0.13, 0.1, room.depth - room.front - 0.6],
        room.palette.wood,
      );
    }
    for (const z of [room.depth - 0.35, room.depth * 0.45, 0]) {
      box(room, [0, room.height - 0.42, z], [room.width, 0.32, 0.28], lift(room.palette.wood, -0.03));
    }
  },
  glass: (room) => drawGlassCeiling(room),
};

function drawGlassCeiling(room: Room): void {
  const { height, width, depth, mood, palette, sheet } = room;
  const corners: Vec3[] = level([0, width], [room.front, depth], height);
  const [zenith, middle] = mood.sky;
  decal(room, corners, sheet.shaded(mix(zenith, '#ffffff', 0.12), mix(middle, '#ffffff', 0.3)));
  for (let x = 0; x <= width; x += width / 6)
    box(room, [x - 0.035, height - 0.07, room.front + 0.4], [0.07, 0.07, depth - room.front - 0.4], palette.roof);
  for (let z = depth; z > room.front + 0.6; z -= 1.1)
    box(room, [0, height - 0.1, z - 0.05], [width, 0.1, 0.08], palette.roof);
}
