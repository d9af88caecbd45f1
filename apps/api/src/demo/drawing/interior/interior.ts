import { drawHangingPlant, drawPlant, type PlantKind } from '../furniture/greenery.js';
import { drawLampPool, drawPendant, type LampKind } from '../furniture/lamps.js';
import { Camera } from '../kit/camera.js';
import { mix } from '../kit/color.js';
import type { Random } from '../kit/random.js';
import type { Picture } from '../kit/finish.js';
import { Sheet } from '../kit/sheet.js';
import { placed } from '../kit/solids.js';
import { IMAGE_SIZE, type Setting } from '../setting.js';
import {
  drawOutlook,
  drawPieces,
  drawSunPatches,
  drawWindowFrame,
  type Piece,
  type Room,
  roomLight,
} from '../room/room.js';
import { type Ceiling, drawShell, type Floor } from '../room/shell.js';
import { planSeating, type Seating } from './seating.js';
import { type BackWall, planBackWall } from './back-walls.js';
import { dressRightWall, planSideWall, type SideWall } from './side-walls.js';
import type { WallPlan } from './wall-plan.js';

export interface Interior {
  back: BackWall;
  side: SideWall;
  seating: Seating;
  floor: Floor;
  ceiling: Ceiling;
  lamp: LampKind;
  plants: readonly PlantKind[];
}

const { width: WIDTH, height: HEIGHT } = IMAGE_SIZE;

/** The café's room from its entrance. */
export function drawInterior(interior: Interior, setting: Setting, random: Random): Picture {
  const sheet = new Sheet(WIDTH, HEIGHT);
  const near = new Sheet(WIDTH, HEIGHT);
  const eyeX = 3.5 + random.between(-0.5, 0.6);
  const room: Room = {
    ...setting,
    sheet,
    random,
    width: 7,
    height: 3.3,
    depth: 5.3,
    front: -2.2,
    light: roomLight(setting.mood),
    camera: Camera.perspective({
      eye: [eyeX, 1.6, -2.3],
      yaw: random.between(-3, 5),
      focalPx: 1040,
      centre: [800, 452],
    }),
  };
  drawRoom(interior, room);
  drawForeground({ ...room, sheet: near }, interior);
  return { main: sheet, near, mirrored: random.chance(0.45) };
}

function drawRoom(interior: Interior, room: Room): void {
  const back = planBackWall(room, interior.back);
  const side = planSideWall(room, interior.side);
  drawShell(room, interior.floor, interior.ceiling);
  drawOutlook(room, [...side.openings, ...back.openings]);
  for (const plan of [side, back]) for (const opening of plan.openings) drawWindowFrame(room, opening, plan.window);
  side.dress(room);
  back.dress(room);
  if (interior.ceiling !== 'glass') dressRightWall(room);
  drawSun(room, [side, back]);
  const pieces: Piece[] = [
    ...side.pieces,
    ...back.pieces,
    ...planSeating(room, interior.seating),
    ...plantPieces(room, interior),
    ...lampPieces(room, interior.lamp),
  ];
  if (room.mood.lamps > 0.4) drawPools(room);
  drawPieces(room, pieces);
  drawShafts(room, side);
}

function drawSun(room: Room, plans: readonly WallPlan[]): void {
  for (const plan of plans) drawSunPatches(room, plan.openings, plan.window.columns, plan.window.rows);
}

function plantPieces(room: Room, { plants }: Interior): Piece[] {
  const { palette, random, width, depth } = room;
  const spots: readonly (readonly [number, number, number])[] = [
    [0.5, depth - 0.5, 1.7],
    [width - 0.5, depth - 0.6, 1.9],
    [width - 0.5, 1.7, 1.5],
    [0.45, 0.4, 1.3],
    [width - 0.6, 0, 1.2],
  ];
  // A glasshouse is named for its plants: there they stand in a second row along the walls.
  const kinds = plants.length < 4 ? plants : [...plants, ...plants];
  const pieces = kinds.map((kind, index): Piece => {
    const [x, z, height] = spots[index % spots.length] ?? [0.5, 1, 1.5];
    const pot = random.pick([palette.roof, '#b9714f', '#d8cbb8', palette.textile]);
    const shift = index < spots.length ? 0 : 1.1;
    return {
      at: [x, 0, Math.min(depth - 0.4, z + shift)],
      draw: (stage) => drawPlant(stage, kind, height * random.between(0.9, 1.1), pot, random),
    };
  });
  if (plants.length < 3) return pieces;
  const hanging = [1.2, 2.6, 4.4, 5.8].map((x): Piece => ({
    at: [x, 0, depth - 1.2],
    draw: (stage) => drawHangingPlant(stage, [0, 2.35, 0], room.height, '#d8cbb8', random),
  }));
  return [...pieces, ...hanging];
}

function lampPieces(room: Room, kind: LampKind): Piece[] {
  const { palette, mood, width, height, depth } = room;
  const color = mix(palette.accent, '#2f2724', kind === 'dome' ? 0.12 : 0);
  const spots: readonly (readonly [number, number])[] = [
    [width * 0.36, depth - 1.5],
    [width * 0.56, depth - 1.5],
    [width * 0.76, depth - 1.5],
    [width * 0.24, 1.4],
    [width * 0.72, 1.4],
  ];
  return spots.map(([x, z], index): Piece => ({
    at: [x, 0, z],
    draw: (stage) => drawPendant(stage, [0, index < 3 ? 2.15 : 2.05, 0], height, kind, color, mood),
  }));
}

function drawPools(room: Room): void {
  const { width, mood, depth } = room;
  for (const [x, z] of [
    [width * 0.3, 1.2],
    [width * 0.7, 1.4],
    [width * 0.5, depth - 1.6],
  ] as const) {
    drawLampPool(placed(room, [x, 0, z]), [0, 0.003, 0], 1.9, 0.34 * mood.lamps);
  }
}

/** Air made visible by the sun, from the windows down into the room. */
function drawShafts(room: Room, side: WallPlan): void {
  const { sheet, mood, camera } = room;
  if (mood.sunshine < 0.55) return;
  const light = mix(mood.indoors.key, '#fff3d0', 0.5);
  for (const opening of side.openings.slice(-2)) {
    const head = camera.project([0, opening.head, (opening.from + opening.to) / 2]);
    const foot = camera.project([0, opening.sill, (opening.from + opening.to) / 2]);
    const fill = sheet.linear(
      [
        [0, light, 0.22 * mood.sunshine],
        [1, light, 0],
      ],
      20,
    );
    sheet.polygon([head, [head[0] + 620, head[1] + 470], [foot[0] + 430, foot[1] + 420], foot], fill);
  }
}

/** A plant so near that it is out of focus: it gives the picture its depth. */
function drawForeground(room: Room, { plants }: Interior): void {
  const kind = plants[0];
  if (kind === undefined) return;
  const { palette, random } = room;
  const dim = { ...room, light: { ...room.light, key: mix(room.light.key, room.light.ambient, 0.55) } };
  drawPlant(
    placed(dim, [room.width * 0.5 + 1.5, 0, -0.95]),
    kind === 'pampas' ? 'pampas' : 'monstera',
    1.62,
    palette.roof,
    random,
  );
}
