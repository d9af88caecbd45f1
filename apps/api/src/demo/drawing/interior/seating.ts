import { mix } from '../kit/color.js';
import type { Vec3 } from '../kit/camera.js';
import { drawRoundRug, drawRug } from '../furniture/decor.js';
import { drawPottedSprig } from '../furniture/greenery.js';
import { drawCandle, drawFloorLamp, drawLampPool, drawTableLamp } from '../furniture/lamps.js';
import { drawArmchair, drawBenchSeat, drawChair, drawFloorCushion, drawSofa } from '../furniture/seats.js';
import {
  drawBooks,
  drawCupAndSaucer,
  drawGlassOf,
  drawPlate,
  drawRoundTable,
  drawSoban,
  drawTable,
  drawVase,
} from '../furniture/tables.js';
import type { Piece, Room } from '../room/room.js';
import { placed, type Stage } from '../kit/solids.js';

export type Seating = 'round' | 'long' | 'sofa' | 'floor' | 'garden' | 'reading';

const COFFEE = '#6f4329';

/** Tables, chairs and what stands on them, in the middle of the room. */
export function planSeating(room: Room, kind: Seating): Piece[] {
  return PLANS[kind](room);
}

const PLANS: Readonly<Record<Seating, (room: Room) => Piece[]>> = {
  round: (room) => [
    ...roundSet(room, [1.55, 0, 1.1]),
    ...roundSet(room, [5.2, 0, 1.5]),
    ...roundSet(room, [1.75, 0, 3]),
    ...roundSet(room, [4.3, 0, 0.1]),
  ],
  garden: (room) => [
    ...roundSet(room, [2.1, 0, 0.7]),
    ...roundSet(room, [4.9, 0, 1.2]),
    ...roundSet(room, [3.4, 0, 2.9]),
  ],
  long: longTable,
  sofa: sofaCorner,
  floor: floorTables,
  reading: readingCorner,
};

function roundSet(room: Room, at: Vec3): Piece[] {
  const { palette, random } = room;
  const [x, , z] = at;
  const cushion = random.pick([palette.accent, palette.textile]);
  const chair = (dx: number, turn: number): Piece => ({
    at: [x + dx, 0, z + random.between(-0.05, 0.05)],
    turn,
    draw: (stage) => drawChair(stage, palette.wood, cushion),
  });
  return [chair(-0.72, 90), chair(0.72, -90), { at, draw: (stage) => drawLaidTable(stage, room) }];
}

function drawLaidTable(stage: Stage, room: Room): void {
  const { palette, random, mood } = room;
  drawRoundTable(stage, mix(palette.wood, '#e9d2ae', 0.35), '#4a423f');
  if (mood.lamps > 0.5) drawLampPool(stage, [0, 0.742, 0], 0.36, 0.5);
  drawCupAndSaucer(stage, [-0.16, 0.74, 0.04], '#f8f0e4', COFFEE);
  if (random.chance(0.5))
    drawPlate(stage, [0.14, 0.74, -0.04], '#f8f0e4', random.pick(['#e9c48b', '#8a5338', '#c9a05a']));
  else drawGlassOf(stage, [0.14, 0.74, -0.02], random.pick(['#7a4a30', '#e2a24a', '#b8c46a', '#d9797f']));
  if (random.chance(0.6))
    drawVase(stage, [0.02, 0.74, 0.16], palette.textile, [
      palette.accent,
      '#fff1dd',
      mix(palette.accent, '#ffd9a0', 0.5),
    ]);
}

function longTable(room: Room): Piece[] {
  const { palette, mood, width } = room;
  const middle = width * 0.5;
  const table: Piece = {
    at: [middle, 0, 1.3],
    draw: (stage) => {
      drawTable(stage, [3.5, 0.75, 0.95], mix(palette.wood, '#e9d2ae', 0.25), '#46403d');
      if (mood.lamps > 0.5)
        for (const x of [-1, 0, 1]) drawLampPool(placed(stage, [x, 0, 0]), [0, 0.752, 0], 0.5, 0.42);
      for (const [x, z] of [
        [-1.3, -0.2],
        [-0.5, 0.15],
        [0.35, -0.22],
        [1.2, 0.1],
      ] as const)
        drawCupAndSaucer(stage, [x, 0.75, z], '#f8f0e4', COFFEE);
      drawPlate(stage, [-0.9, 0.75, -0.12], '#f8f0e4', '#d99a4e');
      drawBooks(stage, [0.85, 0.75, 0.1], [palette.accent, '#e7dcc6', palette.textile]);
      drawVase(stage, [0, 0.75, 0.12], palette.textile, [
        palette.accent,
        '#fff1dd',
        '#e9b85c',
        palette.accent,
        '#fff1dd',
      ]);
      drawTableLamp(stage, [-1.55, 0.75, 0.22], palette.accent, mood);
    },
  };
  const chairs: Piece[] = [-1.3, -0.45, 0.4, 1.25].flatMap((shift): Piece[] => [
    { at: [middle + shift, 0, 2.1], draw: (stage) => drawChair(stage, palette.wood, palette.textile) },
    { at: [middle + shift, 0, 0.52], turn: 180, draw: (stage) => drawChair(stage, palette.wood, palette.accent) },
  ]);
  return [table, ...chairs];
}

