import { drawJar } from '../furniture/counter.js';
import { drawCupAndSaucer } from '../furniture/tables.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { ball, box, disc, lit, placed, type Stage, turned } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';
import type { Bar } from './bar-stage.js';
import { drawCompanion } from './companions.js';
import { drawVapour } from './vapour.js';

/** Drippers on a wooden stand, glass servers and a long-necked kettle. */
export function drawBrewBar(bar: Bar): void {
  const { palette, random } = bar;
  const wood = lift(palette.wood, -0.04);
  const stand = placed(bar, [-0.12, 0, 0.34]);
  drawFloorShade(stand, [0.62, 0, 0.24], 0.36);
  box(stand, [-0.52, 0, -0.13], [1.04, 0.025, 0.26], wood);
  for (const x of [-0.5, 0.47]) box(stand, [x, 0.025, 0.02], [0.03, 0.3, 0.05], wood);
  for (const x of [-0.32, 0, 0.32]) {
    drawServer(placed(stand, [x, 0.025, -0.02]));
    box(stand, [x - 0.1, 0.3, -0.1], [0.2, 0.018, 0.2], wood);
    drawDripper(placed(stand, [x, 0.318, 0]), mix(palette.textile, '#f8f1e6', 0.5));
  }
  box(stand, [-0.52, 0.3, 0.02], [1.04, 0.025, 0.05], wood);
  drawVapour(bar, [-0.12, 0.46, 0.34], 0.26);
  drawGooseneck(placed(bar, [0.66, 0, 0.2]), mix(palette.accent, '#3a3638', 0.25));
  drawHandMill(placed(bar, [-0.84, 0, 0.26]), wood);
  for (const [x, z] of [
    [0.98, 0.5],
    [1.12, 0.34],
  ] as const)
    drawJar(bar, [x, 0, z], random.pick(['#8a5338', '#c98a4a', '#6b3f28']));
  drawCupAndSaucer(placed(bar, [0.24, 0, -0.1]), [0, 0, 0], '#f8f0e4', '#6b3f26');
  drawCompanion(bar, palette, random);
}

function drawServer(stage: Stage): void {
  turned(
    stage,
    [0, 0, 0],
    [
      [0.06, 0],
      [0.075, 0.04],
      [0.06, 0.09],
    ],
    '#5a3220',
    { opacity: 0.92, gloss: 0.6 },
  );
  turned(
    stage,
    [0, 0.08, 0],
    [
      [0.064, 0],
      [0.03, 0.07],
      [0.04, 0.11],
    ],
    '#f2f4f2',
    { opacity: 0.45, gloss: 0.8 },
  );
  disc(stage, [0, 0.09, 0], 0.058, lit(stage.light, '#7d4b2e', [0, 1, 0]));
}

function drawDripper(stage: Stage, china: Color): void {
  turned(
    stage,
    [0, 0, 0],
    [
      [0.055, 0],
      [0.055, 0.01],
    ],
    china,
  );
  turned(
    stage,
    [0, 0.01, 0],
    [
      [0.03, 0],
      [0.078, 0.1],
    ],
    china,
    { gloss: 0.6 },
  );
  disc(stage, [0, 0.11, 0], 0.078, lit(stage.light, '#fdf8ee', [0, 1, 0]));
  disc(stage, [0, 0.105, 0], 0.062, lit(stage.light, '#4a2a1a', [0, 1, 0]));
}

function drawGooseneck(stage: Stage, color: Color): void {
  const { sheet, camera, light } = stage;
  drawFloorShade(stage, [0.16, 0, 0.16], 0.36);
  const tone = lit(light, color, [0, 0.2, -1]);
  const spout: Point[] = [
    [-0.08, 0.05],
    [-0.16, 0.07],
    [-0.17, 0.17],
    [-0.24, 0.22],
  ].map(([x = 0, y = 0]) => camera.project([x, y, 0]));
  sheet.stroke(curve(spout), lift(tone, -0.05), 15);
  sheet.stroke(curve(spout.map(([x, y]): Point => [x - 3, y - 2])), lift(tone, 0.14), 4, { opacity: 0.7 });
  const grip: Point[] = [
    [0.07, 0.17],
    [0.16, 0.2],
    [0.18, 0.1],
    [0.15, 0.04],
  ].map(([x = 0, y = 0]) => camera.project([x, y, 0]));
  sheet.stroke(curve(grip), '#3a2b24', 15);
  turned(
    stage,
    [0, 0, 0],
    [
      [0.1, 0],
      [0.1, 0.02],
      [0.075, 0.16],
      [0.06, 0.18],
    ],
    color,
    { gloss: 0.9 },
  );
  turned(
    stage,
    [0, 0.18, 0],
    [
      [0.062, 0],
      [0.03, 0.02],
    ],
    lift(color, 0.04),
  );
  ball(stage, [0, 0.215, 0], 0.016, '#3a2b24', 0.4);
}

function drawHandMill(stage: Stage, wood: Color): void {
  drawFloorShade(stage, [0.14, 0, 0.14], 0.34);
  box(stage, [-0.085, 0, -0.085], [0.17, 0.14, 0.17], wood);
  box(stage, [-0.05, 0.03, -0.09], [0.1, 0.05, 0.008], lift(wood, -0.08));
  ball(stage, [0, 0.055, -0.1], 0.012, '#d8b26a', 0.8);
  turned(
    stage,
    [0, 0.14, 0],
    [
      [0.03, 0],
      [0.08, 0.07],
      [0.075, 0.08],
    ],
    '#c9a45c',
    { gloss: 0.9 },
  );
  const [hub, knob] = [stage.camera.project([0, 0.25, 0]), stage.camera.project([0.13, 0.26, 0])];
  stage.sheet.stroke(`M${hub.join(' ')}L${knob.join(' ')}`, '#3a3638', 8);
  ball(stage, [0.13, 0.275, 0], 0.022, '#3a2b24', 0.5);
}
