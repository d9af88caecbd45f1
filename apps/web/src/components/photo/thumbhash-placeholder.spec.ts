import { describe, expect, it } from 'vitest';
import { rgbaToThumbHash } from 'thumbhash';
import { placeholderOf } from './thumbhash-placeholder.js';

describe('placeholderOf', () => {
  it('decodes a thumbhash to a small PNG', () => {
    const brown = new Uint8Array(16 * 12 * 4).map((_, index) => [110, 70, 40, 255][index % 4] ?? 0);
    const hash = btoa(String.fromCharCode(...rgbaToThumbHash(16, 12, brown)));
    expect(placeholderOf(hash)).toMatch(/^data:image\/png;base64,/);
    expect(placeholderOf(hash)).toBe(placeholderOf(hash));
  });

  it.each(['', 'not base64!', 'AA=='])('has none for %j', (text) => {
    expect(placeholderOf(text)).toBeNull();
  });
});
