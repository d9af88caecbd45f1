import { type Vector } from './matrix.js';

/** Triangles in a piece's own coordinates, metres; counter-clockwise seen from outside. */
export class Shape {
  readonly positions: number[] = [];
  readonly normals: number[] = [];
  /** Metres on the surface, so that grain and bricks have one size everywhere; pictures use 0 to 1. */
  readonly uvs: number[] = [];
  readonly indices: number[] = [];

  get vertexCount(): number {
    return this.positions.length / 3;
  }

  vertex(position: Vector, normal: Vector, u: number, v: number): number {
    this.positions.push(...position);
    this.normals.push(...normal);
    this.uvs.push(u, v);
    return this.vertexCount - 1;
  }

  triangle(a: number, b: number, c: number): void {
    this.indices.push(a, b, c);
  }

  quad(a: number, b: number, c: number, d: number): void {
    this.indices.push(a, b, c, a, c, d);
  }
}

export const vectorAt = (list: ArrayLike<number>, index: number): Vector => [
  list[index * 3] ?? 0,
  list[index * 3 + 1] ?? 0,
  list[index * 3 + 2] ?? 0,
];
