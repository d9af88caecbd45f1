import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix, under } from '../kit/color.js';
import type { Random } from '../kit/random.js';
import { curve, type Point } from '../kit/sheet.js';
import { type Stage, turned } from '../kit/solids.js';
import { leafOutline } from '../nature/foliage.js';
import { drawFloorShade } from '../room/room.js';

export type PlantKind = 'monstera' | 'ficus' | 'snake' | 'palm' | 'olive' | 'pampas' | 'fern';

interface Greens {
  dark: Color;
  body: Color;
  light: Color;
}

function greensOf(stage: Stage, color: Color): Greens {
  const shade = under(color, stage.light.ambient);
  const sun = under(color, stage.light.key);
  return { dark: lift(shade, -0.07), body: mix(shade, sun, 0.5), light: lift(sun, 0.02) };
}

const HUES: Readonly<Record<PlantKind, Color>> = {
  monstera: '#3f7d4f',
  ficus: '#4f8a4c',
  snake: '#5f8f5f',
  palm: '#5a9455',
  olive: '#8a9a6c',
  pampas: '#dcc096',
  fern: '#6aa04f',
};

/** A plant in a pot on the floor, `height` metres to its tip, pot included. */
export function drawPlant(stage: Stage, kind: PlantKind, height: number, pot: Color, random: Random): void {
  const potHeight = Math.min(0.42, height * 0.3);
  drawFloorShade(stage, [potHeight * 0.8, 0, potHeight * 0.8], 0.32);
  const greens = greensOf(stage, HUES[kind]);
  const at: Vec3 = [0, potHeight * 0.95, 0];
  const root = stage.camera.project(at);
  const size = (height - potHeight) * stage.camera.scaleAt(at);
  turned(
    stage,
    [0, 0, 0],
    [
      [potHeight * 0.36, 0],
      [potHeight * 0.5, potHeight * 0.92],
      [potHeight * 0.53, potHeight],
    ],
    pot,
    { gloss: 0.3 },
  );
  GROW[kind](stage, root, size, greens, random);
}

/** A small plant on a table or shelf. */
export function drawPottedSprig(stage: Stage, at: Vec3, size: number, pot: Color, random: Random): void {
  const [x, y, z] = at;
  const greens = greensOf(stage, random.pick([HUES.fern, HUES.ficus, HUES.olive]));
  GROW.fern(
    stage,
    stage.camera.project([x, y + size * 0.32, z]),
    size * 0.66 * stage.camera.scaleAt(at),
    greens,
    random,
  );
  turned(
    stage,
    at,
    [
      [size * 0.16, 0],
      [size * 0.22, size * 0.34],
    ],
    pot,
  );
}

type Grow = (stage: Stage, root: Point, size: number, greens: Greens, random: Random) => void;

const GROW: Readonly<Record<PlantKind, Grow>> = {
  monstera: growMonstera,
  ficus: (stage, root, size, greens, random) =>
    growBranches(stage, root, size, greens, random, { leaf: 0.15, breadth: 0.62, count: 64 }),
  olive: (stage, root, size, greens, random) =>
    growBranches(stage, root, size, greens, random, { leaf: 0.085, breadth: 0.3, count: 130 }),
  snake: growSnake,
  palm: (stage, root, size, greens, random) => growFronds(stage, root, size, greens, random, 11, 17),
  fern: (stage, root, size, greens, random) => growFronds(stage, root, size, greens, random, 13, 11),
  pampas: growPampas,
};

function growMonstera({ sheet }: Stage, root: Point, size: number, greens: Greens, random: Random): void {
  const leaves = Array.from({ length: 13 }, (_, index) => {
    const lean = (index / 12 - 0.5) * 2 + random.between(-0.12, 0.12);
    const rise = (1 - Math.abs(lean) * 0.62) * random.between(0.62, 1);
    return { tip: [root[0] + lean * size * 0.5, root[1] - rise * size * 0.86] as Point, lean };
  }).sort((a, b) => a.tip[1] - b.tip[1]);
  for (const { tip, lean } of leaves) {
    sheet.stroke(
      `M${root[0].toFixed(1)} ${root[1].toFixed(1)}Q${(root[0] + lean * size * 0.1).toFixed(1)} ${((root[1] + tip[1]) / 2).toFixed(1)} ${tip[0].toFixed(1)} ${tip[1].toFixed(1)}`,
      greens.dark,
      Math.max(1.2, size * 0.014),
    );
  }
  leaves.forEach(({ tip, lean }, index) => {
    const tone = index % 3 === 0 ? greens.dark : index % 3 === 1 ? greens.body : mix(greens.body, greens.light, 0.6);
    drawMonsteraLeaf(sheet, tip, size * random.between(0.16, 0.22), Math.PI / 2 - lean * 1.1, tone);
  });
}

