import { box } from '../geometry/box.js';
import { type Pen } from '../geometry/scene.js';
import { freeSpans, type Span, type WallName } from '../layout/walls.js';
import { type RoomPlan } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';
import { type Style } from '../styles.js';
import { openingsOf } from './surfaces.js';

/** The stretches of a wall where no opening reaches below `height`. */
const stretches = (plan: RoomPlan, name: WallName, height: number, margin: number): Span[] => {
  const { length } = plan.walls[name];
  const low = openingsOf(plan, name).filter((opening) => opening.bottom < height);
  const taken = low.map((opening) => ({ from: opening.left, to: opening.right }));
  return freeSpans({ from: -length / 2, to: length / 2 }, taken, margin).filter(({ from, to }) => to - from > 0.1);
};

const drawSkirting = (pen: Pen, plan: RoomPlan, name: WallName, palette: Palette): void => {
  for (const { from, to } of stretches(plan, name, 0.1, 0.11)) {
    pen.at((from + to) / 2, 0.05, 0.008).draw('wood', box(to - from, 0.1, 0.024), palette.trim);
  }
};

/** Boards up to the sills with a rail on top. */
const drawPanels = (pen: Pen, plan: RoomPlan, name: WallName, style: Style, palette: Palette): void => {
  const height = Math.min(style.window.sill - 0.1, 0.92);
  const pitch = Math.max(0.42, (plan.width + plan.depth) / 50);
  const tint = style.windowShape === 'arched' ? palette.accent : palette.wood;
  for (const { from, to } of stretches(plan, name, height, 0.125)) {
    const count = Math.max(1, Math.round((to - from) / pitch));
    const width = (to - from) / count;
    for (let index = 0; index < count; index += 1) {
      const board = pen.at(from + width * (index + 0.5), 0.1 + (height - 0.1) / 2, 0.006);
      board.at(0, 0, 0, 0, 0, Math.PI / 2).draw('wood', box(height - 0.1, width, 0.024, 0.01), tint);
    }
    pen.at((from + to) / 2, height + 0.015, 0.018).draw('wood', box(to - from, 0.045, 0.056), palette.trim);
  }
};

/** Posts between the windows and beams round the room. */
const drawTimber = (pen: Pen, plan: RoomPlan, name: WallName, palette: Palette): void => {
  const { length } = plan.walls[name];
  const spans = stretches(plan, name, plan.height, 0);
  const posts = spans.flatMap(({ from, to }) => {
    const count = Math.max(1, Math.round((to - from) / 2.4));
    return Array.from({ length: count }, (_, index) => from + ((to - from) * (index + 0.5)) / count);
  });
  const isClear = (u: number): boolean =>
    Math.abs(u) < length / 2 - 0.4 &&
    plan.photos.every((photo) => photo.wall !== name || Math.abs(photo.u - u) > photo.width / 2 + 0.16);
  for (const u of posts.filter(isClear)) {
    pen.at(u, plan.height / 2, 0.02).draw('wood', box(0.15, plan.height, 0.09, 0.014), palette.darkWood);
  }
  for (const side of [-1, 1]) {
    pen
      .at(side * (length / 2 - 0.06), plan.height / 2, 0.06)
      .draw('wood', box(0.16, plan.height, 0.16, 0.016), palette.darkWood);
  }
  pen.at(0, plan.height - 0.13, 0.05).draw('wood', box(length, 0.2, 0.16, 0.02), palette.darkWood);
  for (const { from, to } of stretches(plan, name, 0.45, 0.12)) {
    pen.at((from + to) / 2, 0.36, 0.015).draw('wood', box(to - from, 0.09, 0.065), palette.darkWood);
  }
};

export const drawWallFinish = (pen: Pen, plan: RoomPlan, name: WallName, style: Style, palette: Palette): void => {
  drawSkirting(pen, plan, name, palette);
  const { length } = plan.walls[name];
  switch (style.wallFinish) {
    case 'panelled':
      drawPanels(pen, plan, name, style, palette);
      pen.at(0, plan.height - 0.05, 0.02).draw('wood', box(length, 0.1, 0.08, 0.03), palette.trim);
      return;
    case 'timbered':
      drawTimber(pen, plan, name, palette);
      return;
    case 'plain':
    case 'bare':
      pen.at(0, plan.height - 0.03, 0.01).draw('matte', box(length, 0.06, 0.04), palette.ceiling);
  }
};
