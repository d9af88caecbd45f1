import { clockSteps, clockStepsPerMs } from './clock.js';

/** Two processes' clocks are rounded each for itself: so much below zero is zero. */
const roundingSteps = 2;

/** Counts latencies in steps of a quarter millisecond, from 0 to 16 s. */
export class LatencyHistogram {
  readonly counts = new Uint32Array(clockSteps);

  /** Counts a latency of `steps` quarter milliseconds, modulo 65,536. */
  add(steps: number): void {
    const wrapped = steps & (clockSteps - 1);
    const index = wrapped >= clockSteps - roundingSteps ? 0 : wrapped;
    this.counts[index] = (this.counts[index] ?? 0) + 1;
  }

  /** Adds what another process has counted. */
  addAll(counts: Uint32Array): void {
    counts.forEach((count, index) => (this.counts[index] = (this.counts[index] ?? 0) + count));
  }

  clear(): void {
    this.counts.fill(0);
  }

  get total(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /** Milliseconds below which the share `part` (0 to 1) of the latencies lies; NaN for none. */
  percentileMs(part: number): number {
    const wanted = this.total * part;
    let seen = 0;
    for (const [index, count] of this.counts.entries()) {
      seen += count;
      if (count > 0 && seen >= wanted) return index / clockStepsPerMs;
    }
    return Number.NaN;
  }
}
