import type { Image as ImageView } from '@virtualcafe/contracts';
import type { Image } from '../../generated/prisma/client.js';

/** What of a stored image anyone may see. */
export type PresentableImage = Pick<
  Image,
  'id' | 'fileName' | 'thumbnailName' | 'width' | 'height' | 'sizeBytes' | 'mimeType' | 'thumbhash'
>;

export const presentImage = (image: PresentableImage): ImageView => ({
  id: image.id,
  url: `/media/${image.fileName}`,
  thumbnailUrl: `/media/${image.thumbnailName}`,
  width: image.width,
  height: image.height,
  sizeBytes: image.sizeBytes,
  mimeType: image.mimeType,
  thumbhash: image.thumbhash,
});
