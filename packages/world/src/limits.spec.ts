import { describe, expect, it } from 'vitest';
import { IdPool } from './id-pool.js';
import { TokenBucket } from './token-bucket.js';

describe('the numbers of participants', () => {
  it('rise from 1, and rest before they are given again', () => {
    const pool = new IdPool(10_000, 3);
    expect([pool.take(0), pool.take(0)]).toEqual([1, 2]);
    pool.release(1, 1000);
    expect(pool.take(5000)).toBe(3);
    expect(pool.take(10_999)).toBeNull();
    expect(pool.take(11_000)).toBe(1);
    expect(pool.take(11_000)).toBeNull();
  });
});

describe('a token bucket', () => {
  it('lets a burst pass and then so many a second', () => {
    const bucket = new TokenBucket(3, 2, 0);
    expect([0, 0, 0, 0].map((nowMs) => bucket.take(nowMs))).toEqual([true, true, true, false]);
    expect([499, 500, 501].map((nowMs) => bucket.take(nowMs))).toEqual([false, true, false]);
    expect([60_000, 60_000, 60_000, 60_000].map((nowMs) => bucket.take(nowMs))).toEqual([true, true, true, false]);
    // A clock that was set back gives nothing.
    expect(bucket.take(0)).toBe(false);
  });
});
