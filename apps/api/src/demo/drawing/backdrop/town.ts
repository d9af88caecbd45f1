import { type Color, lift, mix, under } from '../kit/color.js';
import { curve, type Point, rectangle } from '../kit/sheet.js';
import { drawTree } from '../nature/trees.js';
import { drawMeadow, drawRidge, drawTreeLine, groundColor, type Landscape } from './land.js';

const LIT_WINDOW = '#ffd98f';

/** A row of city buildings standing on `footY`; `far` turns them into air. */
export function drawApartments(land: Landscape, footY: number, height: number, far: number): void {
  const { sheet, area, mood, random } = land;
  const colors: readonly Color[] = ['#c9c2b8', '#b9bdc4', '#d8cdbd', '#a8aebb', '#c4b3a6'];
  let x = area.x - 10;
  while (x < area.x + area.width) {
    const width = height * random.between(0.28, 0.56);
    const top = footY - height * random.between(0.45, 1);
    const wall = under(random.pick(colors), mix(mood.outdoors.ambient, mood.outdoors.key, 0.45));
    const tone = mix(wall, mood.haze, far);
    sheet.rect(
      x,
      top,
      width,
      footY - top,
      sheet.linear([
        [0, lift(tone, 0.02)],
        [0.72, tone],
        [1, mix(tone, mood.haze, 0.35)],
      ]),
    );
    sheet.rect(x + width * 0.76, top, width * 0.24, footY - top, lift(tone, -0.05), { opacity: 0.7 });
    if (random.chance(0.5)) sheet.rect(x + width * 0.3, top - height * 0.05, width * 0.2, height * 0.05, tone);
    drawOfficeWindows(land, [x, top], [width * 0.74, footY - top], tone);
    x += width * random.between(0.96, 1.25);
  }
}

function drawOfficeWindows(
  { sheet, mood, random }: Landscape,
  [x, y]: Point,
  [width, height]: Point,
  wall: Color,
): void {
  const columns = Math.max(3, Math.round(width / 15));
  const rows = Math.max(4, Math.round(height / 19));
  const [cellX, cellY] = [width / columns, height / rows];
  let dark = '';
  let bright = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const pane = rectangle(x + (column + 0.24) * cellX, y + (row + 0.28) * cellY, cellX * 0.56, cellY * 0.46);
      if (random.chance(mood.lamps * 0.48)) bright += pane;
      else dark += pane;
    }
  }
  sheet.path(dark, mix(lift(wall, -0.1), mood.sky[0], 0.35), { opacity: 0.75 });
  if (bright !== '') sheet.path(bright, LIT_WINDOW, { opacity: 0.9 });
}

export function drawCity(land: Landscape): void {
  const { area, mood } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.16, rise * 0.2, '#64838c', 0.68, 5);
  drawTower(land, [area.x + area.width * 0.66, area.horizonY - rise * 0.3], rise * 0.34);
  drawApartments(land, area.horizonY, rise * 0.62, 0.62);
  drawApartments(land, area.horizonY + rise * 0.04, rise * 0.4, 0.32);
  drawTreeLine(land, area.horizonY + rise * 0.07, rise * 0.15, 'broadleaf', 15);
  drawMeadow({ ...land, mood: { ...mood, haze: mix(mood.haze, '#8a8f8a', 0.4) } }, area.horizonY + rise * 0.06);
}

function drawTower({ sheet, mood }: Landscape, [x, foot]: Point, height: number): void {
  const tone = mix(under('#d8d8dc', mood.outdoors.ambient), mood.haze, 0.5);
  sheet.polygon(
    [
      [x - height * 0.035, foot],
      [x - height * 0.014, foot - height * 0.6],
      [x + height * 0.014, foot - height * 0.6],
      [x + height * 0.035, foot],
    ],
    tone,
  );
  sheet.pill(
    [x - height * 0.06, foot - height * 0.64],
    [height * 0.12, height * 0.1],
    height * 0.03,
    lift(tone, -0.03),
  );
  sheet.rect(x - height * 0.006, foot - height, height * 0.012, height * 0.38, tone);
  if (mood.lamps > 0.6) sheet.glow([x, foot - height * 0.6], height * 0.3, '#9fe0ff', 0.7);
}

