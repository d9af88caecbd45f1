import { IdPool, type Numbered } from '@virtualcafe/world';
import { AppError } from '../../../platform/errors/app-error.js';
import type { RoomDirectory } from '../room-directory.js';
import { fitsCompanion, promiseMs } from './places.rules.js';
import type { Keepsake, RoomAddress, RoomListener, RoomSharing, Said, SharedRoom } from './room-sharing.js';

/** For one process: nothing is shared. */
export class MemoryRoomSharing implements RoomSharing {
  /** When each promised place is free again, by whom it was promised to, of each shard of each name. */
  private readonly promised = new Map<string, Map<string, number>[]>();

  constructor(
    private readonly directory: RoomDirectory,
    private readonly capacity: number,
  ) {}

  reserve(code: string, key: string, companion: string | undefined, nowMs: number): Promise<number> {
    this.dropOld(nowMs);
    const shards = this.promised.get(code) ?? [];
    this.promised.set(code, shards);
    const shard = this.choose(code, companion);
    while (shards.length < shard) shards.push(new Map());
    shards[shard - 1]?.set(key, nowMs + promiseMs);
    return Promise.resolve(shard);
  }

  isKept(): Promise<boolean> {
    return Promise.resolve(false);
  }

  open({ code, shard }: RoomAddress, listener: RoomListener): SharedRoom {
    const keepPromise = (key: string): void => {
      this.promised.get(code)?.[shard - 1]?.delete(key);
    };
    return new MemorySharedRoom(listener, keepPromise);
  }

  private choose(code: string, companion: string | undefined): number {
    const count = Math.max(this.directory.shardCount(code), this.promised.get(code)?.length ?? 0);
    const numbers = Array.from({ length: count + 1 }, (_, index) => index + 1);
    const isWithCompanion = (shard: number): boolean =>
      companion !== undefined &&
      this.directory.find(code, shard)?.has(companion) === true &&
      fitsCompanion(this.taken(code, shard), this.capacity);
    return (
      numbers.find(isWithCompanion) ?? numbers.find((shard) => this.taken(code, shard) < this.capacity) ?? count + 1
    );
  }

  private taken(code: string, shard: number): number {
    return (this.directory.find(code, shard)?.count ?? 0) + (this.promised.get(code)?.[shard - 1]?.size ?? 0);
  }

  private dropOld(nowMs: number): void {
    for (const [code, shards] of this.promised) {
      for (const shard of shards) for (const [key, untilMs] of shard) if (untilMs <= nowMs) shard.delete(key);
      if (shards.every(({ size }) => size === 0)) this.promised.delete(code);
    }
  }
}

class MemorySharedRoom implements SharedRoom {
  readonly isShared = false;
  readonly processId = '0'.repeat(16);
  readonly listening = Promise.resolve();
  private readonly ids = new IdPool();
  private lastSequence = 0;

  constructor(
    private readonly listener: RoomListener,
    private readonly keepPromise: (key: string) => void,
  ) {}

  takeId(nowMs: number): Promise<number> {
    const id = this.ids.take(nowMs);
    return id === null ? Promise.reject(new AppError('room.full')) : Promise.resolve(id);
  }

  releaseId(id: number, nowMs: number): void {
    this.ids.release(id, nowMs);
  }

  recentTalk(): Promise<Numbered<Said>[]> {
    return Promise.resolve([]);
  }

  say(message: Said, nowMs: number): Promise<number> {
    // Beginning with the time, so that a talk after a restart is not taken for the one before.
    this.lastSequence = this.lastSequence === 0 ? nowMs : this.lastSequence + 1;
    this.listener.onSaid({ sequence: this.lastSequence, message });
    return Promise.resolve(this.lastSequence);
  }

  // Whoever may come back is still a member of the room itself.
  recall(key: string): Promise<Keepsake | null> {
    this.keepPromise(key);
    return Promise.resolve(null);
  }

  // The room itself keeps them.
  keep(): Promise<void> {
    return Promise.resolve();
  }

  forget(): void {
    // As above.
  }

  publish(): void {
    // Nobody else is there.
  }

  close(): void {
    // Nothing is open.
  }
}
