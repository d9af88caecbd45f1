import { describe, expect, it } from 'vitest';
import { parseExpiry } from './api-key-expiry.js';

describe('when a key ends', () => {
  it('is the end of the day in Korea', () => {
    expect(parseExpiry('2030-12-31')?.toISOString()).toBe('2030-12-31T15:00:00.000Z');
    expect(parseExpiry('2028-02-29')?.toISOString()).toBe('2028-02-29T15:00:00.000Z');
  });

  it('is the moment that is named', () => {
    expect(parseExpiry('2030-12-31T15:00:00Z')?.toISOString()).toBe('2030-12-31T15:00:00.000Z');
  });

  it.each(['', 'tomorrow', '2030-02-31', '2027-02-29', '2030-13-01', '2030-1-1', '2030-12-31T15:00:00', '1e9'])(
    'is not %j',
    (text) => {
      expect(parseExpiry(text)).toBeUndefined();
    },
  );
});
