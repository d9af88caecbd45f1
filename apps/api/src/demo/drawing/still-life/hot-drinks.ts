import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { disc, lit, ring, turned } from '../kit/solids.js';
import type { Tabletop } from './tabletop.js';

export const CREAM = '#fbf0dc';

/** Points of a figure on the drink's surface; the figure lives in a circle of radius 1, its top away from the viewer. */
function onDrink(table: Tabletop, centre: Vec3, radius: number, figure: readonly Point[]): Point[] {
  return figure.map(([x, y]) => table.camera.project([centre[0] + x * radius, centre[1], centre[2] + y * radius]));
}

const mirrored = (half: readonly Point[]): Point[] => [...half, ...half.map(([x, y]): Point => [-x, y]).toReversed()];

function drawLatteArt(table: Tabletop, centre: Vec3, radius: number, art: 'heart' | 'rosetta' | 'tulip'): void {
  const { sheet } = table;
  const cream = lit(table.light, CREAM, [0, 1, 0]);
  const paint = (figure: readonly Point[], color = cream): void =>
    sheet.path(curve(onDrink(table, centre, radius, figure), true), color);
  const brown = lit(table.light, '#a8683a', [0, 1, 0]);
  if (art === 'heart') {
    paint(
      mirrored([
        [0, 0.36],
        [0.3, 0.56],
        [0.58, 0.42],
        [0.6, 0.08],
        [0.34, -0.34],
        [0, -0.72],
      ]),
    );
    paint(
      mirrored([
        [0, 0.14],
        [0.2, 0.26],
        [0.34, 0.12],
        [0.2, -0.18],
        [0, -0.42],
      ]),
      mix(cream, brown, 0.28),
    );
    return;
  }
  const layers = art === 'rosetta' ? 6 : 4;
  for (let layer = 0; layer < layers; layer += 1) {
    const share = layer / (layers - 1);
    const y = -0.5 + share * 0.98;
    const wide = art === 'rosetta' ? 0.24 + Math.sin(share * Math.PI * 0.82) * 0.42 : 0.4 + share * 0.2;
    const thick = art === 'rosetta' ? 0.1 : 0.15;
    paint(
      mirrored([
        [0, y + thick * 0.1],
        [wide * 0.6, y + thick * 1.1],
        [wide, y + thick * 1.5],
        [wide * 0.7, y - thick * 0.2],
        [0, y - thick * 0.95],
      ]),
    );
  }
  const stem = onDrink(table, centre, radius, [
    [0, -0.74],
    [0.015, 0.62],
  ]);
  sheet.stroke(polyline(stem, false), brown, radius * table.camera.scaleAt(centre) * 0.035);
}

export interface CupStyle {
  china: Color;
  drink: Color;
  art?: 'heart' | 'rosetta' | 'tulip';
  radius?: number;
  /** No handle and no saucer: a tea bowl. */
  bowl?: boolean;
}

/** A cup of something hot, with its saucer. */
export function drawHotCup(table: Tabletop, at: Vec3, style: CupStyle): void {
  const r = style.radius ?? 0.055;
  const h = r * 1.15;
  const [x, y, z] = at;
  const foot = style.bowl === true ? y : y + r * 0.16;
  if (style.bowl !== true) drawSaucer(table, at, r * 1.75, style.china);
  if (style.bowl !== true) drawHandle(table, [x, foot, z], r, h, style.china);
  turned(
    table,
    [x, foot, z],
    [
      [r * 0.5, 0],
      [r * 0.56, h * 0.06],
      [r * 0.84, h * 0.4],
      [r * 0.96, h * 0.72],
      [r, h],
    ],
    style.china,
    { gloss: 0.7 },
  );
  drawGlint(table, [x, foot, z], r, h);
  const rim: Vec3 = [x, foot + h, z];
  disc(table, rim, r, lit(table.light, lift(style.china, 0.05), [0, 1, 0]));
  drawInside(table, rim, r * 0.93, style);
  if (style.art !== undefined) drawLatteArt(table, [x, rim[1] - h * 0.07, z], r * 0.86, style.art);
}

