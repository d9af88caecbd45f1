export type VisitKind = 'page' | 'room';

/** So many visits of one place on one KST day; `code` is the café's for its page, the room's own for a room. */
export interface VisitCount {
  readonly kind: VisitKind;
  readonly day: string;
  readonly code: string;
  readonly count: number;
}

/** Whoever makes codes up fills no memory: beyond so many places nothing new is counted until the next writing. */
const maxPlaces = 10_000;

/** Visits that were counted and not yet written. */
export class VisitTally {
  private readonly counts = new Map<string, VisitCount>();

  add(kind: VisitKind, day: string, code: string, count = 1): void {
    const key = `${kind} ${day} ${code}`;
    const known = this.counts.get(key);
    if (known === undefined && this.counts.size >= maxPlaces) return;
    this.counts.set(key, { kind, day, code, count: (known?.count ?? 0) + count });
  }

  /** All there is, which is forgotten here. */
  take(): VisitCount[] {
    const taken = [...this.counts.values()];
    this.counts.clear();
    return taken;
  }
}
