import { normalise, type Vector } from './matrix.js';
import { Shape } from './shape.js';

/** Radius and height. */
export type ProfilePoint = readonly [number, number];

/** Edges sharper than this (cosine) stay sharp; softer ones are shaded round. */
const roundCosine = 0.6;

type Flat = readonly [number, number];

const flatNormal = (from: ProfilePoint, to: ProfilePoint): Flat => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
};

const blend = (own: Flat, other: Flat | undefined): Flat => {
  if (!other || own[0] * other[0] + own[1] * other[1] < roundCosine) return own;
  const length = Math.hypot(own[0] + other[0], own[1] + other[1]) || 1;
  return [(own[0] + other[0]) / length, (own[1] + other[1]) / length];
};

const isSame = (a: Flat, b: Flat): boolean => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 1e-9;

const ring = (shape: Shape, point: ProfilePoint, normal: Flat, segments: number, along: number): number => {
  const first = shape.vertexCount;
  for (let step = 0; step <= segments; step += 1) {
    const angle = (step / segments) * Math.PI * 2;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const position: Vector = [point[0] * sine, point[1], point[0] * cosine];
    shape.vertex(position, [normal[0] * sine, normal[1], normal[0] * cosine], along, (step / segments) * 0.5);
  }
  return first;
};

/** Turned round the y axis; a profile running upwards at growing height faces outwards. */
export const lathe = (profile: readonly ProfilePoint[], segments = 12): Shape => {
  const shape = new Shape();
  const pieces = profile.slice(1).flatMap((to, index) => {
    const from = profile[index] ?? to;
    return Math.hypot(to[0] - from[0], to[1] - from[1]) < 1e-6 ? [] : [{ from, to, normal: flatNormal(from, to) }];
  });
  let along = 0;
  let last: { ring: number; normal: Flat } | undefined;
  for (const [index, piece] of pieces.entries()) {
    const normal = blend(piece.normal, pieces[index - 1]?.normal);
    // Where the shading runs on, so does the ring of vertices.
    const low = last && isSame(last.normal, normal) ? last.ring : ring(shape, piece.from, normal, segments, along);
    along += Math.hypot(piece.to[0] - piece.from[0], piece.to[1] - piece.from[1]);
    const end = blend(piece.normal, pieces[index + 1]?.normal);
    const high = ring(shape, piece.to, end, segments, along);
    last = { ring: high, normal: end };
    for (let step = 0; step < segments; step += 1) {
      if (piece.from[0] > 0) shape.triangle(low + step, low + step + 1, high + step + 1);
      if (piece.to[0] > 0) shape.triangle(low + step, high + step + 1, high + step);
    }
  }
  return shape;
};

/** Standing on the origin; the underside is left out, the lid is there. */
export const cylinder = (radius: number, height: number, segments = 12, topRadius = radius): Shape =>
  lathe(
    [
      [radius, 0],
      [topRadius, height],
      [0, height],
    ],
    segments,
  );

/** A leg or a rod: a cylinder with open ends. */
export const rod = (radius: number, height: number, segments = 6, topRadius = radius): Shape =>
  lathe(
    [
      [radius, 0],
      [topRadius, height],
    ],
    segments,
  );

/** A round plate with softened rims, its underside at the origin. */
export const plate = (radius: number, height: number, segments = 20, rim = 0.008): Shape =>
  lathe(
    [
      [0, 0],
      [radius - rim, 0],
      [radius, rim],
      [radius, height - rim],
      [radius - rim, height],
      [0, height],
    ],
    segments,
  );

export const sphere = (radius: number, segments = 14, rings = 8): Shape =>
  lathe(
    Array.from({ length: rings + 1 }, (_, step): ProfilePoint => {
      const angle = (step / rings) * Math.PI;
      return [step === 0 || step === rings ? 0 : Math.sin(angle) * radius, -Math.cos(angle) * radius];
    }),
    segments,
  );

/** A rod between two points of the piece's own space. */
export const strut = (from: Vector, to: Vector, radius: number, segments = 6): Shape => {
  const shape = new Shape();
  const axis = normalise([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  const side = Math.abs(axis[1]) > 0.9 ? normalise([axis[1], -axis[0], 0]) : normalise([axis[2], 0, -axis[0]]);
  const third: Vector = [
    axis[1] * side[2] - axis[2] * side[1],
    axis[2] * side[0] - axis[0] * side[2],
    axis[0] * side[1] - axis[1] * side[0],
  ];
  for (const [end, point] of [from, to].entries()) {
    for (let step = 0; step < segments; step += 1) {
      const angle = (step / segments) * Math.PI * 2;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const normal: Vector = [side[0] * c + third[0] * s, side[1] * c + third[1] * s, side[2] * c + third[2] * s];
      const at: Vector = [point[0] + normal[0] * radius, point[1] + normal[1] * radius, point[2] + normal[2] * radius];
      shape.vertex(at, normal, end, (step / segments) * 0.2);
    }
  }
  for (let step = 0; step < segments; step += 1) {
    const next = (step + 1) % segments;
    shape.quad(step, next, next + segments, step + segments);
  }
  return shape;
};
