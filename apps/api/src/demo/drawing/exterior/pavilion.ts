import { lift, mix } from '../kit/color.js';
import { type Point, polyline } from '../kit/sheet.js';
import { drawCrown, leafage, puff } from '../nature/foliage.js';
import { drawCourses, drawShadeBelow, drawWall, type Elevation, type Frame, outdoors } from './elevation.js';
import { drawGlazing } from './glazing.js';
import { drawPot, drawSign, drawStringLights } from './street.js';

const DARK_STEEL = '#35383a';

/** Concrete slabs and glass: the room itself is the front; above it a smaller room, or only its garden. */
export function drawModern(elevation: Elevation): void {
  const { sheet, groundY, palette, mood, random } = elevation;
  const concrete = outdoors(elevation, palette.wall, 0.75);
  const upper = random.pick(['left', 'right', 'none'] as const);
  if (upper !== 'none') drawUpperRoom(elevation, upper === 'left' ? 330 : 700, concrete);
  const wood: Frame = { x: upper === 'right' ? 340 : 1010, y: groundY - 360, width: 250, height: 360 };
  drawWall(elevation, wood, palette.wood);
  let slats = '';
  for (let x = wood.x + 14; x < wood.x + wood.width; x += 18) slats += `M${x} ${wood.y}v360`;
  sheet.stroke(slats, lift(outdoors(elevation, palette.wood, 0.4), -0.1), 3, { opacity: 0.6 });
  const glassX = upper === 'right' ? 590 : 356;
  const glass: Frame = { x: glassX, y: groundY - 330, width: 654, height: 330 };
  drawGlazing(elevation, glass, { columns: 4, rows: 1, frame: 9, frameColor: DARK_STEEL });
  drawSlab(elevation, groundY - 384, 54);
  if (upper === 'none') drawSlab(elevation, groundY - 440, 26);
  drawShadeBelow(elevation, { x: 330, y: groundY - 330, width: 930, height: 96 }, 0.46);
  const round = sheet.shaded(lift(concrete, 0.02), lift(concrete, -0.12), 0);
  for (const x of [268, 1306]) sheet.rect(x, groundY - 330, 18, 330, round);
  drawSign(elevation, [wood.x + 126, groundY - 230], 52, '#f6ecd8', '#2f2c2c');
  const garden: Record<typeof upper, number> = { left: 800, right: 290, none: 560 };
  drawRoofGarden(elevation, [garden[upper], groundY - (upper === 'none' ? 444 : 388)]);
  if (mood.time === 'snow') sheet.rect(248, groundY - 402, 1094, 16, '#f6f8fc');
}

function drawUpperRoom(elevation: Elevation, x: number, concrete: string): void {
  const { groundY, palette, sheet } = elevation;
  drawWall(elevation, { x, y: groundY - 640, width: 430, height: 270 }, mix(palette.wall, palette.wood, 0.25));
  const glass: Frame = { x: x + 54, y: groundY - 590, width: 322, height: 180 };
  drawGlazing(elevation, glass, { columns: 3, rows: 1, frame: 8, frameColor: DARK_STEEL });
  sheet.rect(x - 8, groundY - 652, 446, 16, lift(concrete, 0.06));
}

function drawSlab(elevation: Elevation, y: number, thickness: number): void {
  const { sheet, palette } = elevation;
  const concrete = outdoors(elevation, palette.wall, 0.75);
  sheet.rect(250, y, 1090, thickness, sheet.shaded(lift(concrete, 0.05), lift(concrete, -0.04)));
  sheet.rect(250, y - 4, 1090, 8, lift(concrete, 0.09));
}

function drawRoofGarden({ sheet, mood, random }: Elevation, [x, y]: Point): void {
  const tones = leafage('#7d9a5a', mood);
  for (let index = 0; index < 4; index += 1) {
    drawCrown(sheet, [x + 24 + index * 108, y - 18], [66, 30 + (index % 2) * 14], tones, random, 0.7);
  }
}

