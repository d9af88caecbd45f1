import { defaultWorldData } from '@virtualcafe/contracts';
import { defaultInterest, WordFilter } from '@virtualcafe/world';
import { describe, expect, it } from 'vitest';
import { RoomDirectory } from './room-directory.js';
import { Room } from './room.js';

const newRoom = (shard = 1): Room =>
  new Room({ code: 'r', shard, world: defaultWorldData, words: new WordFilter([]), interest: defaultInterest });
const silent = { emit: () => undefined, sendFrame: () => true, close: () => undefined };
const enter = (room: Room, key: string, nowMs: number) =>
  room.enter({ key, nickname: key, role: 'GUEST' }, silent, 0, nowMs);

describe('the places of a room', () => {
  it('are promised with the ticket, so that many tickets at once do not overfill it', () => {
    const directory = new RoomDirectory(2);
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => directory.reserve('r', key, undefined, 0))).toEqual([1, 1, 2, 2, 3]);
    expect(directory.reserve('other', 'f', undefined, 0)).toBe(1);
  });

  it('are free again when a ticket was not used in time', () => {
    const directory = new RoomDirectory(1);
    directory.reserve('r', 'a', undefined, 0);
    expect(directory.reserve('r', 'b', undefined, 59_999)).toBe(2);
    expect(directory.reserve('r', 'c', undefined, 60_000)).toBe(1);
  });

  it('with a friend are given a little beyond the capacity, not without end', () => {
    const directory = new RoomDirectory(5);
    enter(
      directory.open('r', 1, 'friend', () => newRoom()),
      'friend',
      0,
    );
    const shards = Array.from({ length: 8 }, (_, index) => directory.reserve('r', `k${index}`, 'friend', 0));
    expect(shards).toEqual([1, 1, 1, 1, 1, 2, 2, 2]);
  });
});

describe('a room', () => {
  it('is made once, and dropped when nobody is there or can come back', () => {
    const directory = new RoomDirectory(5);
    const room = directory.open('r', 2, 'a', () => newRoom(2));
    expect(directory.open('r', 2, 'b', () => newRoom(2))).toBe(room);
    expect([directory.find('r', 2), directory.find('r', 1), directory.find('s', 1)]).toEqual([
      room,
      undefined,
      undefined,
    ]);
    enter(room, 'a', 0);
    room.lose('a', silent, 1000);
    room.tick(120_000);
    expect(directory.dropAbandoned(120_000)).toEqual([]);
    room.tick(121_000);
    expect(directory.dropAbandoned(121_000)).toEqual([room]);
    expect(directory.rooms()).toEqual([]);
  });

  it('is not dropped while somebody has a ticket to it', () => {
    const directory = new RoomDirectory(5);
    const room = directory.open('r', 1, 'a', () => newRoom());
    directory.reserve('r', 'b', undefined, 0);
    expect(directory.dropAbandoned(1000)).toEqual([]);
    expect(directory.dropAbandoned(60_000)).toEqual([room]);
  });
});
