import type { MapFinding } from '@virtualcafe/contracts';

/** The codes of findings that refuse a map. */
export type RefusalCode =
  | 'map.not-glb'
  | 'map.length-differs'
  | 'map.json-too-large'
  | 'map.json-unreadable'
  | 'map.too-deep'
  | 'map.external-uri'
  | 'map.too-many-nodes'
  | 'map.node-cycle'
  | 'map.reference-missing'
  | 'map.data-beyond-file'
  | 'map.too-much-data'
  | 'map.too-many-triangles'
  | 'map.too-many-textures'
  | 'map.texture-type'
  | 'map.texture-unreadable'
  | 'map.texture-too-large'
  | 'map.extension-unknown'
  | 'map.no-geometry'
  | 'map.invalid'
  | 'map.too-heavy'
  | 'map.too-slow'
  | 'map.unreadable';

/** A map is not taken, and why. */
export class MapRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** JSON pointer into the file's JSON, or empty. */
    readonly pointer = '',
    readonly others: readonly MapFinding[] = [],
  ) {
    super(message);
  }

  get findings(): MapFinding[] {
    return [refusal(this.code, this.message, this.pointer), ...this.others];
  }
}

export const refusal = (code: RefusalCode, message: string, pointer = ''): MapFinding => ({
  severity: 'error',
  code,
  message,
  pointer,
});
