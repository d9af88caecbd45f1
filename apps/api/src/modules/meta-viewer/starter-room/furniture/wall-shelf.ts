import { box } from '../geometry/box.js';
import { type Pen } from '../geometry/scene.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';
import { drawPlant } from './plant.js';
import { drawBooks, drawShelfGoods } from './shelf-goods.js';

/** Two boards on brackets with cups, books and a plant; the pen stands at the wall, on the floor. */
export const drawWallShelf = (pen: Pen, length: number, palette: Palette, random: Random): void => {
  for (const [index, y] of [1.45, 1.85].entries()) {
    const board = pen.at(0, y, 0.125);
    board.solid('wood', box(length, 0.032, 0.24, 0.008), palette.wood);
    for (const side of [-1, 1]) {
      board.at(side * (length / 2 - 0.18), -0.07, -0.04).draw('metal', box(0.02, 0.12, 0.16, 0.005), palette.metal);
    }
    const [left, right] = [board.at(-length * 0.24, 0.016, 0.01), board.at(length * 0.2, 0.016, 0.01)];
    if (index === 0) drawBooks(left, length * 0.42, 0.25, random);
    else drawShelfGoods(left, length * 0.44, 1, palette, random);
    if (index === 0) drawShelfGoods(right, length * 0.34, 2, palette, random);
    const plant = board.at(length * (index === 0 ? 0.43 : 0.2), 0.016, 0);
    drawPlant(plant, { place: 'sill', x: 0, y: 0, z: 0, size: 1 }, palette, random);
  }
};
