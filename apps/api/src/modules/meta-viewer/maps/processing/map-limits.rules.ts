const mebibyte = 1024 * 1024;

/** What a map may be at most; beyond, it is refused before anything reads it in earnest. */
export const mapLimits = {
  jsonBytes: 5 * mebibyte,
  jsonDepth: 64,
  nodes: 10_000,
  nodeDepth: 200,
  /** Drawn, instances included. */
  triangles: 2_000_000,
  textures: 64,
  /** A side, in pixels. */
  textureSide: 4096,
  /** All accessors as they are unpacked, also those that the file keeps compressed or does not keep at all. */
  unpackedBytes: 768 * mebibyte,
} as const;

/** What visitors get: the longest side of a texture, in pixels. */
export const textureSides = { desktop: 2048, mobile: 1024 } as const;

/** What people bump into is asked every frame. */
export const colliderTriangles = 200_000;