function drawMonsteraLeaf(sheet: Stage['sheet'], stem: Point, size: number, angle: number, color: Color): void {
  const side = (sign: number): Point[] =>
    (
      [
        [0.02, 0.18],
        [-0.16, 0.5],
        [0.1, 0.78],
        [0.3, 0.52],
        [0.42, 0.84],
        [0.6, 0.5],
        [0.72, 0.72],
        [0.86, 0.36],
      ] as const
    ).map(([x, y]): Point => [x, y * sign]);
  const local: Point[] = [[0, 0], ...side(1), [1.15, 0], ...side(-1).toReversed()];
  const points = local.map(([x, y]): Point => [
    stem[0] + (x * Math.cos(angle) - y * Math.sin(angle)) * size,
    stem[1] + (x * Math.sin(angle) + y * Math.cos(angle)) * size,
  ]);
  sheet.path(curve(points, true), sheet.shaded(lift(color, 0.05), lift(color, -0.05), 40));
  const tip: Point = [stem[0] + Math.cos(angle) * size, stem[1] + Math.sin(angle) * size];
  sheet.stroke(
    `M${stem.map((v) => v.toFixed(1)).join(' ')}L${tip.map((v) => v.toFixed(1)).join(' ')}`,
    lift(color, 0.11),
    Math.max(1, size * 0.035),
    { opacity: 0.8 },
  );
}

function growBranches(
  { sheet }: Stage,
  root: Point,
  size: number,
  greens: Greens,
  random: Random,
  style: { leaf: number; breadth: number; count: number },
): void {
  const bark = mix('#7a5a45', greens.dark, 0.35);
  const fork: Point = [root[0] + random.between(-0.04, 0.04) * size, root[1] - size * 0.36];
  sheet.stroke(curve([root, [root[0] + size * 0.02, root[1] - size * 0.2], fork]), bark, Math.max(1.5, size * 0.026));
  const tips = Array.from({ length: 7 }, (_, index): Point => {
    const lean = (index / 6 - 0.5) * 2;
    return [fork[0] + lean * size * 0.34, fork[1] - size * (0.56 - Math.abs(lean) * 0.2) * random.between(0.8, 1.1)];
  });
  for (const tip of tips)
    sheet.stroke(
      curve([fork, [(fork[0] * 1.4 + tip[0] * 0.6) / 2, (fork[1] + tip[1]) / 2], tip]),
      bark,
      Math.max(1, size * 0.012),
    );
  const data = { dark: '', body: '', light: '' };
  for (let leaf = 0; leaf < style.count; leaf += 1) {
    const tip = random.pick(tips);
    const t = random.between(0.35, 1.05);
    const spot: Point = [
      fork[0] + (tip[0] - fork[0]) * t + random.between(-0.05, 0.05) * size,
      fork[1] + (tip[1] - fork[1]) * t + random.between(-0.05, 0.05) * size,
    ];
    const tone = leaf < style.count * 0.4 ? 'dark' : leaf < style.count * 0.75 ? 'body' : 'light';
    data[tone] += leafOutline(
      spot,
      size * style.leaf * random.between(0.7, 1.1),
      random.between(-0.6, Math.PI + 0.6),
      style.breadth,
    );
  }
  sheet.path(data.dark, greens.dark);
  sheet.path(data.body, greens.body);
  sheet.path(data.light, mix(greens.body, greens.light, 0.7));
}

function growSnake({ sheet }: Stage, root: Point, size: number, greens: Greens, random: Random): void {
  for (let blade = 0; blade < 9; blade += 1) {
    const lean = (((blade * 4) % 9) / 8 - 0.5) * 0.62;
    const length = size * random.between(0.66, 1);
    const angle = -Math.PI / 2 + lean;
    const foot: Point = [root[0] + lean * size * 0.16, root[1]];
    sheet.path(leafOutline(foot, length, angle, 0.17), mix(greens.light, '#e3d98c', 0.4));
    sheet.path(leafOutline(foot, length * 0.97, angle, 0.115), blade % 2 === 0 ? greens.dark : greens.body);
  }
}

