import { type Color, lift, mix, under } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { drawGrass } from '../nature/foliage.js';
import { drawMeadow, drawRidge, drawTreeLine, type Landscape } from './land.js';
import { drawApartments, drawHillTown } from './town.js';

/** Water from `topY` down: the sky in it, then its own colour, and glitter. */
function drawWater(land: Landscape, topY: number, color: Color): void {
  const { sheet, area, mood } = land;
  const depth = area.y + area.height - topY;
  const own = mix(under(color, mood.outdoors.ambient), under(color, mood.outdoors.key), 0.55);
  const fill = sheet.linearAt(
    [
      [0, mix(own, mood.sky[2], 0.62)],
      [0.25, mix(own, mood.sky[1], 0.4)],
      [1, lift(own, -0.07)],
    ],
    [0, topY],
    [0, area.y + area.height],
  );
  sheet.rect(area.x - 2, topY, area.width + 4, depth + 2, fill);
  drawGlitter(land, topY, depth);
}

function drawGlitter({ sheet, area, mood, random }: Landscape, topY: number, depth: number): void {
  let bright = '';
  let dark = '';
  const middle = area.x + area.width * random.between(0.3, 0.7);
  for (let index = 0; index < 190; index += 1) {
    const near = random.next() ** 1.7;
    const y = topY + 3 + near * depth;
    const spread = area.width * (0.06 + near * 0.3);
    const inPath = random.chance(0.6);
    const x = inPath ? middle + random.between(-1, 1) * spread : area.x + random.next() * area.width;
    const length = (4 + near * 46) * random.between(0.4, 1.2) * (area.width / 1600 + 0.3);
    const mark = `M${(x - length / 2).toFixed(1)} ${y.toFixed(1)}q${(length / 2).toFixed(1)} ${(-1 - near * 2).toFixed(1)} ${length.toFixed(1)} 0`;
    if (inPath || random.chance(0.4)) bright += mark;
    else dark += mark;
  }
  const shine = mood.time === 'night' ? '#b9c8f2' : mix('#ffffff', mood.sky[2], 0.45);
  sheet.stroke(dark, lift(mood.sky[0], -0.06), 1.8, { opacity: 0.28 });
  sheet.stroke(bright, shine, 2, { opacity: mood.sunshine > 0.4 ? 0.72 : 0.4 });
}

export function drawSea(land: Landscape): void {
  const { area, random } = land;
  const rise = area.horizonY - area.y;
  if (random.chance(0.7)) drawRidge(land, area.horizonY + rise * 0.02, rise * 0.07, '#6f8f99', 0.62, 5);
  drawWater(land, area.horizonY, '#2f86a3');
  const shoreY = area.y + area.height - (area.height - rise) * 0.22;
  drawSurf(land, shoreY);
  drawLighthouse(land, [area.x + area.width * random.pick([0.16, 0.84]), area.horizonY + rise * 0.04], rise * 0.26);
  drawSails(land);
  drawGulls(land);
}

/** A pale beach with foam along it. */
function drawSurf({ sheet, area, mood, random }: Landscape, y: number): void {
  const line = (shift: number): Point[] =>
    Array.from({ length: 10 }, (_, index): Point => [
      area.x + ((index - 0.5) / 8) * area.width,
      y + shift + Math.sin(index * 1.7 + shift) * area.height * 0.012 + random.between(-3, 3),
    ]);
  const sand = under('#ecd9b4', mix(mood.outdoors.key, mood.outdoors.ambient, 0.35));
  const bottom = area.y + area.height + 2;
  sheet.path(`${curve(line(0))}V${bottom}H${area.x - 4}Z`, mix(sand, '#ffffff', 0.6), { opacity: 0.75 });
  sheet.path(`${curve(line(area.height * 0.018))}V${bottom}H${area.x - 4}Z`, sand);
}

