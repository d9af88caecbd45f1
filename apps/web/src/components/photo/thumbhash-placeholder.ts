import { thumbHashToDataURL } from 'thumbhash';

const cache = new Map<string, string>();

/** The blurred picture of a base64 thumbhash as a data: URL; null when it is none. Decoded once each. */
export function placeholderOf(thumbhash: string): string | null {
  const known = cache.get(thumbhash);
  if (known !== undefined) return known;
  const url = decode(thumbhash);
  if (url !== null) cache.set(thumbhash, url);
  return url;
}

function decode(thumbhash: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0));
    // The header alone is 5 bytes; a shorter one would decode to noise.
    return bytes.length < 5 ? null : thumbHashToDataURL(bytes);
  } catch {
    // Not base64: the photo then fades in over a plain surface.
    return null;
  }
}