/** Low houses with coloured roofs climbing a slope. */
export function drawHillTown({ sheet, area, mood, random }: Landscape, footY: number, height: number): void {
  const walls: readonly Color[] = ['#f6ead6', '#f2c9b0', '#cfe0dc', '#f7dfa6', '#dfd3ea', '#ffffff'];
  const roofs: readonly Color[] = ['#c8553d', '#4c7fa3', '#3f7d6b', '#a65a48', '#5d6f86'];
  const rows = 5;
  for (let row = rows - 1; row >= 0; row -= 1) {
    const y = footY - (row / rows) * height;
    const size = height * (0.27 - row * 0.022);
    for (let x = area.x - size * random.next(); x < area.x + area.width; x += size * random.between(0.85, 1.4)) {
      const far = 0.1 + row * 0.1;
      const light = mix(mood.outdoors.ambient, mood.outdoors.key, 0.6);
      const wall = mix(under(random.pick(walls), light), mood.haze, far);
      const roof = mix(under(random.pick(roofs), light), mood.haze, far);
      const tall = size * random.between(0.62, 0.95);
      sheet.rect(x, y - tall, size, tall + 4, sheet.shaded(lift(wall, 0.02), lift(wall, -0.08)));
      sheet.polygon(
        [
          [x - size * 0.07, y - tall],
          [x + size * 0.2, y - tall - size * 0.3],
          [x + size * 0.8, y - tall - size * 0.3],
          [x + size * 1.07, y - tall],
        ],
        roof,
      );
      for (const across of [0.18, 0.6]) {
        const bright = random.chance(mood.lamps * 0.75);
        sheet.rect(
          x + size * across,
          y - tall * 0.68,
          size * 0.2,
          size * 0.24,
          bright ? LIT_WINDOW : lift(wall, -0.25),
        );
      }
    }
  }
}

/** A narrow old street: brick houses left and right, a pole with its wires, hills at its end. */
export function drawAlley(land: Landscape): void {
  const { sheet, area, mood, random } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.3, rise * 0.2, '#6d8a82', 0.6, 5);
  drawHillTown(land, area.horizonY, rise * 0.4);
  drawMeadow({ ...land, mood: { ...mood, haze: '#a39c94' } }, area.horizonY);
  const brick: readonly Color[] = ['#a9624a', '#c08a66', '#8d5b4f', '#b9a08a'];
  for (const [left, width, tall] of [
    [-0.05, 0.27, 0.86],
    [0.2, 0.17, 0.62],
    [0.68, 0.16, 0.66],
    [0.82, 0.28, 0.92],
  ] as const) {
    const x = area.x + area.width * left;
    const top = area.horizonY - rise * tall * 0.8;
    const wide = area.width * width;
    const wall = mix(under(random.pick(brick), mix(mood.outdoors.ambient, mood.outdoors.key, 0.5)), mood.haze, 0.1);
    const foot = area.horizonY + rise * 0.22;
    sheet.rect(x, top, wide, foot - top, sheet.shaded(lift(wall, 0.02), lift(wall, -0.1)));
    sheet.rect(x - wide * 0.03, top - rise * 0.03, wide * 1.06, rise * 0.04, lift(wall, -0.15));
    for (let row = 0; row < 3; row += 1) {
      for (const across of [0.16, 0.58]) {
        const bright = random.chance(mood.lamps * 0.7);
        sheet.rect(
          x + wide * across,
          top + rise * (0.1 + row * 0.24),
          wide * 0.26,
          rise * 0.13,
          bright ? LIT_WINDOW : mix(lift(wall, -0.2), mood.sky[1], 0.35),
          { stroke: lift(wall, 0.16), strokeWidth: 2.5 },
        );
      }
    }
  }
  drawWires(land, rise);
}

function drawWires({ sheet, area, mood }: Landscape, rise: number): void {
  const x = area.x + area.width * 0.63;
  const dark = mix('#3b3a40', mood.haze, 0.2);
  sheet.rect(x, area.y + rise * 0.12, rise * 0.02, rise, dark);
  sheet.rect(x - rise * 0.1, area.y + rise * 0.17, rise * 0.22, rise * 0.014, dark);
  for (const [index, sag] of [0.1, 0.13, 0.18].entries()) {
    const y = area.y + rise * (0.17 + index * 0.02);
    sheet.stroke(
      `M${area.x} ${y - rise * 0.04}Q${(area.x + x) / 2} ${y + rise * sag} ${x} ${y}Q${(x + area.x + area.width) / 2} ${y + rise * sag} ${area.x + area.width} ${y - rise * 0.05}`,
      dark,
      1.6,
      { opacity: 0.75 },
    );
  }
}

/** Inside the walls of a hanok: the tiled wall, a tree of the season, jars of soy and pepper paste. */
export function drawCourtyard(land: Landscape): void {
  const { sheet, area, mood, season, random } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.28, rise * 0.2, '#62806f', 0.6, 5);
  drawTileRoof(land, [area.x + area.width * 0.14, area.horizonY - rise * 0.24], area.width * 0.5);
  const light = mix(mood.outdoors.ambient, mood.outdoors.key, 0.55);
  const top = area.horizonY - rise * 0.2;
  const plaster = under('#ead9bd', light);
  const foot = area.horizonY + rise * 0.16;
  sheet.rect(area.x - 2, top, area.width + 4, foot - top, sheet.shaded(lift(plaster, -0.03), lift(plaster, -0.09)));
  let stones = '';
  for (let x = area.x - 20; x < area.x + area.width; x += rise * 0.11) {
    const size = rise * random.between(0.045, 0.06);
    stones += curve(
      [
        [x, foot - size],
        [x + size, foot - size * 1.7],
        [x + size * 2, foot - size],
        [x + size, foot - size * 0.2],
      ],
      true,
    );
  }
  sheet.path(stones, lift(under('#a39a8e', light), -0.05));
  drawTileCap(land, top, rise * 0.09);
  drawMeadow(
    {
      ...land,
      season: season === 'winter' ? 'winter' : season,
      mood: { ...mood, haze: mix(mood.haze, '#cdbf9e', 0.7) },
    },
    foot,
  );
  sheet.rect(
    area.x - 2,
    foot,
    area.width + 4,
    area.y + area.height - foot + 2,
    under(mood.time === 'snow' ? '#eef2f7' : '#d8c7a3', light),
    { opacity: 0.72 },
  );
  const kinds = { spring: 'cherry', summer: 'pine', autumn: 'persimmon', winter: 'pine' } as const;
  drawTree({ ...land, random }, kinds[season], [area.x + area.width * 0.76, foot + rise * 0.1], rise * 0.95);
  drawJars(land, [area.x + area.width * 0.18, foot + rise * 0.14], rise * 0.2);
}