/** White cubes by the sea: a stair, an arch, a terrace with parasols. */
export function drawSeaside(elevation: Elevation): void {
  const { sheet, groundY, palette } = elevation;
  const white = palette.wall;
  drawWall(elevation, { x: 300, y: groundY - 330, width: 640, height: 330 }, white);
  drawWall(elevation, { x: 640, y: groundY - 560, width: 420, height: 560 }, mix(white, '#ffffff', 0.35));
  drawWall(elevation, { x: 1060, y: groundY - 250, width: 260, height: 250 }, white);
  const cap = outdoors(elevation, mix(white, '#ffffff', 0.5), 0.95);
  for (const [x, y, width] of [
    [290, 338, 352],
    [632, 570, 436],
    [1056, 258, 272],
  ] as const)
    sheet.rect(x, groundY - y, width, 16, cap);
  drawShadeBelow(elevation, { x: 640, y: groundY - 554, width: 420, height: 26 }, 0.24);
  const blue = { frame: 11, frameColor: palette.accent };
  drawGlazing(elevation, { x: 350, y: groundY - 252, width: 244, height: 190 }, { ...blue, columns: 3, rows: 1 });
  drawGlazing(
    elevation,
    { x: 700, y: groundY - 486, width: 116, height: 150 },
    { ...blue, columns: 2, rows: 2, arched: true, room: false },
  );
  drawGlazing(
    elevation,
    { x: 884, y: groundY - 486, width: 116, height: 150 },
    { ...blue, columns: 2, rows: 2, arched: true, room: false },
  );
  drawGlazing(
    elevation,
    { x: 752, y: groundY - 270, width: 196, height: 270 },
    { ...blue, columns: 2, rows: 3, arched: true, room: 'empty' },
  );
  drawStair(elevation);
  drawSign(elevation, [850, groundY - 312], 34, palette.accent, '#fffaf0');
  for (const x of [372, 520]) drawParasol(elevation, [x, groundY - 338], palette.accent);
  drawBougainvillea(elevation, [1052, groundY - 470]);
}

function drawStair(elevation: Elevation): void {
  const { sheet, groundY, palette } = elevation;
  const steps = 9;
  for (let step = 0; step < steps; step += 1) {
    const x = 1320 - (step * 260) / steps;
    const y = groundY - (step * 250) / steps;
    sheet.rect(1060, y - 28, x - 1060, 29, outdoors(elevation, palette.wall, 0.55 + (step % 2) * 0.18));
    sheet.rect(1060, y - 29, x - 1060, 7, outdoors(elevation, '#ffffff', 0.9));
  }
  sheet.rect(1060, groundY - 250, 14, 250, lift(outdoors(elevation, palette.wall, 0.4), -0.05), { opacity: 0.6 });
}

function drawParasol(elevation: Elevation, [x, y]: Point, color: string): void {
  const { sheet } = elevation;
  sheet.rect(x - 3, y - 128, 6, 128, outdoors(elevation, '#d8c3a0', 0.7));
  const ribs = 6;
  for (let rib = 0; rib < ribs; rib += 1) {
    const [from, to] = [-86 + (rib * 172) / ribs, -86 + ((rib + 1) * 172) / ribs];
    const tone = outdoors(elevation, rib % 2 === 0 ? color : '#fff6e6', 0.85 - rib * 0.06);
    sheet.path(
      `M${x} ${y - 176}Q${x + from * 0.7} ${y - 160} ${x + from} ${y - 118}Q${x + (from + to) / 2} ${y - 108} ${x + to} ${y - 118}Q${x + to * 0.7} ${y - 160} ${x} ${y - 176}Z`,
      tone,
    );
  }
}

function drawBougainvillea({ sheet, mood, random }: Elevation, [x, y]: Point): void {
  const leaves = leafage('#5c8f58', mood);
  const bloom = leafage('#dd4f86', mood);
  drawCrown(sheet, [x, y + 60], [64, 150], leaves, random, 0.7);
  const petals: Record<'body' | 'light', string> = { body: '', light: '' };
  for (let index = 0; index < 120; index += 1) {
    const spot: Point = [x + random.between(-1, 1) * 66, y + 60 + random.between(-1, 1) * 150];
    const tone = random.chance(0.6) ? 'body' : 'light';
    petals[tone] += puff(spot, random.between(4, 8), random, 5);
  }
  sheet.path(petals.body, bloom.body);
  sheet.path(petals.light, bloom.light);
}

