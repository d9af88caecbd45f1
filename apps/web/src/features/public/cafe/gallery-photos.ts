import type { Cafe, Image } from '@virtualcafe/contracts';

export type GalleryPhoto = { readonly image: Image; readonly isVirtual: boolean };

/** What the gallery shows: the real place first, then its virtual rooms; the cover alone when that is all there is. */
export function photosOf({ images }: Pick<Cafe, 'images'>): GalleryPhoto[] {
  const shown = [
    ...images.REAL.map((image) => ({ image, isVirtual: false })),
    ...images.VIRTUAL.map((image) => ({ image, isVirtual: true })),
  ];
  return shown.length > 0 ? shown : images.THUMBNAIL.map((image) => ({ image, isVirtual: false }));
}
