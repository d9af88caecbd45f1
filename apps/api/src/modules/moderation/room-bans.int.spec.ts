import type { Ban, BanPage } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignedInUser } from '../../../test/app.js';
import { expectProblem } from '../../../test/cafe-scene.js';
import { eventually } from '../../../test/eventually.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { actorOf, type ModerationScene, newClientKey, setModerationScene } from '../../../test/moderation-scene.js';
import { MESSAGE_BUS, type MessageBus } from '../../platform/messages/message-bus.js';
import { banImposedChannel, BansService, type RoomBan } from './bans.service.js';
import { RoomOrderService } from './room-order.service.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let scene: ModerationScene;
let bans: BansService;
let target: SignedInUser;

beforeAll(async () => {
  scene = await setModerationScene();
  bans = scene.app.app.get(BansService, { strict: false });
});

beforeEach(async () => {
  target = await scene.app.signIn('GENERAL');
});

afterEach(() => vi.restoreAllMocks());

afterAll(() => scene.app.stop());

const ofTarget = (fields: Partial<RoomBan> = {}): RoomBan => ({
  viewerCode: scene.room.code,
  userId: target.id,
  clientKey: null,
  nickname: '시끄러운 사람',
  reason: '욕설',
  minutes: 60,
  ...fields,
});

const byOwner = (fields: Partial<RoomBan> = {}): Promise<Ban> =>
  bans.imposeInRoom(actorOf(scene.owner, 'BUSINESS'), ofTarget(fields));

const keptOut = (userId: string | null, viewerCode = scene.room.code, clientKey = newClientKey()) =>
  bans.findActive({ userId, clientKey, viewerCode });

const lift = (id: string, { token }: SignedInUser) => scene.app.call<Ban>('POST', `/api/v1/bans/${id}/lift`, { token });

const listed = async (query = '', { token } = scene.owner): Promise<Ban[]> =>
  (await scene.app.call<BanPage>('GET', `/api/v1/viewers/${scene.room.code}/bans?pageSize=100${query}`, { token })).body
    .items;

