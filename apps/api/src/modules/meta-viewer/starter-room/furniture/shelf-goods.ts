import { box } from '../geometry/box.js';
import { colour, shade } from '../geometry/colour.js';
import { type Pen } from '../geometry/scene.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';
import { drawBottle, drawJar, drawMug } from './tableware.js';

const covers = ['#8c3b34', '#2f4f63', '#c9a35a', '#e8dfcc', '#57724f', '#6d5a7a', '#b86f4a', '#39414a'].map(colour);

/** Books side by side from the left end of a board; the pen stands at the board's middle. */
export const drawBooks = (pen: Pen, length: number, tallest: number, random: Random): void => {
  let u = -length / 2;
  const end = length / 2 - random.between(0.03, length * 0.35);
  while (u < end) {
    const [width, height] = [random.between(0.02, 0.045), tallest * random.between(0.68, 0.95)];
    const tint = shade(covers[Math.floor(random.next() * covers.length)] ?? [1, 1, 1], random.between(0.85, 1.1));
    pen.at(u + width / 2, height / 2, 0).draw('matte', box(width - 0.002, height, 0.15, 0.002), tint);
    u += width;
  }
};

export const drawShelfGoods = (pen: Pen, length: number, kind: number, palette: Palette, random: Random): void => {
  const pitch = [0.105, 0.11, 0.16][kind % 3] ?? 0.12;
  const count = Math.floor((length - 0.1) / pitch);
  const lid = palette.wood;
  for (let index = 0; index < count; index += 1) {
    if (random.chance(pen.isSparse ? 0.45 : 0.16)) continue;
    const spot = pen.at((index - (count - 1) / 2) * pitch, 0, random.between(-0.02, 0.02));
    if (kind % 3 === 0) drawBottle(spot, random);
    else if (kind % 3 === 1)
      drawMug(spot, random.pick([palette.accent, palette.second, [0.86, 0.82, 0.74], [0.86, 0.82, 0.74]]));
    else drawJar(spot, random.pick([colour('#7a4a28'), colour('#d7c6a4'), colour('#4e2f1c')]), lid);
  }
};
