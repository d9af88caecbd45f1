import { describe, expect, it } from 'vitest';
import { allowsRange, hasTag, rangeOf } from './byte-range.rules.js';

describe('rangeOf', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=10-', { start: 10, end: 99 }],
    ['bytes=10-1000', { start: 10, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=100-200', 'unsatisfiable'],
    ['bytes=20-10', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=0-1', 'whole'],
    ['bytes=a-b', 'whole'],
    ['bytes=9999999999999999-', 'whole'],
  ])('%j of 100 bytes', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected);
  });

  it('of no bytes is unsatisfiable', () => {
    expect(rangeOf('bytes=-5', 0)).toBe('unsatisfiable');
  });
});

describe('the tag', () => {
  it('is looked for among several, weak or strong', () => {
    expect(hasTag('"a", W/"b"', '"b"')).toBe(true);
    expect(hasTag('*', '"b"')).toBe(true);
    expect(hasTag('"a"', '"b"')).toBe(false);
    expect(hasTag(undefined, '"b"')).toBe(false);
  });

  it('in If-Range must be the very same', () => {
    expect(allowsRange(undefined, '"b"')).toBe(true);
    expect(allowsRange('"b"', '"b"')).toBe(true);
    expect(allowsRange('W/"b"', '"b"')).toBe(false);
    expect(allowsRange('Tue, 24 Nov 2026 00:00:00 GMT', '"b"')).toBe(false);
  });
});
