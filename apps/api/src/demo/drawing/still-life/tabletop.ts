import { drawBackdrop, type View } from '../backdrop/backdrop.js';
import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Mood, Season } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import { type Point, polyline } from '../kit/sheet.js';
import { castShadow, decal, level, lit, ring, type Stage } from '../kit/solids.js';
import { leafOutline } from '../nature/foliage.js';
import type { Palette } from '../palette.js';

export type Surface = 'oak' | 'walnut' | 'stone' | 'linen' | 'lacquer';

/** A table seen from a chair; metres, the viewer at negative z. */
export interface Tabletop extends Stage {
  palette: Palette;
  mood: Mood;
  season: Season;
  view: View;
  random: Random;
}

const REACH = 1.6;
const FAR_EDGE = 0.5;

const COLORS: Readonly<Record<Surface, (palette: Palette) => Color>> = {
  oak: (palette) => mix('#d9b384', palette.wood, 0.16),
  walnut: (palette) => mix('#7d5138', palette.wood, 0.25),
  stone: () => '#e4ddd2',
  linen: (palette) => mix('#f0e6d4', palette.textile, 0.22),
  lacquer: () => '#4f2f2a',
};

/** The window out of focus behind the table. */
export function drawFarWindow(table: Tabletop): void {
  const { sheet, mood, palette, camera } = table;
  const edge = camera.project([0, 0, FAR_EDGE])[1];
  const area = { x: -40, y: -60, width: sheet.width + 80, height: edge + 120, horizonY: edge * 0.74 };
  drawBackdrop(table.view, { sheet, mood, season: table.season, random: table.random.fork('far'), area });
  const bar = mix(palette.wood, mood.indoors.ambient, 0.3);
  for (const x of [210, 800, 1390]) sheet.rect(x - 17, -60, 34, edge + 80, bar);
  sheet.rect(-40, edge * 0.16, sheet.width + 80, 22, bar);
  sheet.rect(-40, edge - 46, sheet.width + 80, 400, lift(bar, 0.04));
  sheet.rect(
    -40,
    -60,
    sheet.width + 80,
    edge + 120,
    sheet.linear([
      [0, mood.indoors.key, 0.3],
      [1, mood.indoors.key, 0.1],
    ]),
  );
  drawBokeh(table, edge);
}

function drawBokeh({ sheet, random, mood, palette }: Tabletop, edge: number): void {
  const strength = 0.16 + mood.lamps * 0.34;
  for (let spot = 0; spot < 16; spot += 1) {
    const centre: Point = [random.next() * sheet.width, random.next() * edge * 0.92];
    sheet.circle(
      centre,
      random.between(20, 54),
      random.pick(['#fff0c8', '#ffd692', mix(palette.accent, '#fff1d2', 0.6)]),
      { opacity: Math.round(strength * random.between(30, 100)) / 100 },
    );
  }
}

export function drawSurface(table: Tabletop, surface: Surface): void {
  const { sheet, camera, light, mood, palette } = table;
  const color = COLORS[surface](palette);
  const tone = lit(light, color, [0, 1, 0]);
  const corners: Vec3[] = level([-REACH, REACH], [-0.6, FAR_EDGE], 0);
  const edge = camera.project([0, 0, FAR_EDGE])[1];
  const outline = camera.outline(corners);
  sheet.polygon(
    outline,
    sheet.linearAt(
      [
        [0, mix(lift(tone, 0.05), mood.indoors.key, 0.25)],
        [0.4, tone],
        [1, lift(tone, -0.11)],
      ],
      [0, edge],
      [0, sheet.height],
    ),
  );
  sheet.group({ clip: polyline(outline) }, () => TEXTURES[surface](table, tone));
  sheet.rect(-10, edge - 3, sheet.width + 20, 7, lift(tone, 0.1), { opacity: 0.7 });
}

const TEXTURES: Readonly<Record<Surface, (table: Tabletop, tone: Color) => void>> = {
  oak: (table, tone) => drawBoards(table, tone, 0.19),
  walnut: (table, tone) => drawBoards(table, tone, 0.27),
  lacquer: (table, tone) => drawSheen(table, tone),
  stone: drawTerrazzo,
  linen: drawWeave,
};

function drawBoards({ sheet, camera, random }: Tabletop, tone: Color, width: number): void {
  let [seams, grain] = ['', ''];
  for (let z = -0.5; z < FAR_EDGE; z += width) {
    seams += polyline([camera.project([-REACH, 0, z]), camera.project([REACH, 0, z])], false);
    for (let line = 0; line < 9; line += 1) {
      const [x, depth] = [random.between(-REACH, REACH * 0.8), z + random.between(0.01, width - 0.01)];
      const length = random.between(0.15, 0.7);
      const [a, b, c] = [
        camera.project([x, 0, depth]),
        camera.project([x + length / 2, 0, depth + random.between(-0.006, 0.006)]),
        camera.project([x + length, 0, depth]),
      ];
      grain += `M${a.map((v) => v.toFixed(1)).join(' ')}Q${b.map((v) => v.toFixed(1)).join(' ')} ${c.map((v) => v.toFixed(1)).join(' ')}`;
    }
  }
  sheet.stroke(grain, lift(tone, -0.08), 2.2, { opacity: 0.42 });
  sheet.stroke(seams, lift(tone, -0.17), 2.6, { opacity: 0.6 });
}

