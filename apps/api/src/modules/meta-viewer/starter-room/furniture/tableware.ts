import { type Colour, colour, mix, white } from '../geometry/colour.js';
import { cylinder, lathe, strut } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { leaf, oval } from '../geometry/sheet.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';

const cream = colour('#f6f0e4');
const coffee = colour('#4a2a17');
const stem = colour('#5e7f45');

export const drawCup = (pen: Pen, palette: Palette, tint: Colour = cream): void => {
  pen.draw(
    'satin',
    lathe(
      [
        [0.03, 0],
        [0.07, 0.012],
        [0.072, 0.015],
        [0, 0.012],
      ],
      10,
    ),
    tint,
  );
  const cup = pen.at(0, 0.012, 0);
  cup.draw(
    'satin',
    lathe(
      [
        [0.02, 0],
        [0.036, 0.02],
        [0.042, 0.055],
        [0.038, 0.055],
        [0.034, 0.046],
      ],
      9,
    ),
    tint,
  );
  cup.at(0, 0.047, 0).draw(
    'satin',
    lathe(
      [
        [0.036, 0],
        [0, 0.001],
      ],
      7,
    ),
    mix(coffee, palette.wood, 0.15),
  );
  cup.draw('satin', strut([0.04, 0.045, 0], [0.06, 0.03, 0], 0.005, 3), tint);
  cup.draw('satin', strut([0.06, 0.03, 0], [0.034, 0.014, 0], 0.005, 3), tint);
};

/** Cups for a shelf: no saucer, a shape one reads from afar. */
export const drawMug = (pen: Pen, tint: Colour): void => {
  pen.draw(
    'satin',
    lathe(
      [
        [0.03, 0],
        [0.038, 0.01],
        [0.04, 0.085],
        [0.034, 0.085],
        [0, 0.02],
      ],
      7,
    ),
    tint,
  );
};

export const drawVase = (pen: Pen, random: Random, palette: Palette): void => {
  const glaze = random.pick([palette.accent, cream, palette.second, palette.pots[0]]);
  pen.draw(
    'satin',
    lathe(
      [
        [0.024, 0],
        [0.036, 0.03],
        [0.03, 0.07],
        [0.014, 0.1],
        [0.018, 0.115],
      ],
      9,
    ),
    glaze,
  );
  const petal = random.pick([colour('#f3d9cf'), colour('#f5e7b8'), colour('#e7a48d'), white]);
  for (let index = 0; index < 3; index += 1) {
    const yaw = (index / 3) * Math.PI * 2 + random.between(0, 1);
    const twig = pen.at(0, 0.1, 0, yaw);
    const [x, y] = [random.between(0.02, 0.05), random.between(0.09, 0.15)];
    twig.draw('leaf', strut([0, 0, 0], [0, y, x], 0.003, 3), stem);
    twig.at(0, y * 0.5, x * 0.5).draw('leaf', leaf(0.06, 0.03, 0.3, oval, 2), stem);
    twig.at(0, y, x).draw(
      'matte',
      lathe(
        [
          [0, -0.012],
          [0.02, 0],
          [0.016, 0.014],
          [0, 0.02],
        ],
        7,
      ),
      petal,
    );
  }
};

const glassTints = ['#5b7a4b', '#8a5a2b', '#c9a04e', '#7d3b32', '#49707d', '#e5d9bd'].map(colour);

export const drawBottle = (pen: Pen, random: Random): void => {
  const tint = glassTints[Math.floor(random.next() * glassTints.length)] ?? cream;
  const [height, radius] = [random.between(0.2, 0.28), random.between(0.03, 0.038)];
  const shoulder = height * 0.62;
  pen.draw(
    'satin',
    lathe(
      [
        [radius, 0],
        [radius, shoulder],
        [0.012, shoulder + 0.05],
        [0.012, height],
        [0, height],
      ],
      7,
    ),
    tint,
  );
  pen.at(0, shoulder * 0.3, 0).draw('matte', cylinder(radius + 0.001, shoulder * 0.45, 7), cream);
};

export const drawJar = (pen: Pen, tint: Colour, lid: Colour): void => {
  pen.draw(
    'satin',
    lathe(
      [
        [0.05, 0],
        [0.058, 0.02],
        [0.058, 0.12],
        [0.045, 0.14],
      ],
      9,
    ),
    tint,
  );
  pen.at(0, 0.14, 0).draw(
    'wood',
    lathe(
      [
        [0.05, 0],
        [0.05, 0.025],
        [0, 0.028],
      ],
      8,
    ),
    lid,
  );
};
