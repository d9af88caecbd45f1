import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { ball, decal, disc, face, lit, placed, turned } from '../kit/solids.js';
import { leafOutline } from '../nature/foliage.js';
import type { Tabletop } from './tabletop.js';

export interface CakeStyle {
  sponge: Color;
  cream: Color;
  top: Color;
  fruit?: Color;
}

/** A wedge of layer cake, its point to the lower left. */
export function drawCakeSlice(table: Tabletop, at: Vec3, style: CakeStyle): void {
  const stage = placed(table, at, 24);
  const [h, tip, right, back]: [number, Vec3, Vec3, Vec3] = [
    0.066,
    [-0.075, 0, -0.03],
    [0.06, 0, -0.048],
    [0.055, 0, 0.05],
  ];
  const up = ([x, , z]: Vec3, y: number): Vec3 => [x, y, z];
  const bands: readonly (readonly [number, number, Color])[] = [
    [0, 0.3, style.sponge],
    [0.3, 0.4, style.cream],
    [0.4, 0.7, style.sponge],
    [0.7, 0.8, style.cream],
    [0.8, 1, style.top],
  ];
  const side = (a: Vec3, b: Vec3, normal: Vec3): void => {
    for (const [from, to, color] of bands)
      face(stage, [up(a, h * from), up(b, h * from), up(b, h * to), up(a, h * to)], color, normal);
  };
  side(right, back, [1, 0, 0.05]);
  side(tip, right, [-0.13, 0, -1]);
  const tone = lit(stage.light, style.top, [0, 1, 0]);
  decal(stage, [up(tip, h), up(right, h), up(back, h)], stage.sheet.shaded(lift(tone, 0.05), lift(tone, -0.01), 50), {
    stroke: lift(tone, 0.06),
    strokeWidth: 3,
    round: true,
  });
  if (style.fruit !== undefined) drawBerry(table, [at[0] + 0.018, at[1] + h, at[2] + 0.006], 0.021, style.fruit);
}

function drawBerry(table: Tabletop, at: Vec3, radius: number, color: Color): void {
  const { sheet, camera } = table;
  ball(table, [at[0], at[1] + radius * 0.85, at[2]], radius, color, 0.6);
  const [x, y] = camera.project([at[0], at[1] + radius * 1.75, at[2]]);
  const size = radius * camera.scaleAt(at);
  for (const angle of [-2.7, -2, -1.2, -0.5])
    sheet.path(leafOutline([x, y + size * 0.1], size * 0.75, angle + 0.05, 0.5), '#5f9a4e');
}

/** An open tart heaped with fruit. */
export function drawTart(table: Tabletop, at: Vec3, fruit: readonly Color[]): void {
  const { light, random } = table;
  const r = 0.062;
  turned(
    table,
    at,
    [
      [r * 0.82, 0],
      [r, 0.028],
    ],
    '#cf9350',
  );
  disc(table, [at[0], at[1] + 0.028, at[2]], r, lit(light, '#e0ac68', [0, 1, 0]));
  disc(table, [at[0], at[1] + 0.026, at[2]], r * 0.87, lit(light, '#f6e2b0', [0, 1, 0]));
  const spots = Array.from({ length: 15 }, (_, index): Vec3 => {
    const angle = index * 2.4;
    const reach = Math.sqrt((index + 0.4) / 15) * r * 0.76;
    return [at[0] + Math.cos(angle) * reach, at[1] + 0.034, at[2] + Math.sin(angle) * reach];
  }).sort((a, b) => b[2] - a[2]);
  for (const spot of spots) ball(table, spot, 0.0135, random.pick(fruit), 0.8);
}

/** Two macarons stacked and one beside them. */
export function drawMacarons(table: Tabletop, at: Vec3, colors: readonly [Color, Color, Color]): void {
  const one = (dx: number, dy: number, dz: number, color: Color): void => {
    const base: Vec3 = [at[0] + dx, at[1] + dy, at[2] + dz];
    const r = 0.026;
    turned(
      table,
      base,
      [
        [r * 0.8, 0],
        [r, 0.004],
        [r, 0.011],
      ],
      color,
    );
    turned(
      table,
      [base[0], base[1] + 0.011, base[2]],
      [
        [r * 0.94, 0],
        [r * 0.94, 0.006],
      ],
      mix(color, '#fff4e4', 0.75),
    );
    turned(
      table,
      [base[0], base[1] + 0.017, base[2]],
      [
        [r, 0],
        [r, 0.006],
        [r * 0.72, 0.015],
      ],
      color,
    );
    disc(table, [base[0], base[1] + 0.032, base[2]], r * 0.74, lit(table.light, lift(color, 0.03), [0, 1, 0]));
  };
  one(0.03, 0, 0.03, colors[2]);
  one(-0.022, 0, 0, colors[0]);
  one(-0.018, 0.032, 0.001, colors[1]);
}
