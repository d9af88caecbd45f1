import { type Color, lift, under } from '../kit/color.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { drawFir, drawPine } from './conifers.js';
import { drawCrown, leafage, leafOutline, puff, SEASON_LEAVES } from './foliage.js';
import { barkOf, drawTrunk, type Grove } from './grove.js';

export type TreeKind =
  | 'broadleaf'
  | 'pine'
  | 'cherry'
  | 'ginkgo'
  | 'maple'
  | 'persimmon'
  | 'tangerine'
  | 'camellia'
  | 'birch'
  | 'palm'
  | 'bare'
  | 'fir';

/** A tree that stands at `foot` and is `height` pixels tall. */
export function drawTree(grove: Grove, kind: TreeKind, foot: Point, height: number): void {
  TREES[kind](grove, foot, height);
}

type Drawer = (grove: Grove, foot: Point, height: number) => void;

const TREES: Readonly<Record<TreeKind, Drawer>> = {
  broadleaf: (grove, foot, height) => drawLeafy(grove, foot, height, grove.random.pick(SEASON_LEAVES[grove.season])),
  cherry: (grove, foot, height) => drawLeafy(grove, foot, height, '#f6bccb', { spread: 1.2, petals: '#ffe3ea' }),
  ginkgo: (grove, foot, height) => drawLeafy(grove, foot, height, '#efbf3c', { spread: 0.78 }),
  maple: (grove, foot, height) => drawLeafy(grove, foot, height, '#c9462f', { spread: 1.08 }),
  persimmon: (grove, foot, height) =>
    drawLeafy(grove, foot, height, '#a08a3c', { spread: 1.05, density: 0.55, fruit: '#f07f2a' }),
  tangerine: (grove, foot, height) =>
    drawLeafy(grove, foot, height, '#3f7d46', { spread: 1.15, trunk: 0.34, fruit: '#f59a23' }),
  camellia: (grove, foot, height) =>
    drawLeafy(grove, foot, height, '#2f6b4b', { spread: 0.95, trunk: 0.3, fruit: '#d93a4a' }),
  birch: (grove, foot, height) => drawBirch(grove, foot, height),
  palm: (grove, foot, height) => drawPalm(grove, foot, height),
  pine: (grove, foot, height) => drawPine(grove, foot, height),
  fir: (grove, foot, height) => drawFir(grove, foot, height),
  bare: (grove, foot, height) => drawBare(grove, foot, height),
};

interface LeafyStyle {
  spread?: number;
  density?: number;
  /** Bare trunk as a share of the height. */
  trunk?: number;
  fruit?: Color;
  petals?: Color;
}

function drawLeafy(grove: Grove, foot: Point, height: number, color: Color, style: LeafyStyle = {}): void {
  const { sheet, mood, random } = grove;
  const trunk = style.trunk ?? 0.4;
  const reach: Point = [height * 0.36 * (style.spread ?? 1), height * (1 - trunk) * 0.5];
  const centre: Point = [foot[0] + random.between(-0.03, 0.03) * height, foot[1] - height + reach[1]];
  drawTrunk(grove, foot, [centre[0], centre[1] + reach[1] * 0.2], height * 0.05);
  drawBranches(grove, [centre[0], centre[1] + reach[1] * 0.75], reach, height * 0.016);
  const tones = leafage(color, mood);
  drawCrown(sheet, centre, reach, tones, random, style.density ?? 1);
  if (style.fruit !== undefined) drawFruit(grove, centre, reach, style.fruit, height);
  if (style.petals !== undefined) drawFallen(grove, foot, reach[0] * 1.5, style.petals);
}

function drawBranches({ sheet, mood, random }: Grove, fork: Point, reach: Point, width: number): void {
  const { dark } = barkOf(mood);
  for (let index = 0; index < 6; index += 1) {
    const lean = (index / 5 - 0.5) * 1.7 + random.between(-0.1, 0.1);
    const tip: Point = [
      fork[0] + lean * reach[0],
      fork[1] - reach[1] * random.between(1, 1.5) * (1.1 - Math.abs(lean) * 0.5),
    ];
    const knee: Point = [fork[0] + lean * reach[0] * 0.35, fork[1] - reach[1] * 0.45];
    sheet.stroke(curve([fork, knee, tip]), dark, width);
  }
}

