import { cross, dot, subtract, type Vector } from './matrix.js';
import { Shape, vectorAt } from './shape.js';

type Axis = 0 | 1 | 2;
const axes: readonly Axis[] = [0, 1, 2];
const signs = [-1, 1] as const;

const corners: readonly Vector[] = signs.flatMap((x) => signs.flatMap((y) => signs.map((z): Vector => [x, y, z])));

/** Grain runs along the longer side of a face. */
const textureOf = (position: Vector, axis: Axis, half: Vector): [number, number] => {
  const [first, second] = axis === 0 ? ([2, 1] as const) : axis === 1 ? ([0, 2] as const) : ([0, 1] as const);
  return half[first] >= half[second] ? [position[first], position[second]] : [position[second], position[first]];
};

const facing = (shape: Shape, a: number, b: number, c: number): boolean => {
  const [pa, pb, pc] = [vectorAt(shape.positions, a), vectorAt(shape.positions, b), vectorAt(shape.positions, c)];
  const middle: Vector = [pa[0] + pb[0] + pc[0], pa[1] + pb[1] + pc[1], pa[2] + pb[2] + pc[2]];
  return dot(cross(subtract(pb, pa), subtract(pc, pa)), middle) > 0;
};

const outward = (shape: Shape, a: number, b: number, c: number): void => {
  if (facing(shape, a, b, c)) shape.triangle(a, b, c);
  else shape.triangle(a, c, b);
};

/** Metres: chamfers up to this are not seen, and cost three quarters of a box's triangles. */
const finest = 0.006;

const index = (corner: number, axis: Axis): number => corner * 3 + axis;
const bit = (axis: Axis): number => 4 >> axis;
const othersOf = (axis: Axis): readonly [Axis, Axis] => [axis === 0 ? 1 : 0, axis === 2 ? 1 : 2];

const quad = (shape: Shape, a: number, b: number, c: number, d: number): void => {
  outward(shape, a, b, c);
  outward(shape, a, c, d);
};

const addVertices = (shape: Shape, half: Vector, cut: number): void => {
  for (const corner of corners) {
    for (const axis of axes) {
      const at = (each: Axis): number => corner[each] * (half[each] - (each === axis ? 0 : cut));
      const normal = (each: Axis): number => (each === axis ? corner[each] : 0);
      const position: Vector = [at(0), at(1), at(2)];
      shape.vertex(position, [normal(0), normal(1), normal(2)], ...textureOf(position, axis, half));
    }
  }
};

const addFaces = (shape: Shape): void => {
  for (const axis of axes) {
    const [u, v] = othersOf(axis);
    const [du, dv] = [bit(u), bit(v)];
    for (const base of [0, bit(axis)]) {
      quad(shape, index(base, axis), index(base | du, axis), index(base | du | dv, axis), index(base | dv, axis));
    }
  }
};

/** The twelve edges, each along an axis between the faces of the two others, and the eight corners. */
const addChamfers = (shape: Shape): void => {
  for (const axis of axes) {
    const [first, second] = othersOf(axis);
    for (const base of [0, bit(first), bit(second), bit(first) | bit(second)]) {
      const end = base | bit(axis);
      quad(shape, index(base, first), index(end, first), index(end, second), index(base, second));
    }
  }
  for (let corner = 0; corner < 8; corner += 1) outward(shape, index(corner, 0), index(corner, 1), index(corner, 2));
};

/**
 * A box with its middle at the origin. Each corner has one vertex a face, as a plain box has; the chamfer lies between them and takes
 * its light from their normals, so edges look rounded at no more vertices.
 */
export const box = (width: number, height: number, depth: number, chamfer = 0.008): Shape => {
  const shape = new Shape();
  const half: Vector = [width / 2, height / 2, depth / 2];
  const cut = chamfer <= finest ? 0 : Math.min(chamfer, ...half.map((side) => side * 0.45));
  addVertices(shape, half, cut);
  addFaces(shape);
  if (cut > 0) addChamfers(shape);
  return shape;
};