function drawInside(table: Tabletop, rim: Vec3, radius: number, style: CupStyle): void {
  const { sheet, camera, light } = table;
  const opening = polyline(camera.outline(ring(rim, radius)));
  const wall = lit(light, style.china, [0.3, 0.2, -1]);
  const drink = lit(light, style.drink, [0, 1, 0]);
  sheet.group({ clip: opening }, () => {
    sheet.path(opening, sheet.shaded(lift(wall, -0.14), lift(wall, 0.02)));
    const level: Vec3 = [rim[0], rim[1] - radius * 0.09, rim[2]];
    disc(
      table,
      level,
      radius * 0.985,
      sheet.radial(
        [
          [0, lift(drink, 0.03)],
          [0.78, drink],
          [0.93, lift(drink, style.art === undefined ? 0.1 : -0.02)],
          [1, lift(drink, -0.08)],
        ],
        [0.42, 0.6],
      ),
    );
  });
}

function drawSaucer(table: Tabletop, at: Vec3, radius: number, china: Color): void {
  const { sheet, camera, light } = table;
  turned(
    table,
    at,
    [
      [radius * 0.55, 0],
      [radius * 0.96, radius * 0.11],
      [radius, radius * 0.13],
    ],
    china,
    { gloss: 0.4 },
  );
  const top: Vec3 = [at[0], at[1] + radius * 0.13, at[2]];
  const tone = lit(light, china, [0, 1, 0]);
  disc(table, top, radius, sheet.shaded(lift(tone, -0.015), lift(tone, 0.04), 60));
  const well: Vec3 = [at[0], at[1] + radius * 0.09, at[2]];
  disc(
    table,
    well,
    radius * 0.66,
    sheet.linear(
      [
        [0, lift(tone, -0.08)],
        [0.6, lift(tone, -0.01)],
        [1, lift(tone, 0.03)],
      ],
      70,
    ),
  );
  sheet.path(polyline(camera.outline(ring(top, radius * 0.985))), 'none', {
    stroke: lift(tone, 0.08),
    strokeWidth: 2,
    opacity: 0.8,
  });
}

function drawHandle(table: Tabletop, [x, y, z]: Vec3, r: number, h: number, china: Color): void {
  const { sheet, camera, light } = table;
  const arc: Point[] = [
    [0.8, 0.8],
    [1.3, 0.86],
    [1.5, 0.56],
    [1.22, 0.28],
    [0.72, 0.26],
  ].map(([along = 0, up = 0]) => camera.project([x + along * r * 0.92, y + up * h, z - along * r * 0.38]));
  const width = r * 0.2 * camera.scaleAt([x, y, z]);
  const tone = lit(light, china, [0.4, 0.3, -1]);
  sheet.stroke(curve(arc), lift(tone, -0.1), width * 1.12);
  sheet.stroke(curve(arc), tone, width);
  sheet.stroke(
    curve(arc.map(([px, py]): Point => [px - width * 0.16, py - width * 0.2])),
    lift(tone, 0.1),
    width * 0.26,
    { opacity: 0.8 },
  );
}

/** The window mirrored in glaze. */
export function drawGlint(table: Tabletop, [x, y, z]: Vec3, r: number, h: number): void {
  const { sheet, camera } = table;
  const at = (along: number, up: number): Point =>
    camera.project([x + along * r, y + up * h, z - Math.sqrt(Math.max(0, 1 - along * along)) * r * 0.9]);
  sheet.path(curve([at(-0.62, 0.9), at(-0.42, 0.92), at(-0.36, 0.45), at(-0.5, 0.4)], true), '#ffffff', {
    opacity: 0.4,
  });
}

/** Steam rising, only as much as one can see against the light. */
export function drawSteam(table: Tabletop, at: Vec3, height: number): void {
  const { sheet, camera, random } = table;
  const [x, y] = camera.project(at);
  const tall = height * camera.scaleAt(at);
  for (const shift of [-0.12, 0.02, 0.15]) {
    const sway = random.between(0.08, 0.16) * tall;
    const foot = x + shift * tall;
    const line: Point[] = [
      [foot, y],
      [foot + sway, y - tall * 0.32],
      [foot - sway * 0.8, y - tall * 0.66],
      [foot + sway * 0.7, y - tall],
    ];
    const fade = sheet.linearAt(
      [
        [0, '#ffffff', 0.02],
        [0.3, '#ffffff', 0.9],
        [1, '#ffffff', 0],
      ],
      [x, y],
      [x, y - tall],
    );
    for (const width of [0.13, 0.1, 0.07, 0.045, 0.02])
      sheet.stroke(curve(line), fade, tall * width, { opacity: 0.075 });
  }
}
