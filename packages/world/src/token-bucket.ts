/** Lets `burst` acts pass at once and `perSecond` in the long run. Time is handed in, in milliseconds, and may stand still. */
export class TokenBucket {
  private tokens: number;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private atMs: number,
  ) {
    this.tokens = burst;
  }

  /** Takes a token; false, and nothing taken, when there is none. */
  take(nowMs: number): boolean {
    this.tokens = Math.min(this.burst, this.tokens + (Math.max(0, nowMs - this.atMs) / 1000) * this.perSecond);
    this.atMs = Math.max(this.atMs, nowMs);
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
