import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { polyline } from '../kit/sheet.js';
import { ball, box, decal, disc, lit, placed, ring, type Stage, turned } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';
import type { Bar } from './bar-stage.js';
import { drawVapour } from './vapour.js';

/** The drum roaster: hopper, window, the tray of beans turning to cool. */
export function drawRoaster(bar: Bar): void {
  const { palette, random } = bar;
  const body = mix(palette.accent, '#3a3638', 0.3);
  const stage = placed(bar, [-0.22, 0, 0.44]);
  drawFloorShade(stage, [0.6, 0, 0.36], 0.42);
  box(stage, [-0.34, 0, -0.12], [0.68, 0.18, 0.34], lift(body, -0.08));
  drawDrum(stage, body);
  turned(
    stage,
    [0.06, 0.62, 0.05],
    [
      [0.05, 0],
      [0.14, 0.16],
      [0.15, 0.2],
    ],
    '#c9a45c',
    { gloss: 0.9 },
  );
  disc(stage, [0.06, 0.82, 0.05], 0.145, lit(stage.light, '#8a9a5c', [0, 1, 0]));
  turned(
    stage,
    [0.42, 0.5, 0.1],
    [
      [0.05, 0],
      [0.05, 0.9],
    ],
    '#8d9092',
    { gloss: 0.7 },
  );
  drawCoolingTray(placed(bar, [0.2, 0, 0.06]), random.integer(0, 9));
  drawVapour(bar, [0.2, 0.2, 0.06], 0.3);
  for (const [x, z, size] of [
    [0.86, 0.4, 1],
    [1.12, 0.3, 0.8],
  ] as const)
    drawSack(placed(bar, [x, 0, z]), size);
  drawScoop(placed(bar, [-0.62, 0, -0.1]));
}

function drawDrum(stage: Stage, body: Color): void {
  const { sheet, camera, light } = stage;
  const circle = (radius: number, z: number): Vec3[] =>
    ring([0, 0, 0], radius, 36).map(([x, , y]): Vec3 => [x, 0.4 + y, z]);
  const [back, front] = [camera.outline(circle(0.27, 0.2)), camera.outline(circle(0.27, -0.16))];
  const tone = lit(light, body, [0, 0.2, -1]);
  sheet.path(polyline(back), lift(tone, -0.14));
  sheet.path(
    polyline(front),
    sheet.linear(
      [
        [0, lift(tone, 0.07)],
        [0.5, tone],
        [1, lift(tone, -0.1)],
      ],
      60,
    ),
    { stroke: '#e8d3a0', strokeWidth: 7 },
  );
  decal(stage, circle(0.2, -0.165), sheet.shaded(lift(tone, -0.02), lift(tone, -0.12), 60));
  decal(
    stage,
    circle(0.085, -0.17),
    sheet.radial([
      [0, '#ffca7a'],
      [0.6, '#a8632b'],
      [1, '#4a2a18'],
    ]),
    { stroke: '#c9a45c', strokeWidth: 8 },
  );
  for (let bolt = 0; bolt < 10; bolt += 1) {
    const angle = (bolt / 10) * Math.PI * 2;
    ball(stage, [Math.cos(angle) * 0.235, 0.4 + Math.sin(angle) * 0.235, -0.165], 0.012, '#e8d3a0', 0.7);
  }
  box(stage, [0.1, 0.28, -0.2], [0.05, 0.02, 0.05], '#3a2b24');
  sheet.glow(camera.project([0, 0.4, -0.17]), 170, '#ffb45e', 0.4);
}

function drawCoolingTray(stage: Stage, phase: number): void {
  const { sheet, camera, light } = stage;
  drawFloorShade(stage, [0.4, 0, 0.3], 0.4);
  turned(
    stage,
    [0, 0, 0],
    [
      [0.1, 0],
      [0.1, 0.1],
    ],
    '#55565a',
  );
  turned(
    stage,
    [0, 0.08, 0],
    [
      [0.28, 0],
      [0.3, 0.1],
    ],
    '#a9abaa',
    { gloss: 0.9 },
  );
  disc(stage, [0, 0.18, 0], 0.3, lit(light, '#c9cbcb', [0, 1, 0]));
  const bean = lit(light, '#5f3522', [0, 1, 0]);
  disc(stage, [0, 0.172, 0], 0.275, sheet.shaded(lift(bean, 0.02), lift(bean, -0.04)));
  const tones: Record<0 | 1, string> = { 0: '', 1: '' };
  for (let index = 0; index < 260; index += 1) {
    const angle = index * 2.399 + phase;
    const reach = Math.sqrt((index + 0.5) / 260) * 0.265;
    const [x, y] = camera.project([Math.cos(angle) * reach, 0.174, Math.sin(angle) * reach]);
    const size = 0.0085 * camera.scaleAt([0, 0.17, Math.sin(angle) * reach]);
    tones[index % 2 === 0 ? 0 : 1] +=
      `M${(x - size).toFixed(1)} ${y.toFixed(1)}a${size.toFixed(1)} ${(size * 0.62).toFixed(1)} 0 1 1 ${(size * 2).toFixed(1)} 0a${size.toFixed(1)} ${(size * 0.62).toFixed(1)} 0 1 1 ${(-size * 2).toFixed(1)} 0Z`;
  }
  sheet.path(tones[0], lift(bean, 0.09));
  sheet.path(tones[1], lift(bean, -0.05));
  const [hub, arm] = [camera.project([0, 0.2, 0]), camera.project([0.22, 0.19, -0.12])];
  sheet.stroke(polyline([hub, arm], false), '#8d9092', 12);
  ball(stage, [0, 0.21, 0], 0.03, '#8d9092', 0.9);
}

function drawSack(stage: Stage, size: number): void {
  drawFloorShade(stage, [0.24 * size, 0, 0.2 * size], 0.36);
  turned(
    stage,
    [0, 0, 0],
    [
      [0.16, 0],
      [0.19, 0.08],
      [0.18, 0.22],
      [0.14, 0.3],
      [0.17, 0.34],
    ].map(([r = 0, h = 0]) => [r * size, h * size] as const),
    '#c7a873',
  );
  disc(stage, [0, 0.34 * size, 0], 0.16 * size, lit(stage.light, '#b3935f', [0, 1, 0]));
  disc(stage, [0, 0.335 * size, 0], 0.135 * size, lit(stage.light, '#9aa268', [0, 1, 0]));
}

function drawScoop(stage: Stage): void {
  drawFloorShade(stage, [0.14, 0, 0.09], 0.32);
  const metal = lit(stage.light, '#c9a45c', [0, 0.6, -1]);
  const [a, b] = [stage.camera.project([-0.2, 0.03, 0]), stage.camera.project([-0.04, 0.03, 0])];
  stage.sheet.stroke(polyline([a, b], false), lift(metal, -0.1), 17);
  turned(
    stage,
    [0.03, 0.004, 0],
    [
      [0.05, 0],
      [0.066, 0.045],
    ],
    '#c9a45c',
    { gloss: 0.8 },
  );
  disc(stage, [0.03, 0.05, 0], 0.062, lit(stage.light, '#5f3522', [0, 1, 0]));
}
