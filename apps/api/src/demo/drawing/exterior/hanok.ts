import { lift, mix } from '../kit/color.js';
import { type Point, rectangle } from '../kit/sheet.js';
import { drawShadeBelow, drawWall, type Elevation, type Frame, outdoors } from './elevation.js';
import { drawGlazing } from './glazing.js';
import { drawSign } from './street.js';

const BAYS = 5;

/** Which bays are glass; the others have paper windows. */
const FRONTS: readonly (readonly boolean[])[] = [
  [false, true, true, true, false],
  [true, true, true, false, false],
  [false, false, true, true, true],
  [true, true, true, true, false],
  [true, true, true, true, true],
];

/** A tiled-roof house: stone terrace, posts and plaster, glass in the middle bays, paper lattice at the sides. */
export function drawHanok(elevation: Elevation): void {
  const { sheet, groundY, palette, random } = elevation;
  const frame: Frame = { x: 300, y: groundY - 352, width: 1000, height: 300 };
  drawTerrace(elevation, frame);
  drawWall(elevation, frame, palette.wall);
  const bay = frame.width / BAYS;
  const glass = random.pick(FRONTS);
  for (let index = 0; index < BAYS; index += 1) {
    const inner: Frame = { x: frame.x + bay * index + 14, y: frame.y + 66, width: bay - 28, height: frame.height - 78 };
    if (glass[index] !== true) drawLatticeWindow(elevation, inner);
    else
      drawGlazing(
        elevation,
        { ...inner, height: inner.height + 12 },
        {
          columns: 2,
          rows: index === 2 ? 2 : 3,
          frame: 9,
          frameColor: palette.wood,
          room: index === 2 ? 'empty' : true,
        },
      );
  }
  drawPosts(elevation, frame, bay);
  drawShadeBelow(elevation, { ...frame, height: 150 }, 0.5);
  drawRafters(elevation, frame);
  drawGiwaRoof(elevation, [frame.x + frame.width / 2, frame.y - 22], 1270, 250);
  if (random.chance(0.6)) drawLanterns(elevation, frame);
  drawPlaque(elevation, [frame.x + frame.width / 2, frame.y + 34]);
  sheet.rect(frame.x - 20, groundY - 54, frame.width + 40, 8, lift(outdoors(elevation, palette.wood, 0.8), 0.02));
}

function drawTerrace(elevation: Elevation, frame: Frame): void {
  const { sheet, groundY, random } = elevation;
  const stone = outdoors(elevation, '#b8afa3', 0.6);
  const top = groundY - 54;
  sheet.rect(frame.x - 60, top, frame.width + 120, 56, sheet.shaded(lift(stone, 0.03), lift(stone, -0.08)));
  let joints = '';
  for (let x = frame.x - 60; x < frame.x + frame.width + 60; x += random.between(70, 120))
    joints += `M${x.toFixed(0)} ${top}v54`;
  sheet.stroke(`${joints}M${frame.x - 60} ${top + 27}h${frame.width + 120}`, lift(stone, -0.13), 2, { opacity: 0.7 });
  sheet.rect(frame.x - 66, top - 7, frame.width + 132, 11, lift(stone, 0.06));
  for (const step of [0, 1]) {
    const y = groundY - 30 + step * 16;
    sheet.rect(700 - step * 18, y, 200 + step * 36, 18, lift(stone, 0.05 - step * 0.03));
    sheet.rect(700 - step * 18, y + 14, 200 + step * 36, 4, lift(stone, -0.14));
  }
}

function drawLatticeWindow(elevation: Elevation, { x, y, width, height }: Frame): void {
  const { sheet, mood, palette } = elevation;
  const paper = mix(outdoors(elevation, '#f4e8d0', 0.7), '#ffe0a2', mood.lamps * 0.85);
  const wood = outdoors(elevation, palette.wood, 0.55);
  const sill = y + height * 0.66;
  const fill = sheet.radialAt(
    [
      [0, lift(paper, 0.03)],
      [1, lift(paper, -0.08)],
    ],
    [x + width / 2, y + height * 0.35],
    width * 0.8,
  );
  sheet.rect(x, y, width, sill - y, fill);
  let bars = '';
  for (let column = 1; column < 8; column += 1) bars += `M${x + (width * column) / 8} ${y}V${sill}`;
  for (const share of [0.07, 0.14, 0.21, 0.44, 0.51, 0.58, 0.81, 0.88, 0.95])
    bars += `M${x} ${y + (sill - y) * share}h${width}`;
  sheet.stroke(bars, wood, 2.6);
  sheet.path(`${rectangle(x, y, width / 2, sill - y)}${rectangle(x + width / 2, y, width / 2, sill - y)}`, 'none', {
    stroke: wood,
    strokeWidth: 7,
  });
  sheet.rect(x - 14, sill + 6, width + 28, 9, wood);
  sheet.rect(x - 14, y - 14, width + 28, 8, wood);
}

