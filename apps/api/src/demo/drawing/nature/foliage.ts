import { type Color, lift, lightness, mix, under } from '../kit/color.js';
import type { Mood, Season } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import { curve, type Point, type Sheet } from '../kit/sheet.js';

/** Shadow, body and light of a mass of leaves. */
export interface Leafage {
  dark: Color;
  body: Color;
  light: Color;
}

/** The three tones of leaves of `color` in the open under this light. */
export function leafage(color: Color, mood: Mood): Leafage {
  const shade = under(color, mood.outdoors.ambient);
  const sun = under(color, mood.outdoors.key);
  return {
    dark: mix(lift(shade, -0.085), mix(shade, sun, 0.3), lightness(color) * 0.55),
    body: mix(shade, sun, 0.5),
    light: lift(mix(sun, mood.outdoors.key, 0.14), 0.03),
  };
}

/** Leaf colours that a season gives to a broad-leaved tree, ordinary first. */
export const SEASON_LEAVES: Readonly<Record<Season, readonly Color[]>> = {
  spring: ['#93b85c', '#a9c46a', '#7fae62'],
  summer: ['#4f8f56', '#5f9a4e', '#3f8060'],
  autumn: ['#d98a3a', '#c8623a', '#e0aa45'],
  winter: ['#8f8d78', '#9a9583', '#7f8478'],
};

/** An uneven round outline: the edge of a bush, a puff of blossom. */
export function puff(centre: Point, radius: number, random: Random, lobes = 9): string {
  const points = Array.from({ length: lobes }, (_, index): Point => {
    const angle = ((index + random.between(-0.25, 0.25)) / lobes) * Math.PI * 2;
    const reach = radius * random.between(0.82, 1.14);
    return [centre[0] + Math.cos(angle) * reach, centre[1] + Math.sin(angle) * reach * 0.92];
  });
  return curve(points, true);
}

/** A crown of leaves inside an ellipse: masses of shade, and on each of them dabs of half-light and light. */
export function drawCrown(
  sheet: Sheet,
  centre: Point,
  [rx, ry]: Point,
  tones: Leafage,
  random: Random,
  fullness = 1,
): void {
  const size = Math.min(rx, ry);
  const density = fullness * Math.min(1, Math.max(0.16, size / 95));
  const stretch = Math.max(rx, ry) / size;
  const masses = massesOf(centre, [rx, ry], Math.round((4 + 12 * density) * stretch), random);
  const shade = masses.map((spot) => puff(spot, size * random.between(0.34, 0.44), random));
  sheet.path(
    shade.join(''),
    sheet.linearAt(
      [
        [0, mix(tones.dark, tones.body, 0.55)],
        [1, tones.dark],
      ],
      [centre[0] - rx * 0.3, centre[1] - ry],
      [centre[0] + rx * 0.2, centre[1] + ry],
    ),
  );
  const dabs = { edge: '', body: '', bright: '', light: '' };
  const leaf = size * (0.085 + 0.08 * (1 - density)) * Math.min(1, 150 / size + 0.2);
  const many = Math.max(1, Math.min(2, size / 130));
  const strew = (tone: keyof typeof dabs, spot: Point, shift: number, reach: number, count: number): void => {
    const around: Point = [spot[0] - size * shift * 0.6, spot[1] - size * shift];
    dabs[tone] += dabsAround(around, size * reach, leaf, Math.round(count * density * many), random);
  };
  for (const [x, y] of masses) {
    const exposure = 0.62 - ((x - centre[0]) / rx) * 0.28 - ((y - centre[1]) / ry) * 0.42;
    strew('edge', [x, y], 0, 0.43, 24);
    strew('body', [x, y], 0.05, 0.34, 12 + 26 * exposure);
    strew('bright', [x, y], 0.12, 0.27, 30 * exposure - 3);
    strew('light', [x, y], 0.19, 0.2, 24 * exposure - 7);
  }
  sheet.path(dabs.edge, mix(tones.dark, tones.body, 0.22));
  sheet.path(dabs.body, tones.body);
  sheet.path(dabs.bright, mix(tones.body, tones.light, 0.5));
  sheet.path(dabs.light, tones.light);
}

/** Where the masses of a crown sit: evenly around its middle, so that its outline is full. */
function massesOf(centre: Point, [rx, ry]: Point, count: number, random: Random): Point[] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, index): Point => {
    const reach = Math.sqrt((index + 0.5) / count) * 0.76;
    const angle = index * golden + random.between(-0.3, 0.3);
    return [centre[0] + Math.cos(angle) * rx * reach, centre[1] + Math.sin(angle) * ry * reach];
  }).sort((a, b) => b[1] - a[1]);
}

/** Leaves strewn over a disc, mostly hanging a little. */
function dabsAround(centre: Point, reach: number, size: number, count: number, random: Random): string {
  let data = '';
  for (let index = 0; index < count; index += 1) {
    const angle = random.next() * Math.PI * 2;
    const out = Math.sqrt(random.next()) * reach;
    const spot: Point = [centre[0] + Math.cos(angle) * out, centre[1] + Math.sin(angle) * out];
    data += leafOutline(spot, size * random.between(0.7, 1.3), angle + random.between(-0.9, 0.9), 0.72);
  }
  return data;
}

/** A pointed leaf from its stem at `base`, `length` long, towards `angle` (radians, 0 to the right, downwards positive). */
export function leafOutline(base: Point, length: number, angle: number, breadth = 0.5): string {
  const [dx, dy] = [Math.cos(angle) * length, Math.sin(angle) * length];
  const [sx, sy] = [-dy * breadth * 0.5, dx * breadth * 0.5];
  const n = (value: number): string => value.toFixed(1);
  const tip = `${n(base[0] + dx)} ${n(base[1] + dy)}`;
  const left = `${n(base[0] + dx * 0.45 + sx)} ${n(base[1] + dy * 0.45 + sy)}`;
  const right = `${n(base[0] + dx * 0.45 - sx)} ${n(base[1] + dy * 0.45 - sy)}`;
  return `M${n(base[0])} ${n(base[1])}Q${left} ${tip}Q${right} ${n(base[0])} ${n(base[1])}Z`;
}

/** Grass as a fringe of blades along a line. */
export function drawGrass(
  sheet: Sheet,
  from: Point,
  width: number,
  height: number,
  color: Color,
  random: Random,
): void {
  let data = '';
  const blades = Math.round(width / 7);
  for (let index = 0; index < blades; index += 1) {
    const x = from[0] + random.next() * width;
    const bend = random.between(-0.35, 0.35);
    data += leafOutline([x, from[1] + 2], height * random.between(0.5, 1), -Math.PI / 2 + bend, 0.22);
  }
  sheet.path(data, color);
}
