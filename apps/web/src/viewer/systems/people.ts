import type { Frame, FrameEntry, Participant, RoomEvents } from '@virtualcafe/contracts';
import { PoseBlend } from './pose-blend.js';
import { RemoteMotion } from './remote-motion.js';

/** Frames of people whom no roster has named yet are kept this long. */
const keptMs = 10_000;
const mostKept = 2000;

/** Somebody else in the room. `row` is theirs in the bodies' texture until they leave. */
export interface Person {
  readonly id: number;
  readonly row: number;
  participant: Participant;
  readonly motion: RemoteMotion;
  readonly blend: PoseBlend;
}

/** Everybody else: who is there, by the roster, and where, by the frames, in whatever order the two come. */
export class People {
  readonly list: Person[] = [];
  private readonly byId = new Map<number, Person>();
  private readonly early = new Map<number, { readonly entry: FrameEntry; readonly atMs: number }>();
  private readonly freeRows: number[] = [];
  private nextRow = 1;

  constructor(
    private readonly selfId: () => number,
    private topSpeed: number,
    private tickMs: number,
  ) {}

  /** Rows in use or free: as many as the bodies' texture must have. Row 0 is oneself. */
  get rows(): number {
    return this.nextRow;
  }

  /** Metres a second, of the room, for those who come from now on. */
  setTopSpeed(topSpeed: number): void {
    this.topSpeed = topSpeed;
  }

  /** Milliseconds between the server's ticks from now on. */
  setTickMs(tickMs: number): void {
    this.tickMs = tickMs;
    for (const { motion } of this.list) motion.setTickMs(tickMs);
  }

  get(id: number): Person | undefined {
    return this.byId.get(id);
  }

  /** Everybody anew; who stays stays where they are. */
  setAll(participants: readonly Participant[]): void {
    const ids = new Set(participants.map(({ id }) => id));
    for (const { id } of this.list.filter((person) => !ids.has(person.id))) this.remove(id);
    for (const participant of participants) this.put(participant);
  }

  change({ joined, left, changed }: RoomEvents['roster']): void {
    for (const id of left) this.remove(id);
    for (const participant of joined) this.put(participant);
    for (const participant of changed) this.put(participant);
  }

  take(frame: Frame, atMs: number): void {
    // Who leaves is said by the roster too, but bodies go at once.
    if (frame.kind === 'left') for (const id of frame.ids) this.remove(id);
    else for (const entry of frame.entries) this.takeEntry(entry, atMs);
  }

  advance(nowMs: number, seconds: number): void {
    for (const { motion } of this.list) motion.advance(nowMs, seconds);
  }

  private takeEntry(entry: FrameEntry, atMs: number): void {
    if (entry.id === this.selfId()) return;
    const person = this.byId.get(entry.id);
    if (person) person.motion.take(entry.transform, atMs);
    else this.keep(entry, atMs);
  }

  private keep(entry: FrameEntry, atMs: number): void {
    this.early.delete(entry.id);
    this.early.set(entry.id, { entry, atMs });
    for (const [id, kept] of this.early) {
      if (atMs - kept.atMs < keptMs && this.early.size <= mostKept) break;
      this.early.delete(id);
    }
  }

  private put(participant: Participant): void {
    const { id } = participant;
    if (id === this.selfId()) return;
    const known = this.byId.get(id);
    // A number comes back after a while: to somebody else.
    if (known && known.participant.key === participant.key) {
      known.participant = participant;
      return;
    }
    if (known) this.remove(id);
    const row = this.freeRows.pop() ?? this.nextRow++;
    const seed = (id * 0.618_034) % 1;
    const person: Person = {
      id,
      row,
      participant,
      motion: new RemoteMotion(this.topSpeed, this.tickMs),
      blend: new PoseBlend(seed),
    };
    this.list.push(person);
    this.byId.set(id, person);
    const kept = this.early.get(id);
    if (kept) person.motion.take(kept.entry.transform, kept.atMs);
    this.early.delete(id);
  }

  private remove(id: number): void {
    this.early.delete(id);
    const person = this.byId.get(id);
    if (!person) return;
    this.byId.delete(id);
    this.list.splice(this.list.indexOf(person), 1);
    this.freeRows.push(person.row);
  }
}
