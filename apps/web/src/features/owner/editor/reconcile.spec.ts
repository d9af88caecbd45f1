import { describe, expect, it } from 'vitest';
import { reconcile } from './reconcile.js';

type Cafe = { name: string; phone: string; address: string };
const base: Cafe = { name: '숲', phone: '1', address: '길 1' };
const isSame = (field: keyof Cafe, a: Cafe, b: Cafe): boolean => a[field] === b[field];
const merge = (mine: Partial<Cafe>, theirs: Partial<Cafe>) =>
  reconcile(base, { ...base, ...mine }, { ...base, ...theirs }, isSame);

describe('reconcile', () => {
  it('keeps what I changed and takes what they changed', () => {
    expect(merge({ name: '나의 숲' }, { phone: '2' })).toEqual({
      values: { name: '나의 숲', phone: '2', address: '길 1' },
      received: ['phone'],
      conflicts: [],
    });
  });

  it('keeps mine where both changed, and says so', () => {
    expect(merge({ name: '나의 숲', phone: '3' }, { name: '남의 숲' })).toEqual({
      values: { name: '나의 숲', phone: '3', address: '길 1' },
      received: [],
      conflicts: ['name'],
    });
  });

  it('sees no conflict where both came to the same', () => {
    expect(merge({ name: '새 숲' }, { name: '새 숲' })).toMatchObject({ received: [], conflicts: [] });
  });

  it('changes nothing when they changed nothing', () => {
    expect(merge({ name: '나의 숲' }, {})).toMatchObject({ values: { name: '나의 숲' }, received: [], conflicts: [] });
  });
});
