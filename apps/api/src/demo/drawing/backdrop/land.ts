import { type Color, lift, mix, saturate, under } from '../kit/color.js';
import type { Season } from '../kit/mood.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { drawGrass, leafage, SEASON_LEAVES } from '../nature/foliage.js';
import { drawTree, type TreeKind } from '../nature/trees.js';
import type { Outside } from './sky.js';

export interface Landscape extends Outside {
  season: Season;
}

/** A hill line across the area, filled down to its foot; `far` (0 near, 1 far) turns it into air. */
export function drawRidge(
  { sheet, area, mood, random }: Outside,
  baseY: number,
  amplitude: number,
  color: Color,
  far: number,
  roughness = 7,
): void {
  const points: Point[] = [];
  const phase = random.between(0, 6);
  for (let index = -1; index <= roughness + 1; index += 1) {
    const along = index / roughness;
    const swell = Math.sin(along * 5.2 + phase) * 0.5 + Math.sin(along * 11.3 + phase * 2.1) * 0.28;
    const height = (swell + random.between(-0.28, 0.28)) * amplitude;
    points.push([area.x + along * area.width, baseY - height]);
  }
  const bottom = area.y + area.height;
  const surface = mix(under(color, mood.outdoors.ambient), under(color, mood.outdoors.key), 0.55);
  const tone = mix(surface, mood.haze, far);
  const fill = sheet.linearAt(
    [
      [0, lift(tone, 0.012)],
      [1, mix(tone, mood.haze, 0.5)],
    ],
    [0, baseY - amplitude],
    [0, baseY + amplitude * 1.6 + 40],
  );
  const corners: Point[] = [
    [area.x + area.width * 1.2, bottom],
    [area.x - area.width * 0.2, bottom],
  ];
  sheet.path(`${curve(points)}L${polyline(corners, false).slice(1)}Z`, fill);
}

const GROUND: Readonly<Record<Season, Color>> = {
  spring: '#9cb86a',
  summer: '#78a95c',
  autumn: '#c2a45c',
  winter: '#b3a88c',
};

export function groundColor(season: Season, mood: Outside['mood']): Color {
  return mood.time === 'snow' ? '#eef2f7' : GROUND[season];
}

export function drawMeadow(land: Landscape, topY: number): void {
  const { sheet, area, mood } = land;
  const color = groundColor(land.season, mood);
  const near = under(color, mix(mood.outdoors.key, mood.outdoors.ambient, 0.3));
  const fill = sheet.linearAt(
    [
      [0, mix(near, mood.haze, 0.45)],
      [0.4, near],
      [1, lift(near, -0.1)],
    ],
    [0, topY],
    [0, area.y + area.height],
  );
  sheet.rect(area.x - 2, topY, area.width + 4, area.y + area.height - topY + 2, fill);
}

export function drawMountains(land: Landscape): void {
  const { area, season, random } = land;
  const rise = area.horizonY - area.y;
  const color = season === 'autumn' ? '#8a6f4e' : season === 'winter' ? '#6f7f92' : '#4f7a66';
  drawRidge(land, area.horizonY - rise * 0.3, rise * 0.24, color, 0.74, 6);
  drawRidge(land, area.horizonY - rise * 0.16, rise * 0.2, color, 0.54, 7);
  drawRidge(land, area.horizonY - rise * 0.03, rise * 0.14, color, 0.32, 8);
  drawRidge(land, area.horizonY + rise * 0.08, rise * 0.08, saturate(color, 1.2), 0.1, 9);
  drawTreeLine(land, area.horizonY + rise * 0.12, rise * 0.2, random.pick(['fir', 'broadleaf']), 9);
  drawMeadow(land, area.horizonY + rise * 0.1);
}

/** A row of trees along a line, further ones hazier. */
export function drawTreeLine(land: Landscape, footY: number, height: number, kind: TreeKind, count: number): void {
  const { area, random } = land;
  for (let index = 0; index < count; index += 1) {
    const x = area.x + ((index + random.between(0.1, 0.9)) / count) * area.width;
    const foot: Point = [x, footY + random.between(-0.1, 0.14) * height];
    drawTree({ ...land, random }, kind, foot, height * random.between(0.7, 1.15));
  }
}

