import type { Landscape } from '../backdrop/land.js';
import { drawBackdrop, type View } from '../backdrop/backdrop.js';
import type { Emblem } from '../emblem.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Mood, Season } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import { type Point, polyline } from '../kit/sheet.js';
import { box, decal, level, type Light, lit, placed, shadowOf, type Stage } from '../kit/solids.js';
import type { Palette } from '../palette.js';

export type Wall = 'left' | 'back' | 'right';

/** A room seen from its open fourth side: x from 0 to `width`, z from `front` (near) to `depth`; metres. */
export interface Room extends Stage {
  width: number;
  height: number;
  depth: number;
  /** z of the floor's near edge; behind the viewer in a room that one stands in. */
  front: number;
  palette: Palette;
  emblem: Emblem;
  mood: Mood;
  season: Season;
  view: View;
  random: Random;
}

/** The light of a room: from the windows on the left by day, from its lamps above after dark. */
export function roomLight(mood: Mood): Light {
  const fromAbove: Vec3 = [0.25, -1, 0.35];
  const fromWindow: Vec3 = [0.75, -0.8, 0.25];
  return { direction: mood.lamps > 0.75 ? fromAbove : fromWindow, ...mood.indoors };
}

/** A point on a wall: `along` it from its left end as one faces it from the middle of the room, and up. */
export function onWall(room: Room, wall: Wall, along: number, up: number, out = 0): Vec3 {
  if (wall === 'left') return [out, up, along];
  if (wall === 'right') return [room.width - out, up, along];
  return [along, up, room.depth - out];
}

const INWARD: Readonly<Record<Wall, Vec3>> = { left: [1, 0, 0], right: [-1, 0, 0], back: [0, 0, -1] };

function wallLength(room: Room, wall: Wall): number {
  return wall === 'back' ? room.width : room.depth;
}

export interface Opening {
  wall: Wall;
  from: number;
  to: number;
  sill: number;
  head: number;
}

export function cornersOf(room: Room, { wall, from, to, sill, head }: Opening, out = 0): Vec3[] {
  return [
    onWall(room, wall, from, sill, out),
    onWall(room, wall, to, sill, out),
    onWall(room, wall, to, head, out),
    onWall(room, wall, from, head, out),
  ];
}

/** Fills a wall with its colour, brighter where the light comes in. */
export function drawWallSurface(room: Room, wall: Wall, color: Color): void {
  const { sheet, camera, light, mood } = room;
  const outline = camera.outline(
    cornersOf(room, { wall, from: 0, to: wallLength(room, wall), sill: 0, head: room.height }),
  );
  const tone = lit(light, color, INWARD[wall]);
  const near = mix(lift(tone, 0.02), mood.indoors.key, 0.05);
  const slant = wall === 'back' ? 25 : wall === 'right' ? 160 : 90;
  const fill = sheet.linear(
    [
      [0, near],
      [0.55, tone],
      [1, lift(tone, -0.06)],
    ],
    slant,
  );
  sheet.polygon(outline, fill, { stroke: fill, strokeWidth: 1 });
  const shade = lift(mood.indoors.ambient, -0.42);
  sheet.polygon(
    outline,
    sheet.linear([
      [0, shade, 0.26],
      [0.16, shade, 0.05],
      [0.3, shade, 0],
      [0.86, shade, 0],
      [1, shade, 0.14],
    ]),
  );
}

/** A board along the foot of a wall, or along its middle. */
export function drawRail(room: Room, wall: Wall, from: number, to: number, color: Color): void {
  const rail: Opening = { wall, from: 0, to: wallLength(room, wall), sill: from, head: to };
  const tone = lit(room.light, color, INWARD[wall]);
  decal(room, cornersOf(room, rail, 0.015), tone);
  const top: Opening = { ...rail, sill: to - 0.012 };
  decal(room, cornersOf(room, top, 0.02), lift(tone, 0.06));
}

export interface WindowStyle {
  columns: number;
  rows: number;
  bar: Color;
  /** Width of the outer frame in metres. */
  frame: number;
}

/** The outside through openings in the walls: one landscape for all of them, its horizon at the eye's height. */
export function drawOutlook(room: Room, openings: readonly Opening[]): void {
  const { sheet, mood, camera } = room;
  const shapes = openings.map((opening) => camera.outline(cornersOf(room, opening)));
  const points = shapes.flat();
  if (points.length === 0) return;
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const x = Math.max(-120, left - 10);
  const width = Math.min(sheet.width + 120, right + 10) - x;
  const y = Math.max(-60, top);
  const horizonY = Math.min(y + (bottom - y) * 0.62, camera.project([room.width / 2, 1.35, 80])[1] + 14);
  const land: Landscape = {
    sheet,
    mood,
    season: room.season,
    random: room.random.fork('outlook'),
    area: { x, y, width, height: bottom - y + 10, horizonY },
  };
  sheet.group({ clip: shapes.map((shape) => polyline(shape)).join('') }, () => {
    drawBackdrop(room.view, land);
    const veil = mood.lamps > 0.8 ? 0.04 : 0.16;
    sheet.rect(
      x,
      y,
      width,
      bottom - y + 10,
      sheet.linear([
        [0, '#ffffff', veil * 1.4],
        [1, mood.indoors.key, veil],
      ]),
    );
  });
}