function drawLighthouse({ sheet, mood }: Landscape, [x, foot]: Point, height: number): void {
  const white = under('#fbf6ee', mix(mood.outdoors.key, mood.outdoors.ambient, 0.25));
  const red = under('#d8473c', mix(mood.outdoors.key, mood.outdoors.ambient, 0.25));
  const rock = under('#6a6a72', mood.outdoors.ambient);
  sheet.path(
    curve([
      [x - height * 0.9, foot + 4],
      [x - height * 0.3, foot - height * 0.08],
      [x + height * 0.35, foot - height * 0.06],
      [x + height * 0.9, foot + 4],
    ]),
    rock,
  );
  const w = height * 0.12;
  sheet.polygon(
    [
      [x - w, foot - height * 0.04],
      [x - w * 0.62, foot - height * 0.8],
      [x + w * 0.62, foot - height * 0.8],
      [x + w, foot - height * 0.04],
    ],
    sheet.linear(
      [
        [0, white],
        [0.5, white],
        [1, lift(white, -0.14)],
      ],
      0,
    ),
  );
  sheet.rect(x - w * 0.76, foot - height * 0.55, w * 1.52, height * 0.13, red);
  sheet.rect(x - w * 0.82, foot - height * 0.82, w * 1.64, height * 0.03, red);
  sheet.rect(x - w * 0.42, foot - height * 0.93, w * 0.84, height * 0.12, mood.lamps > 0.5 ? '#ffe9a8' : '#cfe3ea');
  sheet.polygon(
    [
      [x - w * 0.6, foot - height * 0.92],
      [x, foot - height * 1.02],
      [x + w * 0.6, foot - height * 0.92],
    ],
    red,
  );
  if (mood.lamps > 0.5) sheet.glow([x, foot - height * 0.87], height * 0.7, '#ffe6a0', 0.75);
}

function drawSails({ sheet, area, mood, random }: Landscape): void {
  const rise = area.horizonY - area.y;
  for (let index = 0; index < 2; index += 1) {
    const size = rise * random.between(0.05, 0.08);
    const [x, y] = [area.x + area.width * random.between(0.3, 0.7), area.horizonY + rise * random.between(0.02, 0.1)];
    const sail = under('#fffaf0', mood.outdoors.key);
    sheet.polygon(
      [
        [x, y],
        [x, y - size * 1.5],
        [x + size * 0.75, y],
      ],
      sail,
    );
    sheet.polygon(
      [
        [x - size * 0.08, y],
        [x - size * 0.08, y - size * 1.2],
        [x - size * 0.6, y],
      ],
      lift(sail, -0.08),
    );
    sheet.path(
      `M${x - size * 0.8} ${y + 2}h${size * 1.7}l${-size * 0.3} ${size * 0.24}h${-size * 1.1}Z`,
      under('#8a5a44', mood.outdoors.key),
    );
  }
}

function drawGulls({ sheet, area, random }: Landscape): void {
  const rise = area.horizonY - area.y;
  let data = '';
  for (let index = 0; index < 5; index += 1) {
    const [x, y] = [area.x + area.width * random.between(0.2, 0.85), area.y + rise * random.between(0.25, 0.75)];
    const span = rise * random.between(0.016, 0.03);
    data += `M${(x - span).toFixed(1)} ${(y - span * 0.3).toFixed(1)}q${(span * 0.6).toFixed(1)} ${(-span * 0.5).toFixed(1)} ${span.toFixed(1)} ${(span * 0.3).toFixed(1)}q${(span * 0.4).toFixed(1)} ${(-span * 0.8).toFixed(1)} ${span.toFixed(1)} ${(-span * 0.3).toFixed(1)}`;
  }
  sheet.stroke(data, '#f7f4ee', Math.max(1.6, rise * 0.004));
}

