import type { Emblem } from '../emblem.js';
import { drawHangingPlant, drawPlant } from '../furniture/greenery.js';
import { drawLampPool } from '../furniture/lamps.js';
import { drawRoundRug, drawRug } from '../furniture/decor.js';
import type { Interior } from '../interior/interior.js';
import { planSeating } from '../interior/seating.js';
import { planBackWall } from '../interior/back-walls.js';
import { Camera, type Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Picture } from '../kit/finish.js';
import type { Random } from '../kit/random.js';
import { type Point, polyline, Sheet } from '../kit/sheet.js';
import { box, decal, level, type Light, lit, placed, shadowOf, sideways, upright } from '../kit/solids.js';
import { IMAGE_SIZE, type Setting } from '../setting.js';
import { cornersOf, drawPieces, type Opening, type Piece, type Room } from '../room/room.js';
import { drawFloorOf } from '../room/shell.js';
import { drawAvatar, drawFloatShadow, drawHotspot, drawPortal, drawVoid } from './space.js';

const { width: WIDTH, height: HEIGHT } = IMAGE_SIZE;
const SLAB = 0.42;
const THICK = 0.2;

/** The café's room as a model that floats in the air: two walls, the floor, and its visitors. */
export function drawVirtualRoom(interior: Interior, setting: Setting, random: Random): Picture {
  const main = new Sheet(WIDTH, HEIGHT);
  const dark = setting.mood.lamps > 0.75;
  const light: Light = {
    direction: [0.5, -1, 0.42],
    key: dark ? mix(setting.mood.indoors.key, '#ffffff', 0.2) : '#fffaf0',
    ambient: dark
      ? mix('#6f5f8c', setting.mood.indoors.ambient, 0.45)
      : mix('#b3aacb', setting.mood.indoors.ambient, 0.4),
  };
  const room: Room = {
    ...setting,
    sheet: main,
    random,
    light,
    width: 7,
    height: 3,
    depth: 6,
    front: 0,
    camera: Camera.parallel({ target: [3.5, 0.7, 3], yaw: -45, pitch: 31, pxPerMetre: 118, centre: [800, 566] }),
  };
  drawVoid(main, setting.mood, setting.palette, random);
  drawFloatShadow(main, [820, 985], 640, setting.mood);
  drawModel(interior, room);
  return { main, mirrored: random.chance(0.5) };
}

function drawModel(interior: Interior, room: Room): void {
  const { palette, width, depth } = room;
  const plan = planBackWall(room, interior.back === 'view' || interior.back === 'glass' ? 'counter' : interior.back);
  const openings: Opening[] = [
    { wall: 'left', from: 0.9, to: 2.5, sill: 0.8, head: 2.4 },
    { wall: 'left', from: 3.3, to: 4.9, sill: 0.8, head: 2.4 },
  ];
  drawSlab(room);
  drawFloorOf(room, interior.floor);
  drawModelWalls(room);
  for (const opening of [...openings, ...plan.openings]) drawModelWindow(room, opening);
  plan.dress(room);
  drawModelSun(room, openings);
  if (room.mood.lamps > 0.5)
    for (const [x, z] of [
      [2, 1.6],
      [5, 2],
      [3.6, 4.4],
    ] as const)
      drawLampPool(placed(room, [x, 0, z]), [0, 0.004, 0], 1.6, 0.4);
  drawPieces(room, [
    rugUnder(room, interior),
    ...plan.pieces,
    ...planSeating(room, interior.seating),
    ...greenery(room, interior),
    ...visitors(room),
  ]);
  drawStringOfBulbs(room);
  drawHotspot(room, [width * 0.56, 1.95, depth - 1.35], palette.accent, 'cup');
}

