import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes-between.js';

describe('changes between two records', () => {
  it('are only the fields that differ', () => {
    const before = { name: '온기', phone: null, days: [{ open: '09:00' }] };
    const after = { name: '온기', phone: '02-123-4567', days: [{ open: '10:00' }] };
    expect(changesBetween<typeof before | typeof after>(before, after)).toEqual({
      before: { phone: null, days: [{ open: '09:00' }] },
      after: { phone: '02-123-4567', days: [{ open: '10:00' }] },
    });
  });

  it('are none when all values are equal, however deep', () => {
    expect(changesBetween({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBeNull();
  });
});
