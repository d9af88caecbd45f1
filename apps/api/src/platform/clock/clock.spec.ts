import { describe, expect, it } from 'vitest';
import { addDays, kstDayOf, startOfKstDay } from './clock.js';

describe('startOfKstDay', () => {
  it.each([
    // 23:59:59.999 and 00:00 in Seoul fall on different days, though the UTC day is the same.
    ['2026-11-23T14:59:59.999Z', '2026-11-22T15:00:00.000Z'],
    ['2026-11-23T15:00:00.000Z', '2026-11-23T15:00:00.000Z'],
    ['2026-11-24T00:00:00.000Z', '2026-11-23T15:00:00.000Z'],
    ['2027-01-01T00:00:00.000Z', '2026-12-31T15:00:00.000Z'],
  ])('%s belongs to the day that began at %s', (now, start) => {
    expect(startOfKstDay(new Date(now)).toISOString()).toBe(start);
  });

  it('goes back whole days', () => {
    expect(addDays(new Date('2026-03-01T00:00:00Z'), -1).toISOString()).toBe('2026-02-28T00:00:00.000Z');
  });
});

describe('kstDayOf', () => {
  it.each([
    ['2026-11-23T14:59:59.999Z', '2026-11-23'],
    ['2026-11-23T15:00:00.000Z', '2026-11-24'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
  ])('%s is on %s', (moment, day) => expect(kstDayOf(new Date(moment))).toBe(day));
});
