import { defaultWorldData } from '@virtualcafe/contracts';
import { defaultInterest, WordFilter } from '@virtualcafe/world';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { RoomDirectory } from './room-directory.js';
import { Room } from './room.js';
import { MemoryRoomSharing } from './shared/memory-room-sharing.js';

const silent = { emit: () => undefined, send: () => true, close: () => undefined };

class Place {
  readonly directory = new RoomDirectory();
  readonly sharing: MemoryRoomSharing;

  constructor(capacity: number) {
    this.sharing = new MemoryRoomSharing(this.directory, capacity);
  }

  open(code: string, shard: number): Room {
    const settings = {
      words: new WordFilter([]),
      interest: defaultInterest,
      broadcast: () => undefined,
      logger: pino({ level: 'silent' }),
    };
    const { sharing } = this;
    const make = () => new Room({ ...settings, address: { code, shard }, world: defaultWorldData, sharing });
    return this.directory.open(code, shard, make);
  }

  async enter(room: Room, key: string, nowMs: number): Promise<void> {
    const entrant = { key, nickname: key, role: 'GUEST', userId: null, clientKey: 'home' } as const;
    await room.enter(entrant, silent, 0, nowMs);
  }

  async reserve(keys: readonly string[], companion: string | undefined, nowMs: number, code = 'r'): Promise<number[]> {
    const shards: number[] = [];
    for (const key of keys) shards.push(await this.sharing.reserve(code, key, companion, nowMs));
    return shards;
  }
}

describe('the places of a room', () => {
  it('are promised with the ticket, so that many tickets at once do not overfill it', async () => {
    const place = new Place(2);
    expect(await place.reserve(['a', 'b', 'c', 'd', 'e'], undefined, 0)).toEqual([1, 1, 2, 2, 3]);
    expect(await place.reserve(['f'], undefined, 0, 'other')).toEqual([1]);
  });

  it('are free again when a ticket was not used in time, and taken once when it was', async () => {
    const place = new Place(1);
    await place.reserve(['a'], undefined, 0);
    expect(await place.reserve(['b'], undefined, 59_999)).toEqual([2]);
    expect(await place.reserve(['c'], undefined, 60_000)).toEqual([1]);
    await place.enter(place.open('r', 1), 'c', 60_001);
    expect(await place.reserve(['d'], undefined, 130_000)).toEqual([2]);
  });

  it('with a friend are given a little beyond the capacity, not without end', async () => {
    const place = new Place(5);
    await place.enter(place.open('r', 1), 'friend', 0);
    const keys = Array.from({ length: 8 }, (_, index) => `k${index}`);
    expect(await place.reserve(keys, 'friend', 0)).toEqual([1, 1, 1, 1, 1, 2, 2, 2]);
  });
});

describe('a room', () => {
  it('is made once, and nobody is left when all have been gone for two minutes', async () => {
    const place = new Place(5);
    const room = place.open('r', 2);
    expect(place.open('r', 2)).toBe(room);
    const { directory } = place;
    expect([directory.find('r', 2), directory.find('r', 1), directory.find('s', 1)]).toEqual([
      room,
      undefined,
      undefined,
    ]);
    await place.enter(room, 'a', 0);
    room.lose('a', silent, 1000);
    room.tick(120_000);
    expect(room.isAbandoned).toBe(false);
    room.tick(121_000);
    expect(room.isAbandoned).toBe(true);
    expect([directory.rooms(), directory.rooms('r'), directory.rooms('s')]).toEqual([[room], [room], []]);
    directory.drop(room);
    expect(directory.rooms()).toEqual([]);
  });
});
