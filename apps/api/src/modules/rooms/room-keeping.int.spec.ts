import type { BanPage, ManagedViewer, ModerationReportPage } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedInUser } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { type RoomClient } from '../../../test/room-client.js';
import { RoomScene } from '../../../test/room-scene.js';
import { insertMap } from '../../../test/viewer-scene.js';

let scene: RoomScene;
let moderator: SignedInUser;
let member: SignedInUser;

beforeAll(async () => {
  scene = await RoomScene.start();
  moderator = await scene.app.signIn('MANAGER');
  member = await scene.app.signIn('GENERAL');
});
afterAll(() => scene.stop());
beforeEach(() => scene.openRoom());
afterEach(() => scene.leaveAll());

const codesOf = (told: unknown[]): unknown[] => told.map((each) => (each as { code: string }).code);

const loggedActions = async (): Promise<string[]> => {
  const rows = await scene.app.database.query<{ action: string }>(
    `SELECT action FROM "TransactionLog" WHERE action LIKE 'room.%' OR action LIKE 'ban.%' OR action LIKE 'report.%' ORDER BY id DESC LIMIT 4`,
  );
  return rows.map(({ action }) => action);
};

/** A keeper and somebody who makes trouble. */
async function keeperAnd(token?: string): Promise<{ keeper: RoomClient; other: RoomClient }> {
  const keeper = await scene.enter({ token: scene.owner.token });
  const other = await scene.enter(token === undefined ? { nickname: '시끄러운 손님' } : { token });
  return { keeper, other };
}

describe('keepers', () => {
  it('mute somebody, for as often as they come, and let them speak again', async () => {
    const { keeper, other } = await keeperAnd(member.token);
    const { key } = other.self;
    expect(await keeper.ask('moderate', { act: 'mute', key, reason: '광고' })).toEqual({ ok: true });
    expect(await other.ask('chat', { text: '싸요 싸' })).toMatchObject({ ok: false, code: 'room.muted' });
    await eventually(() => expect(keeper.roster.get(other.self.id)?.isMuted).toBe(true));
    const again = await scene.enter({ token: member.token });
    expect(again.self.isMuted).toBe(true);
    expect(await keeper.ask('moderate', { act: 'unmute', key, reason: '' })).toEqual({ ok: true });
    expect(await again.ask('chat', { text: '미안해요' })).toMatchObject({ ok: true });
    expect((await loggedActions()).slice(0, 2)).toEqual(['room.unmute', 'room.mute']);
  });

  it('send somebody away, who may come again', async () => {
    const { keeper, other } = await keeperAnd();
    expect(await keeper.ask('moderate', { act: 'kick', key: other.self.key, reason: '쉬었다 와요' })).toEqual({
      ok: true,
    });
    await eventually(() => expect(other.heard('closing')).toEqual([{ code: 'room.kicked', detail: '쉬었다 와요' }]));
    await eventually(() => expect(keeper.roster.size).toBe(1));
    expect(await scene.refusalOf({ resumeToken: other.welcome?.resumeToken })).toBe('room.ticket-invalid');
    expect((await scene.enter()).welcome).toBeDefined();
  });

  it('ban somebody: out at once, no ticket, no way back, until it is lifted', async () => {
    const { keeper, other } = await keeperAnd(member.token);
    const elsewhere = await scene.enter({ token: member.token });
    const { key } = other.self;
    expect(await keeper.ask('moderate', { act: 'ban', key, reason: '욕설', minutes: 60 })).toEqual({ ok: true });
    for (const client of [other, elsewhere])
      await eventually(() => expect(codesOf(client.heard('closing'))).toEqual(['room.banned']));
    const tickets = `/api/v1/viewers/${scene.code}/tickets`;
    const asked = await scene.app.call<{ code: string }>('POST', tickets, { body: {}, token: member.token });
    expect([asked.status, asked.body.code]).toEqual([403, 'room.banned']);
    expect(await scene.refusalOf({ resumeToken: other.welcome?.resumeToken })).toBe('room.banned');

    const { token } = scene.owner;
    const bans = await scene.app.call<BanPage>('GET', `/api/v1/viewers/${scene.code}/bans`, { token });
    expect(bans.body.items).toMatchObject([{ reason: '욕설', liftedAt: null }]);
    await scene.app.call('POST', `/api/v1/bans/${bans.body.items[0]?.id}/lift`, { token, body: {} });
    expect((await scene.enter({ token: member.token })).welcome).toBeDefined();
    expect((await loggedActions()).slice(0, 2)).toEqual(['ban.lift', 'ban.impose']);
  });

  it('cannot be acted upon by their guests, their like, or those who are none any more', async () => {
    const { keeper, other } = await keeperAnd(member.token);
    const upper = await scene.enter({ token: moderator.token });
    for (const [client, target, code] of [
      [other, keeper, 'access.denied'],
      [keeper, upper, 'moderation.outranked'],
      [keeper, keeper, 'moderation.oneself'],
    ] as const)
      expect(
        await client.ask('moderate', { act: 'ban', key: target.self.key, reason: '', minutes: null }),
      ).toMatchObject({ ok: false, code });
    expect(await keeper.ask('moderate', { act: 'kick', key: 'nobody-nobody-no', reason: '' })).toMatchObject({
      code: 'room.person-gone',
    });
    expect(keeper.heard('closing')).toEqual([]);
  });
});

