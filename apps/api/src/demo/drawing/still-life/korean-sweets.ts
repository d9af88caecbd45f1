import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { ball, decal, disc, lit, ring, turned } from '../kit/solids.js';
import { leafOutline, puff } from '../nature/foliage.js';
import type { Tabletop } from './tabletop.js';

/** Korean sweets: flower-shaped honey cookies and coloured rice cakes. */
export function drawRiceSweets(table: Tabletop, at: Vec3): void {
  const { sheet, camera, light } = table;
  const cookie = (dx: number, dz: number): void => {
    const centre: Vec3 = [at[0] + dx, at[1], at[2] + dz];
    const flower = (radius: number, height: number): Vec3[] =>
      Array.from({ length: 48 }, (_, index): Vec3 => {
        const angle = (index / 48) * Math.PI * 2;
        const reach = radius * (0.86 + 0.14 * Math.abs(Math.cos(angle * 4)));
        return [centre[0] + Math.cos(angle) * reach, centre[1] + height, centre[2] + Math.sin(angle) * reach];
      });
    const honey = lit(light, '#b5742f', [0, 1, 0]);
    decal(table, flower(0.034, 0), lift(honey, -0.14));
    decal(table, flower(0.034, 0.008), lift(honey, -0.09));
    decal(table, flower(0.034, 0.016), sheet.shaded(lift(honey, 0.1), honey, 55));
    decal(table, ring([centre[0], centre[1] + 0.0165, centre[2]], 0.012), lift(honey, -0.06));
  };
  cookie(-0.036, 0.02);
  cookie(0.036, 0.028);
  for (const [dx, dz, color] of [
    [-0.028, -0.034, '#f0c9cf'],
    [0.014, -0.042, '#dfe6c0'],
    [0.052, -0.022, '#f6ead2'],
  ] as const) {
    ball(table, [at[0] + dx, at[1] + 0.018, at[2] + dz], 0.02, color, 0.4);
  }
  const [x, y] = camera.project([at[0] + 0.002, at[1] + 0.024, at[2] + 0.03]);
  sheet.path(leafOutline([x, y], 34, -0.5, 0.5) + leafOutline([x, y], 30, -2.5, 0.5), '#5f8a4e');
}

/** Shaved ice heaped in a brass bowl, with red beans and rice cakes. */
export function drawBingsu(table: Tabletop, at: Vec3, syrup: Color): void {
  const { sheet, camera, random } = table;
  const [x, y, z] = at;
  const r = 0.085;
  turned(
    table,
    at,
    [
      [r * 0.45, 0],
      [r * 0.5, 0.01],
      [r * 0.85, 0.035],
      [r, 0.065],
    ],
    '#c9a24f',
    { gloss: 1 },
  );
  disc(table, [x, y + 0.065, z], r, lit(table.light, '#e6c678', [0, 1, 0]));
  const [cx, cy] = camera.project([x, y + 0.085, z]);
  const s = r * camera.scaleAt(at);
  const snow = lit(table.light, '#fbf8f4', [-0.3, 1, -0.4]);
  for (const [dx, dy, size] of [
    [-0.5, 0.05, 0.42],
    [0.5, 0.05, 0.42],
    [0, 0.12, 0.52],
    [-0.28, -0.3, 0.4],
    [0.28, -0.3, 0.4],
    [0, -0.6, 0.34],
  ] as const) {
    sheet.path(
      puff([cx + dx * s, cy + dy * s], s * size, random, 11),
      sheet.shaded(lift(snow, 0.03), mix(snow, '#b9c6d8', 0.35), 70),
    );
  }
  for (let bean = 0; bean < 16; bean += 1)
    sheet.ellipse(
      [cx + random.between(-0.3, 0.3) * s, cy - s * random.between(0.45, 0.95)],
      s * 0.07,
      s * 0.055,
      random.pick([syrup, lift(syrup, -0.07), lift(syrup, 0.06)]),
    );
  for (const [dx, dy] of [
    [-0.3, -0.42],
    [0.3, -0.36],
    [0.02, -0.98],
  ] as const)
    sheet.pill([cx + dx * s - s * 0.08, cy + dy * s - s * 0.08], [s * 0.16, s * 0.15], s * 0.04, '#fff8ea');
}

/** Tangerines, one of them opened. */
export function drawTangerines(table: Tabletop, at: Vec3): void {
  const { sheet, camera } = table;
  for (const [dx, dz, size] of [
    [-0.045, 0.05, 0.034],
    [0.04, 0.045, 0.036],
    [-0.005, -0.012, 0.037],
  ] as const) {
    const centre: Vec3 = [at[0] + dx, at[1] + size * 0.88, at[2] + dz];
    ball(table, centre, size, '#f2912a', 0.5);
    const [x, y] = camera.project([centre[0], centre[1] + size * 0.8, centre[2]]);
    const s = size * camera.scaleAt(centre);
    sheet.circle([x, y + s * 0.06], s * 0.07, '#7d8f3f');
    if (dx < 0) sheet.path(leafOutline([x, y], s * 1.1, -0.5, 0.5), '#4f8a4a');
  }
}
