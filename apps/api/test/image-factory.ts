import { deflateSync, crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

export const imageFormats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
export type SampleFormat = (typeof imageFormats)[number];

/** A picture with detail in it: bands of colour that shift from pixel to pixel, never the same for two seeds. */
export function picture(width: number, height: number, seed = 1): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const x = (at / 3) % width;
    const y = Math.floor(at / 3 / width);
    pixels[at] = (x * 2 + seed * 37) % 256;
    pixels[at + 1] = (y * 3 + seed * 11) % 256;
    pixels[at + 2] = ((x ^ y) + seed) % 256;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export const sample = (format: SampleFormat, width = 640, height = 480, seed = 1): Promise<Buffer> =>
  picture(width, height, seed).toFormat(format).toBuffer();

/** A photo as a phone writes it: lying on its side (orientation 6), with where and by what it was taken. */
export const phonePhoto = (width: number, height: number): Promise<Buffer> =>
  picture(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Handphone', Model: 'H-1' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '37/1 33/1 59/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '126/1 58/1 41/1',
      },
    })
    .jpeg({ quality: 90 })
    .toBuffer();

/** A GIF of `frames` frames of one pixel each. */
export function gifOfFrames(frames: number): Buffer {
  const screen = Buffer.from([...Buffer.from('GIF89a'), 10, 0, 10, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255]);
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([screen, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

/** A sound black-and-white PNG: a few kilobytes however large it is. */
export function blankPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const lines = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), framed.length - 4);
  return framed;
}

export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>';

/** A form with one file. */
export function imageForm(bytes: Buffer | string, fileName = 'photo.jpg', field = 'file'): FormData {
  const form = new FormData();
  form.append(field, new Blob([bytes], { type: 'image/jpeg' }), fileName);
  return form;
}

/** The bytes with a stretch of their middle made nonsense. */
export function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const start = Math.floor(bytes.length * 0.3);
  for (let at = start; at < start + bytes.length * 0.1; at += 1) copy[at] = (copy[at] ?? 0) ^ 0x5a;
  return copy;
}
