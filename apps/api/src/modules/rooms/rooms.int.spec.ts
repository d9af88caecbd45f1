import { animations, transformFlags } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/eventually.js';
import { type RoomClient } from '../../../test/room-client.js';
import { startTestRedis, type TestRedis } from '../../../test/redis.js';
import { RoomScene } from '../../../test/room-scene.js';

let scene: RoomScene;
let redis: TestRedis | undefined;

/** Says something, and how it was numbered. */
async function sequenceOf(client: RoomClient, text: string): Promise<number> {
  const answer = await client.ask('chat', { text });
  if (!answer.ok) throw new Error(`Refused: ${answer.detail}`);
  return answer.sequence;
}

describe.each([{ shared: 'alone' }, { shared: 'with others, over Redis' }])('in a process $shared', ({ shared }) => {
  beforeAll(async () => {
    if (shared !== 'alone') redis = await startTestRedis();
    scene = await RoomScene.start({ ROOM_CAPACITY: '5', ...(redis === undefined ? {} : { REDIS_URL: redis.url }) });
  });
  afterAll(async () => {
    await scene.stop();
    await redis?.stop();
  });
  beforeEach(() => scene.openRoom());
  afterEach(() => scene.leaveAll());

  describe('people in a room', () => {
    it('see each other come, move and go', async () => {
      const one = await scene.enter({ nickname: '하나' });
      const two = await scene.enter({ nickname: '둘둘' });
      await eventually(() =>
        expect([...one.roster.values()].map(({ nickname }) => nickname)).toEqual(['하나', '둘둘']),
      );
      expect([...two.roster.keys()]).toEqual([one.self.id, two.self.id]);

      const start = one.seen.get(one.self.id);
      one.move({ ...start, x: (start?.x ?? 0) + 0.25, yaw: 1, animation: animations.walk, clock: 1000 });
      await eventually(() =>
        expect(two.seen.get(one.self.id)).toMatchObject({
          x: (start?.x ?? 0) + 0.25,
          animation: animations.walk,
          clock: 1000,
        }),
      );

      one.socket.disconnect();
      await eventually(() => expect(two.roster.has(one.self.id)).toBe(false));
      await eventually(() => expect(two.seen.has(one.self.id)).toBe(false));
    });

    it('do so over polling as well', async () => {
      const one = await scene.enter({ transports: ['polling'] });
      const two = await scene.enter();
      const start = one.seen.get(one.self.id);
      one.move({ ...start, z: (start?.z ?? 0) + 0.3 });
      two.move({ ...two.seen.get(two.self.id), animation: animations.wave });
      await eventually(() => expect(two.seen.get(one.self.id)?.z).toBeCloseTo((start?.z ?? 0) + 0.3, 2));
      await eventually(() => expect(one.seen.get(two.self.id)?.animation).toBe(animations.wave));
    });

    it('cannot jump across the room, and are told where they are', async () => {
      const one = await scene.enter();
      const two = await scene.enter();
      one.move({ x: 90, y: 3, z: -90 });
      await eventually(() => expect(one.heard('corrected')).toHaveLength(1));
      const [{ x }] = one.heard('corrected') as [{ x: number }];
      expect(Math.abs(x)).toBeLessThan(15);
      await eventually(() => expect(two.seen.get(one.self.id)?.x).toBeCloseTo(x, 2));
    });

    it('can dress, and go back to the beginning', async () => {
      const one = await scene.enter();
      const two = await scene.enter();
      expect(await one.ask('avatar', { look: 'cat', color: '#00ff00' })).toEqual({ ok: true });
      await eventually(() => expect(two.roster.get(one.self.id)?.avatar).toEqual({ look: 'cat', color: '#00ff00' }));
      expect(await one.ask('respawn', {})).toEqual({ ok: true });
      await eventually(() =>
        expect((two.seen.get(one.self.id)?.flags ?? 0) & transformFlags.placed).toBe(transformFlags.placed),
      );
      expect(await one.ask('avatar', { look: 'cat', color: 'url(x)' })).toMatchObject({
        ok: false,
        code: 'request.invalid',
      });
    });

    it('are as many as fit, the others in the next room, friends together', async () => {
      const first: RoomClient[] = [];
      for (let count = 0; count < 5; count += 1) first.push(await scene.enter());
      const beside = await scene.enter();
      expect(first.map(({ welcome }) => welcome?.shard)).toEqual([1, 1, 1, 1, 1]);
      expect(beside.welcome?.shard).toBe(2);
      expect(beside.roster.size).toBe(1);
      const friend = await scene.enter({ with: beside.self.key });
      expect(friend.welcome?.shard).toBe(2);
      first[0]?.socket.disconnect();
      await eventually(() => expect(first[1]?.roster.size).toBe(4));
      expect((await scene.enter({ with: beside.self.key })).welcome?.shard).toBe(2);
      expect((await scene.enter()).welcome?.shard).toBe(1);
    });
  });

  describe('talk', () => {
    it('reaches everybody, numbered, tidied and without unwanted words', async () => {
      const one = await scene.enter({ nickname: '하나' });
      const two = await scene.enter();
      const first = await sequenceOf(one, '  안녕하세요\n여러분  ');
      expect(await sequenceOf(two, '이런 시 발')).toBe(first + 1);
      for (const client of [one, two]) {
        await eventually(() =>
          expect(client.messages.map(({ sequence, text }) => [sequence, text])).toEqual([
            [first, '안녕하세요 여러분'],
            [first + 1, '이런 ***'],
          ]),
        );
        expect(client.messages[0]).toMatchObject({ key: one.self.key, nickname: '하나', atMs: expect.any(Number) });
      }
      expect((await scene.enter()).messages).toHaveLength(2);
    });

    it('has a message once that is sent again because its acknowledgement was lost', async () => {
      const one = await scene.enter();
      const [first, again] = [
        await one.ask('chat', { text: '한 번만', nonce: 'n-1' }),
        await one.ask('chat', { text: '한 번만', nonce: 'n-1' }),
      ];
      expect(again).toEqual(first);
      await sequenceOf(one, '끝');
      await eventually(() =>
        expect(one.messages.map(({ text, nonce }) => [text, nonce])).toEqual([
          ['한 번만', 'n-1'],
          ['끝', undefined],
        ]),
      );
    });

    it('is refused when it is nothing, too long or too much', async () => {
      const one = await scene.enter();
      for (const text of ['', '   ', '가'.repeat(301)])
        expect(await one.ask('chat', { text })).toMatchObject({ ok: false, code: 'room.message-refused' });
      for (let count = 1; count <= 5; count += 1)
        expect(await one.ask('chat', { text: `${count}` })).toMatchObject({ ok: true });
      expect(await one.ask('chat', { text: '6' })).toMatchObject({
        ok: false,
        code: 'rate.limited',
        retryAfterMs: 2000,
      });
      expect((await scene.enter()).messages.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
    });
  });

  describe('somebody whose connection broke', () => {
    it('comes back as who they were, where they were, with what was said meanwhile', async () => {
      const one = await scene.enter({ nickname: '하나' });
      const two = await scene.enter();
      const start = one.seen.get(one.self.id);
      one.move({ ...start, x: (start?.x ?? 0) + 0.4 });
      const first = await sequenceOf(two, '들리나요');
      await eventually(() => expect(one.messages).toHaveLength(1));
      await eventually(() => expect(two.seen.get(one.self.id)?.x).toBeCloseTo((start?.x ?? 0) + 0.4, 2));
      one.breakOff();
      await two.ask('chat', { text: '여보세요' });

      const again = await scene.enterWith({ resumeToken: one.welcome?.resumeToken ?? '', since: first });
      expect(again.self).toEqual(one.self);
      expect(again.messages.map(({ sequence, text }) => [sequence, text])).toEqual([[first + 1, '여보세요']]);
      expect(again.welcome?.chat.isComplete).toBe(true);
      expect(again.seen.get(again.self.id)?.x).toBeCloseTo((start?.x ?? 0) + 0.4, 2);
      expect([...again.roster.keys()].toSorted((a, b) => a - b)).toEqual(
        [...two.roster.keys()].toSorted((a, b) => a - b),
      );
    });

    it('is seen until it is clear that they are gone, and may come back after that', async () => {
      const one = await scene.enter();
      const two = await scene.enter();
      one.breakOff();
      await eventually(() => expect(two.roster.has(one.self.id)).toBe(false));
      expect(two.seen.has(one.self.id)).toBe(false);
      const again = await scene.enterWith({ resumeToken: one.welcome?.resumeToken ?? '' });
      expect(again.self.id).toBe(one.self.id);
      await eventually(() => expect(two.roster.has(one.self.id)).toBe(true));
    });

    it('ends the older connection when they come twice', async () => {
      const one = await scene.enter();
      const again = await scene.enterWith({ resumeToken: one.welcome?.resumeToken ?? '' });
      await eventually(() =>
        expect(one.heard('closing')).toEqual([expect.objectContaining({ code: 'room.replaced' })]),
      );
      expect(await again.ask('chat', { text: '여기' })).toMatchObject({ ok: true });
    });

    it('needs a new ticket once they have gone on purpose', async () => {
      const one = await scene.enter();
      const two = await scene.enter();
      one.socket.disconnect();
      await eventually(() => expect(two.roster.has(one.self.id)).toBe(false));
      expect(await scene.refusalOf({ resumeToken: one.welcome?.resumeToken })).toBe('room.ticket-invalid');
    });
  });
});

describe('a server that stops', () => {
  it('tells people to come back, and ends', async () => {
    const stopping = await RoomScene.start();
    await stopping.openRoom();
    const one = await stopping.enter();
    await stopping.stop();
    await eventually(() => expect(one.heard('moving')).toEqual([{ withinMs: 3000 }]));
    expect(one.socket.connected).toBe(false);
  });
});
