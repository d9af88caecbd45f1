import type { View } from './backdrop/backdrop.js';
import type { Craft } from './bar/bar.js';
import type { Emblem } from './emblem.js';
import type { Building, Prop } from './exterior/exterior.js';
import type { Ground } from './exterior/ground.js';
import type { Interior } from './interior/interior.js';
import type { Season, Time } from './kit/mood.js';
import type { TreeKind } from './nature/trees.js';
import type { Palette } from './palette.js';
import type { StillLife } from './still-life/still-life.js';

/** What the illustrator must know of a café to draw all its pictures. */
export interface CafeScene {
  palette: Palette;
  emblem: Emblem;
  season: Season;
  view: View;
  /** The hour of the picture from the street, and of the virtual rooms. */
  time: Time;
  /** The hour inside, where people sit. */
  inside: Time;
  building: Building;
  ground: Ground;
  trees: readonly TreeKind[];
  props: readonly Prop[];
  interior: Interior;
  table: StillLife;
  craft: Craft;
  virtual: readonly ('room' | 'island')[];
}
