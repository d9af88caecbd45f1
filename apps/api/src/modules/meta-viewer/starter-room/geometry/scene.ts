import { type Colour } from './colour.js';
import {
  combine,
  identity,
  type Matrix,
  move,
  normalise,
  rotation,
  scaling,
  translation,
  turn,
  type Vector,
} from './matrix.js';
import { type Shape, vectorAt } from './shape.js';

export const materialNames = [
  'floor',
  'wall',
  'ceiling',
  'wood',
  'matte',
  'satin',
  'metal',
  'leaf',
  'glow',
  'board',
  'ground',
  'backdrop',
  'glass',
] as const;
export type MaterialName = (typeof materialNames)[number] | `photo-${number}`;

/** An upright box that takes light from what is near it. */
export interface Occluder {
  min: Vector;
  max: Vector;
}

/** Everything drawn in one material: one draw call. */
export interface Batch {
  positions: number[];
  normals: number[];
  uvs: number[];
  tints: number[];
  indices: number[];
  /** Whether the vertex colours take on the room's light. */
  isBaked: boolean;
}

const unbaked = new Set<string>(['glow', 'backdrop', 'glass', 'ground']);

export class Scene {
  /** Large rooms full of things leave out what is small: cups, every other leaf. */
  constructor(readonly isSparse = false) {}

  readonly batches = new Map<MaterialName, Batch>();
  readonly occluders: Occluder[] = [];

  batch(material: MaterialName): Batch {
    let batch = this.batches.get(material);
    if (!batch) {
      batch = { positions: [], normals: [], uvs: [], tints: [], indices: [], isBaked: !unbaked.has(material) };
      this.batches.set(material, batch);
    }
    return batch;
  }

  pen(): Pen {
    return new Pen(this, identity);
  }
}

/** Draws shapes at a place; a piece of furniture is a function of a pen. */
export class Pen {
  constructor(
    readonly scene: Scene,
    readonly matrix: Matrix,
  ) {}

  get isSparse(): boolean {
    return this.scene.isSparse;
  }

  at(x: number, y: number, z: number, yaw = 0, pitch = 0, roll = 0): Pen {
    const local = combine(translation(x, y, z), rotation(yaw, pitch, roll));
    return new Pen(this.scene, combine(this.matrix, local));
  }

  scaled(factor: number): Pen {
    return new Pen(this.scene, combine(this.matrix, scaling(factor)));
  }

  draw(material: MaterialName, shape: Shape, tint: Colour): this {
    const batch = this.scene.batch(material);
    const first = batch.positions.length / 3;
    // Grain that starts elsewhere on every piece: two chairs are never the same plank.
    const [shiftU, shiftV] = material === 'wood' ? this.#grainShift() : [0, 0];
    for (let index = 0; index < shape.vertexCount; index += 1) {
      batch.positions.push(...move(this.matrix, vectorAt(shape.positions, index)));
      batch.normals.push(...normalise(turn(this.matrix, vectorAt(shape.normals, index))));
      batch.uvs.push((shape.uvs[index * 2] ?? 0) + shiftU, (shape.uvs[index * 2 + 1] ?? 0) + shiftV);
      batch.tints.push(...tint);
    }
    for (const index of shape.indices) batch.indices.push(first + index);
    return this;
  }

  /** The same, and it casts shade on its surroundings: for plates, seats and bodies, not for legs. */
  solid(material: MaterialName, shape: Shape, tint: Colour): this {
    const min = [Infinity, Infinity, Infinity] as [number, number, number];
    const max = [-Infinity, -Infinity, -Infinity] as [number, number, number];
    for (let index = 0; index < shape.vertexCount; index += 1) {
      const at = move(this.matrix, vectorAt(shape.positions, index));
      for (const axis of [0, 1, 2] as const) {
        min[axis] = Math.min(min[axis], at[axis]);
        max[axis] = Math.max(max[axis], at[axis]);
      }
    }
    this.scene.occluders.push({ min, max });
    return this.draw(material, shape, tint);
  }

  #grainShift(): [number, number] {
    const [x, y, z] = this.matrix.place;
    const fraction = (value: number): number => Math.round((value - Math.floor(value)) * 64) / 64;
    return [fraction(x * 3.7 + z * 1.3 + y), fraction(z * 5.1 + x * 0.7 + y * 2.3)];
  }
}
