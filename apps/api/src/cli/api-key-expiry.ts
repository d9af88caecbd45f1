import { instant } from '@virtualcafe/contracts';
import { addDays } from '../platform/clock/clock.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** When a key ends: a day, through which it is good in Korea, or a moment in UTC; undefined for anything else. */
export function parseExpiry(text: string): Date | undefined {
  if (day.test(text)) {
    const start = new Date(`${text}T00:00:00+09:00`);
    return isSameDay(start, text) ? addDays(start, 1) : undefined;
  }
  const { success, data } = instant.safeParse(text);
  return success ? new Date(data) : undefined;
}

// JavaScript takes 31 February for 3 March.
const isSameDay = (start: Date, text: string): boolean =>
  !Number.isNaN(start.getTime()) && new Date(start.getTime() + 9 * 60 * 60 * 1000).toISOString().startsWith(text);
