import { describe, expect, it } from 'vitest';
import { secondsLeft, TransferSpeed } from './transfer-speed.js';

const speedOf = (samples: readonly (readonly [atMs: number, sentBytes: number])[]): number | null => {
  const speed = new TransferSpeed();
  for (const [atMs, sentBytes] of samples) speed.note(sentBytes, atMs);
  return speed.bytesPerSecond();
};

describe('TransferSpeed', () => {
  it('is not known at first', () => {
    expect(speedOf([])).toBeNull();
    expect(speedOf([[0, 0]])).toBeNull();
    expect(
      speedOf([
        [0, 0],
        [100, 5_000],
      ]),
    ).toBeNull();
  });

  it('is bytes by seconds', () => {
    expect(
      speedOf([
        [0, 0],
        [2_000, 4_000],
      ]),
    ).toBe(2_000);
  });

  it('follows what it has become in the last seconds', () => {
    expect(
      speedOf([
        [0, 0],
        [10_000, 100_000],
        [14_000, 104_000],
        [18_000, 108_000],
      ]),
    ).toBe(1_000);
  });

  it('starts anew where the server has less than was sent', () => {
    expect(
      speedOf([
        [0, 0],
        [2_000, 50_000],
        [3_000, 40_000],
        [5_000, 60_000],
      ]),
    ).toBe(10_000);
  });

  it('leaves out a pause', () => {
    const speed = new TransferSpeed();
    speed.note(0, 0);
    speed.note(1_000, 1_000);
    speed.forget();
    speed.note(1_000, 60_000);
    speed.note(3_000, 61_000);
    expect(speed.bytesPerSecond()).toBe(2_000);
  });
});

describe('secondsLeft', () => {
  it('is unknown while nothing moves', () => {
    expect([secondsLeft(1_000, null), secondsLeft(1_000, 0), secondsLeft(1_500, 1_000)]).toEqual([null, null, 2]);
  });
});
