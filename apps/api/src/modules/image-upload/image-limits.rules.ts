import { maxImageFrames, maxImagePixels } from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';
import type { ImageFormat } from './image-format.rules.js';

/** What an image says of itself before any of it is decoded. */
export interface ImageHeader {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly channels: number;
  readonly bytesPerChannel: 1 | 2;
  /** Progressive JPEG or interlaced PNG: nothing of it can be shrunk before all of it is there. */
  readonly isProgressive: boolean;
  /** As JPEG writes it, such as `4:2:0`; undefined elsewhere. */
  readonly chromaSubsampling: string | undefined;
}

const megabyte = 1024 * 1024;

/** Enough for the stored size decoded, and its two encodings, whatever the original. */
const renderingBytes = 100 * megabyte;

/** @throws AppError when the image is beyond what is decoded here. */
export function assertWithinLimits(header: ImageHeader, memoryBytes: number): void {
  if (header.width * header.height > maxImagePixels)
    throw new AppError('image.too-many-pixels', {
      detail: `${header.width} × ${header.height} pixels; at most ${maxImagePixels} are accepted`,
    });
  if (header.frames > maxImageFrames)
    throw new AppError('image.too-many-frames', {
      detail: `${header.frames} frames; at most ${maxImageFrames} are accepted`,
    });
  if (renderingCostBytes(header) > memoryBytes)
    throw new AppError('image.too-many-pixels', {
      detail: `${header.width} × ${header.height} pixels are too many for ${kindOf(header)}; send it smaller or as a plain JPEG`,
    });
}

/** How much memory making the stored image takes at its peak, in bytes. */
export const renderingCostBytes = (header: ImageHeader): number =>
  Math.max(renderingBytes, header.width * header.height * bytesPerPixel(header));

/**
 * What decoding holds in memory for each pixel of the original. Measured with libvips 8.18 (peak memory at 50 megapixels,
 * AVIF at 25): plain JPEG and PNG are read line by line and cost next to nothing, everything else is held whole.
 */
function bytesPerPixel(header: ImageHeader): number {
  switch (header.format) {
    case 'jpeg':
      // Two bytes a coefficient, of all components, until the last scan is read.
      return header.isProgressive ? 2 * jpegComponents(header) : 0;
    case 'png':
      return header.isProgressive ? header.channels * header.bytesPerChannel : 0;
    case 'webp':
      return 4;
    case 'gif':
      return 5;
    case 'avif':
      return 18;
  }
}

/** How many full-size components the coefficients amount to. */
function jpegComponents({ channels, chromaSubsampling }: ImageHeader): number {
  if (channels === 3 && chromaSubsampling === '4:2:0') return 1.5;
  if (channels === 3 && chromaSubsampling === '4:2:2') return 2;
  return channels;
}

function kindOf({ format, isProgressive }: ImageHeader): string {
  if (isProgressive) return format === 'png' ? 'an interlaced PNG' : 'a progressive JPEG';
  return format === 'avif' ? 'an AVIF' : `a ${format.toUpperCase()}`;
}
