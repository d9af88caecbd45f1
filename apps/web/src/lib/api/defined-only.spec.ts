import { describe, expect, it } from 'vitest';
import { definedOnly } from './defined-only.js';

describe('what is sent', () => {
  it('has no field that is undefined, at any depth, and keeps all others', () => {
    const value = { a: 1, b: undefined, c: { d: undefined, e: null, f: [{ g: undefined, h: '' }, 0] } };
    const sent = definedOnly(value);
    expect(sent).toStrictEqual({ a: 1, c: { e: null, f: [{ h: '' }, 0] } });
    expect(JSON.stringify(sent)).toBe(JSON.stringify(value));
  });
});
