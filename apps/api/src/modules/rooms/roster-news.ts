import type { Participant, RoomEvents } from '@virtualcafe/contracts';

/** Who has come, gone or changed since the last tick. */
export class RosterNews {
  private joined = new Map<number, Participant>();
  private changed = new Map<number, Participant>();
  private left: number[] = [];

  join(participant: Participant): void {
    this.joined.set(participant.id, participant);
  }

  leave(id: number): void {
    this.changed.delete(id);
    // Who has come and gone between two ticks was never told of.
    if (!this.joined.delete(id)) this.left.push(id);
  }

  change(participant: Participant): void {
    (this.joined.has(participant.id) ? this.joined : this.changed).set(participant.id, participant);
  }

  /** What to tell, once; null when there is nothing. */
  take(): RoomEvents['roster'] | null {
    if (this.joined.size + this.changed.size + this.left.length === 0) return null;
    const news = { joined: [...this.joined.values()], left: this.left, changed: [...this.changed.values()] };
    this.joined = new Map();
    this.changed = new Map();
    this.left = [];
    return news;
  }
}
