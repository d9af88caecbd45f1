import { Injectable } from '@nestjs/common';
import { maxImagePixels, maxStoredImageSide, thumbnailSide } from '@virtualcafe/contracts';
import sharp, { type CreateRaw, type FailOnOptions, type Metadata, type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { AppError } from '../../platform/errors/app-error.js';
import { restrictImageCodecs } from './image-codecs.js';
import { hasMoreScansThan, type ImageFormat } from './image-format.rules.js';
import type { ImageHeader } from './image-limits.rules.js';

/** An image as it is kept: re-encoded, upright, in sRGB, without anything the original said about itself. */
export interface RenderedImage {
  readonly full: Buffer;
  readonly thumbnail: Buffer;
  /** Of `full`, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Base64. */
  readonly thumbhash: string;
}

interface Pixels {
  readonly data: Buffer;
  readonly raw: CreateRaw;
}

const fullQuality = 82;
const thumbnailQuality = 76;
/** The longest side thumbhash takes, in pixels. */
const thumbhashSide = 100;
const decodeTimeoutSeconds = 15;
// Encoders write about ten, the most careful ones a few dozen.
const maxJpegScans = 100;

/** Reads strangers' images and makes ours of them. */
@Injectable()
export class ImageProcessor {
  constructor() {
    restrictImageCodecs();
  }

  /**
   * Reads the header only.
   * @throws AppError `image.unreadable`.
   */
  async inspect(bytes: Buffer, format: ImageFormat): Promise<ImageHeader> {
    if (format === 'jpeg' && hasMoreScansThan(bytes, maxJpegScans))
      throw new AppError('image.unreadable', { detail: `The JPEG has more than ${maxJpegScans} scans` });
    const metadata = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
    if (formatOf(metadata) !== format)
      throw new AppError('image.unreadable', { detail: 'The file is not what it begins as' });
    return {
      format,
      width: metadata.width,
      height: metadata.height,
      // An AVIF counts its alpha channel as a page; only its primary image is ever read.
      frames: format === 'avif' ? 1 : (metadata.pages ?? 1),
      channels: metadata.channels,
      bytesPerChannel: metadata.depth === 'uchar' ? 1 : 2,
      isProgressive: metadata.isProgressive,
      chromaSubsampling: metadata.chromaSubsampling,
    };
  }

  /**
   * Makes the stored image and its thumbnail; of an animation, its first frame.
   * @throws AppError `image.unreadable` when the image is damaged, cut short or takes too long.
   */
  async render(bytes: Buffer): Promise<RenderedImage> {
    const pixels = await readable(decode(bytes));
    const full = await encode(pixels, maxStoredImageSide, fullQuality);
    const thumbnail = await encode(pixels, thumbnailSide, thumbnailQuality);
    const { width, height } = pixels.raw;
    return { full, thumbnail, width, height, thumbhash: await thumbhashOf(pixels) };
  }
}

const formatOf = ({ format, compression }: Metadata): string =>
  format === 'heif' && compression === 'av1' ? 'avif' : format;

async function decode(bytes: Buffer): Promise<Pixels> {
  try {
    return await decodeStrictly(bytes, 'warning');
  } catch (error) {
    // Samsung phones write this flaw into sound photos; damage in the image data is still refused as an error.
    if (error instanceof Error && error.message.includes('Invalid SOS parameters'))
      return decodeStrictly(bytes, 'error');
    throw error;
  }
}

async function decodeStrictly(bytes: Buffer, failOn: FailOnOptions): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { failOn, limitInputPixels: maxImagePixels, sequentialRead: true })
    .autoOrient()
    .resize({ width: maxStoredImageSide, height: maxStoredImageSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: decodeTimeoutSeconds })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

const shrunk = ({ data, raw }: Pixels, side: number): Sharp =>
  sharp(data, { raw }).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

const encode = (pixels: Pixels, side: number, quality: number): Promise<Buffer> =>
  shrunk(pixels, side).webp({ quality }).toBuffer();

/** See https://evanw.github.io/thumbhash/. */
async function thumbhashOf(pixels: Pixels): Promise<string> {
  const { data, info } = await shrunk(pixels, thumbhashSide).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

/** What the decoder refuses is the image's fault, and the sender's to mend. */
async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const isTimeout = error instanceof Error && error.message.includes('timeout');
    throw new AppError('image.unreadable', {
      cause: error,
      ...(isTimeout ? { detail: 'The image takes too long to decode' } : {}),
    });
  }
}