/** A wood one looks into: pale trunks far off, dark ones near. */
export function drawForest(land: Landscape): void {
  const { sheet, area, mood, season, random } = land;
  const rise = area.horizonY - area.y;
  const tones = leafage(random.pick(SEASON_LEAVES[season === 'winter' ? 'summer' : season]), mood);
  drawRidge(land, area.horizonY - rise * 0.35, rise * 0.16, tones.body, 0.66, 12);
  drawRidge(land, area.horizonY - rise * 0.15, rise * 0.12, tones.body, 0.45, 14);
  drawMeadow(land, area.horizonY);
  const kind: TreeKind = season === 'autumn' ? 'broadleaf' : 'fir';
  const hazy = {
    ...mood,
    outdoors: { key: mix(mood.outdoors.key, mood.haze, 0.3), ambient: mix(mood.outdoors.ambient, mood.haze, 0.5) },
  };
  drawTreeLine({ ...land, mood: hazy }, area.horizonY + rise * 0.02, rise * 0.62, kind, 9);
  drawTreeLine(land, area.horizonY + rise * 0.12, rise * 0.9, kind, 6);
  drawGrass(sheet, [area.x, area.horizonY + rise * 0.14], area.width, rise * 0.06, tones.dark, random);
}

/** Rows of clipped tea bushes over rolling ground. */
export function drawTeaField(land: Landscape): void {
  const { sheet, area, mood, random } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.18, rise * 0.18, '#4f7a66', 0.62, 6);
  drawRidge(land, area.horizonY - rise * 0.04, rise * 0.12, '#4d8055', 0.4, 6);
  drawTreeLine(land, area.horizonY - rise * 0.16, rise * 0.2, 'fir', 8);
  // The rows begin well up the slope, so that they are seen over the roofs before them.
  const crest = area.horizonY - rise * 0.2;
  const depth = area.y + area.height - crest;
  const rows = 15;
  for (let row = 0; row < rows; row += 1) {
    const near = row / (rows - 1);
    const y = crest + depth * (0.06 + near ** 1.5 * 0.94);
    const height = depth * (0.035 + near * 0.13);
    const tones = leafage(row % 2 === 0 ? '#5f9c52' : '#6dab58', mood);
    const top: Point[] = [];
    for (let index = -1; index <= 13; index += 1) {
      const along = index / 12;
      const bow = Math.sin(along * Math.PI * 1.3 + 0.4 + near * 0.7) * depth * 0.14;
      top.push([area.x + along * area.width, y - bow - height * (index % 2 === 0 ? 0.86 : 1) + random.between(-2, 2)]);
    }
    const foot = top.map(([x, topY]): Point => [x, topY + height * 1.5]).toReversed();
    const fill = sheet.linear([
      [0, mix(tones.light, mood.haze, 0.35 * (1 - near))],
      [0.3, mix(tones.body, mood.haze, 0.35 * (1 - near))],
      [0.85, lift(tones.dark, -0.02)],
    ]);
    sheet.path(`${curve(top)}${curve(foot).replace('M', 'L')}Z`, fill);
  }
}

/** The round grassy grave mounds of old Gyeongju. */
export function drawMounds(land: Landscape): void {
  const { sheet, area, mood, season } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.12, rise * 0.14, '#5d7f6c', 0.66, 6);
  const color = groundColor(season, mood);
  const mounds: readonly (readonly [number, number, number, number])[] = [
    [0.14, 0.02, 0.3, 0.4],
    [0.86, 0.02, 0.32, 0.46],
    [0.5, 0.06, 0.22, 0.22],
  ];
  for (const [across, down, half, height] of mounds) {
    const centre = area.x + area.width * across;
    const foot = area.horizonY + rise * (down + 0.06);
    const reach = area.width * half;
    const top = foot - rise * height;
    const data = `M${centre - reach} ${foot}C${centre - reach * 0.6} ${foot} ${centre - reach * 0.5} ${top} ${centre} ${top}S${centre + reach * 0.6} ${foot} ${centre + reach} ${foot}Z`;
    const sun = under(color, mood.outdoors.key);
    const shade = under(color, mood.outdoors.ambient);
    sheet.path(
      data,
      sheet.linear(
        [
          [0, lift(mix(sun, mood.haze, 0.2), 0.03)],
          [0.5, mix(sun, shade, 0.4)],
          [1, mix(shade, mood.haze, 0.1)],
        ],
        62,
      ),
    );
  }
  drawMeadow(land, area.horizonY + rise * 0.09);
}

