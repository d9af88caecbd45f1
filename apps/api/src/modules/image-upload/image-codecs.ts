import sharp from 'sharp';

/**
 * Leaves libvips only the readers of what is accepted, from memory: no SVG, PDF or TIFF, no file a document points to.
 * The list is the process's: code that draws SVG itself (the demo's pictures) unblocks its reader in a process of its own.
 */
const acceptedReaders = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadHeifBuffer',
  'VipsForeignLoadNsgifBuffer',
];

/** Sets the image library up for a server that reads strangers' files. */
export function restrictImageCodecs(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: acceptedReaders });
  // Images are told apart by bytes, never met twice: a cache would only hold memory.
  sharp.cache(false);
  // One thread an image; how many images at once is decided by who asks.
  sharp.concurrency(1);
}
