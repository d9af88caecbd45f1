import { drawEmblem, type Emblem } from '../emblem.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Mood } from '../kit/mood.js';
import { polyline } from '../kit/sheet.js';
import { decal, lit, sideways, type Stage, upright } from '../kit/solids.js';
import type { Palette } from '../palette.js';

/** A stage with what a small model of a café needs; its house stands around the origin, its front at negative z. */
export interface ModelYard extends Stage {
  palette: Palette;
  emblem: Emblem;
  mood: Mood;
}

export type Span = readonly [number, number];

export const GLASS_LIT = '#ffdf9c';

export function glassFill(yard: ModelYard): string {
  const { mood, sheet } = yard;
  const day = mix(mood.sky[1], '#6f6a66', 0.35);
  const glow = mix(day, GLASS_LIT, 0.35 + mood.lamps * 0.65);
  return sheet.shaded(lift(glow, 0.05), mix(glow, '#c98a4b', 0.3 + mood.lamps * 0.3));
}

export function pane(yard: ModelYard, corners: Vec3[], bar: Color): void {
  decal(yard, corners, glassFill(yard), { stroke: bar, strokeWidth: 5, round: true });
  const [a, b, c, d] = corners.map((corner) => yard.camera.project(corner));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  const halfway = (p: readonly [number, number], q: readonly [number, number]): [number, number] => [
    (p[0] + q[0]) / 2,
    (p[1] + q[1]) / 2,
  ];
  yard.sheet.stroke(
    polyline([halfway(a, b), halfway(d, c)], false) + polyline([halfway(a, d), halfway(b, c)], false),
    bar,
    2.6,
  );
}

export function shopFront(yard: ModelYard, x: Span, z: Span, base: number): void {
  const { palette, emblem, sheet, camera, light } = yard;
  const front = z[0] - 0.01;
  const bar = lit(light, mix(palette.wood, '#fff4e2', 0.25), [0, 0, -1]);
  const wide = x[1] - x[0];
  const [left, right]: [Span, Span] = [
    [x[0] + wide * 0.08, x[0] + wide * 0.36],
    [x[0] + wide * 0.64, x[0] + wide * 0.92],
  ];
  for (const span of [left, right]) pane(yard, upright(span, [base + 0.42, base + 1.24], front), bar);
  const middle = x[0] + wide / 2;
  pane(
    yard,
    upright([middle - 0.34, middle + 0.34], [base, base + 1.26], front),
    lit(light, palette.accent, [0, 0, -1]),
  );
  pane(yard, sideways([z[0] + 0.5, z[1] - 0.5], [base + 0.42, base + 1.2], x[1] + 0.01), bar);
  const sign = camera.project([middle, base + 1.62, front - 0.05]);
  const size = 0.27 * camera.scaleAt([middle, base, front]);
  sheet.circle([sign[0] + 2, sign[1] + 3], size, '#20140f', { opacity: 0.25 });
  sheet.circle(sign, size, '#f8eeda');
  drawEmblem(sheet, emblem, sign, size * 1.25, palette.accent, '#f8eeda');
  if (yard.mood.lamps > 0.5) sheet.glow(camera.project([middle, base + 0.5, front - 0.5]), 240, '#ffcf86', 0.5, 0.6);
}

export function windows(yard: ModelYard, x: Span, z: Span, base: number, height: number, count: number): void {
  const bar = lit(yard.light, mix(yard.palette.wood, '#fff4e2', 0.3), [0, 0, -1]);
  const step = (x[1] - x[0]) / count;
  for (let index = 0; index < count; index += 1) {
    const from = x[0] + step * (index + 0.2);
    pane(yard, upright([from, from + step * 0.6], [base, base + height], z[0] - 0.01), bar);
  }
  pane(yard, sideways([z[0] + 0.6, z[1] - 0.6], [base, base + height], x[1] + 0.01), bar);
}

export function awning(yard: ModelYard, x: Span, z: number, y: number): void {
  const { palette, light } = yard;
  const stripes = 8;
  const step = (x[1] - x[0]) / stripes;
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const from = x[0] + stripe * step;
    const color = stripe % 2 === 0 ? palette.accent : '#fbf1de';
    decal(
      yard,
      [
        [from, y - 0.3, z - 0.75],
        [from + step, y - 0.3, z - 0.75],
        [from + step, y, z],
        [from, y, z],
      ],
      lit(light, color, [0, 0.8, -0.6]),
    );
    decal(
      yard,
      upright([from, from + step], [y - 0.44, y - 0.3], z - 0.75),
      lift(lit(light, color, [0, 0, -1]), -0.03),
    );
  }
}