/** The rug is painted before all that stands on it: its place is behind everything. */
function rugUnder(room: Room, interior: Interior): Piece {
  const { palette, width } = room;
  const round = interior.seating === 'round' || interior.seating === 'garden';
  return {
    at: [0, 0, room.depth + 8],
    draw: () => {
      const stage = placed(room, [width * 0.5, 0, 1.9]);
      if (round) drawRoundRug(stage, 1.5, palette.textile, palette.accent);
      else if (interior.seating !== 'sofa' && interior.seating !== 'reading')
        drawRug(stage, [3.6, 2.2], palette.textile, palette.accent);
    },
  };
}

function drawSlab(room: Room): void {
  const { palette, width, depth } = room;
  const wood = mix(palette.wood, palette.floor, 0.4);
  box(room, [-THICK, -SLAB, 0], [width + THICK, SLAB, depth + THICK], lift(wood, -0.06));
  box(room, [-THICK - 0.12, -SLAB - 0.14, -0.12], [width + THICK + 0.24, 0.16, depth + THICK + 0.24], lift(wood, 0.04));
  box(room, [-THICK, -SLAB + 0.02, 0], [width + THICK, SLAB - 0.02, depth + THICK], lift(wood, -0.04));
}

function drawModelWalls(room: Room): void {
  const { palette, width, height, depth, sheet, light } = room;
  const outer = mix(palette.wall, palette.roof, 0.18);
  box(room, [-THICK, 0, 0], [THICK, height, depth + THICK], outer);
  box(room, [0, 0, depth], [width, height, THICK], outer);
  const left = lit(light, palette.wall, [1, 0, 0]);
  const back = lit(light, palette.wall, [0, 0, -1]);
  decal(room, sideways([0, depth], [0, height], 0), sheet.shaded(lift(left, 0.02), lift(left, -0.04)));
  decal(room, upright([0, width], [0, height], depth), sheet.shaded(lift(back, 0.03), lift(back, -0.04)));
  const panel = mix(palette.accent, palette.wall, 0.25);
  decal(room, sideways([0, depth], [0, 0.85], 0.005), lift(lit(light, panel, [1, 0, 0]), -0.01));
  decal(room, upright([0, width], [0, 0.85], depth - 0.005), lit(light, panel, [0, 0, -1]));
  box(room, [0, 0.83, 0], [0.05, 0.06, depth], palette.wood);
  box(room, [0, 0.83, depth - 0.05], [width, 0.06, 0.05], palette.wood);
}

/** A window with a plain evening or morning behind it, as a model has it. */
function drawModelWindow(room: Room, opening: Opening): void {
  const { mood, sheet, palette, camera } = room;
  const corners = cornersOf(room, opening, 0.01);
  const outline = camera.outline(corners);
  const [zenith, middle, low] = mood.sky;
  sheet.polygon(
    outline,
    sheet.linear([
      [0, zenith],
      [0.6, middle],
      [1, low],
    ]),
  );
  sheet.group({ clip: polyline(outline) }, () => {
    const [x, y] = outline[0] ?? [0, 0];
    const hill = mix(mood.haze, '#5f8a6f', 0.55);
    sheet.ellipse([x + 90, y + 30], 190, 90, mix(hill, mood.haze, 0.4));
    sheet.ellipse([x + 10, y + 40], 170, 80, hill);
    sheet.polygon(
      outline.map(([px, py]): Point => [px - 60, py - 20]),
      '#ffffff',
      { opacity: 0.1 },
    );
  });
  const bar = (from: number, to: number, sill: number, head: number): void => {
    const depth = 0.07;
    if (opening.wall === 'left') box(room, [0, sill, from], [depth, head - sill, to - from], palette.wood);
    else box(room, [from, sill, room.depth - depth], [to - from, head - sill, depth], palette.wood);
  };
  const { from, to, sill, head } = opening;
  bar(from, to, head, head + 0.08);
  bar(from - 0.08, from, sill - 0.08, head + 0.08);
  bar(to, to + 0.08, sill - 0.08, head + 0.08);
  bar((from + to) / 2 - 0.025, (from + to) / 2 + 0.025, sill, head);
  bar(from, to, (sill + head) / 2 - 0.025, (sill + head) / 2 + 0.025);
  bar(from - 0.12, to + 0.12, sill - 0.1, sill);
}

