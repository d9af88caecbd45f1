import type { Building } from '../exterior/exterior.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { polyline } from '../kit/sheet.js';
import { box, decal, disc, lit, sideways, turned, upright } from '../kit/solids.js';
import { awning, GLASS_LIT, type ModelYard, pane, shopFront, type Span, windows } from './model-fronts.js';
import { aFrame, gabled, sawTooth } from './model-roofs.js';

const HOUSES: Readonly<Record<Building, (yard: ModelYard) => void>> = {
  hanok: (yard) => {
    podium(yard, [-2.6, 2.6], [-1.6, 1.6], 0.25, '#b8afa3');
    gabled(yard, { x: [-2.2, 2.2], z: [-1.1, 1.2], base: 0.25, wall: 1.5, rise: 1.25, overhang: 0.55, posts: true });
  },
  cottage: (yard) => {
    gabled(yard, { x: [-2, 1.9], z: [-1.2, 1.2], base: 0, wall: 1.7, rise: 1.5, overhang: 0.28, posts: false });
    box(yard, [0.9, 2.4, 0.3], [0.4, 1.2, 0.4], '#b5694c');
  },
  'stone-house': (yard) =>
    gabled(yard, { x: [-2.4, 2.4], z: [-1.2, 1.2], base: 0, wall: 1.35, rise: 0.95, overhang: 0.38, posts: false }),
  cabin: (yard) => {
    podium(yard, [-2.3, 2.3], [-2, 1.5], 0.22, yard.palette.wood);
    aFrame(yard);
  },
  warehouse: (yard) => {
    block(yard, [-2.5, 2.4], [-1.2, 1.3], 0, 2.2, yard.palette.wall);
    for (const x of [-2.5, -0.87, 0.77]) sawTooth(yard, [x, x + 1.63], [-1.2, 1.3], 2.2);
    turned(
      yard,
      [1.9, 2.4, 0.9],
      [
        [0.16, 0],
        [0.14, 1.4],
      ],
      '#a5583f',
    );
  },
  shophouse: (yard) => {
    block(yard, [-1.6, 1.5], [-1.2, 1.2], 0, 3.5, yard.palette.wall);
    box(yard, [-1.7, 3.5, -1.3], [3.3, 0.16, 2.6], mix(yard.palette.wall, '#fff6e8', 0.5));
    windows(yard, [-1.6, 1.5], [-1.2, 1.2], 2.15, 0.8, 3);
    awning(yard, [-1.5, 1.4], -1.2, 1.75);
  },
  modern: (yard) => {
    block(yard, [-2.4, 2.3], [-1.1, 1.3], 0, 1.6, yard.palette.wood);
    box(yard, [-2.7, 1.6, -1.5], [5.4, 0.2, 3], mix(yard.palette.wall, '#ffffff', 0.15));
    block(yard, [-2.2, 0.3], [-0.7, 1.3], 1.8, 1.4, yard.palette.wall);
    box(yard, [-2.3, 3.2, -0.8], [2.7, 0.12, 2.2], mix(yard.palette.wall, '#ffffff', 0.2));
    windows(yard, [-2.2, 0.3], [-0.7, 1.3], 2.1, 0.8, 2);
  },
  seaside: (yard) => {
    block(yard, [-2.4, 0.4], [-1.1, 1.2], 0, 1.7, yard.palette.wall);
    block(yard, [0.4, 2.2], [-1.1, 1.2], 0, 3, mix(yard.palette.wall, '#ffffff', 0.4));
    windows(yard, [0.4, 2.2], [-1.1, 1.2], 2, 0.7, 2);
    parasol(yard, [-1.6, 1.7, 0.3]);
    parasol(yard, [-0.5, 1.7, -0.2]);
  },
  greenhouse: glasshouse,
};

export function drawModelHouse(yard: ModelYard, building: Building): void {
  HOUSES[building](yard);
}

function podium(yard: ModelYard, x: Span, z: Span, height: number, color: Color): void {
  box(yard, [x[0], 0, z[0]], [x[1] - x[0], height, z[1] - z[0]], color);
}

/** A plain volume with a shop window and a door in front, a window at its right. */
function block(yard: ModelYard, x: Span, z: Span, base: number, height: number, color: Color): void {
  box(yard, [x[0], base, z[0]], [x[1] - x[0], height, z[1] - z[0]], color);
  if (base > 0) return;
  shopFront(yard, x, z, base);
}

function parasol(yard: ModelYard, [x, y, z]: Vec3): void {
  turned(
    yard,
    [x, y, z],
    [
      [0.03, 0],
      [0.03, 1.1],
    ],
    '#d8c3a0',
  );
  turned(
    yard,
    [x, y + 0.95, z],
    [
      [0.62, 0],
      [0.02, 0.36],
    ],
    yard.palette.accent,
  );
  disc(yard, [x, y + 1.31, z], 0.05, '#fff6e6');
}

function glasshouse(yard: ModelYard): void {
  const { palette, sheet, mood, light, camera } = yard;
  const [x, z, wall, top]: [Span, Span, number, number] = [[-2.2, 2.2], [-1.2, 1.2], 1.5, 2.7];
  box(yard, [x[0], 0, z[0]], [x[1] - x[0], 0.4, z[1] - z[0]], palette.wall);
  for (let plant = 0; plant < 9; plant += 1) {
    const at: Vec3 = [-1.8 + (plant % 5) * 0.9, 0.4, plant < 5 ? 0.6 : -0.4];
    turned(
      yard,
      at,
      [
        [0.34, 0],
        [0.5, 0.4],
        [0.36, 0.85],
        [0.05, 1.1],
      ],
      plant % 2 === 0 ? '#5f9a55' : '#7fae62',
    );
  }
  const glass = mix(mood.sky[2], mix('#eef6f0', GLASS_LIT, mood.lamps * 0.8), 0.6);
  const steel = lit(light, palette.roof, [0, 0.5, -1]);
  const sheets: Vec3[][] = [
    upright(x, [0.4, wall], z[0]),
    sideways(z, [0.4, wall], x[1]),
    [
      [x[0], wall, z[0]],
      [x[1], wall, z[0]],
      [x[1], top, 0],
      [x[0], top, 0],
    ],
    [
      [x[1], wall, z[0]],
      [x[1], wall, z[1]],
      [x[1], top, 0],
    ],
  ];
  for (const corners of sheets)
    decal(
      yard,
      corners,
      sheet.linear(
        [
          [0, lift(glass, 0.05), 0.62],
          [1, glass, 0.3],
        ],
        60,
      ),
      { stroke: steel, strokeWidth: 5, round: true },
    );
  let bars = '';
  for (let bar = 1; bar < 8; bar += 1) {
    const at = x[0] + ((x[1] - x[0]) * bar) / 8;
    bars += polyline(
      [camera.project([at, 0.4, z[0]]), camera.project([at, wall, z[0]]), camera.project([at, top, 0])],
      false,
    );
  }
  for (const share of [0.33, 0.66])
    bars += polyline(
      [
        camera.project([x[1], 0.4, z[0] + (z[1] - z[0]) * share]),
        camera.project([x[1], wall + 0.7, z[0] + (z[1] - z[0]) * share]),
      ],
      false,
    );
  sheet.stroke(bars, steel, 3.4);
  pane(yard, upright([-0.36, 0.36], [0, 1.5], z[0] - 0.02), lit(light, palette.accent, [0, 0, -1]));
}
