import type { Vec3 } from '../kit/camera.js';
import { lift, mix } from '../kit/color.js';
import { polyline } from '../kit/sheet.js';
import { box, decal, face, lit } from '../kit/solids.js';
import { GLASS_LIT, glassFill, type ModelYard, shopFront, type Span } from './model-fronts.js';

interface Gable {
  x: Span;
  z: Span;
  base: number;
  wall: number;
  rise: number;
  overhang: number;
  posts: boolean;
}

/** Walls, the triangle of the gable and a tiled slope towards the viewer. */
export function gabled(yard: ModelYard, { x, z, base, wall, rise, overhang, posts }: Gable): void {
  const { palette, mood, sheet, camera, light } = yard;
  box(yard, [x[0], base, z[0]], [x[1] - x[0], wall, z[1] - z[0]], palette.wall);
  shopFront(yard, x, z, base);
  if (posts)
    for (let post = 0; post <= 4; post += 1)
      box(yard, [x[0] + ((x[1] - x[0] - 0.12) * post) / 4, base, z[0] - 0.04], [0.12, wall, 0.05], palette.wood);
  const [top, ridgeZ] = [base + wall, (z[0] + z[1]) / 2];
  face(
    yard,
    [
      [x[1], top, z[0]],
      [x[1], top, z[1]],
      [x[1], top + rise * 0.93, ridgeZ],
    ],
    palette.wall,
    [1, 0, 0],
  );
  const drop = (overhang * rise) / ((z[1] - z[0]) / 2);
  const [west, east] = [x[0] - overhang, x[1] + overhang];
  const eaves = (z0: number): number => z0;
  const back: Vec3[] = [
    [west, top - drop, z[1] + overhang],
    [east, top - drop, z[1] + overhang],
    [east, top + rise, ridgeZ],
    [west, top + rise, ridgeZ],
  ];
  face(yard, back, palette.roof, [0, 0.6, 0.8]);
  const slope: Vec3[] = [
    [west, top - drop, eaves(z[0] - overhang)],
    [east, top - drop, eaves(z[0] - overhang)],
    [east, top + rise, ridgeZ],
    [west, top + rise, ridgeZ],
  ];
  const roof = mood.time === 'snow' ? '#f2f5fa' : palette.roof;
  const tone = lit(light, roof, [0, 0.7, -0.7]);
  decal(yard, slope, sheet.shaded(lift(tone, 0.05), lift(tone, -0.05)), {
    stroke: lift(tone, -0.08),
    strokeWidth: 4,
    round: true,
  });
  let lines = '';
  for (let rib = 1; rib < 26; rib += 1) {
    const along = west + ((east - west) * rib) / 26;
    lines += polyline(
      [camera.project([along, top - drop, z[0] - overhang]), camera.project([along, top + rise, ridgeZ])],
      false,
    );
  }
  sheet.stroke(lines, lift(tone, -0.09), 3, { opacity: 0.6 });
  const edge: Vec3[] = [
    [east, top - drop, z[0] - overhang],
    [east, top + rise, ridgeZ],
    [east, top + rise - 0.14, ridgeZ],
    [east, top - drop - 0.12, z[0] - overhang],
  ];
  decal(yard, edge, lift(lit(light, palette.wood, [1, 0, 0]), -0.02));
  box(yard, [west, top + rise - 0.04, ridgeZ - 0.08], [east - west, 0.13, 0.16], lift(roof, -0.04));
}

export function aFrame(yard: ModelYard): void {
  const { palette, sheet, light, camera } = yard;
  const [z0, z1, half, top, base] = [-1.2, 1.3, 1.7, 3.3, 0.22];
  face(
    yard,
    [
      [half, base, z0],
      [half, base, z1],
      [0, top, z1],
      [0, top, z0],
    ],
    palette.roof,
    [0.88, 0.46, 0],
  );
  const front: Vec3[] = [
    [-half, base, z0],
    [half, base, z0],
    [0, top, z0],
  ];
  decal(yard, front, lit(light, palette.wood, [0, 0, -1]), {
    stroke: lit(light, lift(palette.wood, -0.1), [0, 0, -1]),
    strokeWidth: 9,
    round: true,
  });
  const glass: Vec3[] = [
    [-half + 0.36, base + 0.02, z0 - 0.01],
    [half - 0.36, base + 0.02, z0 - 0.01],
    [0, top - 0.52, z0 - 0.01],
  ];
  decal(yard, glass, glassFill(yard));
  let bars = '';
  for (const x of [-0.66, 0, 0.66])
    bars += polyline(
      [camera.project([x, base, z0 - 0.02]), camera.project([x, top - 0.52 - Math.abs(x) * 1.9, z0 - 0.02])],
      false,
    );
  bars += polyline([camera.project([-0.76, 1.45, z0 - 0.02]), camera.project([0.76, 1.45, z0 - 0.02])], false);
  sheet.stroke(bars, lit(light, palette.wood, [0, 0, -1]), 5);
  sheet.glow(camera.project([0, 0.9, z0]), 300, '#ffcf86', 0.2 + yard.mood.lamps * 0.4);
}

export function sawTooth(yard: ModelYard, x: Span, z: Span, base: number): void {
  const { palette, sheet, mood } = yard;
  const peak = base + 0.75;
  face(
    yard,
    [
      [x[1], base, z[0]],
      [x[1], base, z[1]],
      [x[0] + 0.35, peak, z[1]],
      [x[0] + 0.35, peak, z[0]],
    ],
    palette.roof,
    [0.5, 0.86, 0],
  );
  const side: Vec3[] = [
    [x[0], base, z[0]],
    [x[1], base, z[0]],
    [x[0] + 0.35, peak, z[0]],
  ];
  face(yard, side, mix(palette.wall, '#fff1dd', 0.15), [0, 0, -1]);
  decal(
    yard,
    [
      [x[0] + 0.2, base + 0.1, z[0] - 0.01],
      [x[0] + 1, base + 0.1, z[0] - 0.01],
      [x[0] + 0.4, peak - 0.15, z[0] - 0.01],
    ],
    sheet.shaded(mix(mood.sky[1], GLASS_LIT, mood.lamps), mood.sky[2]),
  );
}
