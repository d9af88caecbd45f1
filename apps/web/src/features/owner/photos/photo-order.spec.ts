import type { Image } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { visiblePhotos, withArrived, withMoved } from './photo-order.js';

const photo = (id: string): Image => ({
  id,
  url: '',
  thumbnailUrl: '',
  width: 1,
  height: 1,
  sizeBytes: 1,
  mimeType: 'image/webp',
  thumbhash: '',
});
const order = (ids: string, removed = '') => ({ photos: ids.split('').map(photo), removedIds: new Set(removed) });
const idsOf = (photos: readonly Image[]) => photos.map(({ id }) => id).join('');

describe('visiblePhotos', () => {
  it('leaves out what was taken out', () => {
    expect(idsOf(visiblePhotos(order('abcd', 'bd')))).toBe('ac');
  });
});

describe('withMoved', () => {
  it.each([
    [0, 2, 'bcad'],
    [2, 0, 'cabd'],
    [0, 3, 'bcda'],
    [1, 2, 'acbd'],
    [1, 1, 'abcd'],
    [0, 9, 'abcd'],
    [9, 0, 'abcd'],
  ])('from %i to %i', (from, to, expected) => {
    expect(idsOf(withMoved(order('abcd'), from, to))).toBe(expected);
  });

  it.each([
    ['abcd', 'b', 0, 1, 'bcad', 'cad'],
    ['abcd', 'b', 2, 0, 'dabc', 'dac'],
    ['abcd', 'a', 1, 0, 'acbd', 'cbd'],
    ['abcd', 'd', 0, 2, 'bcad', 'bca'],
  ])('of %s without %s, from %i to %i, keeps what was taken out', (ids, removed, from, to, all, seen) => {
    const moved = withMoved(order(ids, removed), from, to);
    expect(idsOf(moved)).toBe(all);
    expect(idsOf(visiblePhotos({ photos: moved, removedIds: new Set(removed) }))).toBe(seen);
  });
});

describe('withArrived', () => {
  const arrive = (arrivals: [string, number][], before = 'ab') => {
    const turns = new Map<string, number>();
    let photos = order(before).photos as readonly Image[];
    for (const [id, turn] of arrivals) {
      turns.set(id, turn);
      photos = withArrived(photos, photo(id), turns);
    }
    return idsOf(photos);
  };

  it('puts new photos at the end', () => {
    expect(
      arrive([
        ['x', 1],
        ['y', 2],
      ]),
    ).toBe('abxy');
  });

  it('keeps the order in which they were chosen, however they arrive', () => {
    expect(
      arrive([
        ['z', 3],
        ['x', 1],
        ['y', 2],
      ]),
    ).toBe('abxyz');
  });

  it('begins an empty set', () => {
    expect(arrive([['x', 1]], '')).toBe('x');
  });
});
