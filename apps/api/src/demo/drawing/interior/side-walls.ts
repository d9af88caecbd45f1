import { drawWallShelves } from '../furniture/counter.js';
import { drawPicture, drawWallEmblem } from '../furniture/decor.js';
import { drawCase } from '../furniture/shelves.js';
import { lift, mix } from '../kit/color.js';
import { placed } from '../kit/solids.js';
import type { Opening, Piece, Room } from '../room/room.js';
import { NOTHING, type WallPlan, windowStyle } from './wall-plan.js';

export type SideWall = 'windows' | 'tall-windows' | 'glass' | 'lattice' | 'books' | 'pictures';

const SIDE: Readonly<Record<SideWall, (room: Room) => WallPlan>> = {
  windows: (room) =>
    sideWindows(
      room,
      [
        [0.9, 2.5],
        [3.1, 4.7],
      ],
      0.85,
      2.6,
      [2, 2],
    ),
  'tall-windows': (room) =>
    sideWindows(
      room,
      [
        [0.5, 1.8],
        [2.1, 3.4],
        [3.7, 5],
      ],
      0.35,
      2.85,
      [2, 4],
    ),
  glass: glassWalls,
  lattice: (room) => ({ ...sideWindows(room, [[1.2, 4.2]], 0.5, 2.3, [6, 3]), window: windowStyle(room, 12, 6) }),
  books: sideBooks,
  pictures: sidePictures,
};

export function planSideWall(room: Room, kind: SideWall): WallPlan {
  return SIDE[kind](room);
}

function sideWindows(
  room: Room,
  spans: readonly (readonly [number, number])[],
  sill: number,
  head: number,
  [columns, rows]: readonly [number, number],
): WallPlan {
  const openings = spans.map(([from, to]): Opening => ({ wall: 'left', from, to, sill, head }));
  return { openings, window: windowStyle(room, columns, rows), dress: NOTHING, pieces: [] };
}

/** Glass on both sides, as in a glasshouse. */
function glassWalls(room: Room): WallPlan {
  const span = { from: -1.6, to: room.depth - 0.1, sill: 0.45, head: room.height - 0.12 };
  return {
    openings: [
      { wall: 'left', ...span },
      { wall: 'right', ...span },
    ],
    window: windowStyle(room, 7, 2, room.palette.roof),
    dress: NOTHING,
    pieces: [],
  };
}

function sideBooks(room: Room): WallPlan {
  const { palette, random } = room;
  const piece: Piece = {
    at: [0.02, 0, 3.1],
    turn: 90,
    draw: (stage) => drawCase(stage, [3.6, 2.7], 'books', palette, random),
  };
  return { openings: [], window: windowStyle(room, 1, 1), dress: NOTHING, pieces: [piece] };
}

function sidePictures(room: Room): WallPlan {
  const dress = (): void => drawGallery(room, 'left');
  return { openings: [], window: windowStyle(room, 1, 1), dress, pieces: [] };
}

/** Framed pictures in a loose row. */
function drawGallery(room: Room, wall: 'left' | 'right'): void {
  const { palette, emblem, random } = room;
  const stage = wall === 'left' ? placed(room, [0, 0, 0], 90) : placed(room, [room.width, 0, 0], -90);
  const frames: readonly (readonly [number, number, number, number])[] = [
    [1.2, 1.8, 0.7, 0.95],
    [2.2, 1.95, 0.85, 0.65],
    [3.2, 1.75, 0.62, 0.82],
    [4.2, 1.9, 0.9, 1.1],
  ];
  const emblemAt = random.integer(0, 3);
  frames.forEach(([z, y, width, height], index) => {
    const colors = [lift(palette.wood, -0.1), mix(palette.textile, '#fff4e2', 0.5), palette.textile, palette.accent];
    drawPicture(stage, [wall === 'left' ? z : -z, y], [width, height], colors, index === emblemAt ? emblem : null);
  });
}

/** What the wall opposite the windows bears: pictures, or a shelf of pots and cups. */
export function dressRightWall(room: Room): void {
  const { palette, random, depth, emblem } = room;
  if (random.chance(0.55)) return drawGallery(room, 'right');
  drawWallShelves(placed(room, [room.width, 0, depth * 0.56], -90), 2.6, palette, random);
  drawWallEmblem(
    placed(room, [room.width, 0, 1.1], -90),
    [0, 1.9],
    0.6,
    emblem,
    mix(palette.accent, '#fff6e6', 0.78),
    palette.accent,
  );
}
