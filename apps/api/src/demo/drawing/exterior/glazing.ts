import { lift, mix } from '../kit/color.js';
import { type Point, rectangle } from '../kit/sheet.js';
import { puff } from '../nature/foliage.js';
import { type Elevation, type Frame, outdoors } from './elevation.js';

export interface GlazingStyle {
  columns: number;
  rows: number;
  /** The top is a half round. */
  arched?: boolean;
  frameColor: string;
  /** Thickness of the outer frame in pixels; bars are half of it. */
  frame: number;
  /** Show people, counter and lamps inside; small windows show only light, doors no people. */
  room?: boolean | 'empty';
}

/** A window or glass door with the café's light behind it. */
export function drawGlazing(elevation: Elevation, frame: Frame, style: GlazingStyle): void {
  const { sheet } = elevation;
  const outline = paneOutline(frame, style.arched === true);
  sheet.group({ clip: outline }, () => {
    drawGlow(elevation, frame);
    if (style.room !== false) drawRoomBehind(elevation, frame, style.room === 'empty' ? 0 : 0.62);
    drawReflection(elevation, frame);
  });
  drawBars(elevation, frame, style, outline);
}

function paneOutline({ x, y, width, height }: Frame, arched: boolean): string {
  if (!arched) return rectangle(x, y, width, height);
  const rise = Math.min(width / 2, height * 0.45);
  return `M${x} ${y + height}V${y + rise}A${width / 2} ${rise} 0 0 1 ${x + width} ${y + rise}V${y + height}Z`;
}

function drawGlow({ sheet, mood, palette }: Elevation, frame: Frame): void {
  const dim = mix('#5a4638', palette.wall, 0.22);
  const lamps = 0.28 + mood.lamps * 0.72;
  const warm = mix(dim, '#ffd896', lamps);
  const deep = mix(lift(dim, -0.08), '#d99a55', lamps * 0.85);
  const centre: Point = [frame.x + frame.width / 2, frame.y + frame.height * 0.4];
  const fill = sheet.radialAt(
    [
      [0, lift(warm, 0.04)],
      [0.5, warm],
      [1, deep],
    ],
    centre,
    Math.max(frame.width, frame.height) * 0.72,
  );
  sheet.rect(frame.x, frame.y, frame.width, frame.height, fill);
}

/** `company`: how likely it is that a seat is taken. */
function drawRoomBehind(elevation: Elevation, frame: Frame, company: number): void {
  const { sheet, mood, random } = elevation;
  const unit = Math.min(frame.height, 330) / 10;
  const floor = frame.y + frame.height;
  const shade = mix('#7c5033', '#3d2a22', 0.6 - mood.lamps * 0.35);
  drawShelves(elevation, frame, unit, shade);
  sheet.rect(frame.x, floor - unit * 2.6, frame.width, unit * 0.3, lift(shade, 0.08), { opacity: 0.85 });
  sheet.rect(frame.x, floor - unit * 2.4, frame.width, unit * 2.4, shade, { opacity: 0.75 });
  const seats = Math.max(1, Math.round(frame.width / (unit * 6)));
  for (let seat = 0; seat < seats; seat += 1) {
    const x = frame.x + ((seat + random.between(0.25, 0.75)) / seats) * frame.width;
    if (random.chance(company)) drawGuest(elevation, [x, floor - unit * 1.4], unit);
    else drawLeafyPot(elevation, [x, floor - unit * 1.2], unit);
  }
  drawPendants(elevation, frame, unit);
}

function drawShelves({ sheet, random }: Elevation, frame: Frame, unit: number, shade: string): void {
  let things = '';
  let boards = '';
  for (const up of [4.2, 6]) {
    const y = frame.y + frame.height - unit * up;
    if (y < frame.y + unit) continue;
    boards += rectangle(frame.x, y, frame.width, unit * 0.14);
    for (let x = frame.x + unit * 0.4; x < frame.x + frame.width; x += unit * random.between(0.5, 1)) {
      if (random.chance(0.3)) continue;
      const [w, h] = [unit * random.between(0.24, 0.46), unit * random.between(0.4, 0.95)];
      things += rectangle(x, y - h, w, h);
    }
  }
  sheet.path(boards, shade, { opacity: 0.55 });
  sheet.path(things, shade, { opacity: 0.4 });
}