function drawModelSun(room: Room, openings: readonly Opening[]): void {
  const { sheet, camera, mood, width, depth } = room;
  if (mood.lamps > 0.75) return;
  const clip = polyline(camera.outline(level([0, width], [0, depth], 0)));
  const sun: Light = { ...room.light, direction: [0.9, -0.8, -0.3] };
  sheet.group({ clip, opacity: 0.42 }, () => {
    for (const opening of openings) {
      const patch = cornersOf(room, opening).map((corner) => camera.project(shadowOf(sun, corner)));
      sheet.polygon(patch, '#fff3cf');
    }
  });
}

function greenery(room: Room, { plants }: Interior): Piece[] {
  const { palette, random, width, depth } = room;
  const spots: readonly Vec3[] = [
    [0.55, 0, 0.6],
    [0.5, 0, depth - 0.5],
    [width - 0.42, 0, depth - 0.6],
  ];
  const kinds = plants.length === 0 ? (['olive'] as const) : plants;
  const standing = spots.map((at, index): Piece => ({
    at,
    draw: (stage) =>
      drawPlant(
        stage,
        kinds[index % kinds.length] ?? 'olive',
        1.5,
        random.pick([palette.roof, '#b9714f', '#d8cbb8']),
        random,
      ),
  }));
  return [
    ...standing,
    { at: [0.5, 0, 3], draw: (stage) => drawHangingPlant(stage, [0, 2, 0], 2.9, '#d8cbb8', random) },
  ];
}

const COATS: readonly Color[] = ['#e07a5f', '#3d6b8f', '#e9b44c', '#6a994e', '#9b72aa', '#f2a7b5'];
const HAIR: readonly Color[] = ['#2f2320', '#5a3d2c', '#8a5a3c', '#3a3a4a'];

function visitors(room: Room): Piece[] {
  const { random, palette, emblem } = room;
  const spots: readonly (readonly [number, number, Emblem | null])[] = [
    [6.1, 1.9, 'cup'],
    [3.4, 0.45, null],
    [5.4, 3.5, emblem],
    [0.9, 2.3, null],
  ];
  const people = spots.map(([x, z, says]): Piece => ({
    at: [x, 0, z],
    draw: (stage) => drawAvatar(stage, [0, 0, 0], random.pick(COATS), random.pick(HAIR), says),
  }));
  return [...people, { at: [6.1, 0, 0.8], draw: (stage) => drawPortal(stage, [0, 0, 0], 0.56, palette.accent) }];
}

/** Bulbs on a wire between the tops of the two walls. */
function drawStringOfBulbs(room: Room): void {
  const { sheet, camera, height, width, depth, mood } = room;
  const ends: readonly (readonly [Vec3, Vec3])[] = [
    [
      [0, height, 0.2],
      [width - 0.2, height, depth],
    ],
    [
      [0, height, 2.8],
      [width * 0.55, height, depth],
    ],
  ];
  for (const [a, b] of ends) {
    const at = (t: number): Point =>
      camera.project([a[0] + (b[0] - a[0]) * t, height - Math.sin(t * Math.PI) * 0.5, a[2] + (b[2] - a[2]) * t]);
    sheet.stroke(
      polyline(
        Array.from({ length: 25 }, (_, index) => at(index / 24)),
        false,
      ),
      '#4a3c38',
      2,
    );
    for (let bulb = 1; bulb < 12; bulb += 1) {
      const [x, y] = at(bulb / 12);
      sheet.glow([x, y + 8], 34, '#ffd98a', 0.25 + mood.lamps * 0.5);
      sheet.ellipse([x, y + 8], 5, 7, '#fff2c4');
    }
  }
}