function drawFruit({ sheet, mood, random }: Grove, centre: Point, reach: Point, color: Color, height: number): void {
  const size = Math.max(2.4, height * 0.018);
  for (let index = 0; index < 24; index += 1) {
    const angle = random.next() * Math.PI * 2;
    const out = Math.sqrt(random.next()) * 0.92;
    const spot: Point = [centre[0] + Math.cos(angle) * reach[0] * out, centre[1] + Math.sin(angle) * reach[1] * out];
    const radius = size * random.between(0.8, 1.15);
    const bright = under(color, mood.outdoors.key);
    const fill = sheet.radial(
      [
        [0, lift(bright, 0.08)],
        [0.5, bright],
        [1, lift(under(color, mood.outdoors.ambient), -0.04)],
      ],
      [0.35, 0.32],
    );
    sheet.circle(spot, radius, fill);
  }
}

/** Petals or leaves on the ground around a tree. */
function drawFallen({ sheet, mood, random }: Grove, foot: Point, reach: number, color: Color): void {
  let data = '';
  for (let index = 0; index < 46; index += 1) {
    const spot: Point = [foot[0] + random.between(-1, 1) * reach, foot[1] + random.between(-4, 26)];
    data += leafOutline(spot, random.between(4, 8), random.between(-0.4, 0.4));
  }
  sheet.path(data, under(color, mood.outdoors.key), { opacity: 0.85 });
}

function drawBirch(grove: Grove, foot: Point, height: number): void {
  const { sheet, mood, random } = grove;
  const top: Point = [foot[0] + random.between(-0.03, 0.03) * height, foot[1] - height * 0.94];
  drawTrunk(grove, foot, top, height * 0.018, '#efe9df');
  let marks = '';
  for (let index = 0; index < 16; index += 1) {
    const y = foot[1] - height * random.between(0.04, 0.8);
    const x = foot[0] + (top[0] - foot[0]) * ((foot[1] - y) / height) + random.between(-0.008, 0.003) * height;
    marks += `M${x.toFixed(1)} ${y.toFixed(1)}h${(height * random.between(0.006, 0.014)).toFixed(1)}`;
  }
  sheet.stroke(marks, under('#4a4440', mood.outdoors.key), Math.max(1.4, height * 0.005));
  if (grove.season === 'winter') return;
  const tones = leafage(grove.season === 'autumn' ? '#e3b64a' : '#8fb562', mood);
  for (const [across, up, size] of [
    [-0.05, 0.62, 0.13],
    [0.07, 0.72, 0.14],
    [-0.03, 0.84, 0.13],
    [0.02, 0.95, 0.09],
  ] as const) {
    drawCrown(
      sheet,
      [foot[0] + across * height, foot[1] - up * height],
      [size * height, size * height * 0.8],
      tones,
      random,
      0.45,
    );
  }
}

function drawPalm(grove: Grove, foot: Point, height: number): void {
  const { sheet, mood, random } = grove;
  const top: Point = [foot[0] + random.between(-0.08, 0.08) * height, foot[1] - height * 0.82];
  drawTrunk(grove, foot, top, height * 0.028, '#93765a');
  const tones = leafage('#4d8a52', mood);
  for (let index = 0; index < 13; index += 1) {
    const angle = -Math.PI * (index / 12) * 1.16 + 0.25;
    const length = height * random.between(0.26, 0.34);
    const tip: Point = [top[0] + Math.cos(angle) * length, top[1] + Math.sin(angle) * length * 0.62 + length * 0.36];
    const knee: Point = [top[0] + Math.cos(angle) * length * 0.6, top[1] + Math.sin(angle) * length * 0.72];
    const under1: Point = [knee[0], knee[1] + length * 0.16];
    sheet.path(
      `${curve([top, knee, tip])}${curve([tip, under1, top]).replace('M', 'L')}Z`,
      index % 3 === 0 ? tones.dark : index % 3 === 1 ? tones.body : tones.light,
    );
  }
}

function drawBare(grove: Grove, foot: Point, height: number): void {
  const { sheet, mood, random } = grove;
  const { dark } = barkOf(mood, '#6b5a52');
  drawTrunk(grove, foot, [foot[0], foot[1] - height * 0.45], height * 0.035, '#6b5a52');
  const grow = (from: Point, angle: number, length: number, width: number): void => {
    const to: Point = [from[0] + Math.cos(angle) * length, from[1] + Math.sin(angle) * length];
    sheet.stroke(polyline([from, to], false), dark, width);
    if (length < height * 0.07) {
      if (mood.time === 'snow') sheet.path(puff(to, length * 0.3, random, 6), '#f8fafd', { opacity: 0.9 });
      return;
    }
    for (const turn of [-0.42, 0.38])
      grow(to, angle + turn + random.between(-0.12, 0.12), length * random.between(0.66, 0.78), width * 0.64);
  };
  for (const lean of [-0.5, 0, 0.5])
    grow([foot[0], foot[1] - height * 0.42], -Math.PI / 2 + lean, height * 0.2, height * 0.022);
}
