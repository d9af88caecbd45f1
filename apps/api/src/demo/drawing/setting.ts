import type { View } from './backdrop/backdrop.js';
import type { Emblem } from './emblem.js';
import type { Mood, Season } from './kit/mood.js';
import type { Palette } from './palette.js';

/** The size of every picture, in pixels. */
export const IMAGE_SIZE = { width: 1600, height: 1067 } as const;

/** Where and when a picture is set: what one sees outside, the café's materials and emblem, the light. */
export interface Setting {
  view: View;
  palette: Palette;
  emblem: Emblem;
  mood: Mood;
  season: Season;
}
