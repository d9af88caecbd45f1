import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsOf, Mover, type MovementLimits } from './movement.js';

// 6 m/s × 1.5 + 2 = 11 m/s.
const limits: MovementLimits = limitsOf({
  playerSpeed: 6,
  playerJumpForce: 2,
  bounds: { min: { x: -50, y: -2, z: -50 }, max: { x: 50, y: 30, z: 50 } },
});
const origin = { x: 0, y: 0, z: 0 };

describe('somebody who moves', () => {
  it('may go as fast as the room allows, in updates of 20 a second', () => {
    const mover = new Mover(origin, 0);
    for (let step = 1; step <= 60; step += 1) {
      expect(mover.move({ x: step * 0.5, y: 0, z: 0 }, step * 50, limits)).toBe('accepted');
    }
    expect(mover.x).toBe(30);
  });

  it('may fall faster than walk, and not rise so', () => {
    const falling = new Mover({ x: 0, y: 20, z: 0 }, 0);
    expect(falling.move({ x: 0, y: 5, z: 0 }, 400, limits)).toBe('accepted');
    const rising = new Mover(origin, 0);
    expect(rising.move({ x: 0, y: 15, z: 0 }, 400, limits)).toBe('corrected');
    expect(rising.y).toBeCloseTo(4.45);
  });

  it('may catch up after a pause of the network, but only for half a second', () => {
    const mover = new Mover(origin, 0);
    expect(mover.move({ x: 5.5, y: 0, z: 0 }, 5000, limits)).toBe('accepted');
    expect(mover.move({ x: 11, y: 0, z: 0 }, 5010, limits)).toBe('corrected');
    expect(mover.x).toBeCloseTo(5.5 + 0.11 + 0.05);
  });

  it('is stopped at the walls of the world', () => {
    const mover = new Mover({ x: 49, y: 0, z: 0 }, 0);
    expect(mover.move({ x: 52, y: 0, z: 0 }, 500, limits)).toBe('corrected');
    expect(mover).toMatchObject({ x: 50, y: 0, z: 0 });
  });

  it('who jumps across the room gets only as far as anybody could, and is expelled for trying on', () => {
    const mover = new Mover(origin, 0);
    const outcomes: string[] = [];
    for (let second = 1; second <= 6; second += 1) {
      // What is still under way when the correction reaches the sender counts as the same violation.
      outcomes.push(
        mover.move({ x: 40, y: 0, z: 0 }, second * 1000, limits),
        mover.move({ x: 40, y: 0, z: 0 }, second * 1000 + 1, limits),
      );
      mover.place(origin, second * 1000 + 2);
    }
    expect(outcomes.filter((outcome) => outcome === 'expelled')).toHaveLength(1);
    expect(outcomes.at(-2)).toBe('expelled');
  });

  it('is forgiven what they did long ago', () => {
    const mover = new Mover(origin, 0);
    for (let minute = 1; minute <= 60; minute += 1) {
      expect(mover.move({ x: 40, y: 0, z: 0 }, minute * 60_000, limits)).toBe('corrected');
      mover.place(origin, minute * 60_000 + 1);
    }
  });

  it('stays where they are, in numbers, when nothing is left of what they may do', () => {
    const mover = new Mover(origin, 0);
    for (const y of [-0.05, 0, -0.05, 0]) mover.move({ x: 0, y, z: 0 }, 0, limits);
    expect(mover.x).toBe(0);
    expect(Math.abs(mover.y)).toBeLessThanOrEqual(0.05);
    expect(mover.z).toBe(0);
  });

  it('never gets farther than time and speed allow, whatever is sent, and never out of the world', () => {
    const coordinate = fc.double({ min: -700, max: 700, noNaN: true });
    const update = fc.record({
      x: coordinate,
      y: coordinate,
      z: coordinate,
      afterMs: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(update, { maxLength: 60 }), (updates) => {
        const mover = new Mover(origin, 0);
        let nowMs = 0;
        let way = 0;
        for (const { afterMs, ...to } of updates) {
          nowMs += afterMs;
          const from = { x: mover.x, y: mover.y, z: mover.z };
          mover.move(to, nowMs, limits);
          way += Math.hypot(mover.x - from.x, Math.max(0, mover.y - from.y), mover.z - from.z);
          expect(Math.abs(mover.x) <= 50 && Math.abs(mover.z) <= 50 && mover.y >= -2 && mover.y <= 30).toBe(true);
        }
        expect(way).toBeLessThanOrEqual((limits.speed * nowMs) / 1000 + 0.051);
      }),
      { numRuns: 500 },
    );
  });
});
