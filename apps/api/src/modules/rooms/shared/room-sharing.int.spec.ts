import { defaultWorldData, encodeTransform } from '@virtualcafe/contracts';
import { defaultInterest, WordFilter } from '@virtualcafe/world';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../../test/eventually.js';
import { startTestRedis, type TestRedis } from '../../../../test/redis.js';
import { RedisMessageBus } from '../../../platform/messages/redis-message-bus.js';
import type { Broadcast } from '../room-broadcasts.js';
import type { RoomConnection } from '../room-connection.js';
import { Room } from '../room.js';
import { RedisRoomSharing } from './redis-room-sharing.js';

const logger = pino({ level: 'silent' });
let server: TestRedis;
let code = '';
let count = 0;
const ends: (() => void)[] = [];

beforeAll(async () => {
  server = await startTestRedis();
});
afterAll(() => server.stop());
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A connection that remembers what it was told. */
class Listener implements RoomConnection {
  readonly told: [string, unknown][] = [];
  readonly emit = (event: string, payload: unknown): void => void this.told.push([event, payload]);
  readonly send = (): boolean => true;
  readonly close = (notice: unknown): void => void this.told.push(['closing', notice]);

  texts(): string[] {
    return this.told.flatMap(([event, payload]) => (event === 'chat' ? [(payload as { text: string }).text] : []));
  }
}

/** What one process has: a Redis connection, and its part of the room of this test. */
class Process {
  readonly room: Room;
  readonly sharing: RedisRoomSharing;
  private readonly redis: Redis;
  private readonly bus: RedisMessageBus;
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.redis = new Redis(server.url, { enableOfflineQueue: true });
    this.bus = new RedisMessageBus(this.redis, logger);
    this.sharing = new RedisRoomSharing(this.redis, this.bus, 2, logger);
    const settings = { world: defaultWorldData, words: new WordFilter([]), interest: defaultInterest };
    const broadcast: Broadcast = (event, payload) => {
      for (const { connection } of this.room.membersHere()) connection?.emit(event, payload);
    };
    this.room = new Room({ ...settings, address: { code, shard: 1 }, sharing: this.sharing, broadcast, logger });
    this.timer = setInterval(() => this.room.tick(Date.now()), 20);
    ends.push(() => this.kill());
  }

  /** Neither tells nor keeps anything any more of its own accord. */
  stopTicking(): void {
    clearInterval(this.timer);
  }

  /** Falls silent, as a killed process does. */
  kill(): void {
    this.stopTicking();
    this.redis.disconnect();
    this.bus.stop();
  }

  async enter(key: string, userId: string | null = null): Promise<{ id: number; listener: Listener }> {
    const listener = new Listener();
    const entrant = { key: keyOf(key), nickname: key, role: 'GUEST', userId, clientKey: 'home' } as const;
    const welcome = await this.room.enter(entrant, listener, 0, Date.now());
    return { id: welcome.self.id, listener };
  }

  move(key: string, x: number): void {
    const bytes = encodeTransform({ x, y: 0, z: 0, yaw: 0, animation: 1, flags: 0, clock: 0 }, 1);
    // As if they had stood still for a second: a step of this length is allowed however soon it comes.
    this.room.move(this.room.find(keyOf(key))?.participant.id ?? 0, bytes, Date.now() + 1000);
  }
}

const keyOf = (name: string): string => name.padEnd(16, '_');

async function twoProcesses(): Promise<[Process, Process]> {
  count += 1;
  code = `room-${count}`;
  return [new Process(), new Process()];
}

