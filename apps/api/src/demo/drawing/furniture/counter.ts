import { drawEmblem } from '../emblem.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { ball, box, decal, disc, level, lit, type Stage, turned, upright } from '../kit/solids.js';
import type { Random } from '../kit/random.js';
import type { Palette } from '../palette.js';
import { drawFloorShade } from '../room/room.js';
import { drawBlocks } from './seats.js';

/** The bar: slatted front, thick top, machine, cakes under glass, cups. It is `width` metres long. */
export function drawCounter(stage: Stage, width: number, palette: Palette, random: Random): void {
  const half = width / 2;
  drawFloorShade(stage, [half * 1.12, 0, 0.62], 0.34);
  box(stage, [-half, 0, -0.3], [width, 1, 0.62], palette.accent);
  drawSlats(stage, half, palette.accent);
  box(stage, [-half - 0.05, 1, -0.37], [width + 0.1, 0.06, 0.74], palette.wood);
  box(stage, [-half, 0, -0.31], [width, 0.1, 0.02], lift(palette.accent, -0.12));
  drawEspressoMachine(stage, [-half + 0.62, 1.06, 0]);
  drawGrinder(stage, [-half + 0.16, 1.06, 0.02], palette.accent);
  drawCakeCase(stage, [half - 0.95, 1.06, -0.16], palette, random);
  drawTill(stage, [0.16, 1.06, -0.05]);
  drawJar(stage, [half - 0.1, 1.06, 0], '#c98a4a');
}

function drawSlats(stage: Stage, half: number, color: Color): void {
  const tone = lit(stage.light, color, [0, 0, -1]);
  for (let x = -half + 0.05; x < half; x += 0.1) {
    decal(stage, upright([x, x + 0.014], [0.1, 0.99], -0.303), lift(tone, -0.085));
    decal(stage, upright([x + 0.014, x + 0.028], [0.1, 0.99], -0.303), lift(tone, 0.05));
  }
}

function drawEspressoMachine(stage: Stage, [x, y, z]: Vec3): void {
  const steel = '#c9cbcb';
  drawBlocks(stage, [
    [[x - 0.36, y, z - 0.2], [0.72, 0.05, 0.42], '#3a3a3d'],
    [[x - 0.34, y + 0.05, z + 0.02], [0.68, 0.28, 0.18], steel],
    [[x - 0.36, y + 0.3, z - 0.2], [0.72, 0.13, 0.42], steel],
  ]);
  for (const group of [-0.17, 0.17]) {
    turned(
      stage,
      [x + group, y + 0.23, z - 0.1],
      [
        [0.045, 0],
        [0.045, 0.07],
      ],
      '#55565a',
    );
    box(stage, [x + group - 0.012, y + 0.235, z - 0.28], [0.024, 0.024, 0.16], '#2c2422');
  }
  for (const cup of [-0.26, -0.16, -0.06, 0.08, 0.18, 0.28]) {
    turned(
      stage,
      [x + cup, y + 0.43, z - 0.06],
      [
        [0.03, 0],
        [0.04, 0.055],
      ],
      '#f5ece0',
    );
  }
  stage.sheet.glow(
    stage.camera.project([x, y + 0.36, z - 0.21]),
    0.06 * stage.camera.scaleAt([x, y, z]),
    '#ffd58a',
    0.8,
  );
}

function drawGrinder(stage: Stage, [x, y, z]: Vec3, color: Color): void {
  box(stage, [x - 0.08, y, z - 0.09], [0.16, 0.3, 0.18], mix(color, '#2f2c2c', 0.55));
  turned(
    stage,
    [x, y + 0.3, z],
    [
      [0.05, 0],
      [0.1, 0.16],
    ],
    '#8a5a3c',
  );
  turned(
    stage,
    [x, y + 0.46, z],
    [
      [0.1, 0],
      [0.1, 0.02],
    ],
    '#2f2c2c',
  );
}

/** A glass case with two shelves of cakes. */
function drawCakeCase(stage: Stage, [x, y, z]: Vec3, palette: Palette, random: Random): void {
  const [width, height, depth] = [1.1, 0.5, 0.4];
  box(stage, [x - width / 2, y, z], [width, 0.03, depth], palette.wood);
  const cakes: readonly Color[] = ['#e9c48b', '#8a5338', '#f3e3c8', '#c96a5a', '#d99a4e', '#a8b26a', palette.textile];
  for (const shelf of [0.03, 0.25]) {
    for (let item = 0; item < 5; item += 1) {
      const at: Vec3 = [x - width / 2 + 0.12 + item * 0.21, y + shelf, z + 0.18];
      const cake = random.pick(cakes);
      if (random.chance(0.5)) {
        turned(
          stage,
          at,
          [
            [0.075, 0],
            [0.075, 0.08],
          ],
          cake,
        );
        disc(stage, [at[0], at[1] + 0.08, at[2]], 0.075, lit(stage.light, mix(cake, '#fff4e4', 0.6), [0, 1, 0]));
        ball(stage, [at[0], at[1] + 0.1, at[2]], 0.022, '#c8424a', 0.5);
      } else box(stage, [at[0] - 0.08, at[1], at[2] - 0.06], [0.16, 0.07, 0.12], cake);
    }
    if (shelf === 0.03)
      decal(stage, level([x - width / 2, x + width / 2], [z, z + depth], y + 0.25), '#f4fbfa', { opacity: 0.4 });
  }
  const front: Vec3[] = upright([x - width / 2, x + width / 2], [y, y + height], z);
  decal(
    stage,
    front,
    stage.sheet.linear(
      [
        [0, '#ffffff', 0.34],
        [0.4, '#ffffff', 0.06],
        [1, '#ffffff', 0.18],
      ],
      35,
    ),
    { stroke: '#f7f3ea', strokeWidth: 1.6 },
  );
  decal(stage, level([x - width / 2, x + width / 2], [z, z + depth], y + height), '#fbf6ec', { opacity: 0.75 });
  stage.sheet.glow(
    stage.camera.project([x, y + 0.36, z]),
    0.55 * stage.camera.scaleAt([x, y, z]),
    '#ffe2a8',
    0.28,
    0.6,
  );
}

