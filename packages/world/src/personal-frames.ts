import { frameEntryBytes, frameHeaderBytes, writeFrameHeader } from '@virtualcafe/contracts';
import type { Crowd } from './crowd.js';
import { frameHeadroomBytes } from './frame-headroom.js';
import { InterestGrid } from './interest-grid.js';

/** How much each person is told in a room where not everybody can be told everything. */
export interface InterestSettings {
  /** With more people than this, each gets a frame of their own; up to here all get the same. */
  readonly aboveCount: number;
  /** So many of the nearest are told at every tick. */
  readonly nearest: number;
  /** What one person's frames may amount to. The nearest come first; others are told with what is left, in turn. */
  readonly bytesPerSecond: number;
}

/** What else a visitor is sent, roster and heartbeats, has its place below 15 kB a second. */
export const defaultInterest: InterestSettings = { aboveCount: 100, nearest: 50, bytesPerSecond: 14_800 };

/** The others are told no more often than this. */
const farPeriodMs = 500;
/** Who is near is looked at anew this often, a fifth of the people at a time. */
const refreshPeriodMs = 250;
const refreshTurns = 5;
/** The frame's own head, and that of the WebSocket message around it. */
const overheadBytes = frameHeaderBytes + 4;
/** What was not used up may be used later, within this time. */
const savedMs = 250;

/** Frames are written one after another into buffers of this size: a slow reader's unsent frames keep no more than this each. */
const slabBytes = 16 * 1024;

/** What one person is being told. */
interface Watch {
  readonly near: Int32Array;
  nearCount: number;
  refreshAtMs: number;
  /** The slot from which the others are told on, and the ticks at which this and the last round through them began. */
  cursor: number;
  roundTick: number;
  lastRoundTick: number;
  budgetBytes: number;
}

/** Writes for each person a frame of the nearest, and of the others in turn. */
export class PersonalFrames {
  private readonly grid = new InterestGrid();
  private readonly watches: (Watch | undefined)[] = [];
  private lastMs: number | undefined;
  /** Marks slots while one frame is written: those that are near, those that were. */
  private marks = new Uint32Array(0);
  private mark = 0;
  private readonly largestFrameBytes: number;
  private slab = new Uint8Array(0);
  private view = new DataView(this.slab.buffer);
  /** Where in the slab the frame that is being written begins, and ends so far. */
  private start = 0;
  private end = 0;

  constructor(
    private readonly crowd: Crowd,
    private readonly settings: InterestSettings,
  ) {
    const entries = settings.nearest + Math.ceil((settings.bytesPerSecond * savedMs) / 1000 / frameEntryBytes) + 1;
    this.largestFrameBytes = frameHeaderBytes + entries * frameEntryBytes;
  }

  /** Forgets what the person in this slot was told: somebody else may get it. */
  forget(slot: number): void {
    this.watches[slot] = undefined;
  }

  write(tick: number, nowMs: number): { id: number; frame: Uint8Array }[] {
    const elapsedMs = Math.min(savedMs, Math.max(0, nowMs - (this.lastMs ?? nowMs)));
    this.lastMs = nowMs;
    this.grid.fill(this.crowd);
    if (this.marks.length < this.crowd.size) this.marks = new Uint32Array(this.crowd.isTaken.length);
    const frames: { id: number; frame: Uint8Array }[] = [];
    for (let slot = 0; slot < this.crowd.size; slot += 1) {
      if (this.crowd.isTaken[slot] !== 1) continue;
      const frame = this.writeOne(slot, tick, nowMs, elapsedMs);
      if (frame !== null) frames.push({ id: this.crowd.idOf(slot), frame });
    }
    return frames;
  }

  private writeOne(slot: number, tick: number, nowMs: number, elapsedMs: number): Uint8Array | null {
    const watch = (this.watches[slot] ??= this.beginWatch(tick, nowMs));
    const { bytesPerSecond } = this.settings;
    watch.budgetBytes = Math.min(
      (bytesPerSecond * savedMs) / 1000,
      watch.budgetBytes + (bytesPerSecond * elapsedMs) / 1000,
    );
    this.beginFrame();
    if (nowMs >= watch.refreshAtMs) this.refresh(watch, slot, tick, nowMs);
    else this.addNear(watch, tick);
    this.addOthers(watch, slot, tick, elapsedMs);
    const { entriesBytes } = this;
    if (entriesBytes === 0) {
      this.end = this.start - frameHeadroomBytes;
      return null;
    }
    watch.budgetBytes -= entriesBytes + overheadBytes;
    const frame = this.slab.subarray(this.start, this.end);
    writeFrameHeader(this.view, this.start, 'delta', entriesBytes / frameEntryBytes, tick);
    return frame;
  }

