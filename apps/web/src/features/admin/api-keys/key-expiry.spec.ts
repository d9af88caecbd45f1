import { describe, expect, it } from 'vitest';
import { expiryOf, keyStateOf } from './key-expiry.js';

// 00:30 on the 2nd of March in Seoul, still the 1st in UTC.
const now = new Date('2026-03-01T15:30:00.000Z');

describe('expiryOf', () => {
  it('ends at the end of a Korean day', () => {
    expect(expiryOf('day', '2026-03-02', now)).toBe('2026-03-02T14:59:59.999Z');
    expect(expiryOf('month', '', now)).toBe('2026-04-01T14:59:59.999Z');
    expect(expiryOf('quarter', '', now)).toBe('2026-05-31T14:59:59.999Z');
    expect(expiryOf('year', '', now)).toBe('2027-03-02T14:59:59.999Z');
  });

  it('can be never', () => {
    expect(expiryOf('never', '2020-01-01', now)).toBeNull();
  });

  it('is no day that is over, and no missing one', () => {
    expect(expiryOf('day', '2026-03-01', now)).toBeUndefined();
    expect(expiryOf('day', '', now)).toBeUndefined();
  });
});

describe('keyStateOf', () => {
  it.each([
    [{ revokedAt: null, expiresAt: null }, 'active'],
    [{ revokedAt: null, expiresAt: '2026-03-01T15:30:00.001Z' }, 'active'],
    [{ revokedAt: null, expiresAt: '2026-03-01T15:30:00.000Z' }, 'expired'],
    [{ revokedAt: '2026-01-01T00:00:00.000Z', expiresAt: '2020-01-01T00:00:00.000Z' }, 'revoked'],
  ] as const)('of %o is %s', (key, state) => {
    expect(keyStateOf(key, now)).toBe(state);
  });
});
