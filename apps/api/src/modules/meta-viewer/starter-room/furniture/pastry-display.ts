import { box } from '../geometry/box.js';
import { type Colour, colour, white } from '../geometry/colour.js';
import { cylinder, lathe, rod, sphere } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { picture } from '../geometry/sheet.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';

const crusts: readonly [Colour, ...Colour[]] = [colour('#c98a45'), colour('#d9a35c'), colour('#a9652f')];
const icings: readonly [Colour, ...Colour[]] = [
  colour('#f4d9d2'),
  colour('#f6efdf'),
  colour('#5a3322'),
  colour('#c9586a'),
];
const china = colour('#f4efe6');

const drawPastry = (pen: Pen, random: Random): void => {
  const crust = random.pick(crusts);
  switch (Math.floor(random.next() * 3)) {
    case 0:
      pen.draw(
        'matte',
        lathe(
          [
            [0.03, 0],
            [0.042, 0.03],
            [0.05, 0.045],
            [0.03, 0.068],
            [0, 0.074],
          ],
          8,
        ),
        crust,
      );
      return;
    case 1:
      pen.at(0, 0.02, 0, random.between(0, 3)).draw('matte', box(0.1, 0.045, 0.05, 0.02), crust);
      return;
    default:
      pen.draw(
        'matte',
        lathe(
          [
            [0.045, 0],
            [0.048, 0.05],
            [0.04, 0.056],
            [0, 0.058],
          ],
          9,
        ),
        random.pick(icings),
      );
      pen.at(0, 0.065, 0).draw('matte', sphere(0.013, 6, 4), colour('#b3303c'));
  }
};

/** A glass case with two shelves of cakes; the guests' side is +z. */
export const drawPastryDisplay = (pen: Pen, width: number, palette: Palette, random: Random): void => {
  const [depth, height] = [0.42, 0.46];
  pen.at(0, 0.025, 0).solid('wood', box(width, 0.05, depth, 0.01), palette.darkWood);
  pen.at(0, height, 0).solid('wood', box(width, 0.024, depth, 0.008), palette.darkWood);
  for (const x of [-1, 1]) {
    for (const z of [-1, 1]) {
      pen
        .at(x * (width / 2 - 0.015), 0.05, z * (depth / 2 - 0.015))
        .draw('metal', rod(0.009, height - 0.06, 6), palette.metal);
    }
    pen
      .at((x * width) / 2 - x * 0.008, height / 2 + 0.02, 0, Math.PI / 2)
      .draw('glass', picture(depth - 0.05, height - 0.09), white);
  }
  pen.at(0, height / 2 + 0.02, depth / 2 - 0.008).draw('glass', picture(width - 0.05, height - 0.09), white);
  pen.at(0, 0.26, -0.02).draw('satin', box(width - 0.06, 0.012, depth - 0.12, 0.004), china);
  for (const y of [0.052, 0.268]) {
    const count = Math.floor((width - 0.12) / 0.15);
    for (let index = 0; index < count; index += 1) {
      for (const z of [-0.09, 0.06]) {
        const spot = pen.at((index - (count - 1) / 2) * 0.15, y, z);
        spot.draw('satin', cylinder(0.045, 0.008, 8, 0.06), china);
        if (random.chance(pen.isSparse ? 0.6 : 0.9)) drawPastry(spot.at(0, 0.008, 0), random);
      }
    }
  }
  pen.at(0, height - 0.02, 0.1).draw('glow', box(width - 0.1, 0.01, 0.02, 0.003), white);
};

/** A cake under no cover on a stand. */
export const drawCakeStand = (pen: Pen, random: Random): void => {
  pen.draw(
    'satin',
    lathe(
      [
        [0.07, 0],
        [0.02, 0.02],
        [0.015, 0.1],
        [0.05, 0.11],
        [0.15, 0.115],
        [0.152, 0.128],
        [0, 0.126],
      ],
      20,
    ),
    china,
  );
  const icing = random.pick(icings);
  pen.at(0, 0.126, 0).draw(
    'matte',
    lathe(
      [
        [0.11, 0],
        [0.112, 0.07],
        [0.1, 0.082],
        [0, 0.084],
      ],
      20,
    ),
    icing,
  );
  for (let index = 0; index < 8; index += 1) {
    const angle = (index / 8) * Math.PI * 2;
    pen
      .at(Math.sin(angle) * 0.085, 0.216, Math.cos(angle) * 0.085)
      .draw('matte', sphere(0.014, 6, 4), colour('#b3303c'));
  }
};
