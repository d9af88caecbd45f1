/** A point or a difference of two, in metres; y is up. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What nobody in this room can do faster, or leave. */
export interface MovementLimits {
  /** Metres a second over the ground and upward together. */
  readonly speed: number;
  /** Metres a second downward: falling. */
  readonly fallSpeed: number;
  readonly min: Vector;
  readonly max: Vector;
}

/** How much of the allowed way may be saved up: updates come late and then several at once. */
const savedSeconds = 0.5;
/** Rounding on the wire and the clock's grain must not add up to a violation. */
const toleranceMetres = 0.05;
/** A correction takes a while to reach the sender, who meanwhile goes on from where they wrongly are: that counts once. */
const countedEveryMs = 1000;
/** One violation is forgotten after this long. */
const forgottenMs = 10_000;
const toleratedViolations = 5;

/** From worldData: running is at most half as fast again as the given speed, and a jump adds its own. */
export const limitsOf = (world: {
  readonly playerSpeed: number;
  readonly playerJumpForce: number;
  readonly bounds: { readonly min: Vector; readonly max: Vector };
}): MovementLimits => ({
  speed: world.playerSpeed * 1.5 + world.playerJumpForce,
  fallSpeed: 60,
  ...world.bounds,
});

export type MoveOutcome = 'accepted' | 'corrected' | 'expelled';

/** Where somebody is, and how far they may have gone since. */
export class Mover {
  x: number;
  y: number;
  z: number;
  private way = 0;
  private fall = 0;
  private atMs: number;
  private violations = 0;
  private countedAtMs = Number.NEGATIVE_INFINITY;

  constructor(at: Vector, nowMs: number) {
    this.x = at.x;
    this.y = at.y;
    this.z = at.z;
    this.atMs = nowMs;
  }

  /** Puts them somewhere by decision of the server. */
  place(at: Vector, nowMs: number): void {
    this.x = at.x;
    this.y = at.y;
    this.z = at.z;
    this.way = 0;
    this.fall = 0;
    this.atMs = nowMs;
  }

  /**
   * Goes to where the sender says, or as far in that direction as anybody could have come; finite numbers only.
   * `expelled` when that happens again and again.
   */
  move(to: Vector, nowMs: number, limits: MovementLimits): MoveOutcome {
    this.save(nowMs, limits);
    const x = clamp(to.x, limits.min.x, limits.max.x);
    const y = clamp(to.y, limits.min.y, limits.max.y);
    const z = clamp(to.z, limits.min.z, limits.max.z);
    const isInside = x === to.x && y === to.y && z === to.z;
    const way = Math.hypot(x - this.x, Math.max(0, y - this.y), z - this.z);
    const fall = Math.max(0, this.y - y);
    const share = Math.min(shareOf(this.way + toleranceMetres, way), shareOf(this.fall + toleranceMetres, fall));
    if (share === 1) {
      this.x = x;
      this.y = y;
      this.z = z;
    } else {
      this.x += (x - this.x) * share;
      this.y += (y - this.y) * share;
      this.z += (z - this.z) * share;
    }
    // May go below zero by the tolerance, which is thereby not given again with each update.
    this.way -= way * share;
    this.fall -= fall * share;
    return isInside && share === 1 ? 'accepted' : this.count(nowMs);
  }

  private save(nowMs: number, limits: MovementLimits): void {
    const seconds = Math.max(0, nowMs - this.atMs) / 1000;
    this.atMs = Math.max(this.atMs, nowMs);
    this.way = Math.min(limits.speed * savedSeconds, this.way + limits.speed * seconds);
    this.fall = Math.min(limits.fallSpeed * savedSeconds, this.fall + limits.fallSpeed * seconds);
  }

  private count(nowMs: number): MoveOutcome {
    if (nowMs - this.countedAtMs < countedEveryMs) return 'corrected';
    const since = nowMs - this.countedAtMs;
    this.violations = Math.max(0, this.violations - since / forgottenMs) + 1;
    this.countedAtMs = nowMs;
    return this.violations > toleratedViolations ? 'expelled' : 'corrected';
  }
}

/** How much of what is wanted is allowed, 0 to 1; all of nothing, also when nothing is allowed. */
const shareOf = (allowed: number, wanted: number): number =>
  wanted <= allowed || wanted === 0 ? 1 : Math.max(0, allowed / wanted);

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));
