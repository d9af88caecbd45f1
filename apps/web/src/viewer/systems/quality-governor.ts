/** The median of so many frames decides, or of those within this time when they are slow. */
const windowFrames = 45;
const windowMs = 2500;
const leastFrames = 5;
/** Slower than this is felt; faster than that leaves room for more. Milliseconds. */
const slowMs = 23;
const quickMs = 17.6;
/** A page that hung once says nothing of its pictures; one that hangs at every frame draws so slowly. */
const hiccupMs = 250;
const firstPatienceMs = 4000;
const mostPatienceMs = 120_000;
/** A step down must make frames shorter by this share; two that do not were in vain. */
const leastGain = 0.06;

/**
 * Chooses a level of quality, 0 the cheapest, by how long frames take. What was tried and was too slow is tried again ever more seldom; when
 * cheaper pictures come no faster, something else holds the page back, and it keeps the better ones.
 */
export class QualityGovernor {
  private readonly frames: number[] = [];
  private framesMs = 0;
  private hasHung = false;
  private patienceMs = firstPatienceMs;
  private sinceChangeMs = 0;
  private lastChange: 'up' | 'down' | null = null;
  private slowBefore = 0;
  private vainSteps = 0;

  constructor(
    public level: number,
    private readonly mostLevel: number,
  ) {}

  /** Takes a frame's length; true when `level` has changed. */
  add(frameMs: number): boolean {
    const isHiccup = frameMs > hiccupMs && !this.hasHung;
    this.hasHung = frameMs > hiccupMs;
    if (isHiccup) return false;
    this.sinceChangeMs += frameMs;
    this.framesMs += frameMs;
    this.frames.push(frameMs);
    const { length } = this.frames;
    if (length < leastFrames || (length < windowFrames && this.framesMs < windowMs)) return false;
    const median = this.frames.sort((one, other) => one - other)[length >> 1] ?? 0;
    this.frames.length = 0;
    this.framesMs = 0;
    const before = this.level;
    if (median > slowMs) this.lower(median);
    else if (median < quickMs && this.sinceChangeMs > this.patienceMs) this.raise();
    return this.level !== before;
  }

  private lower(median: number): void {
    if (this.lastChange === 'down' && median > this.slowBefore * (1 - leastGain)) this.vainSteps += 1;
    else this.vainSteps = 0;
    if (this.lastChange === 'up') this.patienceMs = Math.min(mostPatienceMs, this.patienceMs * 2);
    if (this.vainSteps >= 2) {
      this.giveBack();
      return;
    }
    if (this.level === 0) return;
    this.slowBefore = median;
    this.change(-1, 'down');
  }

  /** The last steps down helped nothing: two levels come back, and stay for a while. */
  private giveBack(): void {
    this.vainSteps = 0;
    this.patienceMs = mostPatienceMs;
    // Whoever is slow for another reason is not asked again and again.
    this.slowBefore = Number.POSITIVE_INFINITY;
    this.change(Math.min(2, this.mostLevel - this.level), null);
    this.sinceChangeMs = Number.NEGATIVE_INFINITY;
  }

  private raise(): void {
    if (this.level >= this.mostLevel) return;
    this.change(1, 'up');
  }

  private change(by: number, direction: 'up' | 'down' | null): void {
    this.level += by;
    this.lastChange = direction;
    this.sinceChangeMs = 0;
  }
}
