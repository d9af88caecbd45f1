import { type Color, mix } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { leafage } from './foliage.js';
import { barkOf, drawTrunk, type Grove } from './grove.js';

export function drawPine(grove: Grove, foot: Point, height: number): void {
  const { sheet, mood, random } = grove;
  const lean = random.between(-0.14, 0.14) * height;
  const top: Point = [foot[0] + lean, foot[1] - height * 0.9];
  const bark = barkOf(mood, '#8a5a42');
  const trunk: Point[] = [
    foot,
    [foot[0] - lean * 0.5, foot[1] - height * 0.35],
    [foot[0] + lean * 0.7, foot[1] - height * 0.68],
    top,
  ];
  sheet.stroke(curve(trunk), bark.dark, height * 0.045);
  sheet.stroke(curve(trunk.map(([x, y]): Point => [x - height * 0.008, y])), bark.light, height * 0.016);
  const tones = leafage(grove.season === 'winter' ? '#4c7160' : '#3f7550', mood);
  const pads: readonly (readonly [number, number, number])[] = [
    [-0.24, 0.5, 0.2],
    [0.26, 0.58, 0.19],
    [-0.2, 0.7, 0.2],
    [0.2, 0.78, 0.18],
    [-0.06, 0.9, 0.17],
    [0.02, 0.98, 0.11],
  ];
  for (const [across, up, size] of pads) {
    const centre: Point = [foot[0] + lean * up + across * height, foot[1] - up * height];
    const joint: Point = [foot[0] + lean * (up - 0.1), foot[1] - (up - 0.1) * height];
    sheet.stroke(
      curve([joint, [(joint[0] + centre[0]) / 2, centre[1] + height * 0.03], centre]),
      bark.dark,
      height * 0.016,
    );
    drawPad(grove, centre, size * height, tones.dark, [0, 0.03 * height]);
    drawPad(grove, centre, size * height * 0.95, tones.body, [0, 0]);
    drawPad(grove, centre, size * height * 0.66, tones.light, [-0.03 * height, -0.025 * height], 0.6);
    if (mood.time === 'snow') drawPad(grove, centre, size * height * 0.8, '#f6f8fc', [0, -0.03 * height], 0.95);
  }
}

/** One flat cushion of needles. */
function drawPad(
  { sheet, random }: Grove,
  centre: Point,
  reach: number,
  color: Color,
  shift: Point,
  opacity = 1,
): void {
  const points: Point[] = [];
  for (let index = 0; index <= 10; index += 1) {
    const along = index / 10;
    const dome = Math.sin(along * Math.PI) ** 0.6 * reach * 0.36 * random.between(0.85, 1.15);
    points.push([centre[0] + shift[0] + (along - 0.5) * 2 * reach * 0.9, centre[1] + shift[1] - dome]);
  }
  sheet.path(
    `${curve(points)}Q${(centre[0] + shift[0]).toFixed(1)} ${(centre[1] + shift[1] + reach * 0.16).toFixed(1)} ${points[0]?.map((v) => v.toFixed(1)).join(' ') ?? ''}Z`,
    color,
    { opacity },
  );
}

export function drawFir(grove: Grove, foot: Point, height: number): void {
  const { sheet, mood, random } = grove;
  const tones = leafage('#3d6a57', mood);
  drawTrunk(grove, foot, [foot[0], foot[1] - height * 0.2], height * 0.025);
  const tiers = 7;
  for (let tier = 0; tier < tiers; tier += 1) {
    const up = tier / tiers;
    const y = foot[1] - height * (0.1 + up * 0.82);
    const half = height * 0.235 * (1 - up) + height * 0.03;
    const drop = height * 0.14;
    const skirt: Point[] = [];
    for (let index = 0; index <= 8; index += 1) {
      const along = index / 8;
      const jag = index % 2 === 0 ? 0 : height * 0.022;
      skirt.push([
        foot[0] + (along - 0.5) * 2 * half,
        y + Math.abs(along - 0.5) * drop * 0.5 - jag + random.between(-2, 2),
      ]);
    }
    const tip: Point = [foot[0], y - drop * 1.15];
    sheet.polygon([tip, ...skirt.toReversed()], sheet.shaded(mix(tones.body, tones.light, 0.4), tones.dark, 55));
    if (mood.time === 'snow')
      sheet.polygon(
        [
          tip,
          [foot[0] + half * 0.6, y - drop * 0.12],
          [foot[0] + half * 0.15, y - drop * 0.4],
          [foot[0] - half * 0.25, y - drop * 0.16],
          [foot[0] - half * 0.62, y - drop * 0.08],
        ],
        '#f6f8fc',
        { opacity: 0.95 },
      );
  }
}
