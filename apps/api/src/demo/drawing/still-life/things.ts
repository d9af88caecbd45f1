import { drawEmblem, type Emblem } from '../emblem.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { ball, box, decal, disc, level, lit, placed, ring, turned } from '../kit/solids.js';
import { leafOutline, puff } from '../nature/foliage.js';
import type { Tabletop } from './tabletop.js';

/** A glazed vase with branches of the season. */
export function drawBlossomVase(table: Tabletop, at: Vec3, glaze: Color): void {
  const { sheet, camera, random, season, palette } = table;
  const [x, y] = camera.project([at[0], at[1] + 0.13, at[2]]);
  const scale = camera.scaleAt(at);
  const wood = lit(table.light, '#6b4a38', [0, 0.5, -1]);
  const blooms: Record<typeof season, readonly Color[]> = {
    spring: ['#f7c4d0', '#ffe3e8', '#f2a9bc'],
    summer: ['#ffffff', '#9fb8e0', '#f4e6a0'],
    autumn: ['#e08a3c', '#c9523a', '#e9b85c'],
    winter: ['#c8343f', '#e05a5a', '#fff3e6'],
  };
  for (const [lean, rise] of [
    [-0.5, 0.9],
    [-0.12, 1.12],
    [0.3, 0.98],
    [0.62, 0.72],
  ] as const) {
    const tip: Point = [x + lean * 0.22 * scale, y - rise * 0.22 * scale];
    const knee: Point = [x + lean * 0.06 * scale, y - rise * 0.12 * scale];
    sheet.stroke(curve([[x, y], knee, tip]), wood, 0.005 * scale);
    for (let bloom = 0; bloom < 9; bloom += 1) {
      const t = 0.3 + bloom * 0.085;
      const spot: Point = [
        x + (tip[0] - x) * t + random.between(-0.016, 0.016) * scale,
        y + (tip[1] - y) * t ** 0.9 + random.between(-0.016, 0.016) * scale,
      ];
      if (bloom % 3 === 0)
        sheet.path(
          leafOutline(spot, 0.04 * scale, random.between(-2.6, -0.4), 0.5),
          lit(table.light, '#6f9a5a', [0, 1, -0.4]),
        );
      const color = lit(table.light, random.pick(blooms[season]), [-0.4, 0.8, -0.4]);
      sheet.path(puff(spot, random.between(0.009, 0.016) * scale, random, 6), color);
      sheet.circle(spot, 0.003 * scale, mix(color, '#e9a23c', 0.6));
    }
  }
  turned(
    table,
    at,
    [
      [0.026, 0],
      [0.045, 0.03],
      [0.048, 0.06],
      [0.026, 0.1],
      [0.017, 0.125],
      [0.022, 0.135],
    ],
    glaze,
    { gloss: 0.8 },
  );
  disc(table, [at[0], at[1] + 0.135, at[2]], 0.02, lift(lit(table.light, palette.wood, [0, 1, 0]), -0.25));
}

/** A book left open, its lines only grey strokes. */
export function drawOpenBook(table: Tabletop, at: Vec3, turnDegrees: number, cover: Color): void {
  const stage = placed(table, at, turnDegrees);
  const { sheet, camera } = stage;
  const page = lit(stage.light, '#f8f0e0', [0, 1, 0]);
  const quad = (x0: number, x1: number, inset: number, y0: number, y1: number): Vec3[] => [
    [x0, y0, -0.085 + inset],
    [x1, y1, -0.085 + inset],
    [x1, y1, 0.085 - inset],
    [x0, y0, 0.085 - inset],
  ];
  decal(stage, quad(-0.132, 0.132, -0.006, 0.002, 0.002), lit(stage.light, cover, [0, 1, 0]));
  decal(
    stage,
    quad(-0.125, -0.002, 0, 0.008, 0.02),
    sheet.linear(
      [
        [0, lift(page, 0.02)],
        [0.8, page],
        [1, lift(page, -0.16)],
      ],
      0,
    ),
  );
  decal(
    stage,
    quad(0.002, 0.125, 0, 0.02, 0.008),
    sheet.linear(
      [
        [0, lift(page, -0.12)],
        [0.22, page],
        [1, lift(page, 0.02)],
      ],
      0,
    ),
  );
  let lines = '';
  for (const side of [-1, 1]) {
    for (let row = 0; row < 11; row += 1) {
      const z = 0.06 - row * 0.0115;
      const end = row % 4 === 3 ? 0.07 : 0.105;
      const [a, b] = [camera.project([side * 0.018, 0.019, z]), camera.project([side * end, 0.011, z])];
      lines += polyline([a, b], false);
    }
  }
  sheet.stroke(lines, '#8a7a6a', 2.6, { opacity: 0.55 });
}

