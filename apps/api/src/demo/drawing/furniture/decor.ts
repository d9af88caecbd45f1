import { drawEmblem, type Emblem } from '../emblem.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { decal, disc, level, lit, type Stage, upright } from '../kit/solids.js';

/** A rug on the floor, bordered; `size` is its width and depth in metres. */
export function drawRug(stage: Stage, [width, depth]: readonly [number, number], color: Color, border: Color): void {
  const layer = (inset: number, fill: Color): void => {
    const [x, z] = [width / 2 - inset, depth / 2 - inset];
    decal(stage, level([-x, x], [-z, z], 0.004), lit(stage.light, fill, [0, 1, 0]));
  };
  layer(0, border);
  layer(0.1, mix(color, '#fff4e2', 0.35));
  layer(0.16, color);
  for (let stripe = -2; stripe <= 2; stripe += 1) {
    const z = (stripe / 5) * depth * 0.8;
    const x = width / 2 - 0.26;
    decal(stage, level([-x, x], [z, z + 0.03], 0.005), lit(stage.light, border, [0, 1, 0]), { opacity: 0.7 });
  }
}

export function drawRoundRug(stage: Stage, radius: number, color: Color, border: Color): void {
  disc(stage, [0, 0.003, 0], radius, lit(stage.light, border, [0, 1, 0]));
  disc(stage, [0, 0.004, 0], radius * 0.88, lit(stage.light, mix(color, '#fff4e2', 0.3), [0, 1, 0]));
  disc(stage, [0, 0.005, 0], radius * 0.8, lit(stage.light, color, [0, 1, 0]));
}

/** A framed picture hanging flat on z = 0: hills and a sun, or the café's emblem. */
export function drawPicture(
  stage: Stage,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  colors: readonly Color[],
  emblem: Emblem | null,
): void {
  const quad = (inset: number, out: number): Vec3[] =>
    upright([x - width / 2 + inset, x + width / 2 - inset], [y - height / 2 + inset, y + height / 2 - inset], -out);
  const [frame = '#6b4a36', sky = '#f2dcb8', hill = '#8a9a6a', near = '#55705c'] = colors;
  const shadow = quad(0, 0.002).map(([a, b, c]): Vec3 => [a + 0.03, b - 0.04, c]);
  decal(stage, shadow, '#22140f', { opacity: 0.22 });
  const facing: Vec3 = [0, 0, -1];
  decal(stage, quad(0, 0.02), lit(stage.light, frame, facing));
  decal(stage, quad(0.025, 0.021), lit(stage.light, '#f8f1e4', facing));
  decal(stage, quad(0.075, 0.022), lit(stage.light, sky, facing));
  if (emblem !== null) {
    drawEmblem(
      stage.sheet,
      emblem,
      stage.camera.project([x, y, -0.023]),
      height * 0.5 * stage.camera.scaleAt([x, y, 0]),
      lit(stage.light, near, facing),
      lit(stage.light, sky, facing),
    );
    return;
  }
  const band = (low: number, peak: number, color: Color): void => {
    const [left, right] = [x - width / 2 + 0.075, x + width / 2 - 0.075];
    const bottom = y - height / 2 + 0.075;
    const top = (share: number): number => bottom + (height - 0.15) * share;
    const line: Point[] = [
      stage.camera.project([left, top(low), -0.023]),
      stage.camera.project([left + (right - left) * 0.35, top(peak), -0.023]),
      stage.camera.project([left + (right - left) * 0.7, top(low * 0.9), -0.023]),
      stage.camera.project([right, top((low + peak) / 2), -0.023]),
    ];
    const feet = [stage.camera.project([right, bottom, -0.023]), stage.camera.project([left, bottom, -0.023])];
    stage.sheet.path(
      `${curve(line)}${feet.map(([a, b]) => `L${a.toFixed(1)} ${b.toFixed(1)}`).join('')}Z`,
      lit(stage.light, color, facing),
    );
  };
  const sun = stage.camera.project([x + width * 0.14, y + height * 0.17, -0.023]);
  stage.sheet.circle(sun, height * 0.08 * stage.camera.scaleAt([x, y, 0]), lit(stage.light, '#e8895a', facing));
  band(0.42, 0.6, hill);
  band(0.24, 0.36, near);
}

/** A round emblem painted or mounted on the wall z = 0. */
export function drawWallEmblem(
  stage: Stage,
  [x, y]: readonly [number, number],
  size: number,
  emblem: Emblem,
  board: Color,
  ink: Color,
): void {
  const centre = stage.camera.project([x, y, -0.03]);
  const radius = (size / 2) * stage.camera.scaleAt([x, y, 0]);
  stage.sheet.circle([centre[0] + radius * 0.1, centre[1] + radius * 0.14], radius, '#20140f', { opacity: 0.22 });
  const face = lit(stage.light, board, [0, 0, -1]);
  stage.sheet.circle(centre, radius, stage.sheet.shaded(lift(face, 0.04), lift(face, -0.05), 60));
  stage.sheet.circle(centre, radius * 0.86, 'none', {
    stroke: ink,
    strokeWidth: Math.max(1.2, radius * 0.035),
    opacity: 0.6,
  });
  drawEmblem(stage.sheet, emblem, centre, radius * 1.1, ink, face);
}

/** Paper-and-lattice leaf of a sliding door, on z = 0. */
export function drawLatticeLeaf(
  stage: Stage,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  wood: Color,
  paper: Color,
): void {
  const quad = (x0: number, y0: number, x1: number, y1: number, out: number): Vec3[] =>
    upright([x0, x1], [y0, y1], -out);
  decal(stage, quad(x, y, x + width, y + height, 0.01), stage.sheet.shaded(lift(paper, 0.02), lift(paper, -0.05), 70));
  const tone = lit(stage.light, wood, [0, 0, -1]);
  const bar = (x0: number, y0: number, x1: number, y1: number): void => decal(stage, quad(x0, y0, x1, y1, 0.02), tone);
  const columns = Math.max(4, Math.round(width / 0.14));
  for (let column = 1; column < columns; column += 1) {
    const at = x + (width * column) / columns;
    bar(at - 0.007, y, at + 0.007, y + height);
  }
  for (const share of [0.06, 0.12, 0.18, 0.44, 0.5, 0.56, 0.82, 0.88, 0.94])
    bar(x, y + height * share - 0.007, x + width, y + height * share + 0.007);
  for (const edge of [x, x + width - 0.05]) bar(edge, y, edge + 0.05, y + height);
  bar(x, y, x + width, y + 0.06);
  bar(x, y + height - 0.06, x + width, y + height);
}
