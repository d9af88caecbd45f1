export type Vector = readonly [number, number, number];

/** Columns x, y, z and the place: a rotation (and an even scale) with a translation. */
export interface Matrix {
  x: Vector;
  y: Vector;
  z: Vector;
  place: Vector;
}

export const identity: Matrix = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], place: [0, 0, 0] };

export const turn = (by: Matrix, of: Vector): Vector => [
  by.x[0] * of[0] + by.y[0] * of[1] + by.z[0] * of[2],
  by.x[1] * of[0] + by.y[1] * of[1] + by.z[1] * of[2],
  by.x[2] * of[0] + by.y[2] * of[1] + by.z[2] * of[2],
];

export const move = (by: Matrix, of: Vector): Vector => {
  const turned = turn(by, of);
  return [turned[0] + by.place[0], turned[1] + by.place[1], turned[2] + by.place[2]];
};

export const combine = (outer: Matrix, inner: Matrix): Matrix => ({
  x: turn(outer, inner.x),
  y: turn(outer, inner.y),
  z: turn(outer, inner.z),
  place: move(outer, inner.place),
});

export const translation = (x: number, y: number, z: number): Matrix => ({ ...identity, place: [x, y, z] });

/** Radians, applied as yaw (y) after pitch (x) after roll (z). */
export const rotation = (yaw: number, pitch = 0, roll = 0): Matrix => {
  const [cy, sy] = [Math.cos(yaw), Math.sin(yaw)];
  const [cp, sp] = [Math.cos(pitch), Math.sin(pitch)];
  const [cr, sr] = [Math.cos(roll), Math.sin(roll)];
  const aroundY: Matrix = { ...identity, x: [cy, 0, -sy], z: [sy, 0, cy] };
  const aroundX: Matrix = { ...identity, y: [0, cp, sp], z: [0, -sp, cp] };
  const aroundZ: Matrix = { ...identity, x: [cr, sr, 0], y: [-sr, cr, 0] };
  return combine(aroundY, combine(aroundX, aroundZ));
};

export const scaling = (factor: number): Matrix => ({
  ...identity,
  x: [factor, 0, 0],
  y: [0, factor, 0],
  z: [0, 0, factor],
});

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

export const normalise = (of: Vector): Vector => {
  const length = Math.hypot(...of) || 1;
  return [of[0] / length, of[1] / length, of[2] / length];
};
