import { drawLoaf } from '../furniture/shelves.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift } from '../kit/color.js';
import { type Point, polyline } from '../kit/sheet.js';
import { ball, box, decal, lit, placed, ring, type Stage, turned, upright } from '../kit/solids.js';
import { drawFloorShade } from '../room/room.js';
import type { Bar } from './bar-stage.js';
import { drawVapour } from './vapour.js';

const CRUSTS: readonly Color[] = ['#c98846', '#b06f35', '#dda55c', '#8f552b', '#e3b878'];

/** Bread from the oven: the glowing door, baskets, a board with flour and dough. */
export function drawBakersTable(bar: Bar): void {
  const { random } = bar;
  drawOven(placed(bar, [-0.4, 0, 0.62]));
  drawVapour(bar, [-0.4, 0.5, 0.4], 0.24);
  drawBasket(placed(bar, [0.52, 0, 0.34]), 5);
  drawBasket(placed(bar, [0.98, 0, 0.46]), 4);
  const board = placed(bar, [-0.02, 0, 0]);
  drawFloorShade(board, [0.5, 0, 0.24], 0.3);
  box(board, [-0.42, 0, -0.16], [0.84, 0.022, 0.34], '#d9b384');
  drawFlour(bar, [-0.02, 0.024, 0]);
  drawLoaf(board, [-0.2, 0.022, 0.02], 0.1, '#c98846');
  drawLoaf(board, [0.02, 0.022, 0.06], 0.075, '#dda55c');
  drawLoaf(board, [0.25, 0.022, 0], 0.07, '#f0dfbf');
  drawRollingPin(placed(bar, [0.2, 0, -0.24]));
  for (let bun = 0; bun < 4; bun += 1)
    drawLoaf(placed(bar, [-0.66 + bun * 0.13, 0, -0.18 + (bun % 2) * 0.06]), [0, 0, 0], 0.055, random.pick(CRUSTS));
}

function drawOven(stage: Stage): void {
  drawFloorShade(stage, [0.62, 0, 0.3], 0.4);
  box(stage, [-0.5, 0, -0.28], [1, 0.52, 0.5], '#55565a');
  const pane: Vec3[] = upright([-0.4, 0.3], [0.1, 0.42], -0.285);
  decal(
    stage,
    pane,
    stage.sheet.radial([
      [0, '#ffd58a'],
      [0.6, '#e8923f'],
      [1, '#8a4320'],
    ]),
    { stroke: '#2d2c2f', strokeWidth: 9 },
  );
  for (const [row, y] of [0.14, 0.28].entries()) {
    decal(stage, upright([-0.4, 0.3], [y, y + 0.006], -0.287), '#6b3a1f');
    for (let loaf = 0; loaf < 4; loaf += 1)
      drawLoaf(stage, [-0.31 + loaf * 0.17, y + 0.006, -0.288], 0.05, row === 0 ? '#c07a36' : '#a9642b');
  }
  box(stage, [-0.4, 0.45, -0.31], [0.7, 0.022, 0.022], '#c9cbcb');
  for (const y of [0.16, 0.28, 0.4]) ball(stage, [0.4, y, -0.285], 0.028, '#2d2c2f', 0.6);
  stage.sheet.glow(stage.camera.project([-0.05, 0.26, -0.3]), 360, '#ffb25e', 0.42);
}

function drawBasket(stage: Stage, loaves: number): void {
  drawFloorShade(stage, [0.26, 0, 0.2], 0.34);
  for (let loaf = 0; loaf < loaves; loaf += 1) {
    const lean = (loaf / (loaves - 1) - 0.5) * 0.26;
    const [foot, tip] = [
      stage.camera.project([lean * 0.8, 0.1, 0.02]),
      stage.camera.project([lean * 1.5, 0.42 - Math.abs(lean) * 0.3, 0.06]),
    ];
    const crust = lit(stage.light, CRUSTS[loaf % CRUSTS.length] ?? '#c98846', [0, 0.3, -1]);
    stage.sheet.stroke(polyline([foot, tip], false), lift(crust, -0.08), 62);
    stage.sheet.stroke(
      polyline(
        [
          [foot[0] - 6, foot[1]],
          [tip[0] - 6, tip[1]],
        ],
        false,
      ),
      lift(crust, 0.04),
      42,
    );
    for (const share of [0.45, 0.65, 0.85]) {
      const [x, y] = [foot[0] + (tip[0] - foot[0]) * share, foot[1] + (tip[1] - foot[1]) * share];
      stage.sheet.stroke(
        `M${(x - 14).toFixed(1)} ${(y + 9).toFixed(1)}L${(x + 12).toFixed(1)} ${(y - 9).toFixed(1)}`,
        lift(crust, 0.2),
        7,
        { opacity: 0.8 },
      );
    }
  }
  turned(
    stage,
    [0, 0, 0],
    [
      [0.15, 0],
      [0.2, 0.17],
    ],
    '#c79a5e',
  );
  const tone = lit(stage.light, '#c79a5e', [0, 0, -1]);
  for (const y of [0.03, 0.065, 0.1, 0.135, 0.165]) {
    const radius = 0.15 + (y / 0.17) * 0.05;
    const front = ring([0, y, 0], radius, 40)
      .filter(([, , z]) => z <= 0.01)
      .map((point): Point => stage.camera.project(point));
    stage.sheet.stroke(
      polyline(
        front.sort((a, b) => a[0] - b[0]),
        false,
      ),
      lift(tone, -0.11),
      4,
      { opacity: 0.7 },
    );
  }
}

function drawFlour({ sheet, camera, random }: Bar, at: Vec3): void {
  for (let puff = 0; puff < 9; puff += 1) {
    const spot = camera.project([at[0] + random.between(-0.35, 0.35), at[1], at[2] + random.between(-0.12, 0.12)]);
    sheet.glow(spot, random.between(30, 90), '#fffaf0', 0.55, 0.4);
  }
}

function drawRollingPin(stage: Stage): void {
  const wood = lit(stage.light, '#d8a768', [0, 0.6, -1]);
  const [a, b] = [stage.camera.project([-0.2, 0.03, 0]), stage.camera.project([0.2, 0.03, 0.06])];
  const [c, d] = [stage.camera.project([-0.29, 0.03, -0.014]), stage.camera.project([0.29, 0.03, 0.074])];
  stage.sheet.stroke(
    polyline(
      [
        [a[0] + 4, a[1] + 26],
        [b[0] + 4, b[1] + 24],
      ],
      false,
    ),
    '#2a1712',
    20,
    { opacity: 0.22 },
  );
  stage.sheet.stroke(polyline([c, d], false), lift(wood, -0.12), 20);
  stage.sheet.stroke(polyline([a, b], false), lift(wood, -0.06), 50, { round: false });
  stage.sheet.stroke(
    polyline(
      [
        [a[0], a[1] - 7],
        [b[0], b[1] - 7],
      ],
      false,
    ),
    lift(wood, 0.05),
    28,
    { round: false },
  );
}
