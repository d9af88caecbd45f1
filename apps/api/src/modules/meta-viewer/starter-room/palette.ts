import { type Colour, colour } from './geometry/colour.js';
import { type Style } from './styles.js';

/** A style's colours as vertex tints. */
export interface Palette {
  ceiling: Colour;
  trim: Colour;
  wood: Colour;
  darkWood: Colour;
  tableTop: Colour;
  accent: Colour;
  second: Colour;
  fabric: Colour;
  metal: Colour;
  lampShade: Colour;
  counterFront: Colour;
  counterTop: Colour;
  pots: readonly [Colour, Colour, Colour];
}

export const paletteOf = (style: Style): Palette => ({
  ceiling: colour(style.ceiling),
  trim: colour(style.trim),
  wood: colour(style.wood),
  darkWood: colour(style.darkWood),
  tableTop: colour(style.tableTop),
  accent: colour(style.accent),
  second: colour(style.second),
  fabric: colour(style.fabric),
  metal: colour(style.metal),
  lampShade: colour(style.lampShade),
  counterFront: colour(style.counterFront),
  counterTop: colour(style.counterTop),
  pots: [colour(style.pot[0]), colour(style.pot[1]), colour(style.pot[2])],
});
