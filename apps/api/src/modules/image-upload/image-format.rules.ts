/** The formats that are taken, told by a file's first bytes: its name and declared type say nothing. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** How many of a file's first bytes `imageFormatOf` looks at. */
export const formatHeadBytes = 256;

/** The format of the file that begins with `head`; undefined for every other kind of file, SVG and HEIC among them. */
export function imageFormatOf(head: Buffer): ImageFormat | undefined {
  return signatures.find(({ matches }) => matches(head))?.format;
}

const signatures: readonly { format: ImageFormat; matches: (head: Buffer) => boolean }[] = [
  { format: 'jpeg', matches: (head) => hasBytes(head, 0, [0xff, 0xd8, 0xff]) },
  { format: 'png', matches: (head) => hasBytes(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { format: 'gif', matches: (head) => /^GIF8[79]a/.test(text(head, 0, 6)) },
  { format: 'webp', matches: (head) => text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP' },
  { format: 'avif', matches: (head) => brandsOf(head).some((brand) => brand === 'avif' || brand === 'avis') },
];

const hasBytes = (head: Buffer, start: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[start + index] === byte);

const text = (head: Buffer, start: number, end: number): string => head.toString('latin1', start, end);

/** The brands of an ISO media file's `ftyp` box (ISO/IEC 14496-12, 4.3): the major one, then the compatible ones. */
function brandsOf(head: Buffer): string[] {
  if (head.length < 16 || text(head, 4, 8) !== 'ftyp') return [];
  const boxEnd = Math.min(head.readUInt32BE(0), head.length);
  const brands = [text(head, 8, 12)];
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(text(head, at, at + 4));
  return brands;
}

/** Whether a JPEG has more than `limit` scans: each one costs a pass over the whole image, however few bytes it has. */
export function hasMoreScansThan(jpeg: Buffer, limit: number): boolean {
  let scans = 0;
  // In image data 0xff is always followed by 0, so these two bytes begin a scan (ITU-T T.81, B.1.1.2).
  for (let at = jpeg.indexOf(startOfScan); at !== -1; at = jpeg.indexOf(startOfScan, at + startOfScan.length)) {
    scans += 1;
    if (scans > limit) return true;
  }
  return false;
}

const startOfScan = Buffer.from([0xff, 0xda]);
