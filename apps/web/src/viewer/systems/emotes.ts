import { animations } from '@virtualcafe/contracts';

/** Seconds that each emote takes, by its animation number. */
const durations: ReadonlyMap<number, number> = new Map([
  [animations.wave, 2.4],
  [animations.clap, 2.6],
  [animations.dance, 6.4],
  [animations.laugh, 2.6],
  [animations.bow, 2],
  [animations.heart, 3],
]);

export const isEmote = (animation: number): boolean => durations.has(animation);

/** Seconds; 0 for what is no emote. */
export const emoteSeconds = (animation: number): number => durations.get(animation) ?? 0;
