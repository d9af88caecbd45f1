const hiddenEveryMs = 1000;

/** Calls back for each frame while the page is seen, and once a second while it is not. */
export class FrameLoop {
  private frame = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private lastMs = performance.now();
  private isRunning = false;

  /** Milliseconds of `performance.now()`, and seconds since the last call. */
  constructor(
    private readonly onFrame: (nowMs: number, seconds: number) => void,
    private readonly onHiddenTick: (nowMs: number) => void,
  ) {}

  get isHidden(): boolean {
    return document.hidden;
  }

  start(): void {
    this.isRunning = true;
    document.addEventListener('visibilitychange', this.onVisibility);
    this.onVisibility();
  }

  stop(): void {
    this.isRunning = false;
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.halt();
  }

  private halt(): void {
    cancelAnimationFrame(this.frame);
    clearInterval(this.timer);
    this.frame = 0;
    this.timer = undefined;
  }

  private readonly onVisibility = (): void => {
    this.halt();
    if (document.hidden) {
      this.timer = setInterval(() => this.onHiddenTick(performance.now()), hiddenEveryMs);
      this.onHiddenTick(performance.now());
      return;
    }
    this.lastMs = performance.now();
    this.frame = requestAnimationFrame(this.run);
  };

  private readonly run = (): void => {
    if (!this.isRunning) return;
    // Asked for first: a fault in one frame is not the end of all.
    this.frame = requestAnimationFrame(this.run);
    const nowMs = performance.now();
    const seconds = (nowMs - this.lastMs) / 1000;
    this.lastMs = nowMs;
    this.onFrame(nowMs, seconds);
  };
}
