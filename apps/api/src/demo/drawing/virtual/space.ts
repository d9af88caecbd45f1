import type { Color } from '../kit/color.js';
import { lift, mix } from '../kit/color.js';
import type { Vec3 } from '../kit/camera.js';
import type { Mood } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import { curve, type Point, type Sheet } from '../kit/sheet.js';
import { ball, disc, lit, ring, type Stage, turned } from '../kit/solids.js';
import { drawEmblem, type Emblem } from '../emblem.js';
import { puff } from '../nature/foliage.js';
import type { Palette } from '../palette.js';

/** The open air in which a café's virtual room floats. */
export function drawVoid(sheet: Sheet, mood: Mood, palette: Palette, random: Random): void {
  const dark = mood.lamps > 0.75;
  const tint = mix(mood.sky[1], palette.accent, 0.22);
  const top = dark ? mix(mood.sky[0], palette.accent, 0.12) : mix(tint, '#ffffff', 0.3);
  const low = dark
    ? mix(mood.sky[1], palette.accent, 0.3)
    : mix(mix(mood.sky[2], palette.textile, 0.3), '#ffffff', 0.25);
  sheet.rect(
    -10,
    -10,
    sheet.width + 20,
    sheet.height + 20,
    sheet.linear(
      [
        [0, top],
        [0.5, mix(top, low, 0.5)],
        [1, low],
      ],
      75,
    ),
  );
  const middle: Point = [sheet.width / 2, sheet.height * 0.46];
  sheet.glow(middle, 860, dark ? mix('#ffd9a0', palette.accent, 0.4) : '#ffffff', dark ? 0.34 : 0.6);
  const halo = dark ? lift(low, 0.07) : mix(low, '#ffffff', 0.45);
  for (const [radius, opacity] of [
    [520, 0.28],
    [420, 0.32],
  ] as const)
    sheet.circle([middle[0], middle[1] - 30], radius, halo, { opacity });
  if (dark) drawSparks(sheet, random);
  drawDrifts(sheet, mix(dark ? low : '#ffffff', mood.cloud, 0.45), dark ? 0.3 : 0.75, random);
}

function drawSparks(sheet: Sheet, random: Random): void {
  for (let spark = 0; spark < 110; spark += 1) {
    const spot: Point = [random.next() * sheet.width, random.next() * sheet.height];
    sheet.circle(spot, random.between(0.8, 2.6), '#fff3d6', { opacity: Math.round(random.between(20, 85)) / 100 });
  }
}

/** Small clouds at rest around the room. */
function drawDrifts(sheet: Sheet, color: Color, opacity: number, random: Random): void {
  for (const [x, y, size] of [
    [170, 250, 74],
    [1440, 200, 92],
    [1330, 860, 80],
    [240, 830, 96],
    [640, 120, 44],
    [1080, 990, 58],
  ] as const) {
    const [cx, cy] = [x + random.between(-50, 50), y + random.between(-40, 40)];
    let data = '';
    for (const [dx, dy, r] of [
      [-0.9, 0.1, 0.5],
      [-0.2, -0.25, 0.72],
      [0.55, -0.05, 0.58],
      [1.1, 0.16, 0.38],
    ] as const)
      data += puff([cx + dx * size, cy + dy * size], size * r, random, 12);
    sheet.path(
      data,
      sheet.linear([
        [0, lift(color, 0.04), opacity],
        [0.7, color, opacity * 0.6],
        [1, color, 0.05],
      ]),
    );
  }
}

/** The soft shadow far below a thing that floats. */
export function drawFloatShadow(sheet: Sheet, centre: Point, reach: number, mood: Mood): void {
  sheet.glow(centre, reach, lift(mood.outdoors.ambient, -0.3), 0.34, 0.2);
}

