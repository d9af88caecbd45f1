import type { View } from '../backdrop/backdrop.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Season } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import { curve, type Point } from '../kit/sheet.js';
import { disc, lit, ring, turned } from '../kit/solids.js';
import { puff } from '../nature/foliage.js';
import { drawTree } from '../nature/trees.js';
import type { ModelYard } from './model-fronts.js';

export interface Island extends ModelYard {
  season: Season;
  random: Random;
}

export const RADIUS = 4.5;

const GRASS: Readonly<Record<Season, Color>> = {
  spring: '#b3c886',
  summer: '#93b876',
  autumn: '#c9ad62',
  winter: '#b9b49c',
};

function grassOf(island: Island): Color {
  return island.mood.time === 'snow' ? '#eef2f7' : GRASS[island.season];
}

export function drawGround(island: Island, view: View): void {
  const { sheet, camera, light, random } = island;
  const profile = [
    [0.6, -3.8],
    [1.7, -3.2],
    [2.9, -2.1],
    [3.9, -0.95],
    [RADIUS, -0.25],
  ] as const;
  turned(island, [0, 0, 0], profile, '#8f6a4e');
  const soil = lit(light, '#8f6a4e', [0, 0, -1]);
  for (let stone = 0; stone < 16; stone += 1) {
    const angle = random.between(-2.9, -0.25) - 0.6;
    const depth = random.between(0.5, 2.2);
    const reach = RADIUS * (1 - depth / 3.6) * 0.96;
    const [x, y] = camera.project([Math.cos(angle) * reach, -depth, Math.sin(angle) * reach]);
    sheet.path(puff([x, y], random.between(12, 34), random, 7), lift(soil, random.between(-0.07, 0.05)), {
      opacity: 0.7,
    });
  }
  const grass = grassOf(island);
  turned(
    island,
    [0, 0, 0],
    [
      [RADIUS * 1.005, -0.32],
      [RADIUS * 1.02, -0.1],
      [RADIUS, 0],
    ],
    lift(grass, -0.06),
  );
  drawTurfFringe(island, lift(lit(light, grass, [0, 0.3, -1]), -0.06));
  const tone = lit(light, grass, [0, 1, 0]);
  disc(island, [0, 0, 0], RADIUS, sheet.shaded(lift(tone, 0.03), lift(tone, -0.04), 70));
  if (view === 'sea' || view === 'harbour' || view === 'river' || view === 'lake') drawPond(island);
  const stone = lit(light, '#d9cbb4', [0, 1, 0]);
  for (const [x, z] of [
    [0, -1.9],
    [0.12, -2.45],
    [-0.1, -3],
    [0.14, -3.55],
    [0, -4.05],
  ] as const) {
    disc(island, [x + 0.04, 0.002, z - 0.05], 0.34, '#20140f', { opacity: 0.14 });
    disc(island, [x, 0.004, z], 0.33, stone);
  }
}

/** Turf hanging over the edge in uneven tongues. */
function drawTurfFringe(island: Island, color: Color): void {
  const { camera, random, sheet } = island;
  const edge = ring([0, -0.2, 0], RADIUS * 1.01, 90).filter((point) => camera.sees(point, [point[0], 0, point[2]]));
  const line = edge.map((point) => camera.project(point)).sort((a, b) => a[0] - b[0]);
  const hanging = line.map(([x, y], index): Point => [
    x,
    y + (index % 2 === 0 ? random.between(14, 44) : random.between(2, 12)),
  ]);
  const data = curve([...line, ...hanging.toReversed()], true);
  sheet.path(data, color);
}

function drawPond(island: Island): void {
  const { sheet, light, mood } = island;
  const water = lit(light, mix('#4f9fb8', mood.sky[1], 0.3), [0, 1, 0]);
  const centre: Vec3 = [2.75, 0.003, -2.1];
  disc(island, centre, 1.28, lit(light, '#e3d2ae', [0, 1, 0]));
  disc(island, [centre[0], 0.006, centre[2]], 1.12, sheet.shaded(lift(water, 0.08), lift(water, -0.03), 70));
  for (const radius of [0.35, 0.62]) {
    const rim = ring([centre[0] - 0.15, 0.008, centre[2] + 0.1], radius, 30).map((point) =>
      island.camera.project(point),
    );
    sheet.path(curve(rim, true), 'none', { stroke: '#ffffff', strokeWidth: 2.4, opacity: 0.5 });
  }
  const [x, y] = island.camera.project(centre);
  sheet.path(`M${x - 44} ${y - 6}h88l-18 24h-52Z`, '#d9705a');
  sheet.polygon(
    [
      [x - 2, y - 12],
      [x - 2, y - 86],
      [x + 48, y - 12],
    ],
    '#fffaf0',
  );
  sheet.polygon(
    [
      [x - 10, y - 12],
      [x - 10, y - 68],
      [x - 42, y - 12],
    ],
    '#f3e6d0',
  );
}

/** A tuft of land drifting far off. */
export function drawIslet(island: Island, [x, y]: Point, scale: number): void {
  const { sheet, mood, light, random } = island;
  const size = 560 * scale;
  const soil = mix(lit(light, '#8f6a4e', [0, 0, -1]), mood.haze, 0.35);
  const grass = mix(lit(light, grassOf(island), [0, 1, 0]), mood.haze, 0.3);
  sheet.path(
    `M${x - size} ${y}Q${x - size * 0.5} ${y + size * 0.3} ${x - size * 0.1} ${y + size * 0.86}Q${x + size * 0.2} ${y + size * 0.5} ${x + size} ${y}Z`,
    sheet.shaded(soil, lift(soil, -0.08)),
  );
  sheet.ellipse([x, y], size, size * 0.24, sheet.shaded(lift(grass, 0.03), lift(grass, -0.05)));
  for (const shift of [-0.4, 0.25])
    drawTree(
      { sheet, mood, season: island.season, random },
      shift < 0 ? 'fir' : 'broadleaf',
      [x + shift * size, y + 6],
      size * 0.9,
    );
}
