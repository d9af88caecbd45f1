import { box } from '../geometry/box.js';
import { mix, shade } from '../geometry/colour.js';
import { type Pen } from '../geometry/scene.js';
import { measures } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';
import { type Style } from '../styles.js';

/** A padded bench along the wall; in low rooms of floor cushions it is a low platform. */
export const drawWallBench = (pen: Pen, length: number, style: Style, palette: Palette, random: Random): void => {
  const depth = measures.benchDepth;
  const isLow = style.chairShape === 'cushion';
  const seat = isLow ? 0.16 : 0.42;
  pen
    .at(0, (seat - 0.04) / 2, depth / 2 - 0.01)
    .solid('wood', box(length, seat - 0.04, depth - 0.06, 0.012), palette.darkWood);
  const count = Math.max(1, Math.round(length / 1.1));
  const width = length / count;
  const fabric = style.fabric === style.second ? palette.accent : palette.fabric;
  for (let index = 0; index < count; index += 1) {
    const part = pen.at((index + 0.5) * width - length / 2, 0, 0);
    part.at(0, seat, depth / 2).solid('matte', box(width - 0.01, 0.1, depth, 0.035), fabric);
    if (!isLow)
      part.at(0, 0.7, 0.06, 0, -0.1).draw('matte', box(width - 0.012, 0.42, 0.09, 0.035), shade(fabric, 0.92));
  }
  if (!isLow) pen.at(0, 0.93, 0.035).solid('wood', box(length, 0.04, 0.1, 0.01), palette.wood);
  for (let index = 0; index < count; index += 1) {
    if (!random.chance(0.6)) continue;
    const u = (index + random.between(0.25, 0.75)) * width - length / 2;
    const tint = random.pick([palette.second, palette.accent, mix(palette.fabric, palette.tableTop, 0.7)]);
    const size = random.between(0.3, 0.38);
    pen
      .at(u, seat + 0.05 + size * 0.47, isLow ? 0.1 : 0.17, random.between(-0.2, 0.2), -0.28)
      .draw('matte', box(size, size, 0.12, 0.05), tint);
  }
};
