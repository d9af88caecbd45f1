import { describe, expect, it } from 'vitest';
import { QualityGovernor } from './quality-governor.js';

/** Runs for so many seconds on a device that takes so long for a frame of each level. */
const run = (governor: QualityGovernor, seconds: number, frameMs: (level: number) => number): number => {
  let changes = 0;
  for (let ms = 0; ms < seconds * 1000; ms += frameMs(governor.level)) {
    if (governor.add(frameMs(governor.level))) changes += 1;
  }
  return changes;
};

describe('QualityGovernor', () => {
  it('comes down until frames are quick enough', () => {
    const governor = new QualityGovernor(5, 5);
    run(governor, 20, (level) => 10 + level * 6);
    expect(governor.level).toBe(2);
  });

  it('stays at the top where that is quick', () => {
    const governor = new QualityGovernor(5, 5);
    expect(run(governor, 60, () => 16.7)).toBe(0);
  });

  it('goes up again when the device has time to spare', () => {
    const governor = new QualityGovernor(1, 5);
    run(governor, 60, () => 16.7);
    expect(governor.level).toBe(5);
  });

  it('does not swing between two levels for ever', () => {
    const governor = new QualityGovernor(3, 5);
    const changes = run(governor, 600, (level) => (level >= 3 ? 30 : 16));
    expect(changes).toBeLessThan(24);
    expect(run(governor, 120, (level) => (level >= 3 ? 30 : 16))).toBeLessThanOrEqual(3);
  });

  it('gives quality back when going down helps nothing', () => {
    const governor = new QualityGovernor(4, 5);
    run(governor, 60, () => 33.3);
    expect(governor.level).toBeGreaterThanOrEqual(3);
  });

  it('ignores a page that hung now and then', () => {
    const governor = new QualityGovernor(4, 5);
    for (let count = 0; count < 2000; count += 1) governor.add(count % 3 === 0 ? 900 : 17.8);
    expect(governor.level).toBe(4);
  });

  it('comes down quickly where every frame takes long', () => {
    const governor = new QualityGovernor(4, 5);
    run(governor, 12, (level) => 300 + level * 100);
    expect(governor.level).toBeLessThan(2);
  });
});