function drawTill(stage: Stage, [x, y, z]: Vec3): void {
  box(stage, [x - 0.02, y, z], [0.04, 0.12, 0.04], '#4a4a4d');
  decal(
    stage,
    [
      [x - 0.14, y + 0.1, z - 0.02],
      [x + 0.14, y + 0.1, z - 0.02],
      [x + 0.14, y + 0.3, z + 0.03],
      [x - 0.14, y + 0.3, z + 0.03],
    ],
    '#2f3236',
  );
}

export function drawJar(stage: Stage, at: Vec3, filling: Color): void {
  turned(
    stage,
    at,
    [
      [0.055, 0],
      [0.06, 0.02],
      [0.06, 0.13],
      [0.045, 0.16],
    ],
    mix(filling, '#f4efe4', 0.15),
    { gloss: 0.7 },
  );
  turned(
    stage,
    [at[0], at[1] + 0.16, at[2]],
    [
      [0.048, 0],
      [0.048, 0.025],
    ],
    '#b98d5f',
  );
}

/** Shelves on the wall behind the bar, full of cups, jars and tins; stands with its back on z = 0. */
export function drawWallShelves(stage: Stage, width: number, palette: Palette, random: Random): void {
  const half = width / 2;
  const china: readonly Color[] = [
    '#f6eee0',
    palette.textile,
    palette.accent,
    '#e3d2b6',
    mix(palette.accent, '#ffffff', 0.5),
  ];
  for (const up of [1.55, 2.02]) {
    box(stage, [-half, up, -0.27], [width, 0.035, 0.27], palette.wood);
    let x = -half + 0.1;
    while (x < half - 0.12) {
      drawShelfThing(stage, [x, up + 0.035, -0.14], random.pick(china), random);
      x += random.between(0.13, 0.26);
    }
    decal(
      stage,
      upright([-half, half], [up - 0.2, up], -0.003),
      stage.sheet.linear([
        [0, '#20140f', 0.3],
        [1, '#20140f', 0],
      ]),
    );
  }
}

function drawShelfThing(stage: Stage, at: Vec3, color: Color, random: Random): void {
  const kind = random.integer(0, 4);
  if (kind === 0) drawJar(stage, at, random.pick(['#c98a4a', '#8a5338', '#b6a24f', '#e2c79a']));
  else if (kind === 1) {
    turned(
      stage,
      at,
      [
        [0.04, 0],
        [0.05, 0.07],
      ],
      color,
    );
    turned(
      stage,
      [at[0], at[1] + 0.07, at[2]],
      [
        [0.04, 0],
        [0.05, 0.07],
      ],
      color,
    );
  } else if (kind === 2)
    turned(
      stage,
      at,
      [
        [0.05, 0],
        [0.05, 0.2],
        [0.02, 0.24],
        [0.02, 0.29],
      ],
      mix(color, '#4a3a32', 0.4),
      { gloss: 0.6 },
    );
  else if (kind === 3) box(stage, [at[0] - 0.06, at[1], at[2] - 0.05], [0.12, 0.17, 0.1], color);
  else
    turned(
      stage,
      at,
      [
        [0.07, 0],
        [0.075, 0.02],
        [0.075, 0.03],
      ],
      color,
    );
}

/** A dark board with chalk lines and the emblem: the menu, without letters. */
export function drawMenuBoard(
  stage: Stage,
  [width, height]: readonly [number, number],
  palette: Palette,
  emblem: Parameters<typeof drawEmblem>[1],
): void {
  const half = width / 2;
  box(stage, [-half - 0.03, -0.03, -0.04], [width + 0.06, height + 0.06, 0.04], palette.wood);
  const front: Vec3[] = upright([-half, half], [0, height], -0.042);
  decal(stage, front, stage.sheet.shaded('#3a4541', '#2a3230', 60));
  const scale = stage.camera.scaleAt([0, 0, 0]);
  drawEmblem(
    stage.sheet,
    emblem,
    stage.camera.project([-half * 0.56, height * 0.5, -0.045]),
    height * 0.62 * scale,
    '#f3e9d6',
    '#33403c',
  );
  for (let row = 0; row < 5; row += 1) {
    const y = height * (0.8 - row * 0.15);
    const [from, to] = [
      stage.camera.project([-half * 0.12, y, -0.045]),
      stage.camera.project([half * (0.55 + (row % 3) * 0.1), y, -0.045]),
    ];
    stage.sheet.stroke(`M${from.join(' ')}L${to.join(' ')}`, '#f3e9d6', Math.max(1.2, 0.018 * scale), { opacity: 0.7 });
    const price = stage.camera.project([half * 0.8, y, -0.045]);
    stage.sheet.stroke(`M${price.join(' ')}h${(0.1 * scale).toFixed(1)}`, '#f3cf8d', Math.max(1.2, 0.018 * scale), {
      opacity: 0.8,
    });
  }
}
