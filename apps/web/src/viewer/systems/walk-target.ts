/** Metres from the goal that count as there. */
const arrivedMetres = 0.12;
/** Whoever comes no nearer by this much in this time is stuck. */
const progressMetres = 0.12;
const patienceSeconds = 0.7;

/** Where a click sends somebody: straight on, sliding along what is in the way, until there or stuck. */
export class WalkTarget {
  private goal: { readonly x: number; readonly z: number } | null = null;
  private nearest = Number.POSITIVE_INFINITY;
  private waited = 0;

  get isSet(): boolean {
    return this.goal !== null;
  }

  set(x: number, z: number): void {
    this.goal = { x, z };
    this.nearest = Number.POSITIVE_INFINITY;
    this.waited = 0;
  }

  clear(): void {
    this.goal = null;
  }

  /** The way to go now, of length 1 (less on the last step), or null: there is no goal, it is reached, or cannot be. */
  direction(x: number, z: number, speed: number, seconds: number): { readonly x: number; readonly z: number } | null {
    if (!this.goal) return null;
    const [dx, dz] = [this.goal.x - x, this.goal.z - z];
    const metres = Math.hypot(dx, dz);
    if (metres <= arrivedMetres || this.isStuck(metres, seconds)) {
      this.goal = null;
      return null;
    }
    // Slower in the last quarter of a second: nobody stops dead, or runs past and back.
    const share = Math.min(1, Math.max(0.25, metres / (speed * 0.25)));
    return { x: (dx / metres) * share, z: (dz / metres) * share };
  }

  private isStuck(metres: number, seconds: number): boolean {
    if (metres < this.nearest - progressMetres) {
      this.nearest = metres;
      this.waited = 0;
      return false;
    }
    this.waited += seconds;
    return this.waited > patienceSeconds;
  }
}
