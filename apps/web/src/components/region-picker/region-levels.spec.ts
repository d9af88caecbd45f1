import { describe, expect, it } from 'vitest';
import { levelsOf } from './region-levels.js';

const region = (id: string, parentId: string | null) => ({ id, parentId, name: id });
const regions = [
  region('서울', null),
  region('성동구', '서울'),
  region('성수동', '성동구'),
  region('강남구', '서울'),
  region('세종', null),
];

const shown = (chosenId: string | null) =>
  levelsOf(regions, chosenId).map(({ above, choices, chosen }) => [
    above?.id ?? null,
    choices.map(({ id }) => id),
    chosen?.id ?? null,
  ]);

describe('levelsOf', () => {
  it('begins with the largest regions', () => {
    expect(shown(null)).toEqual([[null, ['서울', '세종'], null]]);
  });

  it('offers what is inside the chosen one', () => {
    expect(shown('서울')).toEqual([
      [null, ['서울', '세종'], '서울'],
      ['서울', ['성동구', '강남구'], null],
    ]);
  });

  it('ends at the smallest', () => {
    expect(shown('성수동').at(-1)).toEqual(['성동구', ['성수동'], '성수동']);
    expect(shown('세종')).toHaveLength(1);
  });

  it('begins anew when the region is not among them', () => {
    expect(shown('사라진 동')).toEqual([[null, ['서울', '세종'], null]]);
  });
});
