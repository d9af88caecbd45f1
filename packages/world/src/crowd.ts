import {
  frameEntryBytes,
  readTransform,
  type Transform,
  transformBytes,
  transformFlags,
  writeTransform,
} from '@virtualcafe/contracts';
import type { Positions } from './interest-grid.js';
import { Mover, type MoveOutcome, type MovementLimits, type Vector } from './movement.js';

/** Bits of `flags` that a client may set itself. */
const clientFlags = transformFlags.airborne | transformFlags.away;
const firstCapacity = 64;

/** Everybody in a room, each in a slot of their own: what is needed at every tick lies side by side in typed arrays. */
export class Crowd implements Positions {
  /** Slots 0 to `size` - 1 are or were somebody's. */
  size = 0;
  count = 0;
  isTaken = new Uint8Array(firstCapacity);
  /** 1 for those whom another process looks after: their entries come as they are. */
  isRemote = new Uint8Array(firstCapacity);
  x = new Float32Array(firstCapacity);
  y = new Float32Array(firstCapacity);
  z = new Float32Array(firstCapacity);
  /** The tick at which each will be told next, or was told last. */
  changedTick = new Uint32Array(firstCapacity);
  /** Each one's entry as it stands in a frame. */
  entries = new Uint8Array(firstCapacity * frameEntryBytes);
  private view = new DataView(this.entries.buffer);
  private movers: (Mover | undefined)[] = [];
  private readonly slotsById = new Map<number, number>();
  private readonly free: number[] = [];

  constructor(
    private readonly scale: number,
    public limits: MovementLimits,
  ) {}

  slotOf(id: number): number | undefined {
    return this.slotsById.get(id);
  }

  idOf(slot: number): number {
    return this.view.getUint16(slot * frameEntryBytes, true);
  }

  transformOf(slot: number): Transform {
    return readTransform(this.view, slot * frameEntryBytes + 2, this.scale);
  }

  /** The 12 bytes that stand for somebody in a frame, as a copy. */
  bytesOf(slot: number): Uint8Array<ArrayBuffer> {
    const at = slot * frameEntryBytes + 2;
    return this.entries.slice(at, at + transformBytes);
  }

  /** Takes somebody in at `transform`. */
  add(id: number, transform: Transform, tick: number, nowMs: number, isRemote = false): void {
    const slot = this.free.pop() ?? this.size;
    if (slot === this.size) this.size += 1;
    if (this.size > this.isTaken.length) this.grow();
    this.isTaken[slot] = 1;
    this.isRemote[slot] = isRemote ? 1 : 0;
    this.count += 1;
    this.slotsById.set(id, slot);
    this.view.setUint16(slot * frameEntryBytes, id, true);
    this.movers[slot] = new Mover(transform, nowMs);
    this.put(slot, { ...transform, flags: transform.flags | transformFlags.placed }, tick);
  }

  remove(id: number): void {
    const slot = this.slotsById.get(id);
    if (slot === undefined) return;
    this.slotsById.delete(id);
    this.isTaken[slot] = 0;
    this.movers[slot] = undefined;
    this.count -= 1;
    this.free.push(slot);
  }

  /** Puts somebody elsewhere by decision of the server. */
  place(slot: number, transform: Transform, tick: number, nowMs: number): void {
    this.movers[slot]?.place(transform, nowMs);
    this.put(slot, { ...transform, flags: transform.flags | transformFlags.placed }, tick);
  }

  /**
   * Takes a client's 12 bytes. What it asks for beyond the limits is clamped.
   * @returns `unchanged` when nothing but the clock has changed.
   */
  move(slot: number, update: Uint8Array, tick: number, nowMs: number): MoveOutcome | 'unchanged' {
    const mover = this.movers[slot];
    if (mover === undefined) return 'unchanged';
    const at = slot * frameEntryBytes + 2;
    const isNew = !this.isSame(at, update);
    const outcome = mover.move(this.positionIn(update, 0), nowMs, this.limits);
    if (!isNew && outcome === 'accepted') return 'unchanged';
    // Whoever was placed in this very tick is told so, whatever they have sent since.
    const placed = this.changedTick[slot] === tick ? (this.entries[at + 9] ?? 0) & transformFlags.placed : 0;
    for (let byte = 0; byte < transformBytes; byte += 1) this.entries[at + byte] = update[byte] ?? 0;
    this.entries[at + 9] = ((update[9] ?? 0) & clientFlags) | placed;
    if (outcome !== 'accepted')
      writeTransform(this.view, at, { ...this.transformOf(slot), ...positionOf(mover) }, this.scale);
    this.keepPosition(slot, mover, tick);
    return outcome;
  }

  /** Takes 12 bytes from the process that looks after somebody: it has checked them. */
  copy(slot: number, from: Uint8Array, offset: number, tick: number): void {
    const at = slot * frameEntryBytes + 2;
    // Two updates of one tick are told as one: that somebody was placed must not get lost.
    const placed = this.changedTick[slot] === tick ? this.view.getUint8(at + 9) & transformFlags.placed : 0;
    this.entries.set(from.subarray(offset, offset + transformBytes), at);
    this.view.setUint8(at + 9, this.view.getUint8(at + 9) | placed);
    this.keepPosition(slot, this.positionIn(this.entries, at), tick);
  }

  /** From now on what they send is held against the limits, from where they are. */
  adopt(slot: number, nowMs: number): void {
    this.isRemote[slot] = 0;
    this.movers[slot]?.place(this.positionIn(this.entries, slot * frameEntryBytes + 2), nowMs);
  }

  private positionIn(bytes: Uint8Array, offset: number): Vector {
    const metres = this.scale / 100;
    return {
      x: int16At(bytes, offset) * metres,
      y: int16At(bytes, offset + 2) * metres,
      z: int16At(bytes, offset + 4) * metres,
    };
  }

  /** Whether an update says what the entry says, but for the clock and the bits that are ours. */
  private isSame(at: number, update: Uint8Array): boolean {
    for (let byte = 0; byte < 9; byte += 1) if (this.entries[at + byte] !== update[byte]) return false;
    return ((this.entries[at + 9] ?? 0) & clientFlags) === ((update[9] ?? 0) & clientFlags);
  }

  private put(slot: number, transform: Transform, tick: number): void {
    writeTransform(this.view, slot * frameEntryBytes + 2, transform, this.scale);
    this.keepPosition(slot, transform, tick);
  }

  private keepPosition(slot: number, { x, y, z }: Vector, tick: number): void {
    this.x[slot] = x;
    this.y[slot] = y;
    this.z[slot] = z;
    this.changedTick[slot] = tick;
  }

  private grow(): void {
    const capacity = this.isTaken.length * 2;
    const enlarge = <T extends Uint8Array | Uint32Array | Float32Array>(larger: T, old: T): T => {
      larger.set(old);
      return larger;
    };
    this.isTaken = enlarge(new Uint8Array(capacity), this.isTaken);
    this.isRemote = enlarge(new Uint8Array(capacity), this.isRemote);
    this.x = enlarge(new Float32Array(capacity), this.x);
    this.y = enlarge(new Float32Array(capacity), this.y);
    this.z = enlarge(new Float32Array(capacity), this.z);
    this.changedTick = enlarge(new Uint32Array(capacity), this.changedTick);
    this.entries = enlarge(new Uint8Array(capacity * frameEntryBytes), this.entries);
    this.view = new DataView(this.entries.buffer);
  }
}

/** Little endian. */
const int16At = (bytes: Uint8Array, offset: number): number =>
  (((bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8)) << 16) >> 16;

const positionOf = ({ x, y, z }: Vector): Vector => ({ x, y, z });
