import type { OpeningHours } from '@virtualcafe/contracts';

/** A day as it is edited. The times are kept while the day is closed: opening it again brings them back. */
export type DayDraft = { readonly isOpen: boolean; readonly open: string; readonly close: string };

export type HoursDraft = {
  /** Whether the café tells its hours at all. */
  readonly isShown: boolean;
  /** Seven days from Monday. */
  readonly days: readonly DayDraft[];
  readonly note: string;
};

const dayCount = 7;
const usualDay: DayDraft = { isOpen: true, open: '09:00', close: '21:00' };

export function draftOf(hours: OpeningHours | null): HoursDraft {
  const days = Array.from({ length: dayCount }, (_, index) => {
    const day = hours?.days[index];
    if (day) return { isOpen: true, ...day };
    return { ...usualDay, isOpen: hours === null };
  });
  return { isShown: hours !== null, days, note: hours?.note ?? '' };
}

export const openingHoursOf = ({ isShown, days, note }: HoursDraft): OpeningHours | null =>
  isShown ? { days: days.map(({ isOpen, open, close }) => (isOpen ? { open, close } : null)), note } : null;

export const withDay = (draft: HoursDraft, index: number, change: Partial<DayDraft>): HoursDraft => ({
  ...draft,
  days: draft.days.map((day, position) => (position === index ? { ...day, ...change } : day)),
});

/** Gives every day the hours of one, also whether it is open. */
export function withDayForAll(draft: HoursDraft, index: number): HoursDraft {
  const source = draft.days[index];
  return source === undefined ? draft : { ...draft, days: draft.days.map(() => source) };
}

/** When a day ends: `nextDay` past midnight, `allDay` when it closes at the very time it opened. Null while a time is missing. */
export function closingOf({ open, close }: Pick<DayDraft, 'open' | 'close'>): 'sameDay' | 'nextDay' | 'allDay' | null {
  if (open === '' || close === '') return null;
  if (close === open) return 'allDay';
  return close < open ? 'nextDay' : 'sameDay';
}