  private get entriesBytes(): number {
    return this.end - this.start - frameHeaderBytes;
  }

  private beginFrame(): void {
    if (this.end + frameHeadroomBytes + this.largestFrameBytes > this.slab.byteLength) {
      this.slab = new Uint8Array(Math.max(slabBytes, frameHeadroomBytes + this.largestFrameBytes));
      this.view = new DataView(this.slab.buffer);
      this.end = 0;
    }
    this.start = this.end + frameHeadroomBytes;
    this.end = this.start + frameHeaderBytes;
  }

  private beginWatch(tick: number, nowMs: number): Watch {
    const watch: Watch = {
      near: new Int32Array(this.settings.nearest),
      nearCount: 0,
      refreshAtMs: nowMs,
      cursor: 0,
      roundTick: tick,
      lastRoundTick: tick,
      budgetBytes: 0,
    };
    return watch;
  }

  /** Looks who is near now, and tells of those who were not, changed or not. */
  private refresh(watch: Watch, slot: number, tick: number, nowMs: number): void {
    const isFirst = watch.nearCount === 0;
    const before = this.markNear(watch);
    watch.nearCount = this.grid.nearest(slot, this.settings.nearest, watch.near);
    for (let index = 0; index < watch.nearCount; index += 1) {
      const other = watch.near[index] ?? 0;
      if (this.crowd.changedTick[other] === tick || this.marks[other] !== before) this.add(other);
    }
    this.markNear(watch);
    const turn = isFirst ? ((slot % refreshTurns) * refreshPeriodMs) / refreshTurns : refreshPeriodMs;
    watch.refreshAtMs = nowMs + Math.max(1, turn);
  }

  private addNear(watch: Watch, tick: number): void {
    const mark = this.nextMark();
    for (let index = 0; index < watch.nearCount; index += 1) {
      const other = watch.near[index] ?? 0;
      this.marks[other] = mark;
      if (this.crowd.changedTick[other] === tick && this.crowd.isTaken[other] === 1) this.add(other);
    }
  }

  /** Tells of the others who have changed since the last round, as far as the budget goes; call after near ones are marked. */
  private addOthers(watch: Watch, self: number, tick: number, elapsedMs: number): void {
    const { size, isTaken, changedTick } = this.crowd;
    let affordable = Math.floor((watch.budgetBytes - this.entriesBytes - overheadBytes) / frameEntryBytes);
    for (let step = Math.ceil((size * elapsedMs) / farPeriodMs); step > 0 && affordable > 0; step -= 1) {
      if (watch.cursor >= size) this.beginRound(watch, tick);
      const other = watch.cursor;
      watch.cursor += 1;
      if (isTaken[other] !== 1 || other === self || this.marks[other] === this.mark) continue;
      if ((changedTick[other] ?? 0) < watch.lastRoundTick) continue;
      this.add(other);
      affordable -= 1;
    }
  }

  private beginRound(watch: Watch, tick: number): void {
    watch.cursor = 0;
    watch.lastRoundTick = watch.roundTick;
    watch.roundTick = tick;
  }

  private markNear(watch: Watch): number {
    const mark = this.nextMark();
    for (let index = 0; index < watch.nearCount; index += 1) this.marks[watch.near[index] ?? 0] = mark;
    return mark;
  }

  private nextMark(): number {
    if (this.mark === 0xffff_ffff) {
      this.marks.fill(0);
      this.mark = 0;
    }
    this.mark += 1;
    return this.mark;
  }

  private add(slot: number): void {
    const { entries } = this.crowd;
    const from = slot * frameEntryBytes;
    for (let byte = 0; byte < frameEntryBytes; byte += 1) this.slab[this.end + byte] = entries[from + byte] ?? 0;
    this.end += frameEntryBytes;
  }
}
