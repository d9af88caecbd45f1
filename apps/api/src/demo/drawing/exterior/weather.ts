import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import type { Landscape } from '../backdrop/land.js';
import { leafage, leafOutline, SEASON_LEAVES } from '../nature/foliage.js';

/** What moves in the air before everything else: rain, snow, mist, petals, leaves, rays. */
export function drawWeather(land: Landscape): void {
  const { mood, season } = land;
  if (mood.time === 'rain') drawRain(land);
  else if (mood.time === 'snow') drawSnow(land);
  else {
    if (mood.time === 'mist') drawMist(land);
    if (mood.sunshine > 0.5) drawRays(land);
    if (season === 'spring') drawDrifting(land, '#ffd3de', 34);
    if (season === 'autumn') drawDrifting(land, '#e39a3c', 20);
  }
}

function drawRain({ sheet, random }: Landscape): void {
  let near = '';
  let far = '';
  for (let index = 0; index < 240; index += 1) {
    const [x, y] = [random.next() * 1700 - 50, random.next() * 1000];
    const length = random.between(16, 46);
    const drop = `M${x.toFixed(0)} ${y.toFixed(0)}l${(-length * 0.16).toFixed(1)} ${length.toFixed(1)}`;
    if (random.chance(0.3)) near += drop;
    else far += drop;
  }
  sheet.stroke(far, '#dfe8ee', 1.2, { opacity: 0.32 });
  sheet.stroke(near, '#f2f7fa', 2, { opacity: 0.36 });
}

function drawSnow({ sheet, random }: Landscape): void {
  for (let index = 0; index < 190; index += 1) {
    const near = random.next() ** 3;
    const spot: Point = [random.next() * sheet.width, random.next() * sheet.height];
    sheet.circle(spot, 1.6 + near * 7, '#ffffff', { opacity: Math.round((0.85 - near * 0.35) * 100) / 100 });
  }
}

function drawMist({ sheet, mood, random }: Landscape): void {
  for (let index = 0; index < 6; index += 1) {
    const centre: Point = [random.next() * sheet.width, random.between(0.42, 0.86) * sheet.height];
    sheet.glow(centre, random.between(420, 760), lift(mood.haze, 0.06), 0.5, 0.16);
  }
}

function drawRays({ sheet, mood }: Landscape): void {
  const light = mix(mood.outdoors.key, '#fff3d2', 0.5);
  for (const [x, width, strength] of [
    [-260, 190, 0.13],
    [60, 110, 0.08],
    [330, 240, 0.1],
  ] as const) {
    const fill = sheet.linear(
      [
        [0, light, strength * mood.sunshine],
        [0.75, light, 0],
      ],
      70,
    );
    sheet.polygon(
      [
        [x, -20],
        [x + width, -20],
        [x + width + 640, sheet.height],
        [x + 420, sheet.height],
      ],
      fill,
    );
  }
}

function drawDrifting({ sheet, random, mood }: Landscape, color: Color, count: number): void {
  let data = '';
  for (let index = 0; index < count; index += 1) {
    const spot: Point = [random.next() * sheet.width, random.next() * sheet.height];
    data += leafOutline(spot, random.between(7, 15), random.next() * Math.PI * 2, 0.7);
  }
  sheet.path(data, mix(color, mood.outdoors.ambient, 0.15), { opacity: 0.9 });
}

/** A branch hanging into an upper corner, near the eye and so out of focus. */
export function drawFramingBranch(land: Landscape, side: 'left' | 'right'): void {
  const { sheet, random, mood, season } = land;
  const color = season === 'winter' ? '#55705c' : random.pick(SEASON_LEAVES[season]);
  const tones = leafage(color, mood);
  const dark = lift(mix(tones.dark, mood.outdoors.ambient, 0.15), -0.05);
  const flip = side === 'left' ? {} : { transform: `translate(${sheet.width} 0) scale(-1 1)` };
  sheet.group(flip, () => {
    for (const [drop, reach] of [
      [30, 430],
      [150, 300],
      [-10, 560],
    ] as const) {
      const tip: Point = [reach, drop + 130];
      const spine: Point[] = [[-40, drop - 60], [reach * 0.5, drop + 24], tip];
      sheet.stroke(curve(spine), lift(dark, -0.08), 7);
      let [back, front] = ['', ''];
      for (let leaf = 0; leaf < 26; leaf += 1) {
        const t = leaf / 25;
        const spot: Point = [-40 + (tip[0] + 40) * t, drop - 60 + 190 * t ** 1.15 + random.between(-14, 14)];
        const outline = leafOutline(spot, random.between(48, 84), random.between(0.1, 2.2), 0.5);
        if (random.chance(0.55)) back += outline;
        else front += outline;
      }
      sheet.path(back, dark);
      sheet.path(front, mix(tones.dark, tones.body, 0.5));
    }
  });
}
