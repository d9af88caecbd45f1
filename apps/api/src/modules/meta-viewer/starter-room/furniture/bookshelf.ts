import { box } from '../geometry/box.js';
import { shade } from '../geometry/colour.js';
import { type Pen } from '../geometry/scene.js';
import { measures } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';
import { drawBooks, drawShelfGoods } from './shelf-goods.js';

export const bookshelfHeight = 1.95;

/** Stands against the wall at the pen's origin. */
export const drawBookshelf = (pen: Pen, width: number, palette: Palette, random: Random): void => {
  const depth = measures.bookshelfDepth;
  const body = pen.at(0, 0, depth / 2 + 0.004);
  const middle = bookshelfHeight / 2;
  for (const side of [-1, 1]) {
    body
      .at(side * (width / 2 - 0.015), middle, 0)
      .solid('wood', box(0.03, bookshelfHeight, depth - 0.01, 0.005), palette.wood);
  }
  body
    .at(0, middle, 0.01 - depth / 2)
    .draw('wood', box(width - 0.06, bookshelfHeight - 0.02, 0.012, 0.003), shade(palette.wood, 0.75));
  const boards = 6;
  for (let index = 0; index < boards; index += 1) {
    const y = 0.08 + (index * (bookshelfHeight - 0.1)) / (boards - 1);
    body.at(0, y, 0.005).solid('wood', box(width - 0.06, 0.026, depth - 0.02, 0.005), palette.wood);
    if (index === boards - 1) continue;
    const board = body.at(0, y + 0.013, 0.03);
    if (index === 2) drawShelfGoods(board, width - 0.08, 2, palette, random);
    else drawBooks(board, width - 0.08, 0.3, random);
  }
};