function growFronds(
  { sheet }: Stage,
  root: Point,
  size: number,
  greens: Greens,
  random: Random,
  fronds: number,
  leaflets: number,
): void {
  for (let frond = 0; frond < fronds; frond += 1) {
    const lean = (((frond * 5) % fronds) / (fronds - 1) - 0.5) * 2;
    const top: Point = [
      root[0] + lean * size * 0.34,
      root[1] - size * (0.95 - Math.abs(lean) * 0.3) * random.between(0.86, 1.02),
    ];
    const tip: Point = [top[0] + lean * size * 0.26, top[1] + Math.abs(lean) * size * 0.26];
    const at = (t: number): Point => [
      (1 - t) ** 2 * root[0] + 2 * (1 - t) * t * top[0] + t * t * tip[0],
      (1 - t) ** 2 * root[1] + 2 * (1 - t) * t * top[1] + t * t * tip[1],
    ];
    let data = '';
    for (let leaflet = 3; leaflet <= leaflets; leaflet += 1) {
      const t = leaflet / leaflets;
      const [spot, next] = [at(t), at(Math.min(1, t + 0.02))];
      const heading = Math.atan2(next[1] - spot[1], next[0] - spot[0] + 0.001);
      const length = size * 0.21 * Math.sin(Math.min(1, t * 0.9 + 0.12) * Math.PI) + size * 0.03;
      for (const side of [-1, 1]) data += leafOutline(spot, length, heading + side * 0.75, 0.24);
    }
    const tone = frond % 3 === 0 ? greens.dark : frond % 3 === 1 ? greens.body : mix(greens.body, greens.light, 0.55);
    sheet.stroke(
      `M${root.map((v) => v.toFixed(1)).join(' ')}Q${top.map((v) => v.toFixed(1)).join(' ')} ${tip.map((v) => v.toFixed(1)).join(' ')}`,
      greens.dark,
      Math.max(1, size * 0.01),
    );
    sheet.path(data, tone);
  }
}

function growPampas({ sheet }: Stage, root: Point, size: number, greens: Greens, random: Random): void {
  for (let plume = 0; plume < 9; plume += 1) {
    const lean = (((plume * 4) % 9) / 8 - 0.5) * 0.8;
    const tip: Point = [root[0] + lean * size * 0.7, root[1] - size * random.between(0.8, 1)];
    const neck: Point = [root[0] + lean * size * 0.3, root[1] - size * 0.5];
    sheet.stroke(curve([root, neck]), greens.dark, Math.max(1, size * 0.01));
    const heading = Math.atan2(tip[1] - neck[1], tip[0] - neck[0]);
    sheet.path(
      leafOutline(neck, Math.hypot(tip[0] - neck[0], tip[1] - neck[1]) * 1.1, heading, 0.34),
      plume % 2 === 0 ? greens.body : greens.light,
      { opacity: 0.92 },
    );
    sheet.path(leafOutline(neck, size * 0.44, heading + 0.06, 0.12), greens.light, { opacity: 0.8 });
  }
}

/** Trailing leaves from a pot that hangs at `at`. */
export function drawHangingPlant(stage: Stage, at: Vec3, ceiling: number, pot: Color, random: Random): void {
  const { sheet, camera } = stage;
  const scale = camera.scaleAt(at);
  const greens = greensOf(stage, '#6a9a58');
  const top = camera.project([at[0], ceiling, at[2]]);
  const [x, y] = camera.project([at[0], at[1] + 0.16, at[2]]);
  const r = 0.13 * scale;
  sheet.stroke(`M${top.join(' ')}L${x - r} ${y}M${top.join(' ')}L${x + r} ${y}`, '#c9b48f', Math.max(1, 0.008 * scale));
  turned(
    stage,
    at,
    [
      [0.07, 0],
      [0.13, 0.1],
      [0.14, 0.16],
    ],
    pot,
  );
  const data = { dark: '', body: '', light: '' };
  for (let vine = 0; vine < 9; vine += 1) {
    const startX = x + (vine / 8 - 0.5) * 2 * r;
    const length = scale * random.between(0.25, 0.8);
    for (let leaf = 0; leaf < length / (0.055 * scale); leaf += 1) {
      const drop = leaf * 0.055 * scale;
      const sway = Math.sin(leaf * 0.7 + vine) * 0.03 * scale + (vine / 8 - 0.5) * drop * 0.35;
      const tone = (leaf + vine) % 3 === 0 ? 'light' : (leaf + vine) % 3 === 1 ? 'body' : 'dark';
      data[tone] += leafOutline(
        [startX + sway, y - 0.05 * scale + drop],
        0.085 * scale,
        Math.PI / 2 + (leaf % 2 === 0 ? 0.9 : -0.9),
        0.75,
      );
    }
  }
  sheet.path(data.dark, greens.dark);
  sheet.path(data.body, greens.body);
  sheet.path(data.light, mix(greens.body, greens.light, 0.6));
}
