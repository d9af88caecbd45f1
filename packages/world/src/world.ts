import {
  encodeFrame,
  frameEntryBytes,
  frameHeaderBytes,
  type FrameKind,
  type Transform,
  writeFrameHeader,
} from '@virtualcafe/contracts';
import { Crowd } from './crowd.js';
import { frameHeadroomBytes, withHeadroom } from './frame-headroom.js';
import { type InterestSettings, PersonalFrames } from './personal-frames.js';
import type { MoveOutcome, MovementLimits } from './movement.js';

export interface WorldSettings {
  /** Centimetres for each step of a coordinate on the wire. */
  readonly scale: number;
  readonly limits: MovementLimits;
  readonly interest: InterestSettings;
}

/**
 * What is to be sent after a tick. Frames are never written to again; before each are `frameHeadroomBytes` in its buffer that belong to it.
 */
export interface TickOutput {
  readonly tick: number;
  /** Goes to everybody; null when nobody has changed, or when each gets a frame of their own. */
  readonly shared: Uint8Array | null;
  /** In a room with more people than one can watch: each one's frame. Empty ones are left out. */
  readonly personal: readonly PersonalFrame[];
  /** Goes to everybody: whose avatars go. */
  readonly left: Uint8Array | null;
  /** Whose movement was clamped: they must be told where they are. */
  readonly corrected: readonly { readonly id: number; readonly transform: Transform }[];
}

export interface PersonalFrame {
  readonly id: number;
  readonly frame: Uint8Array;
}

/** Movement in one room: takes what people send, and says at each tick what to tell whom. Knows neither sockets nor clock. */
export class World {
  private readonly crowd: Crowd;
  private readonly personalFrames: PersonalFrames;
  private nextTick = 1;
  private left: number[] = [];
  private readonly corrected = new Set<number>();
  private full: Uint8Array | undefined;

  constructor(private readonly settings: WorldSettings) {
    this.crowd = new Crowd(settings.scale, settings.limits);
    this.personalFrames = new PersonalFrames(this.crowd, settings.interest);
  }

  get count(): number {
    return this.crowd.count;
  }

  /** The number of the last tick. */
  get tickNumber(): number {
    return this.nextTick - 1;
  }

  has(id: number): boolean {
    return this.crowd.slotOf(id) !== undefined;
  }

  /**
   * Takes somebody in. `isRemote`: another process looks after them, and `takeRemote` tells where they are.
   * @throws RangeError when the number is somebody's already.
   */
  join(id: number, transform: Transform, nowMs: number, isRemote = false): void {
    if (this.has(id)) throw new RangeError(`${id} is in the room already`);
    this.crowd.add(id, transform, this.nextTick, nowMs, isRemote);
    this.full = undefined;
  }

  /** Another process looks after somebody from now on, where they are. */
  entrust(id: number): void {
    const slot = this.crowd.slotOf(id);
    if (slot !== undefined) this.crowd.isRemote[slot] = 1;
  }

  /** This process looks after somebody from now on, where they are. */
  adopt(id: number, nowMs: number): void {
    const slot = this.crowd.slotOf(id);
    if (slot !== undefined) this.crowd.adopt(slot, nowMs);
  }

  /** Takes a frame that another process has written of those whom it looks after; of others, nothing. */
  takeRemote(frame: Uint8Array): void {
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    for (let at = frameHeaderBytes; at + frameEntryBytes <= frame.byteLength; at += frameEntryBytes) {
      const slot = this.crowd.slotOf(view.getUint16(at, true));
      if (slot !== undefined && this.crowd.isRemote[slot] === 1) this.crowd.copy(slot, frame, at + 2, this.nextTick);
    }
    this.full = undefined;
  }

  /** What the next tick will tell of those whom this process looks after, for the other processes; null when there is nothing. */
  ownChanges(): Uint8Array | null {
    const { changedTick, isRemote } = this.crowd;
    const frame = this.write('delta', (slot) => changedTick[slot] === this.nextTick && isRemote[slot] === 0);
    return frame.byteLength === frameHeaderBytes ? null : frame;
  }

