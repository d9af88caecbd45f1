import { drawPlate, drawVase } from '../furniture/tables.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Random } from '../kit/random.js';
import { ball, disc, lit, placed, type Stage, turned } from '../kit/solids.js';
import type { Palette } from '../palette.js';
import { drawFloorShade } from '../room/room.js';

type Companion = (stage: Stage, palette: Palette, random: Random) => void;

const COMPANIONS: readonly Companion[] = [cakeUnderGlass, flowers, cookieJar, syrups, plates];

/** Something that stands about on any counter, in front to the left, so that no two bars look laid out alike. */
export function drawCompanion(stage: Stage, palette: Palette, random: Random): void {
  const at: Vec3 = [random.between(-0.56, -0.48), 0, random.between(-0.16, -0.1)];
  random.pick(COMPANIONS)(placed(stage, at), palette, random);
}

function cakeUnderGlass(stage: Stage, _palette: Palette, random: Random): void {
  const cake = random.pick(['#e9c48b', '#7a4630', '#c9854a']);
  drawFloorShade(stage, [0.22, 0, 0.2], 0.32);
  turned(stage, [0, 0, 0], columnOf(0.07, 0.045, 0.02), '#e8dccb');
  turned(stage, [0, 0.06, 0], columnOf(0.05, 0.17, 0.02), '#f3eadb', { gloss: 0.5 });
  disc(stage, [0, 0.08, 0], 0.17, lit(stage.light, '#f8f1e6', [0, 1, 0]));
  turned(stage, [0, 0.08, 0], columnOf(0.115, 0.115, 0.08), cake);
  disc(stage, [0, 0.16, 0], 0.115, lit(stage.light, mix(cake, '#fff4e4', 0.65), [0, 1, 0]));
  for (const [x, z] of [
    [-0.05, 0.02],
    [0.02, -0.05],
    [0.05, 0.04],
  ] as const)
    ball(stage, [x, 0.175, z], 0.022, '#c8323f', 0.6);
  const dome = [
    [0.15, 0],
    [0.15, 0.1],
    [0.11, 0.19],
    [0.02, 0.23],
  ] as const;
  turned(stage, [0, 0.08, 0], dome, '#ffffff', { opacity: 0.22, gloss: 1 });
  ball(stage, [0, 0.33, 0], 0.022, '#e8dccb', 0.6);
}

function flowers(stage: Stage, palette: Palette): void {
  drawFloorShade(stage, [0.1, 0, 0.1], 0.3);
  drawVase(stage, [0, 0, 0], palette.textile, [
    palette.accent,
    '#fff1dd',
    mix(palette.accent, '#ffd9a0', 0.5),
    '#fff1dd',
    palette.accent,
  ]);
}

function cookieJar(stage: Stage, palette: Palette): void {
  drawFloorShade(stage, [0.14, 0, 0.14], 0.32);
  for (let cookie = 0; cookie < 5; cookie += 1) {
    const at = [((cookie * 7) % 3) * 0.02 - 0.02, 0.012 + cookie * 0.034, 0] as const;
    turned(stage, at, columnOf(0.075, 0.075, 0.026), cookie % 2 === 0 ? '#c98f52' : '#8a5638');
  }
  turned(stage, [0, 0, 0], columnOf(0.1, 0.1, 0.22), '#f4f6f2', { opacity: 0.26, gloss: 1 });
  turned(stage, [0, 0.22, 0], columnOf(0.1, 0.08, 0.03), lift(palette.wood, 0.04));
  ball(stage, [0, 0.27, 0], 0.024, palette.wood, 0.4);
}

function syrups(stage: Stage, palette: Palette): void {
  const colors: readonly Color[] = ['#b5742f', palette.accent, '#7f9a5c', '#a8433f'];
  colors.forEach((color, index) => {
    const bottle = placed(stage, [index * 0.11 - 0.16, 0, (index % 2) * 0.06]);
    drawFloorShade(bottle, [0.07, 0, 0.07], 0.28);
    const body = [
      [0.042, 0],
      [0.042, 0.17],
      [0.016, 0.23],
      [0.016, 0.29],
    ] as const;
    turned(bottle, [0, 0, 0], body, color, { gloss: 0.8 });
    turned(bottle, [0, 0.05, 0], columnOf(0.043, 0.043, 0.08), '#f3e8d2');
    turned(bottle, [0, 0.29, 0], columnOf(0.018, 0.018, 0.03), '#3a2f2b');
  });
}

function plates(stage: Stage, palette: Palette): void {
  drawFloorShade(stage, [0.2, 0, 0.18], 0.3);
  for (let plate = 0; plate < 4; plate += 1)
    turned(
      stage,
      [0, plate * 0.018, 0],
      columnOf(0.08, 0.13, 0.02),
      mix('#f8f1e6', palette.textile, plate % 2 === 0 ? 0.1 : 0.45),
    );
  drawPlate(stage, [0, 0.075, 0], '#f8f1e6', '#d99a4e');
}

/** The side of something round and plain. */
function columnOf(bottom: number, top: number, height: number): readonly (readonly [number, number])[] {
  return [
    [bottom, 0],
    [top, height],
  ];
}
