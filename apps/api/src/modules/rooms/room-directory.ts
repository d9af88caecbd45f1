import type { Room } from './room.js';

/** Which rooms are open in this process: of each name as many equal ones (shards, from 1) as are needed. */
export class RoomDirectory {
  private readonly shards = new Map<string, (Room | undefined)[]>();

  /** The open room of this name and number. */
  find(code: string, shard: number): Room | undefined {
    return this.shards.get(code)?.[shard - 1];
  }

  /** The highest number of an open room of this name; 0 when there is none. */
  shardCount(code: string): number {
    return this.shards.get(code)?.length ?? 0;
  }

  /** The room of this name and number, made by `make` when it is not open. */
  open(code: string, shard: number, make: () => Room): Room {
    const shards = this.shards.get(code) ?? [];
    this.shards.set(code, shards);
    while (shards.length < shard) shards.push(undefined);
    const room = shards[shard - 1] ?? make();
    shards[shard - 1] = room;
    return room;
  }

  /** All open rooms, or those of one name. */
  rooms(code?: string): Room[] {
    const lists = code === undefined ? [...this.shards.values()] : [this.shards.get(code) ?? []];
    return lists.flatMap((shards) => shards.filter((room) => room !== undefined));
  }

  /** Takes a room out. */
  drop(room: Room): void {
    const { code, shard } = room.address;
    const shards = this.shards.get(code);
    if (shards?.[shard - 1] !== room) return;
    shards[shard - 1] = undefined;
    if (shards.every((each) => each === undefined)) this.shards.delete(code);
  }
}
