import { z } from 'zod';
import { id } from './identifiers.js';

export const acceptedImageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
export const maxImageBytes = 10 * 1024 * 1024;
export const maxImagePixels = 50_000_000;
export const maxImageFrames = 200;
/** The longest side of what is kept, in pixels. */
export const maxStoredImageSide = 2048;
/** The longest side of a thumbnail, in pixels. */
export const thumbnailSide = 320;

/** An image as anyone sees it. `thumbhash` is base64, decoded by the client into a blurred placeholder. */
export const image = z
  .object({
    id,
    url: z.string(),
    thumbnailUrl: z.string(),
    width: z.int(),
    height: z.int(),
    sizeBytes: z.int(),
    mimeType: z.string(),
    thumbhash: z.string(),
  })
  .meta({ id: 'Image' });

/** As moderators see it. */
export const managedImage = image.extend({ isDisabled: z.boolean() }).meta({ id: 'ManagedImage' });

export const updateImageRequest = z.strictObject({ isDisabled: z.boolean() }).meta({ id: 'UpdateImageRequest' });

export type Image = z.infer<typeof image>;
export type ManagedImage = z.infer<typeof managedImage>;
export type UpdateImageRequest = z.infer<typeof updateImageRequest>;
