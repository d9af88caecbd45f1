import type { OpeningHours } from '@virtualcafe/contracts';

/** A café's state at a moment. Times are "HH:MM" on the Korean clock; weekdays count from Monday (0). */
export type OpeningState =
  | { readonly status: 'open'; readonly closesAt: string; readonly closesNextDay: boolean; readonly isAllDay: boolean }
  | { readonly status: 'closed'; readonly opens: NextOpening | null };

export type NextOpening = { readonly daysAhead: number; readonly weekday: number; readonly at: string };

/** What a café's day is in minutes from its midnight; `end` lies beyond 1,440 when it closes after midnight. */
type Span = { start: number; end: number };

const dayMinutes = 1_440;
const weekDays = 7;
// Korea has no summer time.
const kstOffsetMs = 9 * 3_600_000;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

export const clockOf = (minutes: number): string => {
  const ofDay = minutes % dayMinutes;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

/** Weekday (Monday is 0) and minute of the Korean day at a moment. */
export function koreanClock(nowMs: number): { weekday: number; minute: number } {
  const korean = new Date(nowMs + kstOffsetMs);
  return { weekday: (korean.getUTCDay() + 6) % weekDays, minute: korean.getUTCHours() * 60 + korean.getUTCMinutes() };
}

/** A day that closes at or before its opening time ends on the next day; equal times are 24 hours. */
function spanOf({ days }: OpeningHours, weekday: number): Span | null {
  const day = days[(weekday + weekDays) % weekDays];
  if (!day) return null;
  const start = minutesOf(day.open);
  const close = minutesOf(day.close);
  return { start, end: close <= start ? close + dayMinutes : close };
}

function openingIn(span: Span, minute: number): OpeningState | null {
  if (minute < span.start || minute >= span.end) return null;
  return {
    status: 'open',
    closesAt: clockOf(span.end),
    closesNextDay: span.end >= dayMinutes,
    isAllDay: span.end - span.start === dayMinutes,
  };
}

function nextOpening(hours: OpeningHours, weekday: number, minute: number): NextOpening | null {
  for (let daysAhead = 0; daysAhead <= weekDays; daysAhead += 1) {
    const span = spanOf(hours, weekday + daysAhead);
    if (span !== null && (daysAhead > 0 || span.start > minute)) {
      return { daysAhead, weekday: (weekday + daysAhead) % weekDays, at: clockOf(span.start) };
    }
  }
  return null;
}

/** Whether a café is open at a moment, until when, or when it opens next; yesterday's night counts. */
export function openingStateAt(hours: OpeningHours, nowMs: number): OpeningState {
  const { weekday, minute } = koreanClock(nowMs);
  const today = spanOf(hours, weekday);
  const openToday = today && openingIn(today, minute);
  if (openToday) return openToday;
  const yesterday = spanOf(hours, weekday - 1);
  const stillOpen =
    yesterday && openingIn({ start: yesterday.start - dayMinutes, end: yesterday.end - dayMinutes }, minute);
  return stillOpen ?? { status: 'closed', opens: nextOpening(hours, weekday, minute) };
}