/** A glasshouse on a brick base, green inside. */
export function drawGreenhouse(elevation: Elevation): void {
  const { sheet, groundY, palette, mood, random } = elevation;
  const [left, right, eaves, ridge, foot] = [330, 1270, groundY - 360, groundY - 610, groundY - 90];
  const outline: Point[] = [
    [left, foot],
    [left, eaves],
    [560, ridge],
    [1040, ridge],
    [right, eaves],
    [right, foot],
  ];
  const air = mix(mood.sky[1], mix('#f6f1da', '#ffdc97', mood.lamps), 0.4 + mood.lamps * 0.45);
  sheet.polygon(outline, sheet.shaded(mix(air, mood.sky[2], 0.5), lift(air, -0.04)));
  sheet.group({ clip: polyline(outline) }, () => {
    for (let plant = 0; plant < 16; plant += 1) {
      const green = leafage(random.pick(['#4f8f56', '#6fa25a', '#3f7a5c', '#88a95a']), mood);
      const hazy = {
        dark: mix(green.dark, air, 0.42),
        body: mix(green.body, air, 0.4),
        light: mix(green.light, air, 0.35),
      };
      const x = left + (plant + 0.5) * ((right - left) / 16);
      drawCrown(
        sheet,
        [x, foot - random.between(50, 250)],
        [random.between(52, 84), random.between(48, 96)],
        hazy,
        random,
        0.6,
      );
    }
    for (let lamp = 0; lamp < 5; lamp += 1) {
      const spot: Point = [430 + lamp * 185, eaves + 60 + (lamp % 2) * 30];
      sheet.stroke(`M${spot[0]} ${ridge}V${spot[1]}`, '#3b3b34', 2);
      sheet.glow(spot, 90, '#ffe6a6', 0.35 + mood.lamps * 0.5);
      sheet.circle(spot, 11, '#fff3cf');
    }
    drawStringLights(elevation, [left, eaves + 20], [right, eaves + 20], 34);
    for (const x of [420, 700, 1010])
      sheet.polygon(
        [
          [x + 200, ridge],
          [x + 262, ridge],
          [x + 62, foot],
          [x, foot],
        ],
        '#ffffff',
        { opacity: 0.16 },
      );
  });
  drawGlassFrame(elevation, outline, { left, right, eaves, ridge, foot });
  drawWall(elevation, { x: left - 12, y: foot, width: right - left + 24, height: 90 }, palette.wall);
  drawCourses(
    elevation,
    { x: left - 12, y: foot, width: right - left + 24, height: 90 },
    15,
    lift(outdoors(elevation, palette.wall, 0.5), -0.1),
    0.5,
  );
  drawGlazing(
    elevation,
    { x: 704, y: groundY - 330, width: 192, height: 330 },
    { columns: 2, rows: 3, frame: 13, frameColor: palette.accent, room: 'empty' },
  );
  drawSign(elevation, [800, groundY - 404], 46, '#f7efdc', palette.accent);
  for (const x of [640, 960]) drawPot(elevation, [x, groundY + 6], 92, 'topiary', palette.roof);
}

function drawGlassFrame(
  elevation: Elevation,
  outline: readonly Point[],
  edge: { left: number; right: number; eaves: number; ridge: number; foot: number },
): void {
  const { sheet, palette, mood } = elevation;
  const steel = outdoors(elevation, palette.roof, 0.7);
  let thin = '';
  for (let bar = 1; bar < 12; bar += 1) {
    const x = edge.left + ((edge.right - edge.left) * bar) / 12;
    thin += `M${x} ${edge.foot}V${edge.eaves}L${560 + (480 * bar) / 12} ${edge.ridge}`;
  }
  const middle = (edge.eaves + edge.foot) / 2;
  thin += `M${edge.left} ${middle}H${edge.right}M${(edge.left + 560) / 2} ${(edge.eaves + edge.ridge) / 2}H${(edge.right + 1040) / 2}`;
  sheet.stroke(thin, steel, 5, { round: false });
  sheet.stroke(`M${edge.left} ${edge.eaves}H${edge.right}`, steel, 14, { round: false });
  sheet.path(polyline(outline), 'none', { stroke: lift(steel, -0.04), strokeWidth: 14 });
  sheet.stroke(`M548 ${edge.ridge - 8}H1052`, lift(steel, 0.05), 14);
  if (mood.time === 'snow') sheet.stroke(`M540 ${edge.ridge - 18}H1060`, '#f6f8fc', 16);
}
