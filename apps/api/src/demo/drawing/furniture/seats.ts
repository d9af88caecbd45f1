import type { Vec3 } from '../kit/camera.js';
import { type Color, lift } from '../kit/color.js';
import { box, decal, disc, level, lit, type Stage, turned } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';

/** A block of furniture: lowest corner, size, colour. */
export type Block = readonly [at: Vec3, size: Vec3, color: Color];

/** Draws blocks of one piece from the furthest to the nearest. */
export function drawBlocks(stage: Stage, blocks: readonly Block[]): void {
  const middle = ([at, size]: Block): Vec3 => [at[0] + size[0] / 2, at[1] + size[1] / 2, at[2] + size[2] / 2];
  [...blocks]
    .sort((a, b) => stage.camera.depthOf(middle(b)) - stage.camera.depthOf(middle(a)))
    .forEach(([at, size, color]) => box(stage, at, size, color));
}

/** All pieces stand on the origin of their stage and face the viewer (towards smaller z). */
export function drawChair(stage: Stage, wood: Color, cushion: Color): void {
  drawFloorShade(stage, [0.34, 0, 0.34]);
  const legs: Block[] = [];
  for (const x of [-0.2, 0.165]) {
    legs.push([[x, 0, -0.2], [0.035, 0.44, 0.035], wood]);
    legs.push([[x, 0, 0.17], [0.035, 0.86, 0.035], wood]);
  }
  drawBlocks(stage, [
    ...legs,
    [[-0.21, 0.42, -0.22], [0.42, 0.035, 0.42], wood],
    [[-0.19, 0.455, -0.2], [0.38, 0.045, 0.37], cushion],
    [[-0.19, 0.74, 0.175], [0.38, 0.1, 0.025], wood],
    [[-0.19, 0.6, 0.175], [0.38, 0.045, 0.025], wood],
  ]);
}

export function drawStool(stage: Stage, height: number, metal: Color, seat: Color): void {
  drawFloorShade(stage, [0.26, 0, 0.26]);
  const legs: Block[] = [];
  for (const x of [-0.15, 0.125]) {
    for (const z of [-0.15, 0.125]) legs.push([[x, 0, z], [0.025, height, 0.025], metal]);
  }
  legs.push([[-0.14, height * 0.34, -0.148], [0.28, 0.02, 0.02], metal]);
  drawBlocks(stage, legs);
  turned(
    stage,
    [0, height, 0],
    [
      [0.18, 0],
      [0.18, 0.045],
    ],
    seat,
  );
  disc(stage, [0, height + 0.045, 0], 0.18, lit(stage.light, lift(seat, 0.03), [0, 1, 0]));
}

export function drawArmchair(stage: Stage, cloth: Color, wood: Color): void {
  drawFloorShade(stage, [0.58, 0, 0.55], 0.36);
  const dark = lift(cloth, -0.03);
  drawBlocks(stage, [
    [[-0.34, 0, -0.32], [0.06, 0.2, 0.06], wood],
    [[0.28, 0, -0.32], [0.06, 0.2, 0.06], wood],
    [[-0.4, 0.18, -0.36], [0.8, 0.16, 0.72], dark],
    [[-0.28, 0.34, -0.36], [0.56, 0.12, 0.56], lift(cloth, 0.03)],
    [[-0.4, 0.34, 0.2], [0.8, 0.5, 0.18], cloth],
    [[-0.42, 0.34, -0.36], [0.14, 0.24, 0.6], cloth],
    [[0.28, 0.34, -0.36], [0.14, 0.24, 0.6], cloth],
  ]);
}

export function drawSofa(stage: Stage, cloth: Color, wood: Color, pillows: readonly Color[]): void {
  drawFloorShade(stage, [1.2, 0, 0.6], 0.36);
  drawBlocks(stage, [
    [[-0.95, 0, -0.34], [0.07, 0.16, 0.07], wood],
    [[0.88, 0, -0.34], [0.07, 0.16, 0.07], wood],
    [[-1, 0.15, -0.4], [2, 0.18, 0.78], lift(cloth, -0.03)],
    [[-0.86, 0.33, -0.4], [0.85, 0.13, 0.6], lift(cloth, 0.03)],
    [[0.01, 0.33, -0.4], [0.85, 0.13, 0.6], lift(cloth, 0.03)],
    [[-1, 0.33, 0.2], [2, 0.48, 0.18], cloth],
    [[-1.02, 0.33, -0.4], [0.16, 0.26, 0.66], cloth],
    [[0.86, 0.33, -0.4], [0.16, 0.26, 0.66], cloth],
  ]);
  pillows.forEach((color, index) => drawPillow(stage, [-0.62 + index * 0.6, 0.63, 0.06], 0.2, color));
}

function drawPillow(stage: Stage, at: Vec3, half: number, color: Color): void {
  const { sheet, camera } = stage;
  const [x, y] = camera.project(at);
  const reach = half * camera.scaleAt(at);
  const tone = lit(stage.light, color, [0, 0.4, -1]);
  const edge = `M${x - reach} ${y - reach * 0.85}Q${x} ${y - reach * 0.7} ${x + reach} ${y - reach * 0.85}Q${x + reach * 0.84} ${y} ${x + reach} ${y + reach * 0.85}Q${x} ${y + reach * 0.72} ${x - reach} ${y + reach * 0.85}Q${x - reach * 0.84} ${y} ${x - reach} ${y - reach * 0.85}Z`;
  sheet.path(edge, sheet.shaded(lift(tone, 0.04), lift(tone, -0.08), 50));
}

export function drawBenchSeat(stage: Stage, width: number, wood: Color, cushion: Color): void {
  drawFloorShade(stage, [width * 0.56, 0, 0.36]);
  const half = width / 2;
  drawBlocks(stage, [
    [[-half, 0, -0.18], [0.05, 0.4, 0.4], wood],
    [[half - 0.05, 0, -0.18], [0.05, 0.4, 0.4], wood],
    [[-half, 0.38, -0.22], [width, 0.05, 0.44], wood],
    [[-half + 0.03, 0.43, -0.2], [width - 0.06, 0.06, 0.4], cushion],
  ]);
}

/** A square cushion to sit on the warm floor. */
export function drawFloorCushion(stage: Stage, color: Color): void {
  drawFloorShade(stage, [0.4, 0, 0.4], 0.26);
  box(stage, [-0.28, 0, -0.28], [0.56, 0.07, 0.56], color);
  decal(stage, level([-0.23, 0.23], [-0.23, 0.23], 0.071), lit(stage.light, lift(color, 0.05), [0, 1, 0]));
}
