export const banLengths = ['hour', 'day', 'week', 'month', 'year', 'forGood'] as const;
export type BanLength = (typeof banLengths)[number];

const dayMinutes = 24 * 60;
const minutesOf: Record<BanLength, number | null> = {
  hour: 60,
  day: dayMinutes,
  week: 7 * dayMinutes,
  month: 30 * dayMinutes,
  year: 365 * dayMinutes,
  forGood: null,
};

/** How long a ban lasts, in minutes; null for good. */
export const minutesOfBan = (length: BanLength): number | null => minutesOf[length];

/** Whoever has no account is known by an address, which others have later: they are kept out for a month at most. */
export const lengthsFor = (hasAccount: boolean): readonly BanLength[] =>
  hasAccount ? banLengths : banLengths.filter((length) => length !== 'year' && length !== 'forGood');
