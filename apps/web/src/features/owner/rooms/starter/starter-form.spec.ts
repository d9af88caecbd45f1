import { starterRoomLimits, starterRoomRequest, type Image } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import {
  firstChoices,
  newSeed,
  photosOf,
  pyeongOf,
  requestOf,
  sizeOf,
  starterSizes,
  withPhotoToggled,
  withSize,
} from './starter-form.js';

const photo = (number: number): Image => ({
  id: `0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  url: `/media/${number}.webp`,
  thumbnailUrl: `/media/${number}-t.webp`,
  width: 1200,
  height: 800,
  sizeBytes: 1000,
  mimeType: 'image/webp',
  thumbhash: '',
});
const cafe = { images: { THUMBNAIL: [photo(1), photo(2)], REAL: [photo(3), photo(1)], VIRTUAL: [photo(4)] } };

describe('photosOf', () => {
  it('gives each photo once, those of the shop first', () => {
    expect(photosOf(cafe)).toEqual([photo(3), photo(1), photo(2), photo(4)]);
  });
});

describe('requestOf', () => {
  it('names the photos by id and keeps everything else', () => {
    const choices = firstChoices(cafe, 7);
    expect(requestOf(choices)).toEqual({
      style: 'wood',
      width: 11,
      depth: 10,
      height: 3.2,
      tables: 8,
      counter: 'back',
      plants: 7,
      lights: 8,
      imageIds: [photo(3), photo(1), photo(2), photo(4)].map(({ id }) => id),
      seed: 7,
    });
  });

  it.each(starterSizes)('takes the room that is called %s', (size) => {
    const choices = withSize(firstChoices(cafe, 0), size);
    expect(starterRoomRequest.safeParse(requestOf(choices)).success).toBe(true);
    expect(sizeOf(choices)).toBe(size);
  });

  it('refuses what the limits do not allow', () => {
    expect(() => requestOf({ ...firstChoices(cafe, 0), width: starterRoomLimits.side.max + 1 })).toThrow('width');
  });
});

describe('sizeOf', () => {
  it('knows no name for a room that was changed', () => {
    expect(sizeOf({ ...firstChoices(cafe, 0), width: 11.5 })).toBeUndefined();
  });
});

describe('withPhotoToggled', () => {
  it('adds at the end and takes out', () => {
    const two = withPhotoToggled([photo(1)], photo(2));
    expect(two).toEqual([photo(1), photo(2)]);
    expect(withPhotoToggled(two, photo(1))).toEqual([photo(2)]);
  });

  it('adds nothing to full walls', () => {
    const full = Array.from({ length: starterRoomLimits.photos }, (_, index) => photo(index));
    expect(withPhotoToggled(full, photo(99))).toEqual(full);
  });
});

describe('pyeongOf', () => {
  it('is 3.3 m² each', () => {
    expect([pyeongOf(33), pyeongOf(110)]).toEqual([10, 33]);
  });
});

describe('newSeed', () => {
  it('stays within what the API takes', () => {
    expect([newSeed(0), newSeed(1 - 2 ** -53)]).toEqual([0, 0xffff_ffff]);
  });
});
