/** The numbers of a room's participants: 1 to 65,535, the lowest first, none given again too soon. */
export class IdPool {
  private readonly released: { id: number; freeAtMs: number }[] = [];
  private next = 1;

  /** @param restMs How long a number rests after its participant has gone, so that nobody takes a late word of one for the other. */
  constructor(
    private readonly restMs = 10_000,
    private readonly highest = 65_535,
  ) {}

  /** A number for somebody new; null when all are taken or rest. */
  take(nowMs: number): number | null {
    const [oldest] = this.released;
    if (oldest !== undefined && oldest.freeAtMs <= nowMs) {
      this.released.shift();
      return oldest.id;
    }
    if (this.next > this.highest) return null;
    const id = this.next;
    this.next += 1;
    return id;
  }

  release(id: number, nowMs: number): void {
    this.released.push({ id, freeAtMs: nowMs + this.restMs });
  }
}