function drawPosts(elevation: Elevation, frame: Frame, bay: number): void {
  const { sheet, palette } = elevation;
  const wood = outdoors(elevation, palette.wood, 0.7);
  const stone = outdoors(elevation, '#c2bab0', 0.6);
  const grain = sheet.linear(
    [
      [0, lift(wood, -0.02)],
      [0.3, lift(wood, 0.05)],
      [1, lift(wood, -0.1)],
    ],
    0,
  );
  for (let post = 0; post <= BAYS; post += 1) {
    const x = frame.x + bay * post;
    sheet.rect(x - 12, frame.y, 24, frame.height, grain);
    sheet.polygon(
      [
        [x - 20, frame.y + frame.height],
        [x - 16, frame.y + frame.height - 16],
        [x + 16, frame.y + frame.height - 16],
        [x + 20, frame.y + frame.height],
      ],
      stone,
    );
  }
  sheet.rect(frame.x - 12, frame.y + 44, frame.width + 24, 12, lift(wood, -0.03));
  sheet.rect(frame.x - 12, frame.y - 10, frame.width + 24, 24, sheet.shaded(lift(wood, 0.03), lift(wood, -0.08)));
}

/** Round rafter ends under the eaves, following their curve. */
function drawRafters(elevation: Elevation, frame: Frame): void {
  const { sheet, palette } = elevation;
  const wood = outdoors(elevation, palette.wood, 0.35);
  const end = outdoors(elevation, '#d9b88c', 0.55);
  const middle = frame.x + frame.width / 2;
  for (let index = -29; index <= 29; index += 1) {
    const x = middle + index * 20.6;
    const y = frame.y - 6 - Math.abs(index / 29) ** 3 * 44;
    sheet.rect(x - 5.5, y - 26, 11, 30, wood);
    sheet.circle([x, y + 4], 6.6, end, { stroke: wood, strokeWidth: 1.4 });
  }
}

/** The roof of curved tiles, drawn rib by rib between its ridge and its rising eaves; `at` is the eaves' middle. */
function drawGiwaRoof(elevation: Elevation, [x, y]: Point, width: number, height: number): void {
  const { sheet, palette, mood } = elevation;
  const half = width / 2;
  const eaves = (t: number): Point => [x + t * half, y - Math.abs(t) ** 2.6 * height * 0.26];
  const ridge = (t: number): Point => [x + t * half * 0.66, y - height + t * t * -height * 0.05];
  const steps = Array.from({ length: 41 }, (_, index) => (index - 20) / 20);
  const tile = outdoors(elevation, palette.roof, 0.55);
  const outline = [...steps.map(eaves), ...steps.map(ridge).toReversed()];
  sheet.polygon(
    outline,
    sheet.linear([
      [0, lift(tile, 0.09)],
      [0.55, tile],
      [1, lift(tile, -0.07)],
    ]),
  );
  let ribs = '';
  let gutters = '';
  let ends = '';
  const count = 62;
  for (let rib = 0; rib <= count; rib += 1) {
    const t = (rib / count) * 2 - 1;
    const [top, foot] = [ridge(t), eaves(t)];
    const bend: Point = [top[0] + (foot[0] - top[0]) * 0.42, top[1] + (foot[1] - top[1]) * 0.62];
    const line = `M${top[0].toFixed(1)} ${top[1].toFixed(1)}Q${bend[0].toFixed(1)} ${bend[1].toFixed(1)} ${foot[0].toFixed(1)} ${foot[1].toFixed(1)}`;
    ribs += line;
    gutters += `M${(top[0] + 5).toFixed(1)} ${top[1].toFixed(1)}Q${(bend[0] + 6).toFixed(1)} ${bend[1].toFixed(1)} ${(foot[0] + 7).toFixed(1)} ${(foot[1] + 1).toFixed(1)}`;
    ends += `M${(foot[0] - 7).toFixed(1)} ${foot[1].toFixed(1)}a7 7 0 1 1 14 0a7 7 0 1 1 -14 0Z`;
  }
  sheet.stroke(gutters, lift(tile, -0.13), 6, { opacity: 0.85 });
  sheet.stroke(ribs, lift(tile, 0.07), 5.4);
  sheet.path(ends, lift(tile, 0.03), { stroke: lift(tile, -0.16), strokeWidth: 2 });
  if (mood.time === 'snow') drawRoofSnow(elevation, steps.map(ridge), steps.map(eaves));
  drawRidgeCourse(elevation, steps.map(ridge), tile);
}