/** The ridge of tiles on top of a wall. */
function drawTileCap({ sheet, area, mood }: Landscape, y: number, height: number): void {
  const tile = under('#565b63', mix(mood.outdoors.ambient, mood.outdoors.key, 0.55));
  sheet.rect(area.x - 4, y - height * 0.7, area.width + 8, height, sheet.shaded(lift(tile, 0.08), lift(tile, -0.1)));
  let lines = '';
  for (let x = area.x; x < area.x + area.width; x += height * 0.42)
    lines += `M${x.toFixed(1)} ${(y - height * 0.6).toFixed(1)}V${(y + height * 0.28).toFixed(1)}`;
  sheet.stroke(lines, lift(tile, -0.16), height * 0.09);
  sheet.rect(area.x - 4, y - height * 0.86, area.width + 8, height * 0.22, lift(tile, 0.03));
  if (mood.time === 'snow')
    sheet.rect(area.x - 4, y - height * 1.04, area.width + 8, height * 0.5, groundColor('winter', mood));
}

/** A far tiled roof with rising corners, its eaves' middle at `at`. */
function drawTileRoof({ sheet, mood }: Landscape, [x, y]: Point, width: number): void {
  const tile = mix(under('#4d535c', mix(mood.outdoors.ambient, mood.outdoors.key, 0.5)), mood.haze, 0.22);
  const half = width / 2;
  const height = width * 0.2;
  sheet.path(
    `M${x - half} ${y - height * 0.16}Q${x - half * 0.62} ${y - height * 0.25} ${x - half * 0.5} ${y - height}H${x + half * 0.5}Q${x + half * 0.62} ${y - height * 0.25} ${x + half} ${y - height * 0.16}Q${x} ${y + height * 0.22} ${x - half} ${y - height * 0.16}Z`,
    sheet.shaded(lift(tile, 0.07), lift(tile, -0.05)),
  );
  sheet.rect(x - half * 0.54, y - height * 1.08, half * 1.08, height * 0.14, lift(tile, 0.04));
}

/** Earthenware jars in a row. */
export function drawJars({ sheet, mood, random }: Landscape, [x, foot]: Point, size: number): void {
  const glaze = '#6d4434';
  const light = under(glaze, mood.outdoors.key);
  const dark = under(glaze, mood.outdoors.ambient);
  for (const [shift, scale] of [
    [-0.9, 0.72],
    [1.05, 0.66],
    [0.1, 1],
  ] as const) {
    const w = size * scale * random.between(0.94, 1.06);
    const cx = x + shift * size * 0.62;
    const body = `M${cx - w * 0.24} ${foot}C${cx - w * 0.62} ${foot - w * 0.4} ${cx - w * 0.5} ${foot - w * 0.82} ${cx - w * 0.27} ${foot - w * 0.95}H${cx + w * 0.27}C${cx + w * 0.5} ${foot - w * 0.82} ${cx + w * 0.62} ${foot - w * 0.4} ${cx + w * 0.24} ${foot}Z`;
    sheet.ellipse([cx + w * 0.2, foot], w * 0.6, w * 0.1, '#2c2030', { opacity: 0.22 });
    sheet.path(
      body,
      sheet.linear(
        [
          [0, lift(light, 0.02)],
          [0.3, lift(light, 0.05)],
          [0.7, mix(light, dark, 0.7)],
          [1, lift(dark, -0.06)],
        ],
        0,
      ),
    );
    sheet.path(
      `M${cx - w * 0.33} ${foot - w * 0.92}Q${cx} ${foot - w * 1.26} ${cx + w * 0.33} ${foot - w * 0.92}Q${cx} ${foot - w * 0.84} ${cx - w * 0.33} ${foot - w * 0.92}Z`,
      mix(light, dark, 0.4),
    );
    if (mood.time === 'snow') sheet.ellipse([cx, foot - w * 1.06], w * 0.3, w * 0.1, '#f6f8fc');
  }
}
