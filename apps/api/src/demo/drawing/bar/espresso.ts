import { drawJar } from '../furniture/counter.js';
import { drawCupAndSaucer } from '../furniture/tables.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { ball, box, disc, lit, placed, type Stage, turned } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';
import type { Bar } from './bar-stage.js';
import { drawCompanion } from './companions.js';
import { drawVapour } from './vapour.js';

const STEEL = '#cfd0cf';

/** A two-group machine at work, its grinder, jugs and cups. */
export function drawMachineBar(bar: Bar): void {
  const { palette, random } = bar;
  drawMachine(placed(bar, [-0.1, 0, 0.36]), mix(palette.accent, '#f3eee4', random.pick([0, 0.7])));
  drawVapour(bar, [-0.27, 0.12, 0.1], 0.3);
  drawBigGrinder(placed(bar, [-0.74, 0, 0.4]), palette.accent);
  drawJug(placed(bar, [0.52, 0, 0.14]), 0.055);
  drawJug(placed(bar, [0.66, 0, 0.26]), 0.042);
  for (const [x, z] of [
    [0.86, 0.3],
    [0.99, 0.2],
  ] as const)
    drawJar(bar, [x, 0, z], random.pick(['#8a5338', '#c98a4a', '#6b3f28']));
  drawCupAndSaucer(placed(bar, [0.3, 0, -0.12]), [0, 0, 0], '#f8f0e4', '#9a5f38');
  drawCompanion(bar, palette, random);
}

function drawMachine(stage: Stage, paint: Color): void {
  drawFloorShade(stage, [0.62, 0, 0.4], 0.4);
  for (const x of [-0.4, 0.34])
    for (const z of [-0.22, 0.16])
      turned(
        stage,
        [x + 0.03, 0, z],
        [
          [0.025, 0],
          [0.03, 0.05],
        ],
        '#3a3a3d',
      );
  box(stage, [-0.46, 0.05, -0.26], [0.92, 0.06, 0.5], '#45464a');
  box(stage, [-0.42, 0.11, -0.02], [0.84, 0.2, 0.24], STEEL);
  for (const x of [-0.36, -0.12, 0.12]) box(stage, [x, 0.113, -0.24], [0.22, 0.006, 0.2], lift(STEEL, -0.12));
  box(stage, [-0.46, 0.3, -0.24], [0.92, 0.15, 0.48], paint);
  box(stage, [-0.46, 0.3, -0.245], [0.92, 0.012, 0.01], '#e8d3a0');
  box(stage, [-0.46, 0.438, -0.245], [0.92, 0.012, 0.01], '#e8d3a0');
  box(stage, [-0.44, 0.45, -0.2], [0.88, 0.012, 0.42], lift(STEEL, 0.03));
  for (let button = 0; button < 6; button += 1)
    ball(stage, [-0.3 + button * 0.12, 0.372, -0.245], 0.013, button % 3 === 0 ? '#ffd98c' : '#f4efe6', 0.6);
  for (const group of [-0.2, 0.2]) drawGroup(stage, group);
  drawStackedCups(stage);
  for (const side of [-0.43, 0.43]) drawWand(stage, side);
}

function drawGroup(stage: Stage, x: number): void {
  turned(
    stage,
    [x, 0.22, -0.13],
    [
      [0.055, 0],
      [0.055, 0.05],
      [0.04, 0.08],
    ],
    '#8d9092',
    { gloss: 0.8 },
  );
  turned(
    stage,
    [x, 0.195, -0.13],
    [
      [0.05, 0],
      [0.05, 0.03],
    ],
    '#5c5e61',
    { gloss: 0.6 },
  );
  box(stage, [x - 0.014, 0.2, -0.36], [0.028, 0.026, 0.2], '#2e2320');
  const stream = stage.camera.project([x, 0.195, -0.13]);
  const cup = stage.camera.project([x, 0.15, -0.13]);
  stage.sheet.stroke(
    `M${stream[0] - 5} ${stream[1]}L${cup[0] - 5} ${cup[1]}M${stream[0] + 5} ${stream[1]}L${cup[0] + 5} ${cup[1]}`,
    '#6b3a1f',
    3,
  );
  turned(
    stage,
    [x, 0.12, -0.13],
    [
      [0.025, 0],
      [0.042, 0.045],
    ],
    '#f8f0e4',
    { gloss: 0.5 },
  );
  disc(stage, [x, 0.164, -0.13], 0.042, lit(stage.light, '#fffaf0', [0, 1, 0]));
  disc(stage, [x, 0.163, -0.13], 0.035, lit(stage.light, '#9a5f38', [0, 1, 0]));
}

