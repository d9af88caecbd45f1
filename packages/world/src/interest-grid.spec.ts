import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterestGrid, type Positions } from './interest-grid.js';

const positionsOf = (points: readonly (readonly [number, number, number] | null)[]): Positions => ({
  size: points.length,
  isTaken: Uint8Array.from(points, (point) => (point === null ? 0 : 1)),
  x: Float32Array.from(points, (point) => point?.[0] ?? 0),
  y: Float32Array.from(points, (point) => point?.[1] ?? 0),
  z: Float32Array.from(points, (point) => point?.[2] ?? 0),
});

const distance = ({ x, y, z }: Positions, one: number, other: number): number =>
  ((x[one] ?? 0) - (x[other] ?? 0)) ** 2 +
  ((y[one] ?? 0) - (y[other] ?? 0)) ** 2 +
  ((z[one] ?? 0) - (z[other] ?? 0)) ** 2;

/** By comparing everybody with everybody. */
const nearestDistances = (positions: Positions, slot: number, count: number): number[] =>
  Array.from({ length: positions.size }, (_, other) => other)
    .filter((other) => other !== slot && positions.isTaken[other] === 1)
    .map((other) => distance(positions, slot, other))
    .sort((a, b) => a - b)
    .slice(0, count);

describe('the nearest of somebody', () => {
  const coordinate = fc.oneof(
    // Spread evenly: `fc.double` gathers around zero.
    fc.integer({ min: -800, max: 800 }).map((centimetres) => centimetres / 100),
    fc.integer({ min: -32_700, max: 32_700 }).map((centimetres) => centimetres / 100),
    fc.constantFrom(0, 4, -4, 300),
  );
  const point = fc.tuple(coordinate, fc.double({ min: 0, max: 4, noNaN: true }), coordinate);
  const crowd = fc.array(fc.option(point, { freq: 6 }), { minLength: 1, maxLength: 120 });

  it('are those that a comparison with everybody finds', () => {
    const grid = new InterestGrid();
    const into = new Int32Array(200);
    fc.assert(
      fc.property(crowd, fc.integer({ min: 0, max: 60 }), fc.nat(), (points, count, pick) => {
        const positions = positionsOf(points);
        const taken = points.flatMap((each, slot) => (each === null ? [] : [slot]));
        fc.pre(taken.length > 0);
        const slot = taken[pick % taken.length] ?? 0;
        grid.fill(positions);
        const found = Array.from(into.subarray(0, grid.nearest(slot, count, into)));
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(slot);
        expect(found.map((other) => Math.fround(distance(positions, slot, other))).sort((a, b) => a - b)).toEqual(
          nearestDistances(positions, slot, count).map((each) => Math.fround(each)),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('of a thousand on one spot are any of them', () => {
    const grid = new InterestGrid();
    const into = new Int32Array(50);
    grid.fill(positionsOf(Array.from({ length: 1000 }, () => [1, 0, 1] as const)));
    expect(grid.nearest(7, 50, into)).toBe(50);
    expect(new Set(into).size).toBe(50);
  });
});
