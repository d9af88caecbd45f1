import { box } from '../geometry/box.js';
import { type Colour } from '../geometry/colour.js';
import { lathe, plate, rod, strut } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';
import { type Style } from '../styles.js';
import { drawCup, drawVase } from './tableware.js';

const topThickness = 0.035;

const pedestal = (pen: Pen, height: number, material: 'wood' | 'metal', tint: Colour): void => {
  pen.draw(
    material,
    lathe(
      [
        [0.2, 0],
        [0.2, 0.012],
        [0.05, 0.035],
        [0.028, 0.08],
        [0.026, height - 0.06],
        [0.09, height],
      ],
      10,
    ),
    tint,
  );
};

const fourLegs = (pen: Pen, width: number, depth: number, height: number, style: Style, palette: Palette): void => {
  const [x, z] = [width / 2 - 0.07, depth / 2 - 0.07];
  const isSteel = style.chairShape === 'steel';
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1]) {
      const leg = isSteel ? rod(0.016, height, 6) : strut([0, 0, 0], [-sx * 0.02, height, -sz * 0.02], 0.026, 8);
      pen.at(sx * x, 0, sz * z).draw(isSteel ? 'metal' : 'wood', leg, isSteel ? palette.metal : palette.darkWood);
    }
  }
  if (style.chairShape === 'shell') return;
  for (const sz of [-1, 1])
    pen.at(0, height - 0.04, sz * z).draw('wood', box(x * 2, 0.07, 0.02, 0.004), palette.darkWood);
  for (const sx of [-1, 1])
    pen.at(sx * x, height - 0.04, 0).draw('wood', box(0.02, 0.07, z * 2, 0.004), palette.darkWood);
};

const topMaterial = (style: Style): 'satin' | 'wood' =>
  style.chairShape === 'shell' || style.chairShape === 'rattan' ? 'satin' : 'wood';

const setTable = (pen: Pen, spread: number, random: Random, palette: Palette): void => {
  if (random.chance(pen.isSparse ? 0.4 : 0.75))
    drawVase(pen.at(random.between(-0.05, 0.05), 0, random.between(-0.05, 0.05)), random, palette);
  for (const side of [-1, 1]) {
    if (!pen.isSparse && random.chance(0.55))
      drawCup(pen.at(side * spread, 0, random.between(-0.08, 0.08), random.between(0, 6)), palette);
  }
};

export const drawRoundTable = (pen: Pen, radius: number, style: Style, palette: Palette, random: Random): void => {
  const under = style.tableHeight - topThickness;
  const isWooden = style.chairShape === 'cushion' || style.chairShape === 'rattan';
  if (style.chairShape === 'cushion') fourLegs(pen, radius * 1.5, radius * 1.5, under, style, palette);
  else pedestal(pen, under, isWooden ? 'wood' : 'metal', isWooden ? palette.wood : palette.metal);
  pen
    .at(0, under, 0)
    .solid(topMaterial(style), plate(radius, topThickness, pen.isSparse ? 16 : 24, 0.01), palette.tableTop);
  setTable(pen.at(0, style.tableHeight, 0), radius * 0.55, random, palette);
};

export const drawSquareTable = (
  pen: Pen,
  width: number,
  depth: number,
  style: Style,
  palette: Palette,
  random: Random,
): void => {
  const under = style.tableHeight - topThickness;
  if (width < 0.75 && style.chairShape !== 'cushion') pedestal(pen, under, 'metal', palette.metal);
  else fourLegs(pen, width, depth, under, style, palette);
  pen
    .at(0, under + topThickness / 2, 0)
    .solid(topMaterial(style), box(width, topThickness, depth, 0.01), palette.tableTop);
  setTable(pen.at(0, style.tableHeight, 0), width * 0.3, random, palette);
};