function drawRidgeCourse({ sheet, mood }: Elevation, line: readonly Point[], tile: string): void {
  const band = (top: number, bottom: number): Point[] => [
    ...line.map(([x, y]): Point => [x, y - top]),
    ...line.map(([x, y]): Point => [x, y - bottom]).toReversed(),
  ];
  sheet.polygon(band(34, -6), lift(tile, -0.06));
  sheet.polygon(band(10, 4), '#e9e2d6', { opacity: 0.75 });
  sheet.polygon(band(24, 20), '#e9e2d6', { opacity: 0.6 });
  sheet.polygon(band(42, 31), mood.time === 'snow' ? '#f6f8fc' : lift(tile, 0.06));
  for (const end of [line[0], line[line.length - 1]]) {
    if (end !== undefined) sheet.pill([end[0] - 15, end[1] - 54], [30, 58], 8, lift(tile, -0.03));
  }
}

function drawRoofSnow({ sheet }: Elevation, ridge: readonly Point[], eaves: readonly Point[]): void {
  const lower = eaves.map(([x, y], index): Point => {
    const top = ridge[index] ?? [x, y];
    const share = 0.8 + 0.09 * Math.sin(index * 1.9);
    return [top[0] + (x - top[0]) * share, top[1] + (y - top[1]) * share];
  });
  sheet.polygon([...ridge, ...lower.toReversed()], sheet.shaded('#fbfcff', '#dbe4f2'), { opacity: 0.93 });
}

/** The name board under the eaves, with the emblem in place of letters. */
function drawPlaque(elevation: Elevation, [x, y]: Point): void {
  const { sheet, palette } = elevation;
  const wood = outdoors(elevation, mix(palette.wood, '#3c2a22', 0.5), 0.7);
  sheet.pill([x - 92, y - 34], [184, 68], 5, lift(wood, -0.05));
  sheet.pill([x - 85, y - 28], [170, 56], 4, sheet.shaded(lift(wood, 0.06), wood));
  drawSign(elevation, [x, y], 26, '#f1e4c8', '#4b352a');
  for (const side of [-1, 1])
    sheet.stroke(`M${x + side * 44} ${y - 7}h${side * 26}M${x + side * 44} ${y + 6}h${side * 18}`, '#e8cf9a', 3, {
      opacity: 0.8,
    });
}

/** Silk lanterns, red over blue, hanging from the eaves. */
function drawLanterns({ sheet, mood }: Elevation, frame: Frame): void {
  for (const across of [0.2, 0.4, 0.6, 0.8]) {
    const [x, y] = [frame.x + frame.width * across, frame.y + 62];
    sheet.stroke(`M${x} ${frame.y}V${y}`, '#3b2b24', 2.4);
    if (mood.lamps > 0.4) sheet.glow([x, y + 26], 92, '#ffd58a', mood.lamps * 0.5);
    const warm = mood.lamps * 0.45;
    sheet.pill([x - 15, y], [30, 28], 9, sheet.shaded(mix('#c8433a', '#ffd08a', warm), '#b5362f'));
    sheet.pill([x - 15, y + 24], [30, 28], 9, sheet.shaded(mix('#34608c', '#ffe0a8', warm), '#2c4f78'));
    sheet.rect(x - 17, y - 3, 34, 5, '#3b2b24');
    sheet.stroke(`M${x} ${y + 52}v16`, '#c8433a', 3);
  }
}
