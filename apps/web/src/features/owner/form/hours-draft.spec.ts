import { openingHours, type OpeningHours } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { closingOf, draftOf, openingHoursOf, withDay, withDayForAll } from './hours-draft.js';

const day = { open: '10:00', close: '22:00' };
const hours: OpeningHours = {
  days: [null, day, day, day, { open: '18:00', close: '02:00' }, day, null],
  note: '연중무휴',
};

describe('draftOf and openingHoursOf', () => {
  it('give back what they were given', () => {
    expect(openingHoursOf(draftOf(hours))).toEqual(hours);
    expect(openingHoursOf(draftOf(null))).toBeNull();
  });

  it('offer a full week that the API takes when there are no hours yet', () => {
    const draft = { ...draftOf(null), isShown: true };
    expect(draft.days.every(({ isOpen }) => isOpen)).toBe(true);
    expect(openingHours.safeParse(openingHoursOf(draft)).success).toBe(true);
  });

  it('keep the times of a day that is closed for now', () => {
    const closed = withDay(draftOf(hours), 4, { isOpen: false });
    expect(openingHoursOf(closed)?.days[4]).toBeNull();
    expect(openingHoursOf(withDay(closed, 4, { isOpen: true }))).toEqual(hours);
  });
});

describe('withDay', () => {
  it('changes one day only', () => {
    const changed = openingHoursOf(withDay(draftOf(hours), 1, { open: '08:30' }));
    expect(changed?.days[1]).toEqual({ open: '08:30', close: '22:00' });
    expect(changed?.days[2]).toEqual(day);
  });
});

describe('withDayForAll', () => {
  it('gives every day the same hours, and opens closed ones', () => {
    expect(openingHoursOf(withDayForAll(draftOf(hours), 1))?.days).toEqual(Array.from({ length: 7 }, () => day));
  });

  it('closes every day when the day is closed', () => {
    expect(openingHoursOf(withDayForAll(draftOf(hours), 0))?.days).toEqual(Array(7).fill(null));
  });

  it('changes nothing for a day that does not exist', () => {
    expect(openingHoursOf(withDayForAll(draftOf(hours), 9))).toEqual(hours);
  });
});

describe('closingOf', () => {
  it.each([
    ['09:00', '21:00', 'sameDay'],
    ['18:00', '02:00', 'nextDay'],
    ['09:00', '00:00', 'nextDay'],
    ['00:00', '00:00', 'allDay'],
    ['', '21:00', null],
    ['09:00', '', null],
  ])('from %s to %s is %s', (open, close, expected) => {
    expect(closingOf({ open, close })).toBe(expected);
  });
});