  leave(id: number): void {
    if (!this.has(id)) return;
    const slot = this.crowd.slotOf(id);
    if (slot !== undefined) this.personalFrames.forget(slot);
    this.crowd.remove(id);
    this.corrected.delete(id);
    this.left.push(id);
    this.full = undefined;
  }

  /**
   * Takes the 12 bytes that a client has sent; of somebody whom this process does not look after, nothing.
   * `expelled`: they have tried again and again what cannot be, and should be sent away.
   */
  move(id: number, update: Uint8Array, nowMs: number): MoveOutcome {
    const slot = this.crowd.slotOf(id);
    if (slot === undefined || this.crowd.isRemote[slot] === 1) return 'accepted';
    const outcome = this.crowd.move(slot, update, this.nextTick, nowMs);
    if (outcome === 'unchanged') return 'accepted';
    if (outcome !== 'accepted') this.corrected.add(id);
    this.full = undefined;
    return outcome;
  }

  /** Puts somebody elsewhere: everybody sees them there at once, not on the way. */
  place(id: number, transform: Transform, nowMs: number): void {
    const slot = this.crowd.slotOf(id);
    if (slot === undefined) return;
    this.crowd.place(slot, transform, this.nextTick, nowMs);
    this.full = undefined;
  }

  /** Where somebody is, as others see it. */
  transformOf(id: number): Transform | undefined {
    const slot = this.crowd.slotOf(id);
    return slot === undefined ? undefined : this.crowd.transformOf(slot);
  }

  /** The 12 bytes of it. */
  bytesOf(id: number): Uint8Array<ArrayBuffer> | undefined {
    const slot = this.crowd.slotOf(id);
    return slot === undefined ? undefined : this.crowd.bytesOf(slot);
  }

  /** Other limits from now on. */
  setLimits(limits: MovementLimits): void {
    this.crowd.limits = limits;
  }

  /** A frame of the kind `full`, with headroom too, of everybody, as they are now: for whoever has just come, or has missed a tick. */
  snapshot(): Uint8Array {
    this.full ??= this.write('full', () => true);
    return this.full;
  }

  tick(nowMs: number): TickOutput {
    const tick = this.nextTick;
    const isPersonal = this.crowd.count > this.settings.interest.aboveCount;
    const output: TickOutput = {
      tick,
      shared: isPersonal ? null : this.writeChanged(tick),
      personal: isPersonal ? this.personalFrames.write(tick, nowMs) : [],
      left: this.left.length === 0 ? null : this.writeLeft(tick),
      corrected: Array.from(this.corrected, (id) => ({
        id,
        transform: this.crowd.transformOf(this.crowd.slotOf(id) ?? 0),
      })),
    };
    this.left = [];
    this.corrected.clear();
    this.nextTick += 1;
    return output;
  }

  private writeLeft(tick: number): Uint8Array {
    return withHeadroom(encodeFrame({ kind: 'left', tick, ids: this.left }, this.settings.scale));
  }

  private writeChanged(tick: number): Uint8Array | null {
    const frame = this.write('delta', (slot) => this.crowd.changedTick[slot] === tick);
    return frame.byteLength === frameHeaderBytes ? null : frame;
  }

  private write(kind: FrameKind, isWanted: (slot: number) => boolean): Uint8Array {
    const { size, isTaken, entries, count } = this.crowd;
    const begin = frameHeadroomBytes + frameHeaderBytes;
    const bytes = new Uint8Array(begin + count * frameEntryBytes);
    let end = begin;
    for (let slot = 0; slot < size; slot += 1) {
      if (isTaken[slot] !== 1 || !isWanted(slot)) continue;
      bytes.set(entries.subarray(slot * frameEntryBytes, (slot + 1) * frameEntryBytes), end);
      end += frameEntryBytes;
    }
    const tick = kind === 'full' ? this.tickNumber : this.nextTick;
    writeFrameHeader(new DataView(bytes.buffer), frameHeadroomBytes, kind, (end - begin) / frameEntryBytes, tick);
    return bytes.subarray(frameHeadroomBytes, end);
  }
}
