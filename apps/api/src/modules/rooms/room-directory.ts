import type { Room } from './room.js';

/** A ticket takes a place from when it is issued: as long as it is good. */
const reservedMs = 60_000;

interface Shard {
  room: Room | undefined;
  /** When each place that was promised is free again, by the key of whom it was promised to. */
  readonly promised: Map<string, number>;
}

/** Which rooms are open in this process: of each name as many equal ones (shards) as are needed. Time in milliseconds. */
export class RoomDirectory {
  private readonly shards = new Map<string, Shard[]>();

  constructor(private readonly capacity: number) {}

  /**
   * Promises a place: with the person of the key `companion` if they are here, else in the first room with a free place.
   * @returns the shard's number, from 1.
   */
  reserve(code: string, key: string, companion: string | undefined, nowMs: number): number {
    const shards = this.shards.get(code) ?? [];
    this.shards.set(code, shards);
    const index = this.choose(shards, companion, nowMs);
    const shard = (shards[index] ??= { room: undefined, promised: new Map() });
    shard.promised.set(key, nowMs + reservedMs);
    return index + 1;
  }

  /** The open room of this name and number. */
  find(code: string, shard: number): Room | undefined {
    return this.shards.get(code)?.[shard - 1]?.room;
  }

  /** The room of this name and number, made by `make` when it is not open. A promise to `key` is kept hereby. */
  open(code: string, shard: number, key: string, make: () => Room): Room {
    const shards = this.shards.get(code) ?? [];
    this.shards.set(code, shards);
    for (let index = shards.length; index < shard; index += 1) shards.push({ room: undefined, promised: new Map() });
    const place = shards[shard - 1];
    if (place === undefined) throw new RangeError(`Shards count from 1, not ${shard}`);
    place.promised.delete(key);
    place.room ??= make();
    return place.room;
  }

  /** All open rooms. */
  rooms(): Room[] {
    return [...this.shards.values()].flatMap((shards) =>
      shards.flatMap(({ room }) => (room === undefined ? [] : [room])),
    );
  }

  /** Drops rooms that nobody is in or can come back to; returns them. */
  dropAbandoned(nowMs: number): Room[] {
    const dropped: Room[] = [];
    for (const [code, shards] of this.shards) {
      for (const shard of shards) {
        if (shard.room?.isAbandoned !== true || this.countPromised(shard, nowMs) > 0) continue;
        dropped.push(shard.room);
        shard.room = undefined;
      }
      if (shards.every((shard) => shard.room === undefined && this.countPromised(shard, nowMs) === 0))
        this.shards.delete(code);
    }
    return dropped;
  }

  private choose(shards: readonly Shard[], companion: string | undefined, nowMs: number): number {
    const together = companion === undefined ? -1 : shards.findIndex(({ room }) => room?.has(companion) === true);
    // Friends stay together, one or two beyond the capacity do no harm; a crowd does.
    if (together >= 0 && this.taken(shards[together], nowMs) < this.capacity * 1.2) return together;
    const free = shards.findIndex((shard) => this.taken(shard, nowMs) < this.capacity);
    return free >= 0 ? free : shards.length;
  }

  private taken(shard: Shard | undefined, nowMs: number): number {
    return shard === undefined ? 0 : (shard.room?.count ?? 0) + this.countPromised(shard, nowMs);
  }

  private countPromised({ promised }: Shard, nowMs: number): number {
    for (const [key, untilMs] of promised) if (untilMs <= nowMs) promised.delete(key);
    return promised.size;
  }
}