function sofaCorner(room: Room): Piece[] {
  const { palette, mood, width } = room;
  return [
    { at: [width * 0.5, 0, 2.2], draw: (stage) => drawRug(stage, [3.6, 2.4], palette.textile, palette.accent) },
    {
      at: [1.35, 0, 1.9],
      turn: 90,
      draw: (stage) =>
        drawSofa(stage, palette.accent, palette.wood, [
          palette.textile,
          '#f2e6d2',
          mix(palette.accent, '#fff0d8', 0.4),
        ]),
    },
    { at: [width - 1.7, 0, 2.4], turn: -62, draw: (stage) => drawArmchair(stage, palette.textile, palette.wood) },
    {
      at: [width - 1.9, 0, 0.9],
      turn: -105,
      draw: (stage) => drawArmchair(stage, mix(palette.textile, palette.wood, 0.3), palette.wood),
    },
    { at: [width * 0.5, 0, 1.6], draw: (stage) => drawLowTable(stage, room) },
    { at: [width - 0.7, 0, 3.2], draw: (stage) => drawFloorLamp(stage, palette.accent, mood) },
  ];
}

function drawLowTable(stage: Stage, room: Room): void {
  const { palette, random, mood } = room;
  drawTable(stage, [1.25, 0.42, 0.7], mix(palette.wood, '#e9d2ae', 0.2), '#46403d');
  drawCupAndSaucer(stage, [-0.35, 0.42, -0.08], '#f8f0e4', COFFEE);
  drawPlate(stage, [0.02, 0.42, 0.06], '#f8f0e4', '#8a5338');
  drawGlassOf(stage, [0.36, 0.42, -0.1], random.pick(['#7a4a30', '#e2a24a']));
  if (mood.lamps > 0.6) drawCandle(stage, [0.2, 0.42, 0.2]);
}

function floorTables(room: Room): Piece[] {
  const { palette, random } = room;
  const spots: readonly Vec3[] = [
    [1.9, 0, 0.9],
    [5.1, 0, 1.2],
    [2.2, 0, 3.2],
    [5, 0, 3.4],
  ];
  return spots.flatMap(([x, , z], index): Piece[] => [
    { at: [x - 0.86, 0, z], draw: (stage) => drawFloorCushion(stage, palette.accent) },
    { at: [x + 0.86, 0, z], draw: (stage) => drawFloorCushion(stage, palette.textile) },
    {
      at: [x, 0, z],
      draw: (stage) => {
        drawSoban(stage, palette.wood);
        drawCupAndSaucer(stage, [-0.2, 0.33, 0.05], '#eef0e6', '#b9a24f');
        drawPlate(stage, [0.1, 0.33, -0.08], '#dfe6dc', random.pick(['#b5773a', '#e6c8cf', '#a8b26a']));
        if (index % 2 === 0) drawVase(stage, [0.26, 0.33, 0.16], '#a9bfae', ['#f2b7c4', '#fff1e6', '#f2b7c4']);
      },
    },
  ]);
}

function readingCorner(room: Room): Piece[] {
  const { palette, mood, random, width } = room;
  return [
    { at: [2.1, 0, 1.9], draw: (stage) => drawRoundRug(stage, 1.5, palette.textile, palette.accent) },
    { at: [1.3, 0, 2.3], turn: 55, draw: (stage) => drawArmchair(stage, palette.accent, palette.wood) },
    { at: [2.9, 0, 2.5], turn: -48, draw: (stage) => drawArmchair(stage, palette.textile, palette.wood) },
    { at: [0.65, 0, 3.3], draw: (stage) => drawFloorLamp(stage, palette.accent, mood) },
    {
      at: [2.1, 0, 1.75],
      draw: (stage) => {
        drawRoundTable(stage, mix(palette.wood, '#e9d2ae', 0.35), '#4a423f', 0.36, 0.5);
        drawBooks(stage, [-0.12, 0.5, 0.04], ['#8f4a3c', '#e7dcc6', '#3f5d5a']);
        drawCupAndSaucer(stage, [0.17, 0.5, -0.06], '#f8f0e4', COFFEE);
      },
    },
    ...roundSet(room, [5.3, 0, 2.1]),
    ...roundSet(room, [4.6, 0, 0.3]),
    { at: [width - 0.75, 0, 0.9], turn: -90, draw: (stage) => drawBenchSeat(stage, 1.5, palette.wood, palette.accent) },
    {
      at: [width - 0.4, 0, 3.9],
      draw: (stage) => drawPottedSprig(stage, [0, 0.02, 0], random.between(0.5, 0.7), palette.roof, random),
    },
  ];
}
