import sharp from 'sharp';
import { type Colour } from '../geometry/colour.js';

export interface Texture {
  bytes: Uint8Array;
  mimeType: 'image/jpeg' | 'image/png' | 'image/webp';
  width: number;
  height: number;
}

/** sRGB, 0 to 255 a channel, at u (right) and v (down), both 0 to 1. */
export type Painter = (u: number, v: number) => Colour;

export const paint = async (width: number, height: number, painter: Painter): Promise<Texture> => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const rgb = painter((x + 0.5) / width, (y + 0.5) / height);
      const offset = (y * width + x) * 3;
      for (const channel of [0, 1, 2] as const) pixels[offset + channel] = Math.max(0, Math.min(255, rgb[channel]));
    }
  }
  const image = sharp(pixels, { raw: { width, height, channels: 3 } });
  const bytes = new Uint8Array(await image.webp({ quality: 80 }).toBuffer());
  return { bytes, mimeType: 'image/webp', width, height };
};

export const times = (rgb: Colour, factor: number): Colour => [rgb[0] * factor, rgb[1] * factor, rgb[2] * factor];
