import type { Emblem } from '../emblem.js';
import type { Mood, Season } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import type { Stage } from '../kit/solids.js';
import type { Palette } from '../palette.js';

/** The working side of a café, a step away from the counter; metres, counter top at height 0. */
export interface Bar extends Stage {
  palette: Palette;
  emblem: Emblem;
  mood: Mood;
  season: Season;
  random: Random;
}
