import { describe, expect, it } from 'vitest';
import { drawLinkCode, formatLinkCode, hashLinkCode, linkCodeEnd, readLinkCode } from './link-code.rules.js';

describe('a link code', () => {
  it('is another each time, and read as it was shown', () => {
    const drawn = Array.from({ length: 500 }, drawLinkCode);
    expect(new Set(drawn).size).toBe(500);
    for (const code of drawn) {
      expect(formatLinkCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(readLinkCode(formatLinkCode(code))).toBe(code);
    }
  });

  it.each([' 7k2qd x9mpa ', '7K2QDX9MPA', '7k2qd--x9mpa'])('is read from %j', (typed) =>
    expect(readLinkCode(typed)).toBe('7K2QDX9MPA'),
  );

  it('is read where letters were taken for digits', () => expect(readLinkCode('oOiIl-L0000')).toBe('0011110000'));

  it('is kept as a hash of 256 bits', () => {
    expect(hashLinkCode('7K2QDX9MPA')).toHaveLength(32);
    expect(hashLinkCode('7K2QDX9MPA')).not.toEqual(hashLinkCode('7K2QDX9MPB'));
  });

  it('is good for ten minutes', () =>
    expect(linkCodeEnd(new Date('2031-05-01T12:00:00Z'))).toEqual(new Date('2031-05-01T12:10:00Z')));
});
