import type { Vector3 } from 'three';

/** Whom a surface is asked to stop: glass and outer walls stop people only. */
export type Stopped = 'people' | 'camera';

export interface RayHit {
  /** Metres from the ray's origin. */
  distance: number;
  /** Of the surface, towards whoever came. */
  readonly normal: Vector3;
}

/** An upright capsule, heights in metres above the feet. */
export interface Capsule {
  radius: number;
  bottom: number;
  top: number;
}

/** What stands in the way in a room. */
export interface SolidWorld {
  /** The nearest surface within `farMetres`; `direction` of length 1. The answer is good until the next call. */
  castRay(origin: Vector3, direction: Vector3, farMetres: number, stopped: Stopped): RayHit | null;
  /**
   * Tells each triangle that reaches into the capsule above `feet`: the way out, of length 1, and how far. The callback may move `feet`.
   * @returns The deepest depth found, in metres; 0 when the capsule is free.
   */
  pushOut(feet: Vector3, capsule: Capsule, onContact: (normal: Vector3, depthMetres: number) => void): number;
}
