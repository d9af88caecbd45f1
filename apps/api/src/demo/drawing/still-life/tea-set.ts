import type { Vec3 } from '../kit/camera.js';
import { type Color, lift } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { ball, box, decal, level, lit, turned } from '../kit/solids.js';
import { drawGlint } from './hot-drinks.js';
import type { Tabletop } from './tabletop.js';

/** A teapot with its lid, spout to the left. */
export function drawTeapot(table: Tabletop, at: Vec3, clay: Color): void {
  const { sheet, camera, light } = table;
  const [x, y, z] = at;
  const r = 0.075;
  const tone = lit(light, clay, [0, 0.3, -1]);
  const p = (along: number, up: number): Point => camera.project([x + along * r, y + up * r, z]);
  const scale = r * camera.scaleAt(at);
  sheet.stroke(
    curve([p(0.75, 1.05), p(1.45, 1.25), p(1.65, 0.75), p(1.3, 0.3), p(0.85, 0.35)]),
    lift(tone, -0.06),
    scale * 0.18,
  );
  sheet.path(
    `${curve([p(-0.7, 0.75), p(-1.15, 0.85), p(-1.5, 1.3)])}L${p(-1.32, 1.38)
      .map((v) => v.toFixed(1))
      .join(' ')}${curve([p(-1.32, 1.38), p(-1, 0.6), p(-0.7, 0.25)]).replace('M', 'L')}Z`,
    sheet.shaded(lift(tone, 0.06), lift(tone, -0.06)),
  );
  turned(
    table,
    at,
    [
      [r * 0.6, 0],
      [r * 0.95, r * 0.35],
      [r, r * 0.7],
      [r * 0.82, r * 1.1],
      [r * 0.5, r * 1.3],
    ],
    clay,
    { gloss: 0.6 },
  );
  drawGlint(table, [x, y, z], r, r * 1.25);
  turned(
    table,
    [x, y + r * 1.28, z],
    [
      [r * 0.52, 0],
      [r * 0.4, r * 0.16],
      [r * 0.1, r * 0.24],
    ],
    lift(clay, 0.02),
    { gloss: 0.4 },
  );
  ball(table, [x, y + r * 1.62, z], r * 0.14, clay, 0.6);
}

/** A tray of dark wood under a tea set. */
export function drawTray(table: Tabletop, at: Vec3, [width, depth]: readonly [number, number], wood: Color): void {
  const [x, y, z] = at;
  box(table, [x - width / 2, y, z - depth / 2], [width, 0.012, depth], wood);
  const tone = lit(table.light, wood, [0, 1, 0]);
  decal(
    table,
    level([x - width / 2 + 0.012, x + width / 2 - 0.012], [z - depth / 2 + 0.012, z + depth / 2 - 0.012], y + 0.0125),
    lift(tone, -0.045),
  );
}