/** Tangerine trees in rows behind a low wall of black stone. */
export function drawOrchard(land: Landscape): void {
  const { area } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.16, rise * 0.3, '#5f8a78', 0.6, 3);
  drawRidge(land, area.horizonY + rise * 0.02, rise * 0.08, '#567f58', 0.35, 7);
  drawMeadow({ ...land, season: 'summer' }, area.horizonY);
  drawTreeLine(land, area.horizonY + rise * 0.06, rise * 0.17, 'tangerine', 17);
  drawTreeLine(land, area.horizonY + rise * 0.15, rise * 0.26, 'tangerine', 12);
  drawTreeLine(land, area.horizonY + rise * 0.32, rise * 0.4, 'tangerine', 8);
}

/** Suwon's wall with its tiled pavilion, over a green slope. */
export function drawFortress(land: Landscape): void {
  const { sheet, area, mood, random } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.1, rise * 0.16, '#5f8066', 0.55, 6);
  const stone = mix(under('#b9ad9c', mood.outdoors.ambient), under('#b9ad9c', mood.outdoors.key), 0.5);
  const base = area.horizonY + rise * 0.1;
  const wallTop = base - rise * 0.22;
  const left = area.x - 5;
  let battlements = `M${left} ${base}V${wallTop}`;
  const teeth = 22;
  const step = (area.width + 10) / teeth;
  for (let tooth = 0; tooth < teeth; tooth += 1)
    battlements += `h${step * 0.68}v${rise * 0.035}h${step * 0.32}v${-rise * 0.035}`;
  sheet.path(`${battlements}V${base}Z`, sheet.shaded(mix(stone, mood.haze, 0.18), lift(stone, -0.1)));
  let joints = '';
  for (let index = 0; index < 70; index += 1)
    joints += `M${(area.x + random.next() * area.width).toFixed(0)} ${(wallTop + rise * random.between(0.06, 0.3)).toFixed(0)}h${(step * random.between(0.3, 0.8)).toFixed(0)}`;
  sheet.stroke(joints, lift(stone, -0.09), 1.6, { opacity: 0.6 });
  drawPavilion(land, [area.x + area.width * 0.7, wallTop + rise * 0.02], rise * 0.34);
  drawMeadow(land, base);
  drawTreeLine(land, base + rise * 0.04, rise * 0.2, land.season === 'spring' ? 'cherry' : 'broadleaf', 7);
}

function drawPavilion({ sheet, mood }: Landscape, [x, foot]: Point, size: number): void {
  const tile = mix(under('#454b55', mood.outdoors.ambient), mood.haze, 0.12);
  const wood = under('#9a5a48', mix(mood.outdoors.key, mood.outdoors.ambient, 0.4));
  sheet.rect(x - size * 0.42, foot - size * 0.5, size * 0.84, size * 0.5, lift(wood, -0.14));
  for (let post = 0; post < 5; post += 1)
    sheet.rect(x - size * 0.42 + post * size * 0.2, foot - size * 0.5, size * 0.05, size * 0.5, wood);
  const roof = `M${x - size * 0.72} ${foot - size * 0.5}Q${x - size * 0.4} ${foot - size * 0.56} ${x - size * 0.28} ${foot - size * 0.86}H${x + size * 0.28}Q${x + size * 0.4} ${foot - size * 0.56} ${x + size * 0.72} ${foot - size * 0.5}Q${x} ${foot - size * 0.42} ${x - size * 0.72} ${foot - size * 0.5}Z`;
  sheet.path(roof, sheet.shaded(lift(tile, 0.08), lift(tile, -0.04)));
  sheet.rect(x - size * 0.32, foot - size * 0.9, size * 0.64, size * 0.06, lift(tile, 0.05));
}
