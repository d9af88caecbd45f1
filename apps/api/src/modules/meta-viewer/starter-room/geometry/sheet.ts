import { cross, normalise, subtract, type Vector } from './matrix.js';
import { Shape, vectorAt } from './shape.js';

/** Upright picture plane facing +z with its middle at the origin; the image fills it. */
export const picture = (width: number, height: number): Shape => {
  const shape = new Shape();
  const [w, h] = [width / 2, height / 2];
  const facing: Vector = [0, 0, 1];
  shape.vertex([-w, -h, 0], facing, 0, 1);
  shape.vertex([w, -h, 0], facing, 1, 1);
  shape.vertex([w, h, 0], facing, 1, 0);
  shape.vertex([-w, h, 0], facing, 0, 0);
  shape.quad(0, 1, 2, 3);
  return shape;
};

const isInside = (hole: Hole, u: number, v: number): boolean =>
  u > hole.left && u < hole.right && v > hole.bottom && v < hole.top;

export interface Hole {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Grid in x and y facing +z, with holes whose edges must be among the lines. */
export const grid = (columns: readonly number[], rows: readonly number[], holes: readonly Hole[] = []): Shape => {
  const shape = new Shape();
  const indexOf = new Map<number, number>();
  const vertex = (column: number, row: number): number => {
    const key = row * columns.length + column;
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    const [x, y] = [columns[column] ?? 0, rows[row] ?? 0];
    const made = shape.vertex([x, y, 0], [0, 0, 1], x, -y);
    indexOf.set(key, made);
    return made;
  };
  for (let row = 0; row + 1 < rows.length; row += 1) {
    for (let column = 0; column + 1 < columns.length; column += 1) {
      const u = ((columns[column] ?? 0) + (columns[column + 1] ?? 0)) / 2;
      const v = ((rows[row] ?? 0) + (rows[row + 1] ?? 0)) / 2;
      if (holes.some((hole) => isInside(hole, u, v))) continue;
      shape.quad(vertex(column, row), vertex(column + 1, row), vertex(column + 1, row + 1), vertex(column, row + 1));
    }
  }
  return shape;
};

/** Even steps of about `pitch`, closer at both ends where shadows gather, and the lines that must be there. */
export const lines = (low: number, high: number, pitch: number, wanted: readonly number[] = []): number[] => {
  const count = Math.max(1, Math.round((high - low) / pitch));
  const even = Array.from({ length: count + 1 }, (_, step) => low + ((high - low) * step) / count);
  const ends = [0.07, 0.22].flatMap((inset) => [low + inset, high - inset]);
  const must = [low, high, ...wanted.filter((line) => line > low && line < high)];
  const close = (line: number, others: readonly number[]): boolean =>
    others.some((other) => Math.abs(other - line) < 0.06);
  const kept = [...must];
  for (const line of [...ends, ...even]) if (!close(line, kept)) kept.push(line);
  return [...new Set(kept)].sort((a, b) => a - b);
};

/** Half width at a share of the length. */
export type LeafOutline = (share: number) => number;

export const oval: LeafOutline = (share) => Math.sin(Math.PI * Math.min(1, 0.06 + share * 0.94) ** 0.8);
export const blade: LeafOutline = (share) => Math.min(1, 0.55 + share) * Math.min(1, (1 - share) * 3);

/** A leaf from the origin along +z that bows down (y) by `droop` of its length, folded a little along its middle. */
export const leaf = (length: number, width: number, droop: number, outline: LeafOutline, segments = 4): Shape => {
  const shape = new Shape();
  const points: Vector[] = [];
  for (let step = 0; step <= segments; step += 1) {
    const share = step / segments;
    const half = (width / 2) * Math.max(0.02, outline(share));
    const y = -droop * length * share * share;
    const z = length * share * (1 - 0.25 * droop * share);
    points.push([-half, y + half * 0.35, z], [0, y, z], [half, y + half * 0.35, z]);
  }
  for (const [index, point] of points.entries()) {
    const along = subtract(
      points[Math.min(index + 3, points.length - 1)] ?? point,
      points[Math.max(0, index - 3)] ?? point,
    );
    const tilt = ((index % 3) - 1) * 0.4;
    const up = normalise(cross(along, [1, 0, 0]));
    shape.vertex(point, normalise([up[0] - tilt, up[1], up[2]]), index % 3, Math.floor(index / 3));
  }
  for (let step = 0; step < segments; step += 1) {
    const base = step * 3;
    shape.quad(base, base + 3, base + 4, base + 1);
    shape.quad(base + 1, base + 4, base + 5, base + 2);
  }
  return shape;
};

/** The other way round, for surfaces one looks at from inside. */
export const inverted = (of: Shape): Shape => {
  const shape = new Shape();
  for (let index = 0; index < of.vertexCount; index += 1) {
    const normal = vectorAt(of.normals, index);
    shape.vertex(
      vectorAt(of.positions, index),
      [-normal[0], -normal[1], -normal[2]],
      of.uvs[index * 2] ?? 0,
      of.uvs[index * 2 + 1] ?? 0,
    );
  }
  for (let index = 0; index < of.indices.length; index += 3) {
    shape.triangle(of.indices[index] ?? 0, of.indices[index + 2] ?? 0, of.indices[index + 1] ?? 0);
  }
  return shape;
};
