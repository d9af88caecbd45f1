import { drawCounter, drawMenuBoard, drawWallShelves } from '../furniture/counter.js';
import { drawLatticeLeaf, drawPicture, drawWallEmblem } from '../furniture/decor.js';
import { drawBarista } from '../furniture/barista.js';
import { drawStool } from '../furniture/seats.js';
import { drawCase, drawHiFi, drawStove, type Filling } from '../furniture/shelves.js';
import { drawCupAndSaucer } from '../furniture/tables.js';
import { type Color, lift, mix } from '../kit/color.js';
import { box, placed, type Stage } from '../kit/solids.js';
import { onWall, type Opening, type Piece, type Room } from '../room/room.js';
import { NOTHING, type WallPlan, windowStyle } from './wall-plan.js';

export type BackWall = 'counter' | 'bread' | 'view' | 'books' | 'records' | 'pottery' | 'lattice' | 'stove' | 'glass';

/** The stage on the back wall, its origin at floor height `along` the wall. */
function backStage(room: Room, along: number): Stage {
  return placed(room, onWall(room, 'back', along, 0));
}

const BACK: Readonly<Record<BackWall, (room: Room) => WallPlan>> = {
  counter: (room) => counterPlan(room, null),
  bread: (room) => counterPlan(room, 'bread'),
  pottery: (room) => counterPlan(room, 'pottery'),
  view: viewPlan,
  books: booksPlan,
  records: recordsPlan,
  lattice: latticePlan,
  stove: stovePlan,
  glass: glassPlan,
};

export function planBackWall(room: Room, kind: BackWall): WallPlan {
  return BACK[kind](room);
}

function counterPlan(room: Room, shelf: Filling | null): WallPlan {
  const { palette, random, width, depth, emblem } = room;
  const middle = width * 0.56;
  const dress = (): void => {
    if (shelf === null) {
      drawWallShelves(backStage(room, middle - 0.6), 3, palette, random);
      drawMenuBoard(placed(room, onWall(room, 'back', width - 1.15, 1.5)), [1.5, 0.95], palette, emblem);
    } else {
      drawCase(backStage(room, middle - 0.3), [4.2, 2.3], shelf, palette, random);
      drawWallEmblem(
        backStage(room, 0.85),
        [0, 1.95],
        0.8,
        emblem,
        mix(palette.accent, '#fff6e6', 0.75),
        palette.accent,
      );
    }
  };
  const barista: Piece = {
    at: [middle - 0.45, 0, depth - 0.75],
    draw: (stage) => drawBarista(stage, palette.textile, palette.accent),
  };
  const counter: Piece = { at: [middle, 0, depth - 1.35], draw: (stage) => drawCounter(stage, 4.4, palette, random) };
  const stools: Piece[] = [-1.5, -0.75].map((shift) => ({
    at: [middle + shift, 0, depth - 2.1],
    draw: (stage) => drawStool(stage, 0.7, '#4a4340', palette.wood),
  }));
  return { openings: [], window: windowStyle(room, 1, 1), dress, pieces: [barista, counter, ...stools] };
}

function viewPlan(room: Room): WallPlan {
  const { palette, width, depth } = room;
  const opening: Opening = { wall: 'back', from: 0.55, to: width - 0.55, sill: 0.92, head: 2.8 };
  const bar: Piece = {
    at: [width / 2, 0, depth - 0.3],
    draw: (stage) => {
      box(stage, [-width / 2 + 0.5, 0.86, -0.28], [width - 1, 0.05, 0.46], palette.wood);
      for (let cup = 0; cup < 4; cup += 1)
        drawCupAndSaucer(stage, [-2.1 + cup * 1.35, 0.91, -0.08], '#f7efe2', '#7a4a2e');
    },
  };
  const stools: Piece[] = [0.15, 0.27, 0.39, 0.54, 0.66, 0.78].map((share) => ({
    at: [width * share, 0, depth - 0.84],
    draw: (stage) => drawStool(stage, 0.62, '#4a4340', mix(palette.wood, palette.accent, 0.3)),
  }));
  return { openings: [opening], window: windowStyle(room, 4, 1), dress: NOTHING, pieces: [bar, ...stools] };
}

function booksPlan(room: Room): WallPlan {
  const { palette, random, width } = room;
  const dress = (): void => {
    drawCase(backStage(room, width * 0.36), [width * 0.68, 2.95], 'books', palette, random);
    drawLadder(backStage(room, width * 0.52), lift(palette.wood, 0.05));
  };
  return {
    openings: [{ wall: 'back', from: width * 0.77, to: width - 0.35, sill: 0.8, head: 2.6 }],
    window: windowStyle(room, 2, 2),
    dress,
    pieces: [],
  };
}

