import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Random } from '../kit/random.js';
import { ball, box, decal, disc, lit, ring, type Stage, turned, upright } from '../kit/solids.js';
import type { Palette } from '../palette.js';
import { drawFloorShade } from '../room/room.js';
import { drawBlocks } from './seats.js';

export type Filling = 'books' | 'records' | 'bread' | 'pottery';

/** A tall open case standing with its back on z = 0, its things facing the viewer. */
export function drawCase(
  stage: Stage,
  [width, height]: readonly [number, number],
  filling: Filling,
  palette: Palette,
  random: Random,
): void {
  const [half, deep] = [width / 2, 0.32];
  drawFloorShade(stage, [half * 1.05, 0, 0.3]);
  const back = lit(stage.light, lift(palette.wood, -0.16), [0, 0, -1]);
  decal(stage, upright([-half, half], [0, height], -0.01), back);
  const shelves = Math.max(3, Math.round(height / STEP[filling]));
  const step = (height - 0.08) / shelves;
  for (let shelf = 0; shelf < shelves; shelf += 1) {
    const y = 0.06 + shelf * step;
    decal(
      stage,
      upright([-half, half], [y + step * 0.55, y + step], -0.012),
      stage.sheet.linear([
        [0, '#150c08', 0.4],
        [1, '#150c08', 0],
      ]),
    );
    box(stage, [-half, y, -deep], [width, 0.03, deep], palette.wood);
    const bays = Math.max(1, Math.round(width / 0.9));
    for (let bay = 0; bay < bays; bay += 1) {
      const from = -half + 0.03 + (bay * width) / bays;
      FILL[filling](stage, [from, y + 0.03, -deep], [width / bays - 0.06, step - 0.05, deep - 0.05], palette, random);
      if (bay > 0) box(stage, [from - 0.04, 0.06, -deep], [0.03, height - 0.06, deep], palette.wood);
    }
  }
  drawBlocks(stage, [
    [[-half - 0.03, 0, -deep - 0.01], [0.04, height, deep], palette.wood],
    [[half - 0.01, 0, -deep - 0.01], [0.04, height, deep], palette.wood],
    [[-half - 0.04, height - 0.02, -deep - 0.02], [width + 0.08, 0.05, deep + 0.02], palette.wood],
  ]);
}

const STEP: Readonly<Record<Filling, number>> = { books: 0.36, records: 0.42, bread: 0.34, pottery: 0.4 };

type Fill = (stage: Stage, at: Vec3, room: Vec3, palette: Palette, random: Random) => void;

const FILL: Readonly<Record<Filling, Fill>> = {
  books: fillBooks,
  records: fillRecords,
  bread: fillBread,
  pottery: fillPottery,
};

const SPINES: readonly Color[] = [
  '#8f4a3c',
  '#3f5d5a',
  '#c9a66b',
  '#e7dcc6',
  '#5b5470',
  '#7d8a5c',
  '#b8703f',
  '#34495e',
  '#d7b9a0',
  '#a04a52',
];

function fillBooks(stage: Stage, [x, y, z]: Vec3, [width, height]: Vec3, palette: Palette, random: Random): void {
  let along = 0;
  while (along < width - 0.05) {
    const thick = random.between(0.022, 0.05);
    const tall = height * random.between(0.58, 0.86);
    const color = random.chance(0.14) ? palette.accent : random.pick(SPINES);
    if (random.chance(0.1) && along < width - 0.22) {
      for (let pile = 0; pile < 3; pile += 1)
        box(stage, [x + along, y + pile * 0.035, z + 0.06], [0.18, 0.032, 0.16], random.pick(SPINES));
      along += 0.21;
      continue;
    }
    const tone = lit(stage.light, color, [0, 0, -1]);
    const front = z + 0.05;
    decal(
      stage,
      upright([x + along, x + along + thick], [y, y + tall], front),
      stage.sheet.shaded(lift(tone, 0.03), lift(tone, -0.05), 0),
    );
    along += thick + 0.003;
  }
}

function fillRecords(stage: Stage, [x, y, z]: Vec3, [width, height]: Vec3, palette: Palette, random: Random): void {
  for (let along = 0; along < width; along += 0.011) {
    const color = random.chance(0.12) ? palette.accent : random.pick(SPINES);
    const front = z + 0.04;
    const tall = height * random.between(0.78, 0.82);
    decal(
      stage,
      upright([x + along, x + along + 0.009], [y, y + tall], front),
      lit(stage.light, mix(color, '#3a2c28', 0.2), [0, 0, -1]),
    );
  }
}

function fillBread(stage: Stage, [x, y, z]: Vec3, [width, height]: Vec3, palette: Palette, random: Random): void {
  box(stage, [x, y, z + 0.03], [width, 0.02, 0.22], mix(palette.wood, '#e8d2a8', 0.5));
  const crusts: readonly Color[] = ['#c98846', '#b06f35', '#dda55c', '#8f552b', '#e3b878'];
  const loaves = Math.max(3, Math.floor(width / 0.17));
  for (let loaf = 0; loaf < loaves; loaf += 1) {
    const at: Vec3 = [x + ((loaf + 0.5) / loaves) * width, y + 0.02, z + 0.13];
    drawLoaf(stage, at, Math.min(0.075, height * 0.3), random.pick(crusts));
  }
}