export function drawClosedBooks(table: Tabletop, at: Vec3, colors: readonly Color[]): void {
  colors.forEach((color, index) => {
    const stage = placed(table, [at[0], at[1] + index * 0.024, at[2]], -14 + index * 9);
    box(stage, [-0.095, 0, -0.065], [0.19, 0.004, 0.13], color);
    box(stage, [-0.091, 0.004, -0.062], [0.184, 0.015, 0.124], '#f3e8d2');
    box(stage, [-0.095, 0.019, -0.065], [0.19, 0.004, 0.13], color);
  });
}

/** A record half out of its sleeve. */
export function drawRecordSleeve(table: Tabletop, at: Vec3, color: Color, emblem: Emblem): void {
  const stage = placed(table, at, 16);
  const { sheet, camera } = stage;
  disc(stage, [0.1, 0.002, 0], 0.14, '#1d1a1c');
  for (const radius of [0.125, 0.105, 0.085, 0.066])
    sheet.path(polyline(camera.outline(ring([0.1, 0.0025, 0], radius, 48))), 'none', {
      stroke: '#474144',
      strokeWidth: 1.4,
    });
  disc(stage, [0.1, 0.003, 0], 0.045, lit(stage.light, mix(color, '#f4d9a0', 0.5), [0, 1, 0]));
  const tone = lit(stage.light, color, [0, 1, 0]);
  decal(stage, level([-0.15, 0.13], [-0.15, 0.15], 0.004), sheet.shaded(lift(tone, 0.04), lift(tone, -0.05), 40));
  const disk = ring([-0.01, 0.005, 0.02], 0.082, 40);
  decal(stage, disk, lit(stage.light, '#f3dfb4', [0, 1, 0]));
  const scale = camera.scaleAt([0, 0, 0]);
  sheet.group(
    {
      transform: `translate(${camera
        .project([-0.01, 0.005, 0.02])
        .map((v) => v.toFixed(1))
        .join(' ')}) scale(1 0.62)`,
    },
    () => drawEmblem(sheet, emblem, [0, 0], 0.1 * scale, tone, '#f3dfb4'),
  );
}

