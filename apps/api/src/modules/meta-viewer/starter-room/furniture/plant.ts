import { type Colour, colour, mix, shade } from '../geometry/colour.js';
import { lathe, strut } from '../geometry/lathe.js';
import { type Vector } from '../geometry/matrix.js';
import { type Pen } from '../geometry/scene.js';
import { blade, leaf, oval } from '../geometry/sheet.js';
import { type PlantPlan } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';

const greens = [colour('#3f6b34'), colour('#527f3b'), colour('#6d9349'), colour('#3a5f45')] as const;
const soil = colour('#3d2c20');
const bark = colour('#7a5b40');

const drawPot = (pen: Pen, radius: number, height: number, tint: Colour): void => {
  pen.solid(
    'satin',
    lathe(
      [
        [radius * 0.68, 0],
        [radius * 0.98, height * 0.86],
        [radius * 1.04, height * 0.88],
        [radius * 1.04, height],
        [radius * 0.92, height],
        [radius * 0.88, height * 0.9],
      ],
      pen.isSparse ? 9 : 14,
    ),
    tint,
  );
  pen.at(0, height * 0.9, 0).draw(
    'matte',
    lathe(
      [
        [radius * 0.9, 0],
        [0, 0.012],
      ],
      14,
    ),
    soil,
  );
};

const green = (random: Random): Colour => shade(random.pick(greens), random.between(0.8, 1.25));

/** Broad leaves on long stems. */
const broad = (pen: Pen, random: Random): void => {
  const count = pen.isSparse ? 10 : 17;
  for (let index = 0; index < count; index += 1) {
    const stem = pen.at(0, 0, 0, index * 2.399 + random.between(-0.3, 0.3));
    const lift = 1 - index / count;
    const [reach, rise] = [
      0.1 + 0.24 * (1 - lift) + random.between(0, 0.08),
      0.22 + 0.62 * lift + random.between(0, 0.1),
    ];
    stem.draw('leaf', strut([0, 0, 0], [0, rise, reach], 0.006, 4), greens[1]);
    stem
      .at(0, rise, reach, random.between(-0.4, 0.4), 0.35 - lift * 0.8)
      .draw('leaf', leaf(random.between(0.24, 0.34), random.between(0.16, 0.22), 0.35, oval), green(random));
  }
};

/** Upright blades. */
const upright = (pen: Pen, random: Random): void => {
  for (let index = 0; index < (pen.isSparse ? 9 : 15); index += 1) {
    const distance = 0.02 + 0.1 * Math.sqrt(index / 15);
    const yaw = index * 2.399;
    pen
      .at(Math.sin(yaw) * distance, 0, Math.cos(yaw) * distance, yaw, -1.38 + random.between(0, 0.22))
      .draw('leaf', leaf(random.between(0.45, 0.85), 0.075, 0.06, blade, 4), mix(green(random), greens[2], 0.3));
  }
};

/** A small tree: a stem that forks and a crown of leaves. */
const tree = (pen: Pen, random: Random): void => {
  const top: Vector = [random.between(-0.04, 0.04), 0.62, random.between(-0.04, 0.04)];
  pen.draw('wood', strut([0, 0, 0], top, 0.022, 7), bark);
  for (let branch = 0; branch < 6; branch += 1) {
    const angle = branch * 1.1 + random.between(-0.3, 0.3);
    const tip: Vector = [
      top[0] + Math.sin(angle) * 0.2,
      0.78 + random.between(0, 0.38),
      top[2] + Math.cos(angle) * 0.2,
    ];
    pen.draw('wood', strut(top, tip, 0.01, 5), bark);
    for (let index = 0; index < (pen.isSparse ? 7 : 11); index += 1) {
      const [x, y, z] = [random.between(-0.15, 0.15), random.between(-0.14, 0.15), random.between(-0.15, 0.15)];
      pen
        .at(tip[0] + x, tip[1] + y, tip[2] + z, Math.atan2(x, z) + random.between(-0.5, 0.5), random.between(-0.5, 0.5))
        .draw('leaf', leaf(random.between(0.14, 0.2), random.between(0.075, 0.1), 0.3, oval, 2), green(random));
    }
  }
};

