import { animations, defaultWorldData, quantise, type Transform, transformFlags } from '@virtualcafe/contracts';
import { limitsOf, Mover } from '@virtualcafe/world';
import { describe, expect, it } from 'vitest';
import { MoveReporter, type Standing } from './move-reporter.js';

const limits = { ...defaultWorldData, bounds: { min: { x: -50, y: 0, z: -50 }, max: { x: 50, y: 10, z: 50 } } };
const origin = { x: 0, y: 0, z: 0, yaw: 0 };

const standing = (changes: Partial<Standing> = {}): Standing => ({
  ...origin,
  animation: animations.idle,
  isAirborne: false,
  ...changes,
});

/** What is told from 0 to `toMs`, asked in each of 60 frames a second. */
const tell = (
  reporter: MoveReporter,
  toMs: number,
  at: (ms: number) => Standing,
): { ms: number; told: Transform }[] => {
  const all: { ms: number; told: Transform }[] = [];
  for (let ms = 0; ms < toMs; ms += 1000 / 60) {
    const told = reporter.report(at(ms), ms, false);
    if (told) all.push({ ms, told });
  }
  return all;
};

/** How the server takes it when each update is up to 80 ms late. */
const outcomes = (all: readonly { ms: number; told: Transform }[]): string[] => {
  const mover = new Mover(origin, 0);
  let arrived = 0;
  return all.map(({ ms, told }, index) => {
    arrived = Math.max(arrived, ms + 60 + ((index * 37) % 80));
    return mover.move(quantise(told, 1), arrived, limitsOf(limits));
  });
};

describe('MoveReporter', () => {
  it('tells at most twenty times a second, and nothing while nothing changes', () => {
    const reporter = new MoveReporter(limits, origin, 0);
    const moving = tell(reporter, 990, (ms) => standing({ x: ms / 500 }));
    expect(moving.length).toBeLessThanOrEqual(20);
    expect(moving.length).toBeGreaterThanOrEqual(14);
    const resting = tell(new MoveReporter(limits, origin, 0), 4900, () => standing());
    // The first word, and nothing more.
    expect(resting).toHaveLength(1);
  });

  it('tells again after five seconds', () => {
    const resting = tell(new MoveReporter(limits, origin, 0), 11_000, () => standing());
    expect(resting.map(({ ms }) => Math.round(ms / 1000))).toEqual([0, 5, 10]);
  });

  it('tells once a second in a hidden page, saying so', () => {
    const reporter = new MoveReporter(limits, origin, 0);
    const told = Array.from({ length: 31 }, (_, index) => reporter.report(standing(), index * 100, true));
    const all = told.filter((transform) => transform !== null);
    expect(all).toHaveLength(4);
    expect(all.every(({ flags }) => flags === transformFlags.away)).toBe(true);
  });

  it('says when one is in the air, and its clock in quarter milliseconds', () => {
    const reporter = new MoveReporter(limits, origin, 0);
    const told = reporter.report(standing({ isAirborne: true, yaw: -1 }), 20_000, false);
    expect(told?.flags).toBe(transformFlags.airborne);
    expect(told?.clock).toBe(80_000 % 65_536);
    expect(told?.yaw).toBeCloseTo(2 * Math.PI - 1, 6);
  });

  it('follows a leap through the room at a speed that the server accepts', () => {
    const reporter = new MoveReporter(limits, origin, 0);
    const all = tell(reporter, 8000, (ms) => standing(ms > 500 ? { x: 30, y: 4, z: -25 } : {}));
    expect(outcomes(all)).not.toContain('corrected');
    const last = all.at(-1)?.told;
    expect(last).toMatchObject({ x: 30, y: 4, z: -25 });
  });

  it('is accepted on a run, with jumps and falls from the ceiling', () => {
    const reporter = new MoveReporter(limits, origin, 0);
    const all = tell(reporter, 6000, (ms) =>
      standing({ x: Math.sin(ms / 900) * 5, z: (ms / 1000) * 5, y: ms % 1500 < 200 ? 9 - ((ms % 1500) / 200) * 9 : 0 }),
    );
    expect(outcomes(all)).not.toContain('corrected');
  });

  it('stays within the bounds of the room', () => {
    const reporter = new MoveReporter(limits, origin, 0);
    const all = tell(reporter, 3000, () => standing({ y: -1 }));
    expect(all.every(({ told }) => told.y === 0)).toBe(true);
  });

  it('goes on from where the server has put one', () => {
    const reporter = new MoveReporter(limits, origin, 0);
    tell(reporter, 500, () => standing());
    reporter.correct({ x: 10, y: 0, z: 10 }, 500);
    expect(reporter.report(standing({ x: 10, z: 10 }), 510, false)).toMatchObject({ x: 10, z: 10 });
  });
});
