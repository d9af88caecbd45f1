import { vi } from 'vitest';
import { Clock } from '../src/platform/clock/clock.js';
import type { TestApp } from './app.js';

/** A clock that stands still until it is moved. */
export interface FrozenClock {
  /** Moves it forward, in milliseconds. */
  advance(byMs: number): void;
}

/** Stops the application's clock at `start` (a whole second); `vi.restoreAllMocks()` lets it run again. */
export function freezeClock(app: TestApp, start = new Date(Math.floor(Date.now() / 1000) * 1000)): FrozenClock {
  let nowMs = start.getTime();
  vi.spyOn(app.app.get(Clock), 'now').mockImplementation(() => new Date(nowMs));
  return {
    advance: (byMs) => {
      nowMs += byMs;
    },
  };
}
