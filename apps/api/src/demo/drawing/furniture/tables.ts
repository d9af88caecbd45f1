import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { ball, box, disc, lit, type Stage, turned } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';
import { type Block, drawBlocks } from './seats.js';

export function drawRoundTable(stage: Stage, top: Color, metal: Color, radius = 0.38, height = 0.74): void {
  drawFloorShade(stage, [radius * 1.25, 0, radius * 1.25]);
  turned(
    stage,
    [0, 0, 0],
    [
      [radius * 0.62, 0],
      [radius * 0.6, 0.025],
    ],
    metal,
  );
  disc(stage, [0, 0.025, 0], radius * 0.6, lit(stage.light, metal, [0, 1, 0]));
  turned(
    stage,
    [0, 0.02, 0],
    [
      [0.035, 0],
      [0.03, height - 0.05],
    ],
    metal,
  );
  turned(
    stage,
    [0, height - 0.03, 0],
    [
      [radius, 0],
      [radius, 0.03],
    ],
    lift(top, -0.06),
  );
  tableTop(stage, [0, height, 0], radius, top);
}

function tableTop(stage: Stage, centre: Vec3, radius: number, color: Color): void {
  const { sheet } = stage;
  const tone = lit(stage.light, color, [0, 1, 0]);
  disc(stage, centre, radius, sheet.shaded(lift(tone, 0.045), lift(tone, -0.03), 60));
}

export function drawTable(stage: Stage, [width, height, depth]: Vec3, wood: Color, legs: Color): void {
  drawFloorShade(stage, [width * 0.6, 0, depth * 0.7]);
  const [x, z] = [width / 2, depth / 2];
  const posts: Block[] = [];
  for (const px of [-x + 0.05, x - 0.1]) {
    for (const pz of [-z + 0.05, z - 0.1]) posts.push([[px, 0, pz], [0.05, height - 0.04, 0.05], legs]);
  }
  drawBlocks(stage, posts);
  box(stage, [-x, height - 0.045, -z], [width, 0.045, depth], wood);
}

/** The small low table of a Korean house. */
export function drawSoban(stage: Stage, wood: Color): void {
  drawFloorShade(stage, [0.6, 0, 0.5]);
  const legs: Block[] = [];
  for (const x of [-0.36, 0.3])
    for (const z of [-0.26, 0.2]) legs.push([[x, 0, z], [0.06, 0.3, 0.06], lift(wood, -0.05)]);
  legs.push([[-0.36, 0.06, -0.26], [0.72, 0.03, 0.03], lift(wood, -0.05)]);
  drawBlocks(stage, legs);
  box(stage, [-0.44, 0.28, -0.34], [0.88, 0.05, 0.68], wood);
}

/** Cup on a saucer, standing at `at`. */
export function drawCupAndSaucer(stage: Stage, at: Vec3, china: Color, drink: Color): void {
  const [x, y, z] = at;
  turned(
    stage,
    at,
    [
      [0.03, 0],
      [0.075, 0.012],
    ],
    china,
  );
  disc(stage, [x, y + 0.012, z], 0.075, lit(stage.light, lift(china, 0.02), [0, 1, 0]));
  turned(
    stage,
    [x, y + 0.012, z],
    [
      [0.022, 0],
      [0.04, 0.03],
      [0.045, 0.055],
    ],
    china,
  );
  disc(stage, [x, y + 0.067, z], 0.045, lit(stage.light, lift(china, 0.04), [0, 1, 0]));
  disc(stage, [x, y + 0.066, z], 0.038, lit(stage.light, drink, [0, 1, 0]));
}

export function drawGlassOf(stage: Stage, at: Vec3, drink: Color): void {
  const [x, y, z] = at;
  turned(
    stage,
    at,
    [
      [0.03, 0],
      [0.038, 0.09],
    ],
    drink,
  );
  turned(
    stage,
    [x, y + 0.09, z],
    [
      [0.038, 0],
      [0.041, 0.035],
    ],
    '#eef3f2',
    { opacity: 0.75 },
  );
  stage.sheet.stroke(
    `M${stage.camera.project([x, y + 0.08, z]).join(' ')}L${stage.camera.project([x + 0.03, y + 0.19, z]).join(' ')}`,
    '#fff8ee',
    Math.max(1, 0.008 * stage.camera.scaleAt(at)),
  );
}

/** A plate with something sweet. */
export function drawPlate(stage: Stage, at: Vec3, china: Color, cake: Color): void {
  const [x, y, z] = at;
  turned(
    stage,
    at,
    [
      [0.06, 0],
      [0.11, 0.015],
    ],
    china,
  );
  disc(stage, [x, y + 0.015, z], 0.11, lit(stage.light, lift(china, 0.03), [0, 1, 0]));
  box(stage, [x - 0.05, y + 0.016, z - 0.035], [0.1, 0.055, 0.07], cake);
  box(stage, [x - 0.05, y + 0.071, z - 0.035], [0.1, 0.014, 0.07], mix(cake, '#fff6ea', 0.7));
}

export function drawVase(stage: Stage, at: Vec3, color: Color, blooms: readonly Color[]): void {
  const { sheet, camera } = stage;
  const scale = camera.scaleAt(at);
  const top: Vec3 = [at[0], at[1] + 0.15, at[2]];
  const [x, y] = camera.project(top);
  blooms.forEach((bloom, index) => {
    const lean = (index - (blooms.length - 1) / 2) * 0.05;
    const rise = 0.16 + (index % 2) * 0.06;
    const tip: readonly [number, number] = [x + lean * scale, y - rise * scale];
    sheet.stroke(`M${x} ${y}Q${x} ${(y + tip[1]) / 2} ${tip[0]} ${tip[1]}`, '#6b8a55', Math.max(1, 0.008 * scale));
    ball(stage, [at[0] + lean, top[1] + rise, at[2]], 0.036, bloom, 0.3);
  });
  turned(
    stage,
    at,
    [
      [0.03, 0],
      [0.05, 0.05],
      [0.035, 0.11],
      [0.022, 0.15],
    ],
    color,
    { gloss: 0.5 },
  );
}

export function drawBooks(stage: Stage, at: Vec3, colors: readonly Color[]): void {
  colors.forEach((color, index) => {
    const shift = index * 0.008;
    box(stage, [at[0] - 0.1 + shift, at[1] + index * 0.028, at[2] - 0.07], [0.2 - shift, 0.026, 0.14], color);
  });
}
