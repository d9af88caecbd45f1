import { describe, expect, it } from 'vitest';
import { presentFigures } from './user.presenter.js';

describe('the figures', () => {
  it('name every type, also those that nobody is of', () => {
    expect(presentFigures([])).toEqual({
      total: 0,
      byType: { GENERAL: 0, BUSINESS: 0, MANAGER: 0, ADMIN: 0 },
      newToday: 0,
      newInLast7Days: 0,
    });
  });

  it('sum over the types', () => {
    const counts = [
      { userType: 'GENERAL', total: 40, sinceToday: 2, sinceWeek: 9 },
      { userType: 'ADMIN', total: 2, sinceToday: 1, sinceWeek: 1 },
    ] as const;
    expect(presentFigures(counts)).toEqual({
      total: 42,
      byType: { GENERAL: 40, BUSINESS: 0, MANAGER: 0, ADMIN: 2 },
      newToday: 3,
      newInLast7Days: 10,
    });
  });
});