function drawSheen({ sheet, camera, mood }: Tabletop, tone: Color): void {
  const edge = camera.project([0, 0, FAR_EDGE])[1];
  const shine = mix(tone, mood.sky[2], 0.55);
  for (const [x, width] of [
    [120, 460],
    [760, 560],
    [1380, 300],
  ] as const) {
    sheet.polygon(
      [
        [x, edge],
        [x + width, edge],
        [x + width * 1.15, sheet.height],
        [x - width * 0.15, sheet.height],
      ],
      sheet.linear([
        [0, shine, 0.55],
        [0.45, shine, 0.12],
        [1, shine, 0],
      ]),
    );
  }
}

function drawTerrazzo({ sheet, camera, random, palette }: Tabletop, tone: Color): void {
  const chips: readonly Color[] = [
    lift(tone, -0.13),
    mix(tone, palette.accent, 0.3),
    mix(tone, palette.wood, 0.45),
    lift(tone, 0.05),
  ];
  for (const chip of chips) {
    let data = '';
    for (let index = 0; index < 70; index += 1) {
      const centre: Vec3 = [random.between(-0.9, 0.9), 0, random.between(-0.45, FAR_EDGE)];
      const size = random.between(0.003, 0.009);
      const corners = Array.from({ length: 5 }, (_, corner): Vec3 => {
        const angle = (corner / 5) * Math.PI * 2;
        const reach = size * random.between(0.6, 1.2);
        return [centre[0] + Math.cos(angle) * reach, 0, centre[2] + Math.sin(angle) * reach];
      });
      data += polyline(camera.outline(corners));
    }
    sheet.path(data, chip, { opacity: 0.65 });
  }
}

function drawWeave({ sheet, camera, palette }: Tabletop, tone: Color): void {
  let lines = '';
  for (let z = -0.5; z < FAR_EDGE; z += 0.016)
    lines += polyline([camera.project([-REACH, 0, z]), camera.project([REACH, 0, z])], false);
  sheet.stroke(lines, lift(tone, -0.05), 1.2, { opacity: 0.4 });
  for (const x of [-0.46, -0.43, 0.43, 0.46])
    decal(
      { sheet, camera, light: { direction: [0, -1, 0], key: tone, ambient: tone } },
      level([x, x + 0.016], [-0.6, FAR_EDGE], 0),
      mix(tone, palette.accent, 0.42),
      { opacity: 0.75 },
    );
}

/** Sun through the window on the table, with the shadows of leaves in it. */
export function drawTableSun(table: Tabletop): void {
  const { sheet, camera, mood } = table;
  const strength = mood.sunshine;
  if (strength < 0.3) {
    const warm = camera.project([-0.1, 0, 0.12]);
    sheet.glow(warm, 900, '#ffd696', 0.26 * mood.lamps + 0.08, 0.5);
    return;
  }
  const light = mix(mood.indoors.key, '#fff1cb', 0.55);
  let panes = '';
  for (const [from, to] of [
    [-0.95, -0.52],
    [-0.48, -0.05],
    [-0.01, 0.42],
  ] as const) {
    for (const [near, far] of [
      [-0.4, -0.02],
      [0.01, 0.4],
    ] as const) {
      const slant = (z: number): number => (0.4 - z) * 0.55;
      panes += polyline(
        camera.outline([
          [from + slant(near), 0, near],
          [to + slant(near), 0, near],
          [to + slant(far), 0, far],
          [from + slant(far), 0, far],
        ]),
      );
    }
  }
  sheet.path(panes, light, { opacity: Math.round(strength * 46) / 100 });
  const shade = mix(mood.indoors.ambient, '#7d5a45', 0.4);
  sheet.group({ clip: panes }, () => sheet.path(twigShadows(table), shade, { opacity: 0.3 }));
}

/** Twigs lying as shadows on the table: leaves in pairs along a line. */
function twigShadows({ camera, random }: Tabletop): string {
  let leaves = '';
  for (const [x, z] of [
    [-0.72, 0.2],
    [-0.5, -0.16],
    [-0.2, 0.3],
    [0.1, -0.2],
  ] as const) {
    const lean = random.between(0.2, 0.5);
    for (let leaf = 0; leaf < 11; leaf += 1) {
      const spot = camera.project([x + leaf * 0.036, 0, z - leaf * 0.036 * lean]);
      for (const side of [-1, 1])
        leaves += leafOutline(spot, random.between(70, 120) * (1.15 - leaf * 0.05), 0.35 + side * 0.8, 0.42);
    }
  }
  return leaves;
}

/** The shadow of a round thing on the table, soft at its far end. */
export function drawThingShadow(table: Tabletop, at: Vec3, radius: number, height: number): void {
  const { mood } = table;
  const dark = mix('#2a1712', mood.indoors.ambient, 0.18);
  const strength = (0.22 + 0.16 * mood.sunshine) / PENUMBRA.length;
  for (const spread of PENUMBRA) {
    const body = [
      ...ring(at, radius * (1 + spread * 0.4), 18),
      ...ring([at[0], at[1] + height, at[2]], radius * (1 + spread), 18),
    ];
    castShadow(table, body, dark, strength, at[1] + 0.0005);
    castShadow(
      table,
      ring([at[0], at[1] + height * 0.2, at[2]], radius * (1.02 + spread * 0.5), 18),
      dark,
      strength * 0.8,
      at[1] + 0.0005,
    );
  }
}

/** How far each of the overlapping shadows reaches beyond or falls short of the thing's own outline. */
const PENUMBRA: readonly number[] = [-0.14, -0.105, -0.07, -0.035, 0, 0.035, 0.07, 0.105, 0.14];
