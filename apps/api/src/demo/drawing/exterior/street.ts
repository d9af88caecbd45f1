import { drawEmblem } from '../emblem.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { drawCrown, drawGrass, leafage, leafOutline, puff, SEASON_LEAVES } from '../nature/foliage.js';
import { type Elevation, outdoors } from './elevation.js';

/** A round or upright board with the café's emblem, lit from above after dark. */
export function drawSign(elevation: Elevation, centre: Point, size: number, board: Color, ink: Color): void {
  const { sheet, mood, emblem } = elevation;
  const face = mix(outdoors(elevation, board, 0.8), board, mood.lamps * 0.6);
  sheet.circle([centre[0] + size * 0.08, centre[1] + size * 0.12], size, '#1c1420', { opacity: 0.25 });
  sheet.circle(centre, size, lift(face, -0.12));
  sheet.circle(centre, size * 0.93, sheet.shaded(lift(face, 0.03), lift(face, -0.04)));
  sheet.circle(centre, size * 0.8, 'none', { stroke: ink, strokeWidth: Math.max(1.5, size * 0.035), opacity: 0.7 });
  drawEmblem(sheet, emblem, centre, size * 1.05, ink, face);
  if (mood.lamps > 0.4) sheet.glow([centre[0], centre[1] - size * 0.4], size * 2.1, '#ffdf9e', mood.lamps * 0.4);
}

/** A sign on an arm that stands out from the wall, seen from the side of the street. */
export function drawBladeSign(elevation: Elevation, top: Point, size: number, board: Color, ink: Color): void {
  const { sheet } = elevation;
  sheet.stroke(
    `M${top[0] - size * 1.3} ${top[1]}H${top[0] + size * 0.9}M${top[0] - size * 0.5} ${top[1]}v${size * 0.5}M${top[0] + size * 0.5} ${top[1]}v${size * 0.5}`,
    '#2f2a2c',
    size * 0.09,
  );
  drawSign(elevation, [top[0], top[1] + size * 1.4], size, board, ink);
}

/** A striped cloth awning with a scalloped edge. */
export function drawAwning(
  elevation: Elevation,
  [x, y]: Point,
  [width, drop]: Point,
  colors: readonly [Color, Color],
): void {
  const { sheet } = elevation;
  const stripes = Math.max(6, Math.round(width / 44));
  const flare = drop * 0.24;
  const across = (share: number, low: boolean): number =>
    low ? x - flare + share * (width + flare * 2) : x + share * width;
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const [from, to] = [stripe / stripes, (stripe + 1) / stripes];
    const color = outdoors(elevation, colors[stripe % 2 === 0 ? 0 : 1], 0.82);
    const [left, right] = [across(from, true), across(to, true)];
    const data = `M${across(from, false)} ${y}H${across(to, false)}L${right} ${y + drop}A${(right - left) / 2} ${drop * 0.2} 0 0 1 ${left} ${y + drop}Z`;
    sheet.path(
      data,
      sheet.linear([
        [0, lift(color, -0.05)],
        [0.6, lift(color, 0.02)],
        [0.8, color],
        [0.81, lift(color, -0.06)],
        [1, lift(color, -0.08)],
      ]),
    );
  }
}

/** Bulbs along a sagging wire. */
export function drawStringLights(elevation: Elevation, from: Point, to: Point, sag: number): void {
  const { sheet, mood } = elevation;
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + sag * 2];
  sheet.stroke(`M${polyline([from], false).slice(1)}Q${middle.join(' ')} ${to.join(' ')}`, '#3a3034', 2);
  const count = Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 52);
  for (let bulb = 1; bulb < count; bulb += 1) {
    const t = bulb / count;
    const at = (index: 0 | 1): number =>
      (1 - t) ** 2 * from[index] + 2 * (1 - t) * t * middle[index] + t * t * to[index];
    const spot: Point = [at(0), at(1) + 8];
    if (mood.lamps > 0.3) sheet.glow(spot, 32, '#ffd98a', 0.35 + mood.lamps * 0.4);
    sheet.ellipse(spot, 4.6, 6.4, mood.lamps > 0.3 ? '#fff2c4' : '#f7ead0');
  }
}

export type Pot = 'bush' | 'flowers' | 'grass' | 'topiary';