function drawLadder(stage: Stage, wood: Color): void {
  const rail = (x: number): readonly [number, number][] =>
    [stage.camera.project([x, 0, -1]), stage.camera.project([x, 2.8, -0.36])].map(([a, b]) => [a, b]);
  const line = (points: readonly (readonly number[])[]): string =>
    points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.map((v) => v.toFixed(1)).join(' ')}`).join('');
  let data = line(rail(0)) + line(rail(0.42));
  for (let rung = 1; rung < 9; rung += 1) {
    const [y, z] = [rung * 0.31, -1 + (rung / 9) * 0.63];
    data += line([stage.camera.project([0, y, z]), stage.camera.project([0.42, y, z])]);
  }
  const width = 0.045 * stage.camera.scaleAt([0, 1, -0.6]);
  stage.sheet.stroke(data, '#22140f', width, { opacity: 0.25 });
  stage.sheet.stroke(data, wood, width * 0.8);
}

function recordsPlan(room: Room): WallPlan {
  const { palette, random, width, depth, emblem } = room;
  const dress = (): void => {
    for (const side of [0.16, 0.84]) drawCase(backStage(room, width * side), [1.7, 2.7], 'records', palette, random);
    const sleeves = [palette.accent, palette.textile, '#c9a66b', '#5b5470', '#8f4a3c', '#3f5d5a'];
    sleeves.forEach((color, index) =>
      drawPicture(
        backStage(room, width / 2),
        [-0.72 + (index % 3) * 0.72, 2.35 - Math.floor(index / 3) * 0.72],
        [0.58, 0.58],
        ['#2d2422', color, mix(color, '#2d2422', 0.4), mix(color, '#fff4e0', 0.5)],
        index === 1 ? emblem : null,
      ),
    );
  };
  return {
    openings: [],
    window: windowStyle(room, 1, 1),
    dress,
    pieces: [{ at: [width / 2, 0, depth - 0.1], draw: (stage) => drawHiFi(stage, palette) }],
  };
}

function latticePlan(room: Room): WallPlan {
  const { palette, width, mood } = room;
  const [from, to] = [width * 0.29, width * 0.71];
  const opening: Opening = { wall: 'back', from, to, sill: 0.16, head: 2.35 };
  const dress = (): void => {
    const paper = mix(mix('#f3e6cc', mood.indoors.key, 0.4), '#ffdf9f', mood.lamps * 0.35);
    const stage = backStage(room, 0);
    for (const x of [0.25, 1.12]) drawLatticeLeaf(stage, [x, 0.16], [0.84, 2.19], palette.wood, paper);
    for (const x of [width - 1.96, width - 1.09]) drawLatticeLeaf(stage, [x, 0.16], [0.84, 2.19], palette.wood, paper);
    box(room, [0, 2.4, room.depth - 0.12], [width, 0.16, 0.12], palette.wood);
    for (const x of [0, from - 0.2, to + 0.02, width - 0.18])
      box(room, [x, 0, room.depth - 0.14], [0.18, room.height, 0.14], palette.wood);
  };
  return { openings: [opening], window: { columns: 1, rows: 1, bar: palette.wood, frame: 0.05 }, dress, pieces: [] };
}

function stovePlan(room: Room): WallPlan {
  const { palette, width, depth } = room;
  const opening = (from: number): Opening => ({ wall: 'back', from, to: from + 1.9, sill: 0.75, head: 2.5 });
  const dress = (): void => {
    box(room, [width / 2 - 0.85, 0, depth - 0.12], [1.7, room.height, 0.12], mix('#a5583f', palette.wall, 0.2));
    let joints = '';
    for (let course = 1; course < 26; course += 1) {
      const y = (course / 26) * room.height;
      const [a, b] = [
        room.camera.project([width / 2 - 0.85, y, depth - 0.121]),
        room.camera.project([width / 2 + 0.85, y, depth - 0.121]),
      ];
      joints += `M${a.map((v) => v.toFixed(1)).join(' ')}L${b.map((v) => v.toFixed(1)).join(' ')}`;
      for (let brick = course % 2; brick < 14; brick += 2) {
        const foot = room.camera.project([width / 2 - 0.85 + brick * 0.12, y, depth - 0.121]);
        joints += `M${foot.map((v) => v.toFixed(1)).join(' ')}v${(0.127 * room.camera.scaleAt([0, 0, depth])).toFixed(1)}`;
      }
    }
    room.sheet.stroke(joints, '#5f3226', 1.2, { opacity: 0.4 });
  };
  const stove: Piece = { at: [width / 2, 0, depth - 0.7], draw: (stage) => drawStove(stage, palette) };
  return { openings: [opening(0.4), opening(width - 2.3)], window: windowStyle(room, 2, 2), dress, pieces: [stove] };
}

function glassPlan(room: Room): WallPlan {
  const { width, palette } = room;
  return {
    openings: [{ wall: 'back', from: 0.12, to: width - 0.12, sill: 0.45, head: room.height - 0.12 }],
    window: windowStyle(room, 6, 2, palette.roof),
    dress: NOTHING,
    pieces: [],
  };
}
