import { box } from '../geometry/box.js';
import { colour, shade, white } from '../geometry/colour.js';
import { cylinder } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { picture } from '../geometry/sheet.js';
import { type CounterPlan, counterZoneDepth, measures } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';
import { type Style } from '../styles.js';
import { drawEspressoMachine, drawGrinder } from './espresso-machine.js';
import { drawCakeStand, drawPastryDisplay } from './pastry-display.js';
import { drawShelfGoods } from './shelf-goods.js';

const { counterHeight, counterDepth, shelfDepth } = measures;

const drawFront = (pen: Pen, length: number, style: Style, palette: Palette): void => {
  const body = counterHeight - 0.05;
  const front = counterDepth / 2 - 0.05;
  if (style.wallFinish === 'plain') {
    const count = Math.round(length / 0.085);
    for (let index = 0; index < count; index += 1) {
      pen
        .at(((index + 0.5) / count - 0.5) * length, body / 2 + 0.03, front)
        .draw('wood', box(0.055, body - 0.08, 0.03, 0.008), palette.counterFront);
    }
    return;
  }
  const count = Math.max(2, Math.round(length / 0.62));
  const width = length / count;
  for (let index = 0; index < count; index += 1) {
    const panel = pen.at((index + 0.5) * width - length / 2, body / 2 + 0.03, front);
    const [w, h] = [width - 0.05, body - 0.14];
    const tint = style.wallFinish === 'bare' ? palette.counterFront : shade(palette.counterFront, 1.12);
    panel.draw('wood', box(w, h, 0.02, 0.006), shade(tint, 0.86));
    for (const side of [-1, 1]) {
      panel.at((side * (w - 0.06)) / 2, 0, 0.012).draw('wood', box(0.06, h, 0.022, 0.006), tint);
      panel.at(0, (side * (h - 0.06)) / 2, 0.012).draw('wood', box(w - 0.12, 0.06, 0.021, 0.006), tint);
    }
  }
};

const drawRegister = (pen: Pen): void => {
  pen.draw('matte', cylinder(0.06, 0.02, 14), colour('#2a2b2e'));
  pen.at(0, 0.1, -0.02, 0, -0.45).draw('satin', box(0.26, 0.18, 0.014, 0.006), colour('#2a2b2e'));
  pen.at(0, 0.1, -0.034, Math.PI, 0.45).draw('glow', picture(0.23, 0.15), colour('#7fa7b5'));
};

const drawBackBar = (pen: Pen, length: number, height: number, palette: Palette, random: Random): void => {
  const low = pen.at(0, 0, shelfDepth / 2);
  low.at(0, 0.44, 0).solid('wood', box(length, 0.88, shelfDepth - 0.03, 0.01), palette.counterFront);
  low.at(0, 0.9, 0).solid('satin', box(length, 0.04, shelfDepth, 0.01), palette.counterTop);
  const boards = height > 2.7 ? [1.35, 1.75] : [1.35];
  for (const [index, y] of boards.entries()) {
    for (const side of [-1, 1]) {
      const span = length * 0.27;
      const board = pen.at(side * (length / 2 - span / 2 - 0.04), y, 0.14);
      board.solid('wood', box(span, 0.035, 0.25, 0.008), palette.wood);
      for (const end of [-1, 1])
        board.at(end * (span / 2 - 0.12), -0.08, -0.05).draw('metal', box(0.02, 0.14, 0.15, 0.005), palette.metal);
      drawShelfGoods(board.at(0, 0.018, 0), span, index + (side > 0 ? 1 : 0), palette, random);
    }
  }
  drawShelfGoods(low.at(-length * 0.3, 0.92, 0), length * 0.3, 2, palette, random);
  drawShelfGoods(low.at(length * 0.3, 0.92, 0), length * 0.26, 1, palette, random);
  drawMenuBoard(pen.at(0, 1.78, 0.03), Math.min(1.9, length * 0.4), palette);
};

const drawMenuBoard = (pen: Pen, width: number, palette: Palette): void => {
  const height = width * 0.56;
  pen.draw('wood', box(width + 0.08, height + 0.08, 0.04, 0.008), palette.darkWood);
  pen.at(0, 0, 0.0215).draw('board', picture(width, height), white);
};

/** In the coordinates of its wall: back bar at the wall, the barista's way, the counter. */
export const drawCounter = (
  wall: Pen,
  counter: CounterPlan,
  height: number,
  style: Style,
  palette: Palette,
  random: Random,
): void => {
  const { length } = counter;
  const at = wall.at(counter.u, 0, 0);
  drawBackBar(at, length - 0.04, height, palette, random);
  const pen = at.at(0, 0, counterZoneDepth - counterDepth / 2);
  pen.at(0, 0.05, -0.02).draw('wood', box(length - 0.1, 0.1, counterDepth - 0.14, 0.006), shade(palette.darkWood, 0.6));
  pen
    .at(0, counterHeight / 2 + 0.02, -0.02)
    .solid('wood', box(length - 0.04, counterHeight - 0.1, counterDepth - 0.08, 0.012), palette.counterFront);
  drawFront(pen, length - 0.06, style, palette);
  pen.at(0, counterHeight - 0.025, 0).solid('satin', box(length, 0.05, counterDepth, 0.014), palette.counterTop);
  const top = pen.at(0, counterHeight, 0);
  const out = -counter.closedEnd;
  const display = Math.min(1.3, length * 0.3);
  drawEspressoMachine(top.at(-out * (length / 2 - 0.55), 0, -0.02), palette);
  drawGrinder(top.at(-out * (length / 2 - 1.1), 0, -0.1));
  drawPastryDisplay(top.at(out * (length / 2 - display / 2 - 0.12), 0, 0.05), display, palette, random);
  drawRegister(top.at(out * (length / 2 - display - 0.4), 0, -0.05));
  if (length > 3.4) drawCakeStand(top.at(-out * (length / 2 - 1.45), 0, 0.08), random);
};
