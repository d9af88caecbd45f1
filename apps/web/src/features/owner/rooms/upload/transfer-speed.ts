type Sample = { readonly atMs: number; readonly sentBytes: number };

// Long enough to even out the pauses between parts, short enough to follow a train into a tunnel.
const windowMs = 8_000;
const shortestMs = 500;

/** How fast something is being sent, from what of it has been at which moment. */
export class TransferSpeed {
  private samples: Sample[] = [];

  note(sentBytes: number, atMs: number): void {
    // Less than before: it goes on from what the server has.
    if (sentBytes < (this.samples.at(-1)?.sentBytes ?? 0)) this.samples = [];
    this.samples.push({ atMs, sentBytes });
    const oldest = this.samples.findIndex((sample) => atMs - sample.atMs <= windowMs);
    this.samples = this.samples.slice(Math.max(0, oldest));
  }

  /** After a pause the time of the pause does not count. */
  forget(): void {
    this.samples = [];
  }

  /** Null until it has been seen for half a second. */
  bytesPerSecond(): number | null {
    const [first, last] = [this.samples[0], this.samples.at(-1)];
    if (first === undefined || last === undefined || last.atMs - first.atMs < shortestMs) return null;
    return ((last.sentBytes - first.sentBytes) * 1000) / (last.atMs - first.atMs);
  }
}

/** Seconds until the rest is sent; null when that cannot be said. */
export const secondsLeft = (leftBytes: number, bytesPerSecond: number | null): number | null =>
  bytesPerSecond === null || bytesPerSecond <= 0 ? null : Math.ceil(leftBytes / bytesPerSecond);
