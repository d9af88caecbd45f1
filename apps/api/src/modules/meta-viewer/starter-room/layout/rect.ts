/** Seen from above, metres. */
export interface Rect {
  minX: number;
  maxX: number;
  minZ: number;
  maxZ: number;
}

export const rectAround = (x: number, z: number, width: number, depth: number): Rect => ({
  minX: x - width / 2,
  maxX: x + width / 2,
  minZ: z - depth / 2,
  maxZ: z + depth / 2,
});

export const grown = (rect: Rect, by: number): Rect => ({
  minX: rect.minX - by,
  maxX: rect.maxX + by,
  minZ: rect.minZ - by,
  maxZ: rect.maxZ + by,
});

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.minX < b.maxX - 1e-9 && a.maxX > b.minX + 1e-9 && a.minZ < b.maxZ - 1e-9 && a.maxZ > b.minZ + 1e-9;

export const isWithin = (inner: Rect, outer: Rect): boolean =>
  inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minZ >= outer.minZ && inner.maxZ <= outer.maxZ;
