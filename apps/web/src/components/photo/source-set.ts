import type { Image } from '@virtualcafe/contracts';

/** The longest side of a thumbnail, as in the contracts (not imported: that would pull the schemas into every page). */
export const thumbnailSidePx = 320;

/** The two sizes of a picture with their widths, for <img srcset>. */
export function sourceSet({ url, thumbnailUrl, width, height }: Image): string {
  const longest = Math.max(width, height);
  if (longest <= thumbnailSidePx) return `${url} ${width}w`;
  const thumbnailWidth = Math.max(1, Math.round((width * thumbnailSidePx) / longest));
  return `${thumbnailUrl} ${thumbnailWidth}w, ${url} ${width}w`;
}