/** Arching fronds of narrow leaflets. */
const palm = (pen: Pen, random: Random): void => {
  for (let frond = 0; frond < (pen.isSparse ? 6 : 8); frond += 1) {
    const stem = pen.at(0, 0, 0, frond * 2.399 + random.between(-0.2, 0.2));
    const [length, lift] = [random.between(0.55, 0.8), random.between(0.75, 1.25)];
    const at = (share: number): Vector => [
      0,
      lift * share * (1.15 - share * 0.5),
      length * share * (0.35 + 0.65 * share),
    ];
    for (let step = 0; step < 4; step += 1) {
      stem.draw('leaf', strut(at(step / 4), at((step + 1) / 4), 0.006, 4), greens[2]);
    }
    for (let step = 0; step < 9; step += 1) {
      const [x, y, z] = at(0.36 + step * 0.078);
      for (const side of [-1, 1]) {
        stem
          .at(x, y, z, side * (1.15 - step * 0.07), -0.1)
          .draw('leaf', leaf(0.26 - step * 0.014, 0.036, 0.5, blade, 2), green(random));
      }
    }
  }
};

const vine = (pen: Pen, random: Random, strands: number, longest: number, spread: number): void => {
  for (let strand = 0; strand < strands; strand += 1) {
    const out = pen.at(0, 0, 0, strand * 2.399 + random.between(-0.3, 0.3));
    const length = random.between(0.4, 1) * longest;
    const steps = Math.max(3, Math.round(length / 0.085));
    for (let step = 0; step < steps; step += 1) {
      const share = step / steps;
      const [y, z] = [0.05 * Math.sin(share * 3) - length * share * share, spread * Math.sqrt(share)];
      const yaw = (step % 2 === 0 ? 1 : -1) * random.between(0.5, 1.2);
      out.at(0, y, z, yaw, 0.5).draw('leaf', leaf(random.between(0.08, 0.12), 0.07, 0.35, oval, 2), green(random));
    }
  }
};

const herb = (pen: Pen, random: Random): void => {
  for (let index = 0; index < (pen.isSparse ? 11 : 18); index += 1) {
    const pitch = -random.between(0.2, 1.3);
    pen
      .at(0, random.between(0, 0.05), 0, index * 2.399, pitch)
      .draw('leaf', leaf(random.between(0.12, 0.24), random.between(0.045, 0.07), 0.4, oval, 2), green(random));
  }
};

const floorKinds = [broad, upright, tree, palm, broad] as const;

/** `plan.y` is where it stands or hangs from; the pen stands there. */
export const drawPlant = (pen: Pen, plan: PlantPlan, palette: Palette, random: Random): void => {
  const pot = random.pick(palette.pots);
  switch (plan.place) {
    case 'floor': {
      const height = random.between(0.26, 0.4);
      drawPot(pen, 0.19, height, pot);
      random.pick(floorKinds)(pen.at(0, height * 0.9, 0, random.between(0, 6)).scaled(plan.size), random);
      return;
    }
    case 'sill':
      drawPot(pen, 0.065, 0.11, pot);
      (random.chance(0.6) ? herb : upright)(
        pen.at(0, 0.1, 0, random.between(0, 6)).scaled(random.between(0.42, 0.9)),
        random,
      );
      return;
    case 'hanging': {
      const basket = pen.at(0, -0.85, 0);
      drawPot(basket, 0.13, 0.15, pot);
      for (const angle of [0, 2.09, 4.19]) {
        basket.draw(
          'matte',
          strut([Math.sin(angle) * 0.12, 0.14, Math.cos(angle) * 0.12], [0, 0.5, 0], 0.004, 4),
          bark,
        );
      }
      basket.draw('matte', strut([0, 0.49, 0], [0, 0.85, 0], 0.005, 4), bark);
      vine(basket.at(0, 0.15, 0), random, pen.isSparse ? 4 : 8, 0.75 * plan.size, 0.2);
      herb(basket.at(0, 0.13, 0), random);
    }
  }
};
