import { describe, expect, it } from 'vitest';
import { dayOf, dayText, endOfDay, momentText, shortDayText } from './moments.js';

// 00:30 of the 2nd in Seoul.
const afterMidnight = '2026-03-01T15:30:00.000Z';

describe('moments', () => {
  it('show the Korean day and time', () => {
    expect(dayText(afterMidnight, 'ko')).toBe('2026년 3월 2일');
    expect(dayText(afterMidnight, 'en')).toBe('2 March 2026');
    expect(shortDayText(afterMidnight, 'ko')).toBe('2026. 3. 2.');
    expect(shortDayText(afterMidnight, 'en')).toBe('2 Mar 2026');
    expect(momentText(afterMidnight, 'ko')).toBe('2026. 3. 2. 00:30');
    expect(momentText(afterMidnight, 'en')).toBe('2 Mar 2026, 00:30');
  });

  it('turn a day of a date field into its last moment, and back', () => {
    expect(endOfDay('2026-03-02')).toBe('2026-03-02T14:59:59.999Z');
    expect(dayOf(new Date(endOfDay('2026-03-02')))).toBe('2026-03-02');
    expect(dayOf(new Date(afterMidnight))).toBe('2026-03-02');
  });
});
