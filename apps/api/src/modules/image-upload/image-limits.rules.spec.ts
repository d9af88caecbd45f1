import { maxImageFrames, maxImagePixels } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { assertWithinLimits, type ImageHeader, renderingCostBytes } from './image-limits.rules.js';

const megabyte = 1024 * 1024;
const photo: ImageHeader = {
  format: 'jpeg',
  width: 4000,
  height: 3000,
  frames: 1,
  channels: 3,
  bytesPerChannel: 1,
  isProgressive: false,
  chromaSubsampling: '4:2:0',
};
const refusalOf = (changes: Partial<ImageHeader>, memoryBytes = 256 * megabyte): string | undefined => {
  try {
    assertWithinLimits({ ...photo, ...changes }, memoryBytes);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('assertWithinLimits', () => {
  it('counts pixels, not sides', () => {
    expect(refusalOf({ width: maxImagePixels, height: 1 })).toBeUndefined();
    expect(refusalOf({ width: maxImagePixels + 1, height: 1 })).toBe('image.too-many-pixels');
    expect(refusalOf({ width: 7072, height: 7071 })).toBe('image.too-many-pixels');
  });

  it('counts frames', () => {
    expect(refusalOf({ format: 'gif', frames: maxImageFrames })).toBeUndefined();
    expect(refusalOf({ format: 'gif', frames: maxImageFrames + 1 })).toBe('image.too-many-frames');
  });

  it('lets through what phones and cameras make, and refuses what would take too much memory', () => {
    const camera = { width: 8000, height: 6000 };
    expect(refusalOf(camera)).toBeUndefined();
    expect(refusalOf({ ...camera, isProgressive: true })).toBeUndefined();
    expect(refusalOf({ ...camera, isProgressive: true, chromaSubsampling: '4:4:4' })).toBe('image.too-many-pixels');
    expect(refusalOf({ ...camera, format: 'png', channels: 4, bytesPerChannel: 2 })).toBeUndefined();
    expect(refusalOf({ ...camera, format: 'png', channels: 4, bytesPerChannel: 2, isProgressive: true })).toBe(
      'image.too-many-pixels',
    );
    expect(refusalOf({ ...camera, format: 'webp' })).toBeUndefined();
    expect(refusalOf({ ...camera, format: 'gif' })).toBeUndefined();
    expect(refusalOf({ format: 'avif' })).toBeUndefined();
    expect(refusalOf({ ...camera, format: 'avif' })).toBe('image.too-many-pixels');
    expect(refusalOf({ ...camera, format: 'avif' }, 1024 * megabyte)).toBeUndefined();
  });

  it('says which kind is too large', () => {
    const large = { ...photo, width: 8000, height: 6000 };
    const limit = 256 * megabyte;
    expect(() => assertWithinLimits({ ...large, format: 'avif' }, limit)).toThrow('8000 × 6000 pixels');
    expect(() => assertWithinLimits({ ...large, format: 'avif' }, limit)).toThrow('an AVIF');
    expect(() => assertWithinLimits({ ...large, isProgressive: true, chromaSubsampling: '4:4:4' }, limit)).toThrow(
      'a progressive JPEG',
    );
    expect(() =>
      assertWithinLimits({ ...large, format: 'png', isProgressive: true, channels: 4, bytesPerChannel: 2 }, limit),
    ).toThrow('an interlaced PNG');
  });
});

describe('renderingCostBytes', () => {
  it('is what is held of the original, and never less than encoding takes', () => {
    const costOf = (changes: Partial<ImageHeader>) =>
      renderingCostBytes({ ...photo, width: 10_000, height: 5000, ...changes }) / 50_000_000;
    const least = (100 * megabyte) / 50_000_000;
    expect(costOf({})).toBe(least);
    expect(costOf({ format: 'png', channels: 4 })).toBe(least);
    expect(costOf({ isProgressive: true })).toBe(3);
    expect(costOf({ isProgressive: true, chromaSubsampling: '4:2:2' })).toBe(4);
    expect(costOf({ isProgressive: true, chromaSubsampling: '4:4:4' })).toBe(6);
    expect(costOf({ isProgressive: true, chromaSubsampling: '4:2:0', channels: 4 })).toBe(8);
    expect(costOf({ format: 'png', channels: 4, bytesPerChannel: 2, isProgressive: true })).toBe(8);
    expect(costOf({ format: 'webp' })).toBe(4);
    expect(costOf({ format: 'gif' })).toBe(5);
    expect(costOf({ format: 'avif' })).toBe(18);
  });
});
