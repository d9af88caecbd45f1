import type { Problem } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectProblem } from '../../../test/cafe-scene.js';
import { takeTicket } from '../../../test/room-client.js';
import { RoomScene } from '../../../test/room-scene.js';
import { createViewer } from '../../../test/viewer-scene.js';

let scene: RoomScene;

beforeAll(async () => {
  scene = await RoomScene.start({ ROOM_CAPACITY: '5' });
});
afterAll(() => scene.stop());
beforeEach(() => scene.openRoom());
afterEach(() => scene.leaveAll());

describe('a ticket', () => {
  it('is given for open rooms only', async () => {
    const closed = await createViewer(scene.app, scene.owner.token, scene.cafeId);
    for (const unknown of [closed.code, 'no-such-room'])
      expectProblem(
        await scene.app.call<Problem>('POST', `/api/v1/viewers/${unknown}/tickets`, { body: {} }),
        404,
        'viewer.not-found',
      );
    expect(await takeTicket(scene.app, scene.code)).toEqual({
      ticket: expect.any(String),
      shard: 1,
      capacity: 5,
      maps: [expect.objectContaining({ type: 'RENDER' }), expect.objectContaining({ type: 'COLLIDER' })],
    });
  });

  it('takes a good nickname, and no token that is not good', async () => {
    const path = `/api/v1/viewers/${scene.code}/tickets`;
    for (const body of [
      { nickname: 'x' },
      { nickname: 'a\u0000b' },
      { nickname: '가'.repeat(21) },
      { with: '../..' },
      { role: 'KEEPER' },
    ])
      expectProblem(await scene.app.call<Problem>('POST', path, { body }), 400, 'request.invalid');
    expectProblem(
      await scene.app.call<Problem>('POST', path, { body: {}, token: 'nonsense' }),
      401,
      'auth.token-invalid',
    );
  });

  it('says who somebody is: guest, member, keeper', async () => {
    const member = await scene.app.signIn('GENERAL');
    const manager = await scene.app.signIn('MANAGER');
    const guest = await scene.enter({ nickname: '온기 손님' });
    const nameless = await scene.enter();
    const known = await scene.enter({ token: member.token, nickname: '다른 이름' });
    const keepers = [await scene.enter({ token: scene.owner.token }), await scene.enter({ token: manager.token })];
    expect(guest.self).toMatchObject({ nickname: '온기 손님', role: 'GUEST' });
    expect(nameless.self).toMatchObject({ nickname: expect.stringMatching(/^손님 \d{4}$/), role: 'GUEST' });
    expect(known.self.role).toBe('MEMBER');
    expect(known.self.nickname).not.toBe('다른 이름');
    expect(keepers.map(({ self }) => self.role)).toEqual(['KEEPER', 'KEEPER']);
    expect(JSON.stringify(guest.welcome)).not.toMatch(new RegExp(`${member.id}|127\\.0\\.0\\.1|counted`));
  });

  it('opens one connection', async () => {
    const { ticket } = await takeTicket(scene.app, scene.code);
    await scene.enterWith({ ticket });
    expect(await scene.refusalOf({ ticket })).toBe('room.ticket-invalid');
  });

  it('cannot be made up, changed or replaced', async () => {
    const { ticket } = await takeTicket(scene.app, scene.code);
    const [head = '', body = '', signature = ''] = ticket.split('.');
    const changed = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), role: 'KEEPER' };
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged = Buffer.from(JSON.stringify(changed)).toString('base64url');
    for (const handshake of [
      {},
      { ticket: '' },
      { ticket: 'nonsense' },
      { ticket: scene.owner.token },
      { ticket: `${head}.${forged}.${signature}` },
      { ticket: `${none}.${forged}.` },
      { resumeToken: ticket },
      { ticket, resumeToken: ticket },
      { ticket: { toString: 1 } },
      { ticket, since: -1 },
      { ticket, more: 1 },
    ])
      expect(await scene.refusalOf(handshake), JSON.stringify(handshake)).toBe('room.ticket-invalid');
    await scene.enterWith({ ticket });
  });

  it('is of no use from a page of somebody else', async () => {
    const { ticket } = await takeTicket(scene.app, scene.code);
    expect(await scene.refusalOf({ ticket }, { origin: 'https://evil.example' })).toBe('websocket error');
    expect(await scene.refusalOf({ ticket }, { 'sec-fetch-site': 'cross-site', origin: scene.app.url })).toBe(
      'websocket error',
    );
    await scene.enterWith({ ticket });
  });
});