function drawStackedCups(stage: Stage): void {
  for (const z of [0.08, -0.06]) {
    for (let cup = 0; cup < 7; cup += 1) {
      const x = -0.36 + cup * 0.12 + (z < 0 ? 0.02 : 0);
      turned(
        stage,
        [x, 0.462, z],
        [
          [0.05, 0],
          [0.032, 0.05],
          [0.028, 0.055],
        ],
        '#f8f0e4',
        { gloss: 0.4 },
      );
      if (cup % 2 === 0 && z > 0)
        turned(
          stage,
          [x, 0.512, z],
          [
            [0.05, 0],
            [0.032, 0.05],
            [0.028, 0.055],
          ],
          '#f3e8d8',
          { gloss: 0.4 },
        );
    }
  }
}

function drawWand({ sheet, camera, light }: Stage, x: number): void {
  const line: Point[] = [
    [x, 0.33, -0.2],
    [x * 1.03, 0.24, -0.26],
    [x * 0.98, 0.12, -0.28],
  ].map(([a = 0, b = 0, c = 0]) => camera.project([a, b, c]));
  const tone = lit(light, STEEL, [0, 0.2, -1]);
  sheet.stroke(curve(line), lift(tone, -0.12), 11);
  sheet.stroke(curve(line.map(([a, b]): Point => [a - 2, b])), lift(tone, 0.1), 4);
}

function drawBigGrinder(stage: Stage, accent: Color): void {
  drawFloorShade(stage, [0.2, 0, 0.2], 0.36);
  box(stage, [-0.1, 0, -0.13], [0.2, 0.05, 0.28], '#2f2e31');
  box(stage, [-0.075, 0.05, 0], [0.15, 0.3, 0.13], mix(accent, '#2f2e31', 0.4));
  turned(
    stage,
    [0, 0.34, 0.02],
    [
      [0.085, 0],
      [0.085, 0.05],
    ],
    '#3a393c',
    { gloss: 0.5 },
  );
  turned(
    stage,
    [0, 0.39, 0.02],
    [
      [0.05, 0],
      [0.11, 0.16],
    ],
    '#7a4a2c',
  );
  turned(
    stage,
    [0, 0.39, 0.02],
    [
      [0.055, 0],
      [0.118, 0.19],
    ],
    '#f4efe8',
    { opacity: 0.3 },
  );
  turned(
    stage,
    [0, 0.58, 0.02],
    [
      [0.12, 0],
      [0.11, 0.025],
    ],
    '#2f2e31',
  );
}

function drawJug(stage: Stage, size: number): void {
  drawFloorShade(stage, [size * 1.6, 0, size * 1.6], 0.34);
  turned(
    stage,
    [0, 0, 0],
    [
      [size * 0.96, 0],
      [size, size * 0.5],
      [size * 0.72, size * 1.7],
      [size * 0.82, size * 2.1],
    ],
    STEEL,
    { gloss: 1 },
  );
  disc(stage, [0, size * 2.1, 0], size * 0.8, lit(stage.light, lift(STEEL, -0.2), [0, 1, 0]));
  disc(stage, [0, size * 1.98, 0], size * 0.72, lit(stage.light, '#fffaf2', [0, 1, 0]));
}
