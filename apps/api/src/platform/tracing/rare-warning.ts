const everyMs = 600_000;

/** Lets a warning through at most every ten minutes: what goes wrong for one batch of spans mostly does so for the next. */
export class RareWarning {
  private notBeforeMs = 0;

  give(warn: () => void): void {
    const nowMs = performance.now();
    if (nowMs < this.notBeforeMs) return;
    this.notBeforeMs = nowMs + everyMs;
    warn();
  }

  /** Lets none through any more: the log is about to close. */
  stop(): void {
    this.notBeforeMs = Infinity;
  }
}