describe('everybody', () => {
  it('may report what was said, as the room has it', async () => {
    const { keeper, other } = await keeperAnd(member.token);
    const said = await other.ask('chat', { text: '나쁜 말' });
    const sequence = said.ok ? said.sequence : 0;
    const { key } = other.self;
    expect(await keeper.ask('report', { key, sequence, reason: 'ABUSE', detail: '심해요' })).toEqual({ ok: true });
    expect(await keeper.ask('report', { key: keeper.self.key, sequence, reason: 'ABUSE', detail: '' })).toMatchObject({
      code: 'room.message-gone',
    });
    const reports = await scene.app.call<ModerationReportPage>('GET', '/api/v1/reports', { token: moderator.token });
    expect(reports.body.items[0]).toMatchObject({
      aboutUser: { id: member.id },
      evidence: { room: scene.code, sequence, text: '나쁜 말' },
      status: 'OPEN',
    });
  });
});

describe('a room that becomes another', () => {
  it('tells those who are in it, with addresses of the new maps', async () => {
    const one = await scene.enter();
    const { token } = scene.owner;
    const path = `/api/v1/viewers/${scene.code}`;
    const managed = await scene.app.call<ManagedViewer>('GET', `/api/v1/me/viewers/${scene.code}`, { token });
    const render = await insertMap(scene.app, managed.body.id, 'RENDER', { version: 2 });
    const collider = managed.body.maps.find(({ type }) => type === 'COLLIDER')?.id;
    const activated = await scene.app.call('POST', `${path}/maps/activate`, {
      token,
      body: { renderMapId: render, colliderMapId: collider },
    });
    expect(activated.status, JSON.stringify(activated.body)).toBe(200);
    await eventually(() => expect(one.heard('changed')).toHaveLength(1));
    const [{ maps }] = one.heard('changed') as [{ maps: { type: string; version: number }[] }];
    expect(maps.find(({ type }) => type === 'RENDER')).toMatchObject({ version: 2 });
    expect(await one.ask('maps', {})).toMatchObject({ ok: true, maps: [{ version: 2 }, { type: 'COLLIDER' }] });
  });

  it('sends everybody out when it is hidden', async () => {
    const one = await scene.enter();
    const { token } = scene.owner;
    const managed = await scene.app.call<ManagedViewer>('GET', `/api/v1/me/viewers/${scene.code}`, { token });
    await scene.app.call('PATCH', `/api/v1/viewers/${scene.code}`, {
      token,
      body: { isDisabled: true },
      headers: { 'if-match': managed.headers.get('etag') ?? '' },
    });
    await eventually(() => expect(codesOf(one.heard('closing'))).toEqual(['viewer.not-found']));
  });
});
