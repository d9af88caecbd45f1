import { drawCandle } from '../furniture/lamps.js';
import { drawPicture } from '../furniture/decor.js';
import { drawGlassOf } from '../furniture/tables.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { ball, box, decal, disc, lit, placed, ring, type Stage, turned, upright } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';
import type { Bar } from './bar-stage.js';

/** A record turning, the amplifier's lamp, loudspeakers left and right, a crate to choose from. */
export function drawRecordBar(bar: Bar): void {
  const { palette } = bar;
  for (const x of [-1.02, 1.02]) drawLoudspeaker(placed(bar, [x, 0, 0.56]), palette.wood);
  drawTurntable(placed(bar, [-0.22, 0, 0.26]), lift(palette.wood, -0.1), palette.accent);
  drawAmplifier(placed(bar, [0.52, 0, 0.38]));
  drawCrate(placed(bar, [-0.78, 0, 0.02], 18), bar);
  const sleeves: readonly Color[] = [palette.accent, palette.textile, '#c9a66b'];
  sleeves.forEach((color, index) =>
    drawPicture(
      placed(bar, [0, 0, 0.94]),
      [-0.52 + index * 0.5, 0.26],
      [0.36, 0.36],
      ['#2d2422', color, mix(color, '#2d2422', 0.45), mix(color, '#fff4e0', 0.5)],
      index === 1 ? bar.emblem : null,
    ),
  );
  drawGlassOf(placed(bar, [0.42, 0, -0.08]), [0, 0, 0], '#b06f35');
  drawCandle(bar, [0.6, 0, -0.02]);
}

function drawTurntable(stage: Stage, wood: Color, label: Color): void {
  const { sheet, camera } = stage;
  drawFloorShade(stage, [0.5, 0, 0.34], 0.42);
  box(stage, [-0.36, 0.02, -0.25], [0.72, 0.09, 0.5], wood);
  for (const x of [-0.3, 0.3])
    turned(
      stage,
      [x, 0, -0.18],
      [
        [0.035, 0],
        [0.035, 0.02],
      ],
      '#2a2729',
    );
  turned(
    stage,
    [-0.06, 0.11, 0.01],
    [
      [0.225, 0],
      [0.225, 0.014],
    ],
    '#8d9092',
    { gloss: 0.9 },
  );
  disc(stage, [-0.06, 0.126, 0.01], 0.215, '#1b191b');
  for (const radius of [0.2, 0.18, 0.16, 0.135, 0.11])
    sheet.path(polyline(camera.outline(ring([-0.06, 0.1265, 0.01], radius, 60))), 'none', {
      stroke: '#413c3f',
      strokeWidth: 1.6,
    });
  const shine = (from: number, to: number): Vec3[] => [
    [-0.06, 0.127, 0.01],
    ...ring([-0.06, 0.127, 0.01], 0.21, 72).slice(from, to),
  ];
  decal(stage, shine(25, 31), '#f3e8da', { opacity: 0.14 });
  decal(stage, shine(61, 66), '#f3e8da', { opacity: 0.14 });
  disc(stage, [-0.06, 0.128, 0.01], 0.075, lit(stage.light, label, [0, 1, 0]));
  disc(stage, [-0.06, 0.129, 0.01], 0.03, lit(stage.light, lift(label, 0.12), [0, 1, 0]));
  disc(stage, [-0.06, 0.13, 0.01], 0.007, '#e8e3da');
  const arm: Point[] = [
    [0.26, 0.18, 0.16],
    [0.25, 0.17, 0],
    [0.16, 0.15, -0.09],
    [0.1, 0.135, -0.07],
  ].map(([x = 0, y = 0, z = 0]) => camera.project([x, y, z]));
  turned(
    stage,
    [0.26, 0.11, 0.16],
    [
      [0.045, 0],
      [0.035, 0.06],
    ],
    '#55565a',
    { gloss: 0.8 },
  );
  sheet.stroke(curve(arm), '#2a2729', 9, { opacity: 0.3 });
  sheet.stroke(curve(arm.map(([x, y]): Point => [x, y - 6])), '#d5d6d4', 8);
  ball(stage, [0.3, 0.12, -0.17], 0.02, '#ffd58a', 0.8);
}

function drawAmplifier(stage: Stage): void {
  drawFloorShade(stage, [0.34, 0, 0.26], 0.4);
  box(stage, [-0.27, 0.02, -0.17], [0.54, 0.2, 0.36], '#b8b1a5');
  decal(stage, upright([-0.22, 0.04], [0.12, 0.19], -0.172), stage.sheet.shaded('#ffe3a0', '#e39a45'), {
    stroke: '#4a453f',
    strokeWidth: 4,
  });
  const [left, tip] = [stage.camera.project([-0.1, 0.125, -0.174]), stage.camera.project([-0.05, 0.18, -0.174])];
  stage.sheet.stroke(polyline([left, tip], false), '#6b2f1a', 3);
  for (const x of [-0.2, -0.12, -0.04, 0.04]) ball(stage, [x, 0.068, -0.175], 0.018, '#5c5750', 0.7);
  ball(stage, [0.16, 0.13, -0.18], 0.052, '#6a645c', 0.6);
  stage.sheet.glow(stage.camera.project([-0.09, 0.155, -0.18]), 150, '#ffc26a', 0.5);
}

function drawLoudspeaker(stage: Stage, wood: Color): void {
  drawFloorShade(stage, [0.32, 0, 0.26], 0.4);
  box(stage, [-0.22, 0, -0.2], [0.44, 0.86, 0.4], lift(wood, -0.06));
  const cone = (y: number, radius: number): void => {
    const circle = (share: number, out: number): Vec3[] =>
      ring([0, 0, 0], radius * share, 34).map(([x, , up]): Vec3 => [x, y + up, -0.203 - out]);
    decal(stage, circle(1.1, 0), '#6e6a66');
    decal(
      stage,
      circle(1, 0.002),
      stage.sheet.radial([
        [0, '#4b4644'],
        [0.6, '#2b2829'],
        [1, '#1d1b1c'],
      ]),
    );
    decal(stage, circle(0.36, 0.004), stage.sheet.shaded('#6b6562', '#2b2829', 60));
  };
  cone(0.26, 0.16);
  cone(0.56, 0.1);
  cone(0.74, 0.05);
}

function drawCrate(stage: Stage, bar: Bar): void {
  drawFloorShade(stage, [0.3, 0, 0.26], 0.4);
  const spines: readonly Color[] = [
    bar.palette.accent,
    '#e7dcc6',
    '#5b5470',
    '#c9a66b',
    '#3f5d5a',
    bar.palette.textile,
    '#8f4a3c',
  ];
  for (let sleeve = 11; sleeve >= 0; sleeve -= 1) {
    const z = -0.14 + sleeve * 0.026;
    const color = spines[sleeve % spines.length] ?? '#e7dcc6';
    box(stage, [-0.155, 0.02, z], [0.31, 0.31 - (sleeve % 3) * 0.006, 0.012], color);
  }
  const wood = mix(bar.palette.wood, '#d9b384', 0.35);
  box(stage, [-0.19, 0, -0.18], [0.38, 0.2, 0.02], wood);
  for (const y of [0.062, 0.132])
    decal(stage, upright([-0.19, 0.19], [y, y + 0.008], -0.181), lift(lit(stage.light, wood, [0, 0, -1]), -0.16));
  box(stage, [-0.2, 0, -0.18], [0.02, 0.22, 0.36], wood);
  box(stage, [0.18, 0, -0.18], [0.02, 0.22, 0.36], wood);
}
