import { box } from '../geometry/box.js';
import { colour } from '../geometry/colour.js';
import { cylinder, lathe, rod, strut } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { type Palette } from '../palette.js';
import { drawMug } from './tableware.js';

const steel = colour('#d7d8d8');
const black = colour('#26262a');
const cream = colour('#f3ede0');

/** Two groups; its front, with the handles, looks along −z to the barista. */
export const drawEspressoMachine = (pen: Pen, palette: Palette): void => {
  for (const x of [-0.3, 0.3]) for (const z of [-0.17, 0.17]) pen.at(x, 0, z).draw('metal', rod(0.018, 0.05, 8), steel);
  pen.at(0, 0.085, 0).solid('metal', box(0.74, 0.07, 0.46, 0.02), steel);
  pen.at(0, 0.25, 0.1).solid('satin', box(0.7, 0.28, 0.24, 0.04), palette.accent);
  pen.at(0, 0.42, 0.01).solid('metal', box(0.74, 0.1, 0.44, 0.035), steel);
  pen.at(0, 0.42, 0.232).draw('satin', box(0.5, 0.05, 0.01, 0.004), cream);
  for (const x of [-0.18, 0.18]) {
    const group = pen.at(x, 0, -0.1);
    group.at(0, 0.29, 0).draw('metal', cylinder(0.045, 0.09, 14), steel);
    group.at(0, 0.27, 0).draw('metal', cylinder(0.038, 0.03, 14), black);
    group.draw('matte', strut([0, 0.285, -0.03], [0, 0.265, -0.19], 0.014, 8), black);
    group.at(0, 0.12, 0).draw(
      'satin',
      lathe(
        [
          [0.022, 0],
          [0.034, 0.055],
          [0.03, 0.055],
          [0, 0.02],
        ],
        10,
      ),
      cream,
    );
  }
  for (const side of [-1, 1])
    pen.draw('metal', strut([side * 0.34, 0.37, -0.16], [side * 0.32, 0.18, -0.2], 0.007, 6), steel);
  for (let index = 0; index < 12; index += 1) {
    drawMug(pen.at(-0.28 + (index % 6) * 0.11, 0.47, index < 6 ? 0.08 : -0.05), cream);
  }
};

export const drawGrinder = (pen: Pen): void => {
  pen.solid(
    'satin',
    lathe(
      [
        [0.09, 0],
        [0.09, 0.03],
        [0.06, 0.05],
        [0.06, 0.28],
        [0.075, 0.32],
        [0, 0.33],
      ],
      14,
    ),
    black,
  );
  pen.at(0, 0.33, 0).draw(
    'satin',
    lathe(
      [
        [0.045, 0],
        [0.095, 0.16],
        [0.095, 0.18],
        [0, 0.19],
      ],
      14,
    ),
    colour('#6b4226'),
  );
  pen.draw('metal', strut([0, 0.2, -0.05], [0, 0.18, -0.16], 0.012, 6), steel);
};
