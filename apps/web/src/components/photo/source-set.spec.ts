import { thumbnailSide, type Image } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { sourceSet, thumbnailSidePx } from './source-set.js';

const image = (width: number, height: number): Image => ({
  id: '0198a000-0000-7000-8000-000000000001',
  url: '/media/a.webp',
  thumbnailUrl: '/media/a.thumb.webp',
  width,
  height,
  sizeBytes: 1,
  mimeType: 'image/webp',
  thumbhash: '',
});

describe('sourceSet', () => {
  it('knows the side that the server makes thumbnails of', () => {
    expect(thumbnailSidePx).toBe(thumbnailSide);
  });

  it('gives the true width of an upright thumbnail', () => {
    expect(sourceSet(image(1600, 1200))).toBe('/media/a.thumb.webp 320w, /media/a.webp 1600w');
    expect(sourceSet(image(1200, 1600))).toBe('/media/a.thumb.webp 240w, /media/a.webp 1200w');
  });

  it('leaves the thumbnail out when the picture is no larger', () => {
    expect(sourceSet(image(300, 200))).toBe('/media/a.webp 300w');
  });
});
