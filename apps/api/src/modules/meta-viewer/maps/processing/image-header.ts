export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** How many of an image's first bytes `imageSizeOf` may need; a JPEG's size may stand behind long metadata. */
export const imageHeadBytes = 256 * 1024;

/** What a PNG, JPEG or WebP says of its size in its first bytes; `unknown`: another kind of file; `unreadable`: one of them, damaged. */
export function imageSizeOf(head: Buffer): ImageSize | 'unknown' | 'unreadable' {
  try {
    if (head.readUInt32BE(0) === 0x89504e47) return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
    if (head.readUInt16BE(0) === 0xffd8) return jpegSize(head) ?? 'unreadable';
    if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP')
      return webpSize(head) ?? 'unreadable';
    return 'unknown';
  } catch (error) {
    if (error instanceof RangeError) return 'unreadable';
    throw error;
  }
}

// The frame headers of all processes (ITU-T T.81, table B.1); 0xc4, 0xc8 and 0xcc are other segments.
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(head: Buffer): ImageSize | undefined {
  let at = 2;
  while (at + 9 < head.byteLength) {
    if (head[at] !== 0xff) return undefined;
    const marker = head.readUInt8(at + 1);
    if (isFrame(marker)) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
}

// RFC 9649: lossy, lossless, extended.
function webpSize(head: Buffer): ImageSize | undefined {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
