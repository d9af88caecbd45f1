import { vi } from 'vitest';

/** Waits for what happens soon, but not at once; the limit is only so that something that hangs ends. */
export const eventually = (check: () => void | Promise<void>, limitMs = 120_000): Promise<void> =>
  vi.waitFor(check, { timeout: limitMs, interval: 20 });
