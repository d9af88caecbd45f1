import type { TFunction } from 'i18next';
import type { NextOpening, OpeningState } from '../../../lib/hours/opening-state.js';

type CafeText = TFunction<'cafe'>;

const dayNames = (t: CafeText): readonly string[] => t('hours.dayNames', { returnObjects: true });

/** "00:00" as the end of a day is 24:00, the way a door sign says it. */
export const closingTime = (clock: string): string => (clock === '00:00' ? '24:00' : clock);

function opensWords({ daysAhead, weekday, at }: NextOpening, t: CafeText): string {
  if (daysAhead === 0) return t('hours.opensToday', { time: at });
  if (daysAhead === 1) return t('hours.opensTomorrow', { time: at });
  return t('hours.opensOn', { day: dayNames(t)[weekday] ?? '', time: at });
}

/** Whether the café is open, and what follows: until when, or when it opens. */
export function openingWords(state: OpeningState, t: CafeText): { state: string; detail: string | null } {
  if (state.status === 'closed') {
    return { state: t('hours.closedNow'), detail: state.opens && opensWords(state.opens, t) };
  }
  if (state.isAllDay) return { state: t('hours.openNow'), detail: t('hours.openAllDay') };
  const isPlainNextDay = state.closesNextDay && state.closesAt !== '00:00';
  const time = isPlainNextDay ? t('hours.nextDay', { time: state.closesAt }) : closingTime(state.closesAt);
  return { state: t('hours.openNow'), detail: t('hours.until', { time }) };
}
