/** So many wrong passwords in a row are taken for typing errors. */
export const freeFailures = 5;
const firstLockMs = 30_000;
const longestLockMs = 15 * 60_000;

/** A failure is forgotten after a day in which nothing followed it. */
export const forgetAfterMs = 24 * 60 * 60_000;

interface Failures {
  readonly failureCount: number;
  readonly lastFailedAt: Date;
  readonly lockedUntil: Date | null;
}

/** For how many more seconds nobody may try, rounded up; 0 when one may. */
export function lockedForSeconds({ lockedUntil }: Pick<Failures, 'lockedUntil'>, now: Date): number {
  return lockedUntil === null ? 0 : Math.max(0, Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000));
}

/** The notes after one more failure at `now`: from the fifth on each one locks for twice as long as the one before. */
export function afterFailure(before: Failures, now: Date): Failures {
  const isForgotten = now.getTime() - before.lastFailedAt.getTime() > forgetAfterMs;
  const failureCount = (isForgotten ? 0 : before.failureCount) + 1;
  const lockMs = lockMsAfter(failureCount);
  return { failureCount, lastFailedAt: now, lockedUntil: lockMs === 0 ? null : new Date(now.getTime() + lockMs) };
}

/** How long the given number of failures locks, in milliseconds: 0, then 30 s doubling up to 15 minutes. */
export function lockMsAfter(failureCount: number): number {
  if (failureCount < freeFailures) return 0;
  // The exponent is bounded so that no count, however large, leaves the range of numbers.
  return Math.min(longestLockMs, firstLockMs * 2 ** Math.min(failureCount - freeFailures, 20));
}
