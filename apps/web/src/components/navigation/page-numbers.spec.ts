import { describe, expect, it } from 'vitest';
import { pageNumbers } from './page-numbers.js';

describe('pageNumbers', () => {
  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [2, 5, [1, 2, 3, 4, 5]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
  ])('at page %i of %i', (current, last, expected) => {
    expect(pageNumbers(current, last)).toEqual(expected);
  });

  it('offers the last page when the current one lies beyond it', () => {
    expect(pageNumbers(40, 3)).toEqual([1, 2, 3]);
  });
});