/** Reveal, bars and sill of a window whose outlook is already drawn. */
export function drawWindowFrame(room: Room, opening: Opening, style: WindowStyle): void {
  const { from, to, sill, head, wall } = opening;
  const outer = style.frame;
  const bars: Opening[] = [
    { wall, from: from - outer, to: from, sill: sill - outer, head: head + outer },
    { wall, from: to, to: to + outer, sill: sill - outer, head: head + outer },
    { wall, from, to, sill: head, head: head + outer },
    { wall, from, to, sill: sill - outer, head: sill },
  ];
  const thin = outer * 0.5;
  for (let column = 1; column < style.columns; column += 1) {
    const at = from + ((to - from) * column) / style.columns;
    bars.push({ wall, from: at - thin / 2, to: at + thin / 2, sill, head });
  }
  for (let row = 1; row < style.rows; row += 1) {
    const at = sill + ((head - sill) * row) / style.rows;
    bars.push({ wall, from, to, sill: at - thin / 2, head: at + thin / 2 });
  }
  drawReveal(room, opening, style.bar);
  for (const bar of bars) drawBar(room, bar, style.bar);
}

/** The thickness of the wall inside an opening: bright where the sun strikes it. */
function drawReveal(room: Room, opening: Opening, color: Color): void {
  const { wall, from, to, sill, head } = opening;
  const edge = (along: number, up: number, out: number): Vec3 => onWall(room, wall, along, up, out);
  const bright = mix(lit(room.light, lift(color, 0.08), [0, 1, 0]), '#fffaf0', 0.25 * room.mood.sunshine);
  const ledge = (up: number): Vec3[] => [edge(from, up, 0), edge(to, up, 0), edge(to, up, DEEP), edge(from, up, DEEP)];
  room.sheet.group({ clip: polyline(room.camera.outline(cornersOf(room, opening))) }, () => {
    decal(room, ledge(sill), bright);
    decal(room, ledge(head), lift(bright, -0.16));
    decal(
      room,
      [edge(to, sill, 0), edge(to, head, 0), edge(to, head, DEEP), edge(to, sill, DEEP)],
      lift(bright, -0.05),
    );
  });
}

/** Metres from the inner face of a wall to its glass. */
const DEEP = -0.16;

function drawBar(room: Room, bar: Opening, color: Color): void {
  const [a, b] = [onWall(room, bar.wall, bar.from, bar.sill, 0), onWall(room, bar.wall, bar.to, bar.head, 0.05)];
  const at: Vec3 = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.min(a[2], b[2])];
  const size: Vec3 = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2])];
  box(room, at, size, color);
}

/** The sun through windows: a bright patch with the shadows of the bars, on the floor and up the far wall. */
export function drawSunPatches(room: Room, openings: readonly Opening[], columns: number, rows: number): void {
  const { sheet, camera, mood } = room;
  if (mood.sunshine < 0.3) return;
  const clip = polyline(camera.outline(level([0, room.width], [room.front, room.depth], 0)));
  const light = mix(mood.indoors.key, '#fff2cf', 0.6);
  const panes: Point[][] = [];
  for (const opening of openings) {
    for (let column = 0; column < columns; column += 1) {
      for (let row = 0; row < rows; row += 1)
        panes.push(
          patchOf(room, opening, [column / columns, (column + 0.93) / columns], [row / rows, (row + 0.94) / rows]),
        );
    }
  }
  sheet.group({ clip, opacity: Math.round(mood.sunshine * 62) / 100 }, () => {
    sheet.path(panes.map((pane) => polyline(pane)).join(''), light);
  });
}

function patchOf(
  room: Room,
  { wall, from, to, sill, head }: Opening,
  across: readonly [number, number],
  up: readonly [number, number],
): Point[] {
  const along = (share: number): number => from + (to - from) * share;
  const high = (share: number): number => sill + (head - sill) * share;
  const corners = [
    onWall(room, wall, along(across[0]), high(up[0])),
    onWall(room, wall, along(across[1]), high(up[0])),
    onWall(room, wall, along(across[1]), high(up[1])),
    onWall(room, wall, along(across[0]), high(up[1])),
  ];
  const sun: Light = { ...room.light, direction: wall === 'back' ? [0.3, -0.75, -0.62] : [0.86, -0.72, -0.12] };
  return room.camera.outline(corners.map((corner) => shadowOf(sun, corner)));
}

/** Something that stands in the room: where, turned how, and how it is drawn in its own space. */
export interface Piece {
  at: Vec3;
  turn?: number;
  draw: (stage: Stage) => void;
}

/** Draws the pieces from the far end of the room to the near one. */
export function drawPieces(room: Room, pieces: readonly Piece[]): void {
  [...pieces]
    .sort((a, b) => room.camera.depthOf(b.at) - room.camera.depthOf(a.at))
    .forEach((piece) => piece.draw(placed(room, piece.at, piece.turn ?? 0)));
}

/** A soft dark pool on the floor under a piece of furniture. */
export function drawFloorShade(stage: Stage, reach: Vec3, opacity = 0.3): void {
  const { sheet, camera } = stage;
  const points = Array.from({ length: 20 }, (_, index): Vec3 => {
    const angle = (index / 20) * Math.PI * 2;
    return [Math.cos(angle) * reach[0] + 0.06, 0.002, Math.sin(angle) * reach[2]];
  });
  const fill = sheet.radial([
    [0, '#2b1a17', opacity],
    [0.55, '#2b1a17', opacity * 0.7],
    [1, '#2b1a17', 0],
  ]);
  sheet.polygon(camera.outline(points), fill);
}
