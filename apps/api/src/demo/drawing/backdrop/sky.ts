import { lift, mix } from '../kit/color.js';
import type { Mood } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import type { Paint, Point, Sheet } from '../kit/sheet.js';

/** The part of the sheet that shows the outside, and the height of its horizon, in pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
  horizonY: number;
}

/** What every backdrop needs. */
export interface Outside {
  sheet: Sheet;
  area: Area;
  mood: Mood;
  random: Random;
}

/** Sky from the top of the area to its horizon: air, sun or moon, stars, clouds. */
export function drawSky(outside: Outside): void {
  const { sheet, area, mood } = outside;
  const [zenith, middle, low] = mood.sky;
  const fill = sheet.linearAt(
    [
      [0, zenith],
      [0.28, mix(zenith, middle, 0.5)],
      [0.55, middle],
      [0.8, mix(middle, low, 0.6)],
      [1, low],
    ],
    [area.x, area.y - area.height * 0.05],
    [area.x, area.horizonY],
  );
  sheet.rect(area.x - 2, area.y - 2, area.width + 4, area.height + 4, fill);
  if (mood.lamps >= 0.9 && mood.time !== 'rain') drawStars(outside);
  drawLightOfDay(outside);
  drawClouds(outside);
}

function drawStars({ sheet, area, random, mood }: Outside): void {
  const count = mood.time === 'night' ? 90 : 26;
  for (let index = 0; index < count; index += 1) {
    const height = random.next() ** 1.4 * (area.horizonY - area.y) * 0.8;
    const spot: Point = [area.x + random.next() * area.width, area.y + height];
    sheet.circle(spot, random.between(0.8, 2.1), '#fff6e0', { opacity: random.between(0.25, 0.9) });
  }
}

function drawLightOfDay({ sheet, area, mood, random }: Outside): void {
  const depth = area.horizonY - area.y;
  const x = area.x + area.width * random.between(0.18, 0.82);
  const reach = Math.min(area.width, depth * 1.6);
  if (mood.time === 'night') {
    const moon: Point = [x, area.y + depth * random.between(0.14, 0.34)];
    sheet.glow(moon, reach * 0.3, '#cfd9ff', 0.55);
    sheet.circle(moon, reach * 0.032, '#fdf3da');
    return;
  }
  if (mood.time === 'golden' || mood.time === 'dawn' || mood.time === 'dusk') {
    const sun: Point = [x, area.y + depth * (mood.time === 'dusk' ? 0.93 : 0.72)];
    sheet.glow(sun, reach * 0.62, '#fff0c8', mood.time === 'dusk' ? 0.6 : 0.85);
    sheet.circle(sun, reach * 0.048, '#fff8e2');
    return;
  }
  if (mood.time === 'mist' || mood.time === 'snow') {
    sheet.glow([x, area.y + depth * 0.3], reach * 0.5, '#fffdf2', 0.55);
  }
}

/** Clouds with flat feet and heaped tops, thinner towards the horizon. */
function drawClouds(outside: Outside): void {
  const { sheet, area, mood, random } = outside;
  const depth = area.horizonY - area.y;
  const counts: Record<Mood['time'], number> = {
    dawn: 6,
    morning: 5,
    noon: 5,
    golden: 6,
    dusk: 6,
    night: 3,
    rain: 9,
    snow: 5,
    mist: 4,
  };
  for (let index = 0; index < counts[mood.time]; index += 1) {
    const rise = random.between(0.1, 0.9);
    const width = area.width * random.between(0.16, 0.4) * (0.5 + (1 - rise) * 0.7);
    const height = Math.min(width * 0.3, depth * 0.22) * (1.15 - rise * 0.75);
    const foot: Point = [area.x + random.between(-0.1, 1.1) * area.width - width / 2, area.y + depth * rise];
    drawCloud(sheet, foot, [width, height], mood, random);
  }
}

function drawCloud(sheet: Sheet, [x, y]: Point, [width, height]: Point, mood: Mood, random: Random): void {
  const sky = mix(mood.sky[1], mood.sky[2], 0.5);
  const bright = mix(mood.cloud, sky, 0.1);
  const tip: Point = [0, y - height * 1.2];
  const heaps = random.integer(5, 8);
  const sizes = [random.between(0.75, 1), random.between(0.9, 1.25), random.between(0.7, 0.95), 1.15];
  const layer = (shrink: number, fill: Paint): void => {
    let data = capsule([x - width * 0.1, y - height * 0.16], [width * 1.2, height * 0.16]);
    for (let heap = 0; heap < heaps; heap += 1) {
      const along = (heap + 0.5) / heaps;
      const dome = Math.sin(along * Math.PI) ** 0.8;
      const radius = height * (0.24 + 0.36 * dome) * (sizes[heap % sizes.length] ?? 1) * shrink;
      data += disk([x + along * width, y - height * 0.1 - dome * height * 0.3], radius);
    }
    sheet.path(data, fill);
  };
  layer(
    1,
    sheet.linearAt(
      [
        [0, bright, 0.95],
        [0.6, mix(bright, sky, 0.35), 0.8],
        [1, sky, 0],
      ],
      tip,
      [0, y],
    ),
  );
  const light = lift(mix(bright, '#ffffff', 0.3), 0.02);
  sheet.group({ transform: `translate(${(-height * 0.05).toFixed(1)} ${(-height * 0.08).toFixed(1)})` }, () =>
    layer(
      0.74,
      sheet.linearAt(
        [
          [0, light, 0.8],
          [0.55, light, 0.2],
          [0.8, light, 0],
        ],
        tip,
        [0, y],
      ),
    ),
  );
}

/** A full circle as path data, so that many join into one shape without seams. */
function disk([x, y]: Point, radius: number): string {
  const r = radius.toFixed(1);
  return `M${(x - radius).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 1 ${(radius * 2).toFixed(1)} 0a${r} ${r} 0 1 1 ${(-radius * 2).toFixed(1)} 0Z`;
}

function capsule([x, y]: Point, [width, height]: Point): string {
  const r = (height / 2).toFixed(1);
  const length = width - height;
  return `M${(x + height / 2).toFixed(1)} ${y.toFixed(1)}h${length.toFixed(1)}a${r} ${r} 0 0 1 0 ${height.toFixed(1)}h${(-length).toFixed(1)}a${r} ${r} 0 0 1 0 ${(-height).toFixed(1)}Z`;
}