/** Somebody at a table, only a shape against the light. */
function drawGuest({ sheet, palette, mood, random }: Elevation, [x, y]: Point, unit: number): void {
  const coat = mix(
    random.pick([palette.accent, palette.textile, '#7a5a4a', '#4f5b63']),
    '#3a2a22',
    0.45 - mood.lamps * 0.1,
  );
  const hair = mix('#2c211d', coat, 0.2);
  const lean = random.between(-0.14, 0.14) * unit;
  sheet.path(
    `M${x - unit * 0.85} ${y + unit}C${x - unit * 0.85} ${y - unit * 0.5} ${x - unit * 0.45} ${y - unit * 0.72} ${x} ${y - unit * 0.74}S${x + unit * 0.85} ${y - unit * 0.5} ${x + unit * 0.85} ${y + unit}Z`,
    coat,
  );
  sheet.rect(x - unit * 0.16 + lean * 0.5, y - unit * 1.05, unit * 0.32, unit * 0.5, mix('#e2a986', '#7a4c38', 0.35));
  sheet.ellipse([x + lean, y - unit * 1.36], unit * 0.43, unit * 0.5, mix('#e2a986', '#7a4c38', 0.25));
  sheet.path(
    `M${x + lean - unit * 0.48} ${y - unit * 1.2}C${x + lean - unit * 0.6} ${y - unit * 2.1} ${x + lean + unit * 0.6} ${y - unit * 2.1} ${x + lean + unit * 0.48} ${y - unit * 1.2}C${x + lean + unit * 0.3} ${y - unit * 1.66} ${x + lean - unit * 0.2} ${y - unit * 1.7} ${x + lean - unit * 0.48} ${y - unit * 1.2}Z`,
    hair,
  );
}

function drawLeafyPot({ sheet, random }: Elevation, [x, y]: Point, unit: number): void {
  let leaves = '';
  for (let leaf = 0; leaf < 7; leaf += 1) {
    leaves += puff(
      [x + random.between(-0.7, 0.7) * unit, y - random.between(0.9, 2.6) * unit],
      unit * random.between(0.3, 0.55),
      random,
      7,
    );
  }
  sheet.path(leaves, '#4d5d38', { opacity: 0.8 });
  sheet.rect(x - unit * 0.4, y - unit * 0.6, unit * 0.8, unit * 1.4, '#8a4f36', { opacity: 0.8 });
}

function drawPendants({ sheet, mood, palette }: Elevation, frame: Frame, unit: number): void {
  const count = Math.max(1, Math.round(frame.width / (unit * 5)));
  for (let lamp = 0; lamp < count; lamp += 1) {
    const x = frame.x + ((lamp + 0.5) / count) * frame.width;
    const y = frame.y + Math.min(frame.height * 0.3, unit * 2.6);
    sheet.stroke(`M${x} ${frame.y}V${y - unit * 0.5}`, '#3b2b24', 1.6);
    sheet.glow([x, y + unit * 0.2], unit * 2.6, '#ffe9b0', 0.25 + mood.lamps * 0.5);
    sheet.path(
      `M${x - unit * 0.62} ${y}Q${x - unit * 0.5} ${y - unit * 0.6} ${x} ${y - unit * 0.62}Q${x + unit * 0.5} ${y - unit * 0.6} ${x + unit * 0.62} ${y}Z`,
      mix(palette.accent, '#30241f', 0.35),
    );
    sheet.ellipse([x, y], unit * 0.6, unit * 0.13, '#fff3cf');
  }
}

/** The sky in the glass: strong by day, faint when the lamps are lit. */
function drawReflection({ sheet, mood }: Elevation, { x, y, width, height }: Frame): void {
  const strength = 0.5 * (1 - mood.lamps * 0.86);
  const sky = sheet.linear(
    [
      [0, mood.sky[0], strength],
      [0.6, mood.sky[2], strength * 0.45],
      [1, mood.sky[2], strength * 0.12],
    ],
    75,
  );
  sheet.rect(x, y, width, height, sky);
  const slant = height * 0.45;
  for (const [at, share] of [
    [0.12, 0.16],
    [0.36, 0.05],
    [0.72, 0.1],
  ] as const) {
    const left = x + width * at;
    const wide = Math.min(width * share, height * 0.3);
    sheet.polygon(
      [
        [left + slant, y],
        [left + slant + wide, y],
        [left + wide, y + height],
        [left, y + height],
      ],
      '#ffffff',
      { opacity: 0.07 + strength * 0.16 },
    );
  }
}

function drawBars(elevation: Elevation, { x, y, width, height }: Frame, style: GlazingStyle, outline: string): void {
  const { sheet } = elevation;
  const color = outdoors(elevation, style.frameColor, 0.62);
  let bars = '';
  for (let column = 1; column < style.columns; column += 1) {
    bars += `M${x + (width * column) / style.columns} ${y}v${height}`;
  }
  for (let row = 1; row < style.rows; row += 1) bars += `M${x} ${y + (height * row) / style.rows}h${width}`;
  sheet.group({ clip: outline }, () => sheet.stroke(bars, color, style.frame * 0.5));
  sheet.path(outline, 'none', { stroke: lift(color, -0.1), strokeWidth: style.frame + 2 });
  sheet.path(outline, 'none', { stroke: color, strokeWidth: style.frame });
}
