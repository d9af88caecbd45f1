import { counterSides } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { sketchPlan } from './plan-sketch.js';

const room = {
  width: 11,
  depth: 10,
  tables: 8,
  counter: 'back' as const,
  plants: 6,
  lights: 8,
  seed: 1,
  photoCount: 4,
};

describe('sketchPlan', () => {
  it.each(counterSides)('has everything that was chosen within the walls, with the counter at: %s', (counter) => {
    const { counter: bar, tables, plants, lamps, photos } = sketchPlan({ ...room, counter });
    expect(bar === null).toBe(counter === 'none');
    expect([tables.length, plants.length, lamps.length, photos.length]).toEqual([8, 6, 8, 4]);
    for (const { x, z } of [...tables, ...plants, ...lamps, ...photos, ...(bar ? [bar] : [])]) {
      expect(Math.abs(x)).toBeLessThanOrEqual(5.5);
      expect(Math.abs(z)).toBeLessThanOrEqual(5);
    }
  });

  it('keeps the tables off the counter and the door', () => {
    const { counter, tables } = sketchPlan(room);
    const edge = (counter?.z ?? 0) + (counter?.depth ?? 0) / 2;
    expect(Math.min(...tables.map(({ z }) => z))).toBeGreaterThan(edge + 0.5);
    expect(Math.max(...tables.map(({ z }) => z))).toBeLessThan(room.depth / 2 - 2);
  });

  it('places no more than there is space for', () => {
    const { tables } = sketchPlan({ ...room, width: 6, depth: 6, tables: 24 });
    expect(tables.length).toBeGreaterThan(1);
    expect(tables.length).toBeLessThan(10);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(sketchPlan(room)).toEqual(sketchPlan(room));
    expect(sketchPlan({ ...room, seed: 2 })).not.toEqual(sketchPlan(room));
  });
});