/** Roasted beans lying about. */
export function drawBeans(table: Tabletop, at: Vec3, count: number): void {
  const { sheet, camera, random } = table;
  for (let bean = 0; bean < count; bean += 1) {
    const spot: Vec3 = [at[0] + random.between(-1, 1) * 0.1, 0.004, at[2] + random.between(-1, 1) * 0.06];
    const [x, y] = camera.project(spot);
    const size = 0.0072 * camera.scaleAt(spot);
    const turn = random.between(0, 180);
    const tone = lit(table.light, random.pick(['#5a3322', '#6b3f28', '#4a2a1d']), [0, 1, -0.2]);
    sheet.ellipse([x + size * 0.35, y + size * 0.35], size, size * 0.62, '#1f100b', { opacity: 0.28 });
    sheet.group({ transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(0)})` }, () => {
      sheet.ellipse([0, 0], size, size * 0.66, sheet.shaded(lift(tone, 0.1), lift(tone, -0.05)));
      sheet.stroke(
        `M${(-size * 0.8).toFixed(1)} 0q${(size * 0.8).toFixed(1)} ${(size * 0.24).toFixed(1)} ${(size * 1.6).toFixed(1)} 0`,
        lift(tone, -0.12),
        size * 0.16,
      );
    });
  }
}

/** A lit candle in a glass. */
export function drawGlassCandle(table: Tabletop, at: Vec3): void {
  const [x, y, z] = at;
  turned(
    table,
    at,
    [
      [0.03, 0],
      [0.034, 0.055],
    ],
    '#f1c98a',
    { gloss: 0.5 },
  );
  disc(table, [x, y + 0.055, z], 0.034, '#ffe9bd');
  const flame = table.camera.project([x, y + 0.075, z]);
  const scale = table.camera.scaleAt(at);
  table.sheet.glow(flame, 0.2 * scale, '#ffcf7d', 0.75);
  table.sheet.path(leafOutline([flame[0], flame[1] + 0.02 * scale], 0.042 * scale, -Math.PI / 2, 0.5), '#fff3cc');
}

/** Shells and a pebble from the beach. */
export function drawShells(table: Tabletop, at: Vec3): void {
  const { sheet, camera, light } = table;
  for (const [dx, dz, size, color] of [
    [0, 0, 0.026, '#f3d6bd'],
    [0.062, 0.028, 0.018, '#f7ece0'],
    [-0.05, 0.03, 0.014, '#c9b8a6'],
  ] as const) {
    const [x, y] = camera.project([at[0] + dx, 0.006, at[2] + dz]);
    const s = size * camera.scaleAt(at);
    const tone = lit(light, color, [0, 1, -0.3]);
    sheet.ellipse([x + s * 0.3, y + s * 0.3], s, s * 0.5, '#2a1712', { opacity: 0.24 });
    const fan: Point[] = Array.from({ length: 9 }, (_, index): Point => {
      const angle = Math.PI + (index / 8) * Math.PI;
      return [x + Math.cos(angle) * s, y + s * 0.3 + Math.sin(angle) * s * 0.86];
    });
    sheet.path(
      `${curve(fan)}L${x.toFixed(1)} ${(y + s * 0.62).toFixed(1)}Z`,
      sheet.shaded(lift(tone, 0.05), lift(tone, -0.1)),
    );
    sheet.stroke(
      fan.map(([fx, fy]) => `M${x.toFixed(1)} ${(y + s * 0.5).toFixed(1)}L${fx.toFixed(1)} ${fy.toFixed(1)}`).join(''),
      lift(tone, -0.1),
      Math.max(1, s * 0.05),
      { opacity: 0.7 },
    );
  }
}

/** Pine cone and twig from the wood. */
export function drawPineCone(table: Tabletop, at: Vec3): void {
  const { sheet, camera, light } = table;
  const [x, y] = camera.project([at[0], 0.02, at[2]]);
  const s = 0.03 * camera.scaleAt(at);
  sheet.ellipse([x + s * 0.5, y + s * 0.7], s * 1.3, s * 0.5, '#2a1712', { opacity: 0.28 });
  const tone = lit(light, '#8a5a3a', [0, 0.7, -0.7]);
  for (let row = 0; row < 6; row += 1) {
    const width = Math.sin(((row + 1) / 7) * Math.PI) * s;
    for (let scale = -2; scale <= 2; scale += 1) {
      const spot: Point = [x + (scale / 2) * width * 0.7 + (row % 2) * s * 0.1, y - s + row * s * 0.36];
      sheet.ellipse(spot, s * 0.3, s * 0.25, sheet.shaded(lift(tone, 0.12), lift(tone, -0.12)));
    }
  }
  sheet.path(
    leafOutline([x + s, y + s * 0.3], s * 2.2, -0.3, 0.1) +
      leafOutline([x + s, y + s * 0.3], s * 2, 0, 0.1) +
      leafOutline([x + s, y + s * 0.3], s * 2, 0.28, 0.1),
    lit(light, '#4f7a55', [0, 1, 0]),
  );
}

/** The visitor's camera, laid down. */
export function drawCamera(table: Tabletop, at: Vec3): void {
  const stage = placed(table, at, -18);
  box(stage, [-0.065, 0, -0.025], [0.13, 0.07, 0.05], '#3a3739');
  box(stage, [-0.065, 0.056, -0.026], [0.13, 0.016, 0.052], '#b9b4ac');
  box(stage, [-0.02, 0.072, -0.015], [0.04, 0.014, 0.03], '#b9b4ac');
  const lens = (radius: number, out: number, color: Color): void =>
    decal(
      stage,
      ring([0, 0, 0], radius).map(([a, , b]): Vec3 => [a, 0.032 + b, -0.026 - out]),
      color,
    );
  lens(0.029, 0.002, '#1f1d1f');
  lens(0.026, 0.02, '#514d4e');
  lens(0.019, 0.021, '#23252c');
  lens(0.009, 0.022, '#5a6f8f');
  ball(stage, [0.045, 0.09, 0], 0.008, '#b9b4ac', 0.8);
}

/** A folded linen napkin with a striped border. */
export function drawNapkin(table: Tabletop, at: Vec3, turnDegrees: number): void {
  const { palette } = table;
  const stage = placed(table, at, turnDegrees);
  const quad = (x: number, z: number, up: number): Vec3[] => level([-x, x], [-z, z], up);
  const cloth = lit(stage.light, mix('#f6efe2', palette.textile, 0.12), [0, 1, 0]);
  const shade = quad(0.062, 0.105, 0.0005).map(([x, y, z]): Vec3 => [x + 0.006, y, z - 0.006]);
  decal(stage, shade, '#2a1712', { opacity: 0.16 });
  decal(
    stage,
    quad(0.06, 0.1, 0.001),
    stage.sheet.linear(
      [
        [0, lift(cloth, -0.02)],
        [0.5, lift(cloth, 0.02)],
        [1, lift(cloth, -0.04)],
      ],
      20,
    ),
  );
  for (const [from, to] of [
    [0.043, 0.05],
    [0.036, 0.039],
  ] as const) {
    for (const side of [-1, 1])
      decal(stage, level([side * from, side * to], [-0.1, 0.1], 0.0015), mix(cloth, palette.accent, 0.6));
  }
  const [a, b] = [stage.camera.project([0, 0.0016, -0.1]), stage.camera.project([0.004, 0.0016, 0.1])];
  stage.sheet.stroke(polyline([a, b], false), lift(cloth, -0.07), 3, { opacity: 0.6 });
}
