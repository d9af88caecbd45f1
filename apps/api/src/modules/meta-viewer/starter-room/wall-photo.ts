import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { wallPhotoLimits } from './starter-room-form.js';
import { type Texture } from './textures/texture.js';

/**
 * A stored image as it hangs on a wall: so many pixels as one sees from two steps away, and the middle of what is longer than a frame can be.
 * @throws when there is no such file or it is no image.
 */
export const wallPhotoOf = async (path: string): Promise<Texture> => {
  const bytes = await readFile(path);
  const { width, height } = await sharp(bytes).metadata();
  const crop = {
    width: Math.min(width, height * wallPhotoLimits.ratio),
    height: Math.min(height, width * wallPhotoLimits.ratio),
  };
  const scale = Math.min(1, wallPhotoLimits.pixels / Math.max(crop.width, crop.height));
  const size = {
    width: Math.max(1, Math.floor(crop.width * scale)),
    height: Math.max(1, Math.floor(crop.height * scale)),
  };
  const wall = await sharp(bytes)
    .resize({ ...size, fit: 'cover' })
    .flatten()
    .webp({ quality: 76 })
    .toBuffer();
  return { bytes: new Uint8Array(wall), mimeType: 'image/webp', ...size };
};