/** A wide river in the city: far blocks, a bridge, a green bank. */
export function drawRiver(land: Landscape): void {
  const { sheet, area, mood, random } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.06, rise * 0.1, '#6d8894', 0.66, 5);
  drawApartments(land, area.horizonY, rise * 0.3, 0.45);
  drawTreeLine(land, area.horizonY + 4, rise * 0.07, 'broadleaf', 22);
  drawWater(land, area.horizonY, '#4a8296');
  const deck = area.horizonY - rise * 0.02;
  const steel = mix(under('#8c98a4', mood.outdoors.ambient), mood.haze, 0.25);
  sheet.rect(area.x - 4, deck - rise * 0.03, area.width + 8, rise * 0.03, steel);
  for (let index = 0; index <= 8; index += 1)
    sheet.rect(area.x + (index / 8) * area.width - rise * 0.012, deck, rise * 0.024, rise * 0.09, lift(steel, -0.06));
  const bank = area.y + area.height - (area.height - rise) * 0.34;
  drawMeadow(land, bank);
  drawGrass(
    sheet,
    [area.x, bank + 6],
    area.width,
    rise * 0.09,
    under('#6f9a55', mix(mood.outdoors.key, mood.outdoors.ambient, 0.5)),
    random,
  );
}

export function drawLake(land: Landscape): void {
  const { sheet, area, mood, season, random } = land;
  const rise = area.horizonY - area.y;
  const hill = season === 'autumn' ? '#a2734a' : '#4f8068';
  drawRidge(land, area.horizonY - rise * 0.2, rise * 0.2, hill, 0.64, 6);
  drawRidge(land, area.horizonY - rise * 0.04, rise * 0.1, hill, 0.35, 8);
  drawTreeLine(land, area.horizonY + 3, rise * 0.12, 'broadleaf', 16);
  drawWater(land, area.horizonY, '#4f8f8c');
  drawGrass(
    sheet,
    [area.x, area.y + area.height],
    area.width * 0.34,
    rise * 0.4,
    under('#7d8f4e', mix(mood.outdoors.key, mood.outdoors.ambient, 0.6)),
    random,
  );
}

/** A fishing harbour under a hillside of coloured houses. */
export function drawHarbour(land: Landscape): void {
  const { area, random } = land;
  const rise = area.horizonY - area.y;
  drawRidge(land, area.horizonY - rise * 0.2, rise * 0.16, '#6c8a72', 0.5, 5);
  drawHillTown(land, area.horizonY, rise * 0.46);
  drawWater(land, area.horizonY, '#33788f');
  const hulls: readonly Color[] = ['#f4efe4', '#2f6f9a', '#d4573f', '#3f8a7a'];
  for (let index = 0; index < 5; index += 1) {
    const x = area.x + area.width * ((index + random.between(0.2, 0.8)) / 5);
    drawFishingBoat(
      land,
      [x, area.horizonY + rise * random.between(0.05, 0.16)],
      rise * random.between(0.13, 0.19),
      random.pick(hulls),
    );
  }
  drawGulls(land);
}

function drawFishingBoat({ sheet, mood }: Landscape, [x, y]: Point, size: number, color: Color): void {
  const hull = under(color, mix(mood.outdoors.key, mood.outdoors.ambient, 0.35));
  const cabin = under('#f7f2e6', mix(mood.outdoors.key, mood.outdoors.ambient, 0.3));
  sheet.ellipse([x, y + size * 0.3], size * 0.85, size * 0.09, '#10304a', { opacity: 0.25 });
  sheet.stroke(
    `M${x - size * 0.1} ${y}V${y - size * 0.95}M${x - size * 0.1} ${y - size * 0.9}L${x + size * 0.7} ${y - size * 0.05}`,
    lift(hull, -0.2),
    2,
  );
  sheet.rect(x - size * 0.35, y - size * 0.4, size * 0.5, size * 0.42, cabin);
  sheet.rect(x - size * 0.28, y - size * 0.32, size * 0.36, size * 0.15, mood.lamps > 0.5 ? '#ffdc90' : '#5f7f92');
  sheet.path(
    `M${x - size * 0.8} ${y - size * 0.06}Q${x} ${y + size * 0.06} ${x + size * 0.95} ${y - size * 0.2}L${x + size * 0.68} ${y + size * 0.3}H${x - size * 0.62}Z`,
    sheet.shaded(lift(hull, 0.03), lift(hull, -0.12)),
  );
  if (mood.lamps > 0.5) sheet.glow([x, y - size * 0.3], size * 0.8, '#ffd58a', 0.6);
}
