import type { OpeningHours } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { koreanClock, openingStateAt } from './opening-state.js';

type Day = OpeningHours['days'][number];

const day = (open: string, close: string): Day => ({ open, close });
const week = (...days: Day[]): OpeningHours => ({
  days: Array.from({ length: 7 }, (_, index) => days[index] ?? null),
  note: '',
});
/** A moment on the Korean clock. 2026-03-02 is a Monday. */
const kst = (date: string, time: string): number => Date.parse(`${date}T${time}:00+09:00`);

const monday = '2026-03-02';
const tuesday = '2026-03-03';
const sunday = '2026-03-01';

describe('koreanClock', () => {
  it('reads the Korean day, also when the UTC day is another one', () => {
    expect(koreanClock(Date.parse('2026-03-01T15:30:00Z'))).toEqual({ weekday: 0, minute: 30 });
    expect(koreanClock(Date.parse('2026-03-01T14:59:00Z'))).toEqual({ weekday: 6, minute: 23 * 60 + 59 });
  });
});

describe('openingStateAt', () => {
  const plain = week(day('10:00', '21:00'), null, day('10:00', '21:00'));

  it.each([
    ['09:59', { status: 'closed', opens: { daysAhead: 0, weekday: 0, at: '10:00' } }],
    ['10:00', { status: 'open', closesAt: '21:00', closesNextDay: false, isAllDay: false }],
    ['20:59', { status: 'open', closesAt: '21:00', closesNextDay: false, isAllDay: false }],
    ['21:00', { status: 'closed', opens: { daysAhead: 2, weekday: 2, at: '10:00' } }],
  ])('on an ordinary day at %s', (time, expected) => {
    expect(openingStateAt(plain, kst(monday, time))).toEqual(expected);
  });

  it('finds the next opening a week ahead when one day is all there is', () => {
    const mondays = week(day('10:00', '12:00'));
    expect(openingStateAt(mondays, kst(monday, '12:00'))).toEqual({
      status: 'closed',
      opens: { daysAhead: 7, weekday: 0, at: '10:00' },
    });
  });

  const night = week(day('18:00', '02:00'));

  it('stays open past midnight', () => {
    expect(openingStateAt(night, kst(monday, '23:30'))).toMatchObject({
      status: 'open',
      closesAt: '02:00',
      closesNextDay: true,
    });
    expect(openingStateAt(night, kst(tuesday, '01:59'))).toMatchObject({
      status: 'open',
      closesAt: '02:00',
      closesNextDay: false,
    });
    expect(openingStateAt(night, kst(tuesday, '02:00')).status).toBe('closed');
    expect(openingStateAt(night, kst(monday, '01:00')).status).toBe('closed');
  });

  it('carries Sunday night into Monday', () => {
    const sundays = week(null, null, null, null, null, null, day('20:00', '04:00'));
    expect(openingStateAt(sundays, kst(sunday, '21:00')).status).toBe('open');
    expect(openingStateAt(sundays, kst(monday, '03:00')).status).toBe('open');
  });

  it('closes at midnight sharp', () => {
    const untilMidnight = week(day('10:00', '00:00'));
    expect(openingStateAt(untilMidnight, kst(monday, '23:59'))).toMatchObject({
      status: 'open',
      closesAt: '00:00',
      closesNextDay: true,
    });
    expect(openingStateAt(untilMidnight, kst(tuesday, '00:00')).status).toBe('closed');
  });

  it('takes equal times as 24 hours', () => {
    const always = week(day('00:00', '00:00'));
    expect(openingStateAt(always, kst(monday, '00:00'))).toMatchObject({ status: 'open', isAllDay: true });
    expect(openingStateAt(always, kst(monday, '23:59'))).toMatchObject({ status: 'open', isAllDay: true });
  });

  it('never opens with seven days off', () => {
    expect(openingStateAt(week(), kst(monday, '12:00'))).toEqual({ status: 'closed', opens: null });
  });
});
