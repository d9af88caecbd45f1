import { describe, expect, it } from 'vitest';
import { byteText } from './byte-text.js';

describe('byteText', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_536, '1.5 kB'],
    [327_680, '320 kB'],
    [5 * 1024 * 1024, '5 MB'],
    [1_020 * 1024 * 1024, '1 GB'],
  ])('of %i is %s', (bytes, text) => {
    expect(byteText(bytes, 'en')).toBe(text);
  });
});
