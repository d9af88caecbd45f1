import type { Point } from './sheet.js';

/** Metres: x to the right, y up, z away from the viewer. */
export type Vec3 = readonly [x: number, y: number, z: number];

/** Rows of a rotation, then a translation: world (or furniture) space to view space. */
interface Affine {
  rows: readonly [Vec3, Vec3, Vec3];
  offset: Vec3;
}

const NEAREST_DEPTH = 0.05;

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const plus = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const times = (a: Vec3, factor: number): Vec3 => [a[0] * factor, a[1] * factor, a[2] * factor];

export function unit(a: Vec3): Vec3 {
  return times(a, 1 / Math.hypot(...a));
}

/** Looks into the scene; with a focal length in perspective, without one in parallel projection. */
export class Camera {
  private constructor(
    private readonly affine: Affine,
    private readonly centre: Point,
    private readonly pxPerMetre: number,
    private readonly focalPx: number | null,
  ) {}

  /** `yaw` turns the view to the right, `pitch` down, in degrees; `centre` is where the axis meets the sheet. */
  static perspective(view: { eye: Vec3; yaw?: number; pitch?: number; focalPx: number; centre: Point }): Camera {
    const affine = lookFrom(view.eye, view.yaw ?? 0, view.pitch ?? 0);
    return new Camera(affine, view.centre, 1, view.focalPx);
  }

  /** As a model on a table: `target` appears at `centre`, one metre is `pxPerMetre` long. */
  static parallel(view: { target: Vec3; yaw: number; pitch: number; pxPerMetre: number; centre: Point }): Camera {
    const affine = lookFrom(view.target, view.yaw, view.pitch);
    return new Camera(affine, view.centre, view.pxPerMetre, null);
  }

  /** The same camera for things described in a space of their own, standing at `at` and turned about the vertical. */
  placed(at: Vec3, turnDegrees: number): Camera {
    const turn = aboutVertical(turnDegrees);
    const rows = this.affine.rows.map((row) => rowTimes(row, turn)) as [Vec3, Vec3, Vec3];
    return new Camera({ rows, offset: this.toView(at) }, this.centre, this.pxPerMetre, this.focalPx);
  }

  project(point: Vec3): Point {
    return this.fromView(this.toView(point));
  }

  /** Pixels per metre at `point`. */
  scaleAt(point: Vec3): number {
    return this.focalPx === null ? this.pxPerMetre : this.focalPx / this.toView(point)[2];
  }

  depthOf(point: Vec3): number {
    return this.toView(point)[2];
  }

  /** True when a surface at `point` with this outward `normal` shows its front. */
  sees(point: Vec3, normal: Vec3): boolean {
    const [rowX, rowY, rowZ] = this.affine.rows;
    if (this.focalPx === null) return dot(rowZ, normal) < -1e-6;
    const turned: Vec3 = [dot(rowX, normal), dot(rowY, normal), dot(rowZ, normal)];
    return dot(turned, this.toView(point)) < -1e-6;
  }

  /** The outline of a flat face on the sheet; what lies behind the viewer is cut off. */
  outline(corners: readonly Vec3[]): Point[] {
    const seen = corners.map((corner) => this.toView(corner));
    if (this.focalPx === null) return seen.map((corner) => this.fromView(corner));
    const kept: Vec3[] = [];
    seen.forEach((from, index) => {
      const to = seen[(index + 1) % seen.length] ?? from;
      if (from[2] >= NEAREST_DEPTH) kept.push(from);
      if (from[2] >= NEAREST_DEPTH !== to[2] >= NEAREST_DEPTH) {
        const share = (NEAREST_DEPTH - from[2]) / (to[2] - from[2]);
        kept.push(plus(from, times(plus(to, times(from, -1)), share)));
      }
    });
    return kept.map((corner) => this.fromView(corner));
  }

  private toView(point: Vec3): Vec3 {
    const [rowX, rowY, rowZ] = this.affine.rows;
    return plus([dot(rowX, point), dot(rowY, point), dot(rowZ, point)], this.affine.offset);
  }

  private fromView([x, y, depth]: Vec3): Point {
    const scale = this.focalPx === null ? this.pxPerMetre : this.focalPx / Math.max(depth, NEAREST_DEPTH);
    return [this.centre[0] + x * scale, this.centre[1] - y * scale];
  }
}

/** A direction seen from furniture that is turned by `turnDegrees`: the inverse of the furniture's own turn. */
export function turnBack(direction: Vec3, turnDegrees: number): Vec3 {
  const [rowX, rowY, rowZ] = aboutVertical(-turnDegrees);
  return [dot(rowX, direction), dot(rowY, direction), dot(rowZ, direction)];
}

/** Counter-clockwise seen from above. */
function aboutVertical(degrees: number): readonly [Vec3, Vec3, Vec3] {
  const [cos, sin] = cosSin(degrees);
  return [
    [cos, 0, -sin],
    [0, 1, 0],
    [sin, 0, cos],
  ];
}

function lookFrom(eye: Vec3, yaw: number, pitch: number): Affine {
  const [cosY, sinY] = cosSin(yaw);
  const [cosP, sinP] = cosSin(pitch);
  const rows: readonly [Vec3, Vec3, Vec3] = [
    [cosY, 0, -sinY],
    [sinP * sinY, cosP, sinP * cosY],
    [cosP * sinY, -sinP, cosP * cosY],
  ];
  const offset: Vec3 = [-dot(rows[0], eye), -dot(rows[1], eye), -dot(rows[2], eye)];
  return { rows, offset };
}

function rowTimes(row: Vec3, matrix: readonly [Vec3, Vec3, Vec3]): Vec3 {
  return plus(plus(times(matrix[0], row[0]), times(matrix[1], row[1])), times(matrix[2], row[2]));
}

function cosSin(degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}
