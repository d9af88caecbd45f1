import type { Color } from './kit/color.js';

/** The materials of one café, seen in white light. */
export interface Palette {
  wall: Color;
  wood: Color;
  roof: Color;
  floor: Color;
  /** Door, awning, lamps: the colour one remembers. */
  accent: Color;
  /** Cushions, curtains, crockery. */
  textile: Color;
}