/** A planted pot standing on `foot`. */
export function drawPot(elevation: Elevation, foot: Point, size: number, kind: Pot, color: Color): void {
  const { sheet, mood, random, season } = elevation;
  const [x, y] = foot;
  const light = outdoors(elevation, color, 0.9);
  const dark = outdoors(elevation, color, 0.15);
  sheet.ellipse([x + size * 0.2, y], size * 0.62, size * 0.1, '#22182a', { opacity: 0.28 });
  const green = leafage(
    season === 'winter' ? '#5f7f5c' : (SEASON_LEAVES[season === 'autumn' ? 'summer' : season][1] ?? '#5f9a4e'),
    mood,
  );
  const rim = y - size * 0.72;
  if (kind === 'grass') drawGrass(sheet, [x - size * 0.34, rim + 4], size * 0.68, size * 1.3, green.body, random);
  if (kind === 'topiary') {
    sheet.stroke(`M${x} ${rim}V${y - size * 1.5}`, '#5d473a', size * 0.08);
    drawCrown(sheet, [x, y - size * 1.75], [size * 0.5, size * 0.5], green, random, 0.9);
  }
  if (kind === 'bush' || kind === 'flowers')
    drawCrown(sheet, [x, y - size * 1.02], [size * 0.55, size * 0.44], green, random, 0.8);
  if (kind === 'flowers') drawBlooms(elevation, [x, y - size * 1.06], size * 0.5);
  const body = sheet.linear(
    [
      [0, mix(light, dark, 0.3)],
      [0.25, light],
      [0.7, mix(light, dark, 0.75)],
      [1, dark],
    ],
    0,
  );
  sheet.polygon(
    [
      [x - size * 0.4, rim],
      [x + size * 0.4, rim],
      [x + size * 0.3, y],
      [x - size * 0.3, y],
    ],
    body,
  );
  sheet.rect(x - size * 0.45, rim - size * 0.05, size * 0.9, size * 0.14, lift(light, 0.01));
  sheet.rect(x - size * 0.4, rim + size * 0.09, size * 0.8, size * 0.05, '#22182a', { opacity: 0.18 });
}

function drawBlooms({ sheet, palette, random, mood }: Elevation, centre: Point, reach: number): void {
  const colors = [palette.accent, '#fff3e2', mix(palette.accent, '#ffd9a0', 0.5), '#f2a7b5'];
  for (let bloom = 0; bloom < 16; bloom += 1) {
    const spot: Point = [centre[0] + random.between(-1, 1) * reach, centre[1] + random.between(-0.8, 0.6) * reach];
    const color = mix(random.pick(colors), mood.outdoors.ambient, 0.12);
    sheet.path(puff(spot, reach * random.between(0.09, 0.15), random, 6), color);
  }
}

export function drawBench(elevation: Elevation, [x, y]: Point, width: number): void {
  const { sheet, palette } = elevation;
  const wood = outdoors(elevation, palette.wood, 0.75);
  const height = width * 0.22;
  sheet.ellipse([x + width * 0.53, y], width * 0.56, height * 0.16, '#22182a', { opacity: 0.28 });
  for (const leg of [0.1, 0.86]) sheet.rect(x + width * leg, y - height, width * 0.04, height, lift(wood, -0.16));
  for (const slat of [0, 1])
    sheet.pill([x, y - height * (1.06 - slat * 0.17)], [width, height * 0.13], 3, lift(wood, 0.02 - slat * 0.06));
  for (const slat of [0, 1, 2])
    sheet.pill(
      [x + width * 0.02, y - height * (2.1 - slat * 0.27)],
      [width * 0.96, height * 0.17],
      3,
      lift(wood, -0.01 * slat),
    );
  for (const post of [0.1, 0.86])
    sheet.rect(x + width * post, y - height * 2.1, width * 0.03, height * 1.1, lift(wood, -0.16));
}

export function drawBicycle(elevation: Elevation, [x, y]: Point, size: number, color: Color): void {
  const { sheet } = elevation;
  const paint = outdoors(elevation, color, 0.8);
  const r = size * 0.26;
  const [rear, front]: [Point, Point] = [
    [x, y - r],
    [x + size * 0.86, y - r],
  ];
  sheet.ellipse([x + size * 0.45, y + 1], size * 0.72, size * 0.035, '#22182a', { opacity: 0.26 });
  for (const hub of [rear, front]) {
    sheet.circle(hub, r, 'none', { stroke: '#2b2729', strokeWidth: size * 0.026 });
    sheet.circle(hub, r * 0.9, 'none', { stroke: '#d9d2c6', strokeWidth: size * 0.008, opacity: 0.8 });
    let spokes = '';
    for (let spoke = 0; spoke < 9; spoke += 1) {
      const [dx, dy] = [Math.cos((spoke / 9) * Math.PI) * r, Math.sin((spoke / 9) * Math.PI) * r];
      spokes += `M${hub[0] - dx} ${hub[1] - dy}L${hub[0] + dx} ${hub[1] + dy}`;
    }
    sheet.stroke(spokes, '#8d8a88', 0.9, { opacity: 0.7 });
  }
  const [crank, saddle, head]: [Point, Point, Point] = [
    [x + size * 0.36, y - r * 0.92],
    [x + size * 0.27, y - size * 0.62],
    [x + size * 0.74, y - size * 0.64],
  ];
  sheet.stroke(
    polyline([rear, crank, head, front], false) +
      polyline(
        [rear, [saddle[0] + size * 0.02, saddle[1] + size * 0.1], [head[0] - size * 0.01, head[1] + size * 0.06]],
        false,
      ) +
      polyline([crank, saddle], false),
    paint,
    size * 0.03,
  );
  sheet.stroke(
    `M${head[0]} ${head[1]}l${-size * 0.03} ${-size * 0.1}q${size * 0.02} ${-size * 0.05} ${size * 0.12} ${-size * 0.02}`,
    '#3a3234',
    size * 0.022,
  );
  sheet.pill([saddle[0] - size * 0.08, saddle[1] - size * 0.03], [size * 0.18, size * 0.045], size * 0.02, '#6a4630');
  sheet.pill(
    [head[0] + size * 0.02, head[1] - size * 0.02],
    [size * 0.2, size * 0.15],
    size * 0.02,
    outdoors(elevation, '#b98a55', 0.8),
  );
  drawCrown(
    sheet,
    [head[0] + size * 0.12, head[1] - size * 0.06],
    [size * 0.11, size * 0.07],
    leafage('#8fb562', elevation.mood),
    elevation.random,
    0.4,
  );
}

