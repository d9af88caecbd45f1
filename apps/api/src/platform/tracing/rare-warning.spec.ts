import { afterEach, describe, expect, it, vi } from 'vitest';
import { RareWarning } from './rare-warning.js';

afterEach(() => void vi.useRealTimers());

describe('a rare warning', () => {
  it('is given at once, then at most every ten minutes, and never after its end', () => {
    vi.useFakeTimers();
    const warning = new RareWarning();
    const warn = vi.fn();
    const giveAfter = (ms: number): number => {
      vi.advanceTimersByTime(ms);
      warning.give(warn);
      return warn.mock.calls.length;
    };
    expect([giveAfter(0), giveAfter(599_999), giveAfter(1), giveAfter(1)]).toEqual([1, 1, 2, 2]);
    warning.stop();
    expect(giveAfter(6_000_000)).toBe(2);
  });
});
