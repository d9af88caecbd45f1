import { type ChatMessage, readTransform } from '@virtualcafe/contracts';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEnvironment } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { startTestRedis, type TestRedis } from '../../../test/redis.js';
import { enterRoom, enterWith, type RoomClient, type RoomServer } from '../../../test/room-client.js';
import { RoomScene } from '../../../test/room-scene.js';
import { type ServerProcess, startServerProcess } from '../../../test/server-process.js';
import { viewOf } from './room-messages.js';
import type { Keepsake } from './shared/room-sharing.js';

const shared = { TRUSTED_PROXIES: '127.0.0.1', ROOM_CAPACITY: '150' };
const peopleEach = 50;

let redis: TestRedis;
let scene: RoomScene;
let other: ServerProcess;

beforeAll(async () => {
  redis = await startTestRedis();
  scene = await RoomScene.start({ ...shared, REDIS_URL: redis.url });
  await scene.openRoom();
  const { database, mediaFolder } = scene.app;
  other = await startServerProcess({
    ...process.env,
    ...testEnvironment(database.url, mediaFolder),
    ...shared,
    REDIS_URL: redis.url,
  });
});
afterAll(async () => {
  await other.stop();
  await scene.stop();
  await redis.stop();
});

/** People who come one after another, each from an address of their own. */
async function enterAll(server: RoomServer, name: string): Promise<RoomClient[]> {
  const clients: RoomClient[] = [];
  for (let count = 0; count < peopleEach; count += 1)
    clients.push(
      await enterRoom(server, scene.code, { nickname: `${name} ${count}`, address: `10.1.${name.length}.${count}` }),
    );
  return clients;
}

const textsOf = (messages: readonly ChatMessage[]): string[] => messages.map(({ text }) => text);

const areWithoutGap = (messages: readonly ChatMessage[]): boolean =>
  messages.every(({ sequence }, index) => index === 0 || sequence === (messages[index - 1]?.sequence ?? 0) + 1);

/** Which way those look of whom Redis keeps where they are. */
async function keptYaws(): Promise<number[]> {
  const client = new Redis(redis.url);
  try {
    const kept = await client.hvals(`room:${scene.code}:1:people`);
    return kept.map((text) => readTransform(viewOf((JSON.parse(text) as Keepsake).at), 0, 1).yaw);
  } finally {
    client.disconnect();
  }
}

/** Comes back to the other server, as a client does. */
async function comeBack(client: RoomClient, server: RoomServer): Promise<RoomClient> {
  const { resumeToken = '' } = client.welcome ?? {};
  const since = client.messages.at(-1)?.sequence ?? 0;
  const again = await enterWith(server, { resumeToken, since }, { address: `10.2.0.${client.self.id}` });
  again.messages.unshift(...client.messages);
  return again;
}

describe('a hundred people in two processes', () => {
  let here: RoomClient[] = [];
  let there: RoomClient[] = [];
  const everybody = (): RoomClient[] => [...here, ...there];

  it('all see each other, and move', async () => {
    here = await enterAll(scene.app, '이쪽');
    there = await enterAll(other, '저쪽 사람');
    const ids = everybody().map(({ self }) => self.id);
    expect(new Set(ids).size).toBe(2 * peopleEach);
    for (const client of everybody())
      await eventually(() => expect([client.roster.size, client.seen.size]).toEqual([2 * peopleEach, 2 * peopleEach]));

    const goals = new Map<number, number>();
    for (const client of everybody()) {
      const at = client.seen.get(client.self.id);
      client.move({ ...at, x: (at?.x ?? 0) + 0.1, yaw: 2 });
      goals.set(client.self.id, (at?.x ?? 0) + 0.1);
    }
    for (const client of everybody())
      await eventually(() => {
        for (const [id, x] of goals) expect(client.seen.get(id)?.x).toBeCloseTo(x, 2);
      });
  });

  it('talk with each other in one order', async () => {
    const speakers = everybody().filter((_, index) => index % 5 === 0);
    await Promise.all(speakers.map((client, index) => client.ask('chat', { text: `인사 ${index}` })));
    const [first] = here;
    await eventually(() => expect(first?.messages).toHaveLength((2 * peopleEach) / 5));
    for (const client of everybody()) {
      await eventually(() => expect(textsOf(client.messages)).toEqual(textsOf(first?.messages ?? [])));
      expect(areWithoutGap(client.messages)).toBe(true);
    }
  });

  it('go on when one process is killed: back where they were, all that was said in order, and no ghosts', async () => {
    // A place is kept once a second, not with every step.
    await eventually(async () => {
      const yaws = await keptYaws();
      expect(yaws).toHaveLength(2 * peopleEach);
      for (const yaw of yaws) expect(yaw).toBeCloseTo(2, 2);
    });
    await other.kill();
    // While they are away, something is said.
    expect(await here[0]?.ask('chat', { text: '저쪽이 멈췄어요' })).toMatchObject({ ok: true });
    const gone = there.slice(0, 5);
    const returning = there.slice(5);
    const beganAtMs = performance.now();
    const back = await Promise.all(returning.map((client) => comeBack(client, scene.app)));
    console.log(`${back.length} people came back within ${Math.round(performance.now() - beganAtMs)} ms`);
    for (const [index, client] of back.entries()) {
      expect(client.self).toEqual(returning[index]?.self);
      expect(client.welcome?.chat.isComplete).toBe(true);
      expect(areWithoutGap(client.messages)).toBe(true);
      expect(textsOf(client.messages).at(-1)).toBe('저쪽이 멈췄어요');
      expect(client.seen.get(client.self.id)?.yaw).toBeCloseTo(2, 2);
    }
    // Those who have not come back are gone.
    for (const client of [...here, ...back])
      await eventually(() => {
        expect([client.roster.size, client.seen.size]).toEqual([2 * peopleEach - 5, 2 * peopleEach - 5]);
        for (const { self } of gone) expect(client.roster.has(self.id)).toBe(false);
      });
    console.log(`no ghosts ${Math.round(performance.now() - beganAtMs)} ms after the kill`);
    for (const client of [...here, ...back]) client.socket.disconnect();
  });
});