export function drawLoaf(stage: Stage, at: Vec3, size: number, crust: Color): void {
  const { sheet, camera } = stage;
  const [x, y] = camera.project(at);
  const s = size * camera.scaleAt(at);
  const tone = lit(stage.light, crust, [0, 0.7, -0.7]);
  sheet.path(
    `M${x - s * 1.05} ${y}C${x - s * 1.3} ${y - s * 1.1} ${x - s * 0.5} ${y - s * 1.5} ${x} ${y - s * 1.5}S${x + s * 1.3} ${y - s * 1.1} ${x + s * 1.05} ${y}Z`,
    sheet.linear([
      [0, lift(tone, 0.09)],
      [0.6, tone],
      [1, lift(tone, -0.14)],
    ]),
  );
  sheet.stroke(
    `M${x - s * 0.5} ${y - s * 0.7}q${s * 0.2} ${-s * 0.4} ${s * 0.5} ${-s * 0.5}M${x} ${y - s * 0.6}q${s * 0.2} ${-s * 0.4} ${s * 0.5} ${-s * 0.4}`,
    lift(tone, 0.16),
    Math.max(1, s * 0.13),
    { opacity: 0.8 },
  );
}

function fillPottery(stage: Stage, [x, y, z]: Vec3, [width, height]: Vec3, palette: Palette, random: Random): void {
  const glazes: readonly Color[] = ['#efe6d6', '#a9bfae', '#7f9aa0', '#6d4434', '#d8c0a0', palette.textile];
  for (let along = 0.1; along < width - 0.04; along += random.between(0.16, 0.26)) {
    const at: Vec3 = [x + along, y, z + 0.15];
    const tall = height * random.between(0.36, 0.7);
    const wide = random.between(0.05, 0.085);
    turned(
      stage,
      at,
      [
        [wide * 0.55, 0],
        [wide, tall * 0.45],
        [wide * 0.8, tall * 0.8],
        [wide * 0.42, tall],
      ],
      random.pick(glazes),
      { gloss: 0.5 },
    );
  }
}

/** Turntable, amplifier and two tall loudspeakers along a sideboard. */
export function drawHiFi(stage: Stage, palette: Palette): void {
  drawFloorShade(stage, [1.5, 0, 0.45]);
  box(stage, [-0.95, 0.12, -0.44], [1.9, 0.5, 0.44], palette.wood);
  for (const x of [-0.93, -0.3, 0.33])
    decal(
      stage,
      upright([x + 0.02, x + 0.58], [0.16, 0.58], -0.445),
      lit(stage.light, lift(palette.wood, -0.09), [0, 0, -1]),
    );
  box(stage, [-0.62, 0.62, -0.4], [0.5, 0.08, 0.36], lift(palette.wood, -0.1));
  disc(stage, [-0.4, 0.705, -0.22], 0.165, '#1c1a1c');
  disc(stage, [-0.4, 0.7065, -0.22], 0.11, 'none', { stroke: '#3d393b', strokeWidth: 1 });
  disc(stage, [-0.4, 0.708, -0.22], 0.055, palette.accent);
  box(stage, [0.1, 0.62, -0.38], [0.46, 0.14, 0.34], '#b9b2a6');
  for (const knob of [0.2, 0.33, 0.46]) ball(stage, [knob, 0.69, -0.385], 0.022, '#54504b', 0.6);
  for (const side of [-1.28, 0.98]) drawSpeaker(stage, [side, 0, -0.36], palette);
}

function drawSpeaker(stage: Stage, [x, y, z]: Vec3, palette: Palette): void {
  box(stage, [x, y, z], [0.32, 1.04, 0.34], lift(palette.wood, -0.12));
  const cone = (up: number, radius: number): void => {
    const points = ring([0, 0, 0], radius).map(([a, , b]): Vec3 => [x + 0.16 + a, y + up + b, z - 0.005]);
    decal(stage, points, '#1f1c1d');
    const inner = ring([0, 0, 0], radius * 0.42).map(([a, , b]): Vec3 => [x + 0.16 + a, y + up + b, z - 0.008]);
    decal(stage, inner, '#5a5350');
  };
  cone(0.34, 0.125);
  cone(0.68, 0.095);
  cone(0.9, 0.05);
}

/** A cast-iron stove with a fire in it. */
export function drawStove(stage: Stage, palette: Palette): void {
  const iron = '#3d3c40';
  drawFloorShade(stage, [0.6, 0, 0.5], 0.4);
  box(stage, [-0.5, 0, -0.5], [1, 0.06, 0.9], '#8d857c');
  drawBlocks(stage, [
    [[-0.3, 0.06, -0.26], [0.06, 0.16, 0.06], iron],
    [[0.24, 0.06, -0.26], [0.06, 0.16, 0.06], iron],
    [[-0.34, 0.2, -0.3], [0.68, 0.56, 0.54], iron],
    [[-0.38, 0.76, -0.34], [0.76, 0.05, 0.62], lift(iron, 0.05)],
  ]);
  const pane: Vec3[] = upright([-0.22, 0.22], [0.3, 0.64], -0.303);
  decal(
    stage,
    pane,
    stage.sheet.linear([
      [0, '#ffce6e'],
      [0.55, '#f58b3c'],
      [1, '#a8391f'],
    ]),
    { stroke: '#222124', strokeWidth: 3 },
  );
  turned(
    stage,
    [0, 0.8, 0.05],
    [
      [0.075, 0],
      [0.075, 2.6],
    ],
    iron,
  );
  const heart = stage.camera.project([0, 0.46, -0.3]);
  stage.sheet.glow(heart, 1.3 * stage.camera.scaleAt([0, 0.4, 0]), '#ffad55', 0.5);
  turned(
    stage,
    [0.2, 0.81, -0.1],
    [
      [0.09, 0],
      [0.11, 0.06],
      [0.06, 0.14],
    ],
    palette.accent,
    { gloss: 0.6 },
  );
}
