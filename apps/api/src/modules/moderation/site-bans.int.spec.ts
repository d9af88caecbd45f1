import type { Ban, BanPage, Problem } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignedInUser } from '../../../test/app.js';
import { expectProblem, unknownId } from '../../../test/cafe-scene.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { type ModerationScene, newClientKey, setModerationScene } from '../../../test/moderation-scene.js';
import { givenCookie, refresh } from '../../../test/session-client.js';
import { BansService } from './bans.service.js';

const minuteMs = 60_000;

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

const impose = (fields: Record<string, unknown> = {}, { token } = scene.manager) =>
  scene.app.call<Ban>('POST', '/api/v1/bans', {
    token,
    body: { userId: target.id, scope: 'SITE', reason: '광고 도배', minutes: 30, ...fields },
  });

const logIn = ({ loginId, password } = target) =>
  scene.app.call('POST', '/api/v1/auth/login', { body: { loginId, password } });

const account = ({ token } = target) => scene.app.call('GET', '/api/v1/auth/me', { token });

describe('a ban from the site', () => {
  it('ends every session and refuses login and refresh with its end and reason, until then', async () => {
    const clock = freezeClock(scene.app);
    const cookie = givenCookie(await logIn());
    const ban = await impose();
    expect([ban.status, ban.body.scope, ban.body.nickname]).toEqual([201, 'SITE', ban.body.user?.nickname]);

    expectProblem(await account(), 401, 'auth.token-invalid');
    for (const refused of [await logIn(), await refresh(scene.app, cookie)]) {
      expectProblem(refused, 403, 'auth.banned');
      const { until, detail } = refused.body as Problem;
      expect([until, detail]).toEqual([ban.body.endsAt, `Until ${ban.body.endsAt}: 광고 도배`]);
    }
    clock.advance(30 * minuteMs);
    expectProblem(await refresh(scene.app, cookie), 401, 'auth.refresh-invalid');
    expect((await logIn()).status).toBe(200);
  });

  it('for good says so, and tells nobody who does not know the password', async () => {
    await impose({ minutes: null });
    const refused = await logIn();
    expectProblem(refused, 403, 'auth.banned');
    expect(refused.body).toMatchObject({ until: null, detail: 'For good: 광고 도배' });
    expectProblem(await logIn({ ...target, password: 'a-wrong-password' }), 401, 'auth.invalid-credentials');
  });

  it('is not counted as a failed login: whoever is let in again is not locked out', async () => {
    const { body } = await impose();
    for (let attempt = 0; attempt < 12; attempt += 1) expectProblem(await logIn(), 403, 'auth.banned');
    const lifted = await scene.app.call<Ban>('POST', `/api/v1/bans/${body.id}/lift`, { token: scene.admin.token });
    expect(lifted.body.isActive).toBe(false);
    expect((await logIn()).status).toBe(200);
  });

  it('leaves no session behind, whatever logs in meanwhile', async () => {
    const [ban, ...logins] = await Promise.all([impose(), logIn(), logIn(), logIn()]);
    expect(ban.status).toBe(201);
    for (const { status } of logins) expect([200, 403]).toContain(status);
    expect(
      await scene.app.database.query('SELECT 1 FROM "SessionFamily" WHERE "userId" = $1 AND "revokedAt" IS NULL', [
        target.id,
      ]),
    ).toEqual([]);
  });

  it('keeps out of every room too; one from the rooms lets people sign in', async () => {
    const inRoom = () => bans.findActive({ userId: target.id, clientKey: newClientKey(), viewerCode: scene.room.code });
    const rooms = await impose({ scope: 'ROOMS', minutes: 5 });
    expect((await inRoom())?.id).toBe(rooms.body.id);
    expect([(await account()).status, (await logIn()).status]).toEqual([200, 200]);
    const site = await impose();
    expect((await inRoom())?.id).toBe(site.body.id);
  });

  it('is logged with the end of the sessions', async () => {
    const { body } = await impose();
    expect(await scene.actsOn(body.id)).toMatchObject([
      { action: 'ban.impose', actorId: scene.manager.id, before: null, after: { scope: 'SITE', userId: target.id } },
    ]);
    expect((await scene.actsOn(target.id)).at(-1)).toMatchObject({
      action: 'session.end-all',
      actorId: scene.manager.id,
      after: { endReason: 'USER_BANNED' },
    });
  });
});

describe('banning from the site', () => {
  it('is for moderators and administrators, by rank', async () => {
    for (const by of [scene.visitor, scene.owner]) expectProblem(await impose({}, by), 403, 'access.denied');
    for (const by of [scene.manager, scene.admin])
      expectProblem(await impose({ userId: by.id }, by), 403, 'moderation.oneself');
    const otherManager = await scene.app.signIn('MANAGER');
    expectProblem(await impose({ userId: otherManager.id }), 403, 'moderation.outranked');
    expectProblem(await impose({ userId: scene.admin.id }), 403, 'moderation.outranked');
    expect((await impose({ userId: otherManager.id }, scene.admin)).status).toBe(201);
    const anonymous = await scene.app.call('POST', '/api/v1/bans', { body: {} });
    expectProblem(anonymous, 401, 'auth.required');
  });

  it.each([
    ['nobody', { userId: undefined }, '/userId'],
    ['two', { reportId: unknownId }, '/userId'],
    ['no reason', { reason: ' ' }, '/reason'],
    ['a scope that is none', { scope: 'EVERYTHING' }, '/scope'],
    ['no time', { minutes: 0 }, '/minutes'],
    ['more than a year', { minutes: 525_601 }, '/minutes'],
  ])('refuses %s', async (_, fields, pointer) => {
    expectProblem(await impose(fields), 400, 'request.invalid', pointer);
  });

  it('refuses people and reports that are not', async () => {
    expectProblem(await impose({ userId: unknownId }), 422, 'ban.target-unusable', '/userId');
    expectProblem(await impose({ userId: undefined, reportId: unknownId }), 422, 'ban.target-unusable', '/reportId');
  });

  it('is listed with all others, newest first', async () => {
    const first = await impose({ scope: 'ROOMS' });
    const second = await impose({ scope: 'SITE' });
    const list = (token: string, query = '') =>
      scene.app.call<BanPage>('GET', `/api/v1/bans?pageSize=2${query}`, { token });
    expect((await list(scene.manager.token)).body.items).toEqual([second.body, first.body]);
    await scene.app.call('POST', `/api/v1/bans/${second.body.id}/lift`, { token: scene.manager.token });
    expect((await list(scene.admin.token, '&isActive=true')).body.items[0]).toEqual(first.body);
    expect((await list(scene.admin.token, '&isActive=false')).body.items[0]?.id).toBe(second.body.id);
    for (const { token } of [scene.visitor, scene.owner]) expectProblem(await list(token), 403, 'access.denied');
  });

  it("is lifted by moderators: never by an owner, nor an administrator's by a moderator", async () => {
    const ban = await impose({}, scene.admin);
    const lift = (token: string) => scene.app.call('POST', `/api/v1/bans/${ban.body.id}/lift`, { token });
    expectProblem(await lift(scene.owner.token), 404, 'ban.not-found');
    expectProblem(await lift(scene.manager.token), 403, 'ban.imposed-above');
    expect((await lift(scene.admin.token)).status).toBe(200);
    expectProblem(
      await scene.app.call('POST', `/api/v1/bans/${unknownId}/lift`, { token: scene.admin.token }),
      404,
      'ban.not-found',
    );
  });
});
