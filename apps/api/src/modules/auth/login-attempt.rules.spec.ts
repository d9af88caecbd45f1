import { describe, expect, it } from 'vitest';
import { afterFailure, forgetAfterMs, freeFailures, lockedForSeconds, lockMsAfter } from './login-attempt.rules.js';

const now = new Date('2031-05-01T12:00:00Z');
const at = (offsetMs: number): Date => new Date(now.getTime() + offsetMs);

describe('the lock', () => {
  it('begins with the fifth failure at 30 s and doubles up to 15 minutes', () => {
    const seconds = Array.from({ length: 14 }, (_, failures) => lockMsAfter(failures) / 1000);
    expect(seconds).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
  });

  it('stays at 15 minutes however many there were', () => {
    for (const failures of [100, 10_000, 2 ** 31 - 1]) expect(lockMsAfter(failures)).toBe(900_000);
  });

  it('is told in whole seconds, rounded up, so that nobody comes back too early', () => {
    expect(lockedForSeconds({ lockedUntil: null }, now)).toBe(0);
    expect(lockedForSeconds({ lockedUntil: at(-1) }, now)).toBe(0);
    expect(lockedForSeconds({ lockedUntil: now }, now)).toBe(0);
    expect(lockedForSeconds({ lockedUntil: at(1) }, now)).toBe(1);
    expect(lockedForSeconds({ lockedUntil: at(30_000) }, now)).toBe(30);
  });
});

describe('a failure', () => {
  it('adds one and locks from now on', () => {
    const before = { failureCount: freeFailures - 1, lastFailedAt: at(-1), lockedUntil: null };
    expect(afterFailure(before, now)).toEqual({
      failureCount: freeFailures,
      lastFailedAt: now,
      lockedUntil: at(30_000),
    });
  });

  it('is the first when the last was more than a day ago', () => {
    const before = { failureCount: 40, lastFailedAt: at(-forgetAfterMs - 1), lockedUntil: at(-forgetAfterMs) };
    expect(afterFailure(before, now)).toEqual({ failureCount: 1, lastFailedAt: now, lockedUntil: null });
  });

  it('is one more when the last was a day ago', () => {
    const before = { failureCount: 40, lastFailedAt: at(-forgetAfterMs), lockedUntil: at(-1) };
    expect(afterFailure(before, now).failureCount).toBe(41);
  });
});
