import { CollisionWorld, type Triangles } from '../engine/collision-world.js';
import type { Build } from './character.js';

/** For specs: who walks in them. */
export const walkerBuild: Build = {
  height: 1.3,
  radius: 0.2,
  speed: 4,
  jumpSpeed: 3,
  min: { x: -100, y: -10, z: -100 },
  max: { x: 100, y: 80, z: 100 },
};

type Triple = readonly [number, number, number];

export interface Box {
  readonly min: Triple;
  readonly max: Triple;
}

/** A plane that rises by `rise` from z `from` to z `to`. */
export interface Slope {
  readonly slope: { readonly from: number; readonly to: number; readonly rise: number; readonly halfWidth: number };
}

const faces = [
  [0, 4, 6, 2],
  [1, 3, 7, 5],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 2, 3, 1],
  [4, 5, 7, 6],
] as const;

const trianglesOf = (parts: readonly (Box | Slope)[]): Triangles => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const part of parts) {
    const first = positions.length / 3;
    if ('slope' in part) {
      const { from, to, rise, halfWidth } = part.slope;
      positions.push(-halfWidth, 0, from, halfWidth, 0, from, halfWidth, rise, to, -halfWidth, rise, to);
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
      continue;
    }
    for (let corner = 0; corner < 8; corner += 1) {
      const pick = (axis: 0 | 1 | 2, bit: number): number => (corner & bit ? part.max[axis] : part.min[axis]);
      positions.push(pick(0, 1), pick(1, 2), pick(2, 4));
    }
    for (const [a, b, c, d] of faces) indices.push(...[a, b, c, a, c, d].map((corner) => first + corner));
  }
  return { positions: new Float32Array(positions), indices: new Uint32Array(indices) };
};

/** For specs: a room of these solids; `glass` stops people only. */
export const roomOf = (solids: readonly (Box | Slope)[], glass: readonly (Box | Slope)[] = []): CollisionWorld =>
  new CollisionWorld(trianglesOf(solids), trianglesOf(glass));