describe('a ban from a room', () => {
  it('keeps a member out of that room until its end, whatever address they come from', async () => {
    const clock = freezeClock(scene.app);
    const ban = await byOwner({ minutes: 10 });
    expect(await keptOut(target.id)).toEqual({ id: ban.id, reason: '욕설', endsAt: new Date(ban.endsAt ?? '') });
    expect(await keptOut(target.id, scene.otherRoom.code)).toBeNull();
    expect(await keptOut(scene.visitor.id)).toBeNull();
    clock.advance(10 * minuteMs - 1);
    expect(await keptOut(target.id)).not.toBeNull();
    clock.advance(1);
    expect(await keptOut(target.id)).toBeNull();
    expect((await listed()).find(({ id }) => id === ban.id)).toMatchObject({ isActive: false, liftedAt: null });
  });

  it('keeps a visitor without an account out by the address, 30 days at most, and no member who shares it', async () => {
    const clock = freezeClock(scene.app);
    const clientKey = newClientKey();
    const ban = await byOwner({ userId: null, clientKey, minutes: null });
    expect(new Date(ban.endsAt ?? '').getTime() - new Date(ban.startsAt).getTime()).toBe(30 * dayMs);
    expect(await keptOut(null, scene.room.code, clientKey)).toMatchObject({ id: ban.id });
    expect(await keptOut(null)).toBeNull();
    expect(await keptOut(scene.visitor.id, scene.room.code, clientKey)).toBeNull();
    clock.advance(30 * dayMs);
    expect(await keptOut(null, scene.room.code, clientKey)).toBeNull();
  });

  it('keeps a member out for good, and for 30 days from coming back as a visitor', async () => {
    const clock = freezeClock(scene.app);
    const clientKey = newClientKey();
    const ban = await byOwner({ clientKey, minutes: null });
    expect(ban.endsAt).toBeNull();
    expect(await keptOut(null, scene.room.code, clientKey)).not.toBeNull();
    clock.advance(30 * dayMs);
    expect(await keptOut(null, scene.room.code, clientKey)).toBeNull();
    clock.advance(3650 * dayMs);
    expect(await keptOut(target.id)).toMatchObject({ id: ban.id, endsAt: null });
  });

  it('is told to every process after it is kept', async () => {
    const told: unknown[] = [];
    const bus = scene.app.app.get<MessageBus>(MESSAGE_BUS, { strict: false });
    const subscription = bus.subscribe(banImposedChannel, (message) => told.push(JSON.parse(message.toString())));
    await subscription.ready;
    const clientKey = newClientKey();
    await byOwner({ clientKey });
    await eventually(() => expect(told).toEqual([{ userId: target.id, clientKey, viewerCode: scene.room.code }]));
    await expect(byOwner({ userId: scene.owner.id })).rejects.toMatchObject({ code: 'moderation.oneself' });
    await byOwner({ clientKey, minutes: 1 });
    await eventually(() => expect(told).toHaveLength(2));
    subscription.end();
  });

  it('is logged with what it is, and never with an address', async () => {
    const clientKey = newClientKey();
    const ban = await byOwner({ clientKey });
    const acts = await scene.actsOn(ban.id);
    expect(acts).toEqual([
      {
        action: 'ban.impose',
        actorId: scene.owner.id,
        before: null,
        after: {
          scope: 'ROOMS',
          viewerCode: scene.room.code,
          userId: target.id,
          nickname: '시끄러운 사람',
          reason: '욕설',
          endsAt: ban.endsAt,
        },
      },
    ]);
    expect(JSON.stringify([acts, ban, await listed()])).not.toContain(clientKey);
  });

  it('that stands is prolonged by a longer one, and not by a shorter one', async () => {
    const first = await byOwner({ minutes: 60 });
    expect(await byOwner({ minutes: 30, reason: '또' })).toEqual(first);
    const longer = await byOwner({ minutes: 120, reason: '또' });
    expect(longer).toMatchObject({ id: first.id, reason: '또', isActive: true });
    const forGood = await byOwner({ minutes: null });
    expect(forGood).toMatchObject({ id: first.id, endsAt: null });
    expect(await byOwner({ minutes: 5 })).toEqual(forGood);
    expect((await scene.actsOn(first.id)).slice(1)).toEqual([
      {
        action: 'ban.prolong',
        actorId: scene.owner.id,
        before: { endsAt: first.endsAt, reason: '욕설' },
        after: { endsAt: longer.endsAt, reason: '또' },
      },
      {
        action: 'ban.prolong',
        actorId: scene.owner.id,
        before: { endsAt: longer.endsAt, reason: '또' },
        after: { endsAt: null, reason: '욕설' },
      },
    ]);
  });

  it('is one, however many keepers impose it at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => byOwner()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe('who may ban whom', () => {
  const attempt = (by: SignedInUser, type: 'GENERAL' | 'BUSINESS' | 'MANAGER' | 'ADMIN', userId: string | null) =>
    bans.imposeInRoom(actorOf(by, type), ofTarget({ userId, clientKey: newClientKey() }));

  it('is by rank: administrators, moderators, owners of the café, and nobody else', async () => {
    const { admin, manager, owner, visitor } = scene;
    const otherOwner = await scene.app.signIn('BUSINESS');
    const otherManager = await scene.app.signIn('MANAGER');
    const otherAdmin = await scene.app.signIn('ADMIN');
    for (const [by, type] of [
      [visitor, 'GENERAL'],
      [otherOwner, 'BUSINESS'],
    ] as const)
      await expect(attempt(by, type, target.id)).rejects.toMatchObject({ code: 'access.denied' });
    for (const [by, type, userId] of [
      [owner, 'BUSINESS', manager.id],
      [owner, 'BUSINESS', admin.id],
      [manager, 'MANAGER', otherManager.id],
      [manager, 'MANAGER', admin.id],
      [admin, 'ADMIN', otherAdmin.id],
    ] as const)
      await expect(attempt(by, type, userId)).rejects.toMatchObject({ code: 'moderation.outranked' });
    for (const [by, type] of [
      [owner, 'BUSINESS'],
      [manager, 'MANAGER'],
      [admin, 'ADMIN'],
    ] as const)
      await expect(attempt(by, type, by.id)).rejects.toMatchObject({ code: 'moderation.oneself' });
    for (const [by, type, userId] of [
      [owner, 'BUSINESS', otherOwner.id],
      [owner, 'BUSINESS', null],
      [manager, 'MANAGER', target.id],
      [admin, 'ADMIN', otherManager.id],
    ] as const)
      expect(await attempt(by, type, userId)).toMatchObject({ isActive: true });
  });

  it('is by what they are now, not by what they were when they came', async () => {
    const former = await scene.app.signIn('GENERAL');
    await expect(attempt(former, 'ADMIN', target.id)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(
      bans.imposeInRoom({ kind: 'anonymous' }, ofTarget({ clientKey: newClientKey() })),
    ).rejects.toMatchObject({ code: 'access.denied' });
    await expect(byOwner({ viewerCode: 'no-such-room' })).rejects.toMatchObject({ code: 'viewer.not-found' });
  });
});

describe("a room's bans", () => {
  it('are listed, newest first, to those who keep order there, and to nobody else', async () => {
    const mine = await byOwner();
    await scene.app.call('POST', '/api/v1/bans', {
      token: scene.admin.token,
      body: { userId: target.id, scope: 'ROOMS', reason: '다른 방', minutes: 1 },
    });
    for (const keeper of [scene.owner, scene.manager, scene.admin]) {
      const items = await listed('&isActive=true', keeper);
      expect(items[0]).toEqual(mine);
      expect(items.every(({ viewer }) => viewer?.code === scene.room.code)).toBe(true);
    }
    expect((await listed('&isActive=false')).every(({ isActive }) => !isActive)).toBe(true);
    const stranger = await scene.app.signIn('BUSINESS');
    for (const [token, code] of [
      [stranger.token, scene.room.code],
      [scene.owner.token, 'no-such-room'],
    ] as const)
      expectProblem(await scene.app.call('GET', `/api/v1/viewers/${code}/bans`, { token }), 404, 'viewer.not-found');
  });

  it('are lifted once, and a lifted one stays as it is', async () => {
    const ban = await byOwner();
    const lifted = await lift(ban.id, scene.owner);
    expect([lifted.status, lifted.body.isActive, lifted.body.liftedBy?.id]).toEqual([200, false, scene.owner.id]);
    expect(await keptOut(target.id)).toBeNull();
    expect((await lift(ban.id, scene.admin)).body).toEqual(lifted.body);
    expect((await scene.actsOn(ban.id)).slice(1)).toEqual([
      {
        action: 'ban.lift',
        actorId: scene.owner.id,
        before: { liftedAt: null, endsAt: ban.endsAt },
        after: { liftedAt: lifted.body.liftedAt },
      },
    ]);
    expect((await byOwner()).id).not.toBe(ban.id);
  });

  it('that a moderator has imposed are not lifted by an owner, those of other rooms are not there', async () => {
    const ban = await bans.imposeInRoom(actorOf(scene.manager, 'MANAGER'), ofTarget());
    expectProblem(await lift(ban.id, scene.owner), 403, 'ban.imposed-above');
    expectProblem(await lift(ban.id, await scene.app.signIn('BUSINESS')), 404, 'ban.not-found');
    expect((await lift(ban.id, scene.manager)).status).toBe(200);
  });
});

describe('muting, unmuting and sending away', () => {
  it('are logged on the room by whoever may, with what was and what is', async () => {
    const order = scene.app.app.get(RoomOrderService, { strict: false });
    const actor = actorOf(scene.owner, 'BUSINESS');
    const act = { viewerCode: scene.room.code, userId: null, nickname: '손님 1234', reason: '도배' };
    await order.record(actor, { ...act, act: 'mute' });
    await bans.record(actor, { ...act, act: 'unmute' });
    await bans.record(actor, { ...act, act: 'kick', userId: target.id });
    const whom = { nickname: '손님 1234', reason: '도배' };
    expect((await scene.actsOn(scene.room.id)).filter(({ action }) => action.startsWith('room.'))).toEqual([
      {
        action: 'room.mute',
        actorId: scene.owner.id,
        before: { isMuted: false },
        after: { ...whom, userId: null, isMuted: true },
      },
      {
        action: 'room.unmute',
        actorId: scene.owner.id,
        before: { isMuted: true },
        after: { ...whom, userId: null, isMuted: false },
      },
      { action: 'room.kick', actorId: scene.owner.id, before: null, after: { ...whom, userId: target.id } },
    ]);
    await expect(bans.record(actor, { ...act, act: 'kick', userId: scene.manager.id })).rejects.toMatchObject({
      code: 'moderation.outranked',
    });
    await expect(bans.record(actorOf(scene.visitor, 'GENERAL'), { ...act, act: 'mute' })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });
});