describe('a room in two processes', () => {
  it('has the people of both, each with a number of their own, and shows them move', async () => {
    const [here, there] = await twoProcesses();
    const one = await here.enter('one');
    const two = await there.enter('two');
    expect(one.id).not.toBe(two.id);
    await eventually(() => expect([here.room.count, there.room.count]).toEqual([2, 2]));
    const late = await here.enter('late');
    await eventually(() => expect(there.room.count).toBe(3));
    expect(new Set([one.id, two.id, late.id]).size).toBe(3);

    there.move('two', 0.1);
    await eventually(() => expect(here.room.transformOf(keyOf('two'))).toMatchObject({ x: 0.1, animation: 1 }));
    there.room.leave(keyOf('two'), two.listener, Date.now());
    await eventually(() => expect(here.room.count).toBe(2));
  });

  it('is one talk, numbered without a gap, and a message sent again is not said twice', async () => {
    const [here, there] = await twoProcesses();
    const one = await here.enter('one');
    const two = await there.enter('two');
    const numbers = [
      await here.room.say(keyOf('one'), '안녕', 'n1', Date.now()),
      await there.room.say(keyOf('two'), '반가워', undefined, Date.now()),
      await here.room.say(keyOf('one'), '또 봐', undefined, Date.now()),
    ];
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2]);
    for (const { listener } of [one, two])
      await eventually(() => expect(listener.texts()).toEqual(['안녕', '반가워', '또 봐']));
    expect(await here.room.say(keyOf('one'), '안녕', 'n1', Date.now())).toBe(numbers[0]);
    const welcome = new Process().room.talk;
    await eventually(() =>
      expect(welcome.since(0).messages.map(({ text }) => text)).toEqual(['안녕', '반가워', '또 봐']),
    );
  });

  it('keeps the place of whoever has just come, before it next keeps everybody', async () => {
    const [here, there] = await twoProcesses();
    there.stopTicking();
    await there.enter('late');
    await eventually(async () =>
      expect(await here.sharing.isKept({ code, shard: 1 }, keyOf('late'), Date.now())).toBe(true),
    );
  });

  it('lets people come over as who they were, where they were, and shows them once', async () => {
    const [here, there] = await twoProcesses();
    const watcher = await here.enter('watcher');
    const mover = await there.enter('mover');
    there.room.dress(keyOf('mover'), { look: 'cat', color: '#00ff00' });
    there.move('mover', 0.1);
    await eventually(() => expect(here.room.transformOf(keyOf('mover'))?.x).toBe(0.1));
    const again = await here.enter('mover');
    expect(again.id).toBe(mover.id);
    await eventually(() => expect(mover.listener.told.at(-1)).toMatchObject(['closing', { code: 'room.replaced' }]));
    expect(here.room.transformOf(keyOf('mover'))).toMatchObject({ x: 0.1 });
    expect(here.room.find(keyOf('mover'))?.participant.avatar.look).toBe('cat');
    await eventually(() => expect([here.room.count, there.room.count]).toEqual([2, 2]));
    expect(there.room.membersHere()).toEqual([]);
    expect(watcher.listener.told.filter(([event]) => event === 'closing')).toEqual([]);
  });

  it('keeps the place of those whose process was killed, and shows no ghosts of the others', async () => {
    const [here, there] = await twoProcesses();
    await here.enter('watcher');
    const lost = await there.enter('lost');
    await there.enter('ghost');
    there.move('lost', 0.1);
    await eventually(() => expect(here.room.transformOf(keyOf('lost'))?.x).toBe(0.1));
    there.kill();
    const again = await here.enter('lost');
    expect(again.id).toBe(lost.id);
    expect(here.room.transformOf(keyOf('lost'))).toMatchObject({ x: 0.1 });
    await eventually(() => expect(here.room.count).toBe(2));
    expect(here.room.find(keyOf('ghost'))).toBeUndefined();
  });

  it('obeys in both', async () => {
    const [here, there] = await twoProcesses();
    await here.enter('keeper');
    const loud = await there.enter('loud', crypto.randomUUID());
    await eventually(() => expect(here.room.find(keyOf('loud'))).toBeDefined());
    const name = here.room.find(keyOf('loud'))?.userId ?? '';
    here.room.obey({ act: 'mute', key: keyOf('loud'), name }, Date.now());
    await eventually(() =>
      expect(there.room.say(keyOf('loud'), 'hey', undefined, Date.now())).rejects.toMatchObject({ code: 'room.muted' }),
    );
    await eventually(() => expect(here.room.find(keyOf('loud'))?.participant.isMuted).toBe(true));
    here.room.obey({ act: 'remove', key: keyOf('loud'), code: 'room.kicked', detail: 'enough' }, Date.now());
    await eventually(() =>
      expect(loud.listener.told.at(-1)).toEqual(['closing', { code: 'room.kicked', detail: 'enough' }]),
    );
    await eventually(() => expect(here.room.count).toBe(1));
  });

  it('goes on in each part while Redis is away, and is whole again afterwards', async () => {
    const [here, there] = await twoProcesses();
    const one = await here.enter('one');
    const two = await there.enter('two');
    await eventually(() => expect([here.room.count, there.room.count]).toEqual([2, 2]));
    await server.pause();
    here.move('one', 0.1);
    there.room.leave(keyOf('two'), two.listener, Date.now());
    expect(here.room.transformOf(keyOf('one'))?.x).toBe(0.1);
    await server.resume();
    await eventually(() => expect(here.room.count).toBe(1));
    await eventually(() =>
      expect(here.room.say(keyOf('one'), '다시', undefined, Date.now())).resolves.toBeGreaterThan(0),
    );
    await eventually(() => expect(one.listener.texts()).toContain('다시'));
  });
});

describe('places in several processes', () => {
  const sharing = (): RedisRoomSharing => {
    const redis = new Redis(server.url);
    const bus = new RedisMessageBus(redis, logger);
    ends.push(() => {
      redis.disconnect();
      bus.stop();
    });
    return new RedisRoomSharing(redis, bus, 2, logger);
  };

  it('are promised once, also at the same moment, and are free when not taken', async () => {
    const processes = [sharing(), sharing()];
    const shards = await Promise.all(
      Array.from({ length: 6 }, (_, index) => processes[index % 2]?.reserve('places', `k${index}`, undefined, 1000)),
    );
    expect(shards.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 1, 2, 2, 3, 3]);
    expect(await processes[0]?.reserve('places', 'later', undefined, 62_000)).toBe(1);
  });

  it('are with a friend in another process', async () => {
    await twoProcesses();
    const process = new Process();
    await process.enter('a');
    const other = sharing();
    for (const key of ['x', 'y', 'z']) await other.reserve(code, key, undefined, Date.now());
    expect(await other.reserve(code, 'friend', keyOf('a'), Date.now())).toBe(1);
  });
});