/** A visitor of the virtual room: a rounded body, a head, and now and then something to say. */
export function drawAvatar(stage: Stage, at: Vec3, coat: Color, hair: Color, says: Emblem | null): void {
  const { sheet, camera } = stage;
  const [x, y, z] = at;
  disc(stage, [x, y + 0.004, z], 0.26, '#20140f', { opacity: 0.2 });
  turned(
    stage,
    at,
    [
      [0.15, 0],
      [0.2, 0.12],
      [0.21, 0.4],
      [0.16, 0.62],
      [0.08, 0.7],
    ],
    coat,
    { gloss: 0.4 },
  );
  const head: Vec3 = [x, y + 0.92, z];
  ball(stage, head, 0.235, '#f3c9a6', 0.2);
  const [cx, cy] = camera.project(head);
  const r = 0.245 * camera.scaleAt(head);
  const tone = lit(stage.light, hair, [0, 0.6, -0.6]);
  sheet.path(
    `M${cx - r} ${cy + r * 0.15}C${cx - r * 1.12} ${cy - r * 1.3} ${cx + r * 1.12} ${cy - r * 1.3} ${cx + r} ${cy + r * 0.15}Q${cx + r * 0.75} ${cy - r * 0.5} ${cx + r * 0.1} ${cy - r * 0.42}T${cx - r} ${cy + r * 0.15}Z`,
    sheet.shaded(lift(tone, 0.07), lift(tone, -0.03)),
  );
  for (const side of [-1, 1]) sheet.ellipse([cx + side * r * 0.36, cy + r * 0.16], r * 0.075, r * 0.12, '#3a2620');
  for (const side of [-1, 1])
    sheet.ellipse([cx + side * r * 0.56, cy + r * 0.38], r * 0.13, r * 0.08, '#f0948a', { opacity: 0.5 });
  if (says !== null) drawBubble(sheet, [cx + r * 1.2, cy - r * 1.7], r * 1.5, says);
}

function drawBubble(sheet: Sheet, [x, y]: Point, size: number, says: Emblem): void {
  sheet.pill([x - size * 0.62 + 3, y - size * 0.5 + 5], [size * 1.24, size], size * 0.32, '#20140f', { opacity: 0.16 });
  sheet.polygon(
    [
      [x - size * 0.4, y + size * 0.3],
      [x - size * 0.62, y + size * 0.85],
      [x - size * 0.05, y + size * 0.4],
    ],
    '#fffdf8',
  );
  sheet.pill([x - size * 0.62, y - size * 0.5], [size * 1.24, size], size * 0.32, '#fffdf8');
  drawEmblem(sheet, says, [x, y], size * 0.66, '#b8604a', '#fffdf8');
}

/** A ring of light on the floor through which one comes and goes. */
export function drawPortal(stage: Stage, at: Vec3, radius: number, color: Color): void {
  const { sheet, camera } = stage;
  const bright = mix(color, '#ffffff', 0.45);
  const foot = camera.project(at);
  const scale = camera.scaleAt(at);
  sheet.glow(foot, radius * 2.1 * scale, bright, 0.55, 0.62);
  for (const [share, opacity] of [
    [1, 0.9],
    [0.78, 0.55],
    [0.56, 0.35],
  ] as const) {
    const rim = ring([at[0], at[1] + 0.01, at[2]], radius * share, 48).map((point) => camera.project(point));
    sheet.path(curve(rim, true), bright, { opacity: opacity * 0.35, stroke: '#ffffff', strokeWidth: 3 });
  }
  const rise = 1.5 * scale;
  const [left, right]: [Point, Point] = [
    [foot[0] - radius * 1.1 * scale, foot[1]],
    [foot[0] + radius * 1.1 * scale, foot[1]],
  ];
  sheet.polygon(
    [left, [left[0], left[1] - rise], [right[0], right[1] - rise], right],
    sheet.linear([
      [0, bright, 0],
      [1, bright, 0.42],
    ]),
  );
}

/** A pin above something one can touch in the room. */
export function drawHotspot(stage: Stage, at: Vec3, color: Color, emblem: Emblem): void {
  const { sheet, camera } = stage;
  const [x, y] = camera.project(at);
  const r = 0.2 * camera.scaleAt(at);
  sheet.glow([x, y], r * 2.4, mix(color, '#ffffff', 0.5), 0.5);
  sheet.path(
    `M${x} ${y + r * 1.75}C${x - r * 0.4} ${y + r * 1.05} ${x - r} ${y + r * 0.7} ${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}C${x + r} ${y + r * 0.7} ${x + r * 0.4} ${y + r * 1.05} ${x} ${y + r * 1.75}Z`,
    sheet.shaded(lift(color, 0.08), lift(color, -0.04)),
  );
  sheet.circle([x, y], r * 0.74, '#fffaf0');
  drawEmblem(sheet, emblem, [x, y], r * 0.98, color, '#fffaf0');
}
