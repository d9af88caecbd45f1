const kept = 120;

/** The last frames' times, for the profile and for the quality's choice. */
export class FrameTimings {
  private readonly script = new Float32Array(kept);
  private readonly between = new Float32Array(kept);
  private count = 0;

  add(scriptMs: number, frameMs: number): void {
    const at = this.count % kept;
    this.script[at] = scriptMs;
    this.between[at] = frameMs;
    this.count += 1;
  }

  /** Median milliseconds of script in a frame. */
  get scriptMs(): number {
    return this.median(this.script);
  }

  get framesPerSecond(): number {
    const ms = this.median(this.between);
    return ms > 0 ? 1000 / ms : 0;
  }

  private median(times: Float32Array): number {
    const sorted = times.slice(0, Math.min(kept, this.count)).sort();
    return sorted[sorted.length >> 1] ?? 0;
  }
}