/** A standing board with a chalk drawing of the emblem. */
export function drawEasel(elevation: Elevation, [x, y]: Point, size: number): void {
  const { sheet, palette, emblem } = elevation;
  const wood = outdoors(elevation, palette.wood, 0.8);
  sheet.ellipse([x + size * 0.12, y], size * 0.42, size * 0.06, '#22182a', { opacity: 0.28 });
  sheet.polygon(
    [
      [x - size * 0.3, y - size * 1.1],
      [x + size * 0.3, y - size * 1.1],
      [x + size * 0.37, y],
      [x + size * 0.3, y],
      [x + size * 0.27, y - size * 0.2],
      [x - size * 0.27, y - size * 0.2],
      [x - size * 0.3, y],
      [x - size * 0.37, y],
    ],
    wood,
  );
  sheet.polygon(
    [
      [x - size * 0.25, y - size * 1.03],
      [x + size * 0.25, y - size * 1.03],
      [x + size * 0.29, y - size * 0.28],
      [x - size * 0.29, y - size * 0.28],
    ],
    sheet.shaded('#3c4742', '#2c3431', 70),
  );
  drawEmblem(sheet, emblem, [x, y - size * 0.76], size * 0.3, '#f4ead6', '#35403b');
  sheet.stroke(
    `M${x - size * 0.16} ${y - size * 0.5}h${size * 0.32}M${x - size * 0.16} ${y - size * 0.42}h${size * 0.2}`,
    '#f4ead6',
    2.4,
    { opacity: 0.75 },
  );
}

/** A cat that sits and looks at you. */
export function drawCat(elevation: Elevation, [x, y]: Point, size: number, color: Color): void {
  const { sheet } = elevation;
  const fur = outdoors(elevation, color, 0.75);
  const s = size / 100;
  sheet.ellipse([x + 8 * s, y], 34 * s, 5 * s, '#22182a', { opacity: 0.3 });
  sheet.stroke(
    curve([
      [x + 22 * s, y - 5 * s],
      [x + 46 * s, y - 8 * s],
      [x + 50 * s, y - 30 * s],
      [x + 42 * s, y - 38 * s],
    ]),
    lift(fur, -0.05),
    8 * s,
  );
  sheet.path(
    `M${x - 24 * s} ${y}C${x - 32 * s} ${y - 30 * s} ${x - 18 * s} ${y - 58 * s} ${x} ${y - 60 * s}S${x + 34 * s} ${y - 28 * s} ${x + 26 * s} ${y}Z`,
    sheet.shaded(lift(fur, 0.03), lift(fur, -0.08), 60),
  );
  sheet.path(
    `M${x - 23 * s} ${y - 66 * s}L${x - 22 * s} ${y - 98 * s}L${x - 7 * s} ${y - 84 * s}H${x + 7 * s}L${x + 22 * s} ${y - 98 * s}L${x + 23 * s} ${y - 66 * s}Q${x + 20 * s} ${y - 48 * s} ${x} ${y - 47 * s}T${x - 23 * s} ${y - 66 * s}Z`,
    lift(fur, 0.02),
  );
  for (const side of [-1, 1]) sheet.ellipse([x + side * 9 * s, y - 68 * s], 2.6 * s, 3.6 * s, '#2a2022');
  sheet.path(leafOutline([x, y - 62 * s], 4 * s, Math.PI / 2, 1.4), '#b9655a');
  sheet.ellipse([x - 7 * s, y - 3 * s], 8 * s, 4.5 * s, lift(fur, 0.06));
  sheet.ellipse([x + 9 * s, y - 3 * s], 8 * s, 4.5 * s, lift(fur, 0.04));
}
