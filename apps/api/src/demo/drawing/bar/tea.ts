import type { Vec3 } from '../kit/camera.js';
import { type Color, lift } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { ball, box, disc, lit, placed, type Stage, turned } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';
import type { Bar } from './bar-stage.js';
import { drawCompanion } from './companions.js';
import { drawVapour } from './vapour.js';

/** An iron kettle over embers, teapots and a row of caddies. */
export function drawTeaBar(bar: Bar): void {
  const { palette, random } = bar;
  const brazier = placed(bar, [-0.26, 0, 0.34]);
  drawFloorShade(brazier, [0.34, 0, 0.3], 0.4);
  turned(
    brazier,
    [0, 0, 0],
    [
      [0.16, 0],
      [0.19, 0.06],
      [0.18, 0.15],
    ],
    '#6a5a52',
    { gloss: 0.3 },
  );
  disc(brazier, [0, 0.15, 0], 0.17, '#f28a3a');
  brazier.sheet.glow(brazier.camera.project([0, 0.15, -0.1]), 260, '#ff9a4a', 0.5, 0.6);
  drawIronKettle(placed(brazier, [0, 0.155, 0]));
  drawVapour(bar, [-0.52, 0.36, 0.34], 0.34);
  const tray = placed(bar, [0.42, 0, 0.08]);
  drawFloorShade(tray, [0.42, 0, 0.24], 0.3);
  box(tray, [-0.34, 0, -0.17], [0.68, 0.03, 0.34], lift(palette.wood, -0.08));
  drawSmallPot(placed(tray, [-0.14, 0.03, 0.03]), '#a9bfae');
  for (const [x, z] of [
    [0.08, 0.06],
    [0.2, -0.02],
    [0.06, -0.09],
  ] as const) {
    turned(
      tray,
      [x, 0.03, z],
      [
        [0.02, 0],
        [0.04, 0.04],
      ],
      '#e6ece0',
      { gloss: 0.6 },
    );
    disc(tray, [x, 0.069, z], 0.036, lit(bar.light, '#c9a84a', [0, 1, 0]));
  }
  for (let caddy = 0; caddy < 4; caddy += 1) {
    const at: Vec3 = [0.7 + caddy * 0.15, 0, 0.52];
    const color = random.pick([palette.accent, palette.textile, '#8a5a3c', '#d8c6a0']);
    turned(
      bar,
      at,
      [
        [0.06, 0],
        [0.06, 0.14],
      ],
      color,
      { gloss: 0.4 },
    );
    turned(
      bar,
      [at[0], 0.14, at[2]],
      [
        [0.064, 0],
        [0.064, 0.04],
        [0.05, 0.05],
      ],
      lift(color, -0.08),
      { gloss: 0.4 },
    );
  }
  drawCompanion(bar, palette, random);
}

function drawIronKettle(stage: Stage): void {
  const { sheet, camera, light } = stage;
  const iron = '#4a4648';
  const tone = lit(light, iron, [0, 0.2, -1]);
  const spout: Point[] = [
    [-0.12, 0.08],
    [-0.2, 0.12],
    [-0.25, 0.2],
  ].map(([x = 0, y = 0]) => camera.project([x, y, 0]));
  sheet.stroke(curve(spout), lift(tone, -0.04), 26);
  const handle: Point[] = [
    [-0.12, 0.17],
    [-0.11, 0.34],
    [0, 0.4],
    [0.11, 0.34],
    [0.12, 0.17],
  ].map(([x = 0, y = 0]) => camera.project([x, y, 0]));
  sheet.stroke(curve(handle), lift(tone, -0.06), 13);
  turned(
    stage,
    [0, 0, 0],
    [
      [0.12, 0],
      [0.16, 0.06],
      [0.155, 0.12],
      [0.08, 0.18],
    ],
    iron,
    { gloss: 0.5 },
  );
  turned(
    stage,
    [0, 0.18, 0],
    [
      [0.085, 0],
      [0.03, 0.025],
    ],
    lift(iron, 0.04),
  );
  ball(stage, [0, 0.22, 0], 0.02, '#c9a45c', 0.8);
}

function drawSmallPot(stage: Stage, clay: Color): void {
  const { sheet, camera, light } = stage;
  const tone = lit(light, clay, [0, 0.2, -1]);
  const spout: Point[] = [
    [-0.06, 0.05],
    [-0.1, 0.06],
    [-0.12, 0.1],
  ].map(([x = 0, y = 0]) => camera.project([x, y, 0]));
  sheet.stroke(curve(spout), lift(tone, -0.04), 15);
  const handle: Point[] = [
    [0.06, 0.09],
    [0.12, 0.1],
    [0.11, 0.04],
    [0.06, 0.03],
  ].map(([x = 0, y = 0]) => camera.project([x, y, 0]));
  sheet.stroke(curve(handle), lift(tone, -0.05), 11);
  turned(
    stage,
    [0, 0, 0],
    [
      [0.05, 0],
      [0.078, 0.04],
      [0.07, 0.08],
      [0.04, 0.1],
    ],
    clay,
    { gloss: 0.7 },
  );
  turned(
    stage,
    [0, 0.1, 0],
    [
      [0.042, 0],
      [0.012, 0.016],
    ],
    lift(clay, 0.03),
  );
  ball(stage, [0, 0.125, 0], 0.012, clay, 0.6);
}
