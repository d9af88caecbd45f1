import { randomUUID } from 'node:crypto';
import type { ManagedUser, Problem, UserType } from '@virtualcafe/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { givenCookie, refresh } from '../../../test/session-client.js';

let app: TestApp;
let admin: SignedInUser;
beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('ADMIN');
});
afterAll(() => app.stop());

const asAdmin = <Body>(method: string, path: string, options = {}): Promise<TestResponse<Body>> =>
  app.call<Body>(method, `/api/v1/users${path}`, { token: admin.token, ...options });
const etagOf = async (id: string): Promise<string> => (await asAdmin('GET', `/${id}`)).headers.get('etag') ?? '';
const patch = async (
  id: string,
  body: object,
  { etag, token = admin.token }: { etag?: string; token?: string } = {},
): Promise<TestResponse<ManagedUser & Problem>> =>
  asAdmin('PATCH', `/${id}`, { token, body, headers: { 'if-match': etag ?? (await etagOf(id)) } });

describe('changing a user', () => {
  it('gives them another type from their next request on, and writes down what was and is', async () => {
    const { id, token } = await app.signIn('GENERAL');
    const response = await patch(id, { userType: 'MANAGER' });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ id, userType: 'MANAGER', isDisabled: false });
    const me = await app.call<{ userType: UserType }>('GET', '/api/v1/auth/me', { token });
    expect(me.body.userType).toBe('MANAGER');
    const acts = await app.database.query(
      `SELECT "actorId", "before", "after" FROM "TransactionLog" WHERE "action" = 'user.update' AND "resourceId" = $1`,
      [id],
    );
    expect(acts).toEqual([
      {
        actorId: admin.id,
        before: { userType: 'GENERAL', isDisabled: false },
        after: { userType: 'MANAGER', isDisabled: false },
      },
    ]);
  });

  it('locks them out by disabling, and in again by enabling, with their old sessions ended', async () => {
    const { id, token, loginId, password } = await app.signIn('GENERAL');
    const logIn = () => app.call('POST', '/api/v1/auth/login', { body: { loginId, password } });
    const cookie = givenCookie(await logIn());
    expect((await patch(id, { isDisabled: true })).body.isDisabled).toBe(true);
    expect((await app.call('GET', '/api/v1/auth/me', { token })).status).toBe(401);
    expect((await refresh(app, cookie)).status).toBe(401);
    expect((await logIn()).status).toBe(401);
    expect((await patch(id, { isDisabled: false })).body.isDisabled).toBe(false);
    expect((await app.call('GET', '/api/v1/auth/me', { token })).status).toBe(401);
    expect((await refresh(app, cookie)).status).toBe(401);
    expect((await logIn()).status).toBe(200);
    const ends = await app.database.query(
      'SELECT DISTINCT "endReason" FROM "SessionFamily" WHERE "revokedAt" IS NOT NULL AND "userId" = $1',
      [id],
    );
    expect(ends).toEqual([{ endReason: 'USER_DISABLED' }]);
  });

  it('leaves no session of a login that ran while they were disabled', async () => {
    const { id, loginId, password } = await app.signIn('GENERAL');
    const etag = await etagOf(id);
    const logins = Array.from({ length: 6 }, () =>
      app.call('POST', '/api/v1/auth/login', { body: { loginId, password } }),
    );
    await patch(id, { isDisabled: true }, { etag });
    await Promise.all(logins);
    const live = await app.database.query('SELECT 1 FROM "SessionFamily" WHERE "userId" = $1 AND "revokedAt" IS NULL', [
      id,
    ]);
    expect(live).toEqual([]);
  });

  it('needs the version that was edited', async () => {
    const { id } = await app.signIn('GENERAL');
    const body = { userType: 'BUSINESS' };
    const without = await asAdmin<Problem>('PATCH', `/${id}`, { body });
    expect([without.status, without.body.code]).toEqual([428, 'resource.if-match-required']);
    const etag = await etagOf(id);
    expect((await patch(id, body, { etag })).status).toBe(200);
    const stale = await patch(id, { userType: 'GENERAL' }, { etag });
    expect([stale.status, stale.body.code]).toEqual([412, 'resource.stale']);
    const foreign = await patch(id, { userType: 'GENERAL' }, { etag: '"nonsense"' });
    expect([foreign.status, foreign.body.code]).toEqual([412, 'resource.stale']);
  });

  it('is not disturbed by a login in between', async () => {
    const { id, loginId, password } = await app.signIn('GENERAL');
    const etag = await etagOf(id);
    await app.call('POST', '/api/v1/auth/login', { body: { loginId, password } });
    expect((await patch(id, { userType: 'BUSINESS' }, { etag })).status).toBe(200);
  });

  it('lets one of two editors win', async () => {
    const { id } = await app.signIn('GENERAL');
    const etag = await etagOf(id);
    const responses = await Promise.all(['BUSINESS', 'MANAGER'].map((userType) => patch(id, { userType }, { etag })));
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('writes nothing when nothing changes', async () => {
    const { id } = await app.signIn('BUSINESS');
    const etag = await etagOf(id);
    const response = await patch(id, { userType: 'BUSINESS', isDisabled: false }, { etag });
    expect(response.status).toBe(200);
    expect(await etagOf(id)).toBe(etag);
    const acts = await app.database.query(
      `SELECT 1 FROM "TransactionLog" WHERE "action" = 'user.update' AND "resourceId" = $1`,
      [id],
    );
    expect(acts).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['an unknown type', { userType: 'KING' }],
    ['another field', { isDisabled: true, nickname: 'x' }],
    ['a password', { passwordHash: 'x' }],
    ['a word for a switch', { isDisabled: 'true' }],
    ['null', { userType: null }],
  ])('refuses %s', async (_, body) => {
    const { id } = admin;
    expect((await patch(id, body)).status).toBe(400);
  });

  it('does not find nobody', async () => {
    const response = await patch(randomUUID(), { isDisabled: true }, { etag: await etagOf(admin.id) });
    expect([response.status, response.body.code]).toEqual([404, 'user.not-found']);
  });
});

describe('the last administrator', () => {
  let second: SignedInUser;
  beforeEach(async () => {
    second = await app.signIn('ADMIN');
    await app.database.query(
      `UPDATE "User" SET "userType" = 'GENERAL' WHERE "userType" = 'ADMIN' AND "id" <> ALL($1::uuid[])`,
      [[admin.id, second.id]],
    );
  });
  const admins = async (): Promise<number> =>
    (await app.database.query(`SELECT 1 FROM "User" WHERE "userType" = 'ADMIN' AND NOT "isDisabled"`)).length;

  it.each([{ userType: 'GENERAL' }, { isDisabled: true }])('stays: %j is refused', async (body) => {
    expect((await patch(second.id, body)).status).toBe(200);
    const response = await patch(admin.id, body);
    expect([response.status, response.body.code]).toEqual([409, 'user.last-admin']);
    expect(await admins()).toBe(1);
  });

  it('stays when two demote each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, other] = [admin, second];
      const [etagOfFirst, etagOfOther] = [await etagOf(first.id), await etagOf(other.id)];
      const responses = await Promise.all([
        patch(other.id, { userType: 'GENERAL' }, { etag: etagOfOther, token: first.token }),
        patch(first.id, { isDisabled: true }, { etag: etagOfFirst, token: other.token }),
      ]);
      expect(await admins()).toBe(1);
      // The one who comes second is the last administrator's demoter, or already none (403) or nobody (401) himself.
      const statuses = responses.map(({ status }) => status).toSorted((a, b) => a - b);
      expect(statuses[0]).toBe(200);
      expect([401, 403, 409]).toContain(statuses[1]);
      await app.database.query(
        `UPDATE "User" SET "userType" = 'ADMIN', "isDisabled" = false WHERE "id" = ANY($1::uuid[])`,
        [[first.id, other.id]],
      );
      admin = { ...admin, token: await tokenOf(admin) };
      second = { ...second, token: await tokenOf(second) };
    }
  });

  async function tokenOf({ loginId, password }: SignedInUser): Promise<string> {
    const login = await app.call<{ accessToken: string }>('POST', '/api/v1/auth/login', {
      body: { loginId, password },
    });
    return login.body.accessToken;
  }
});
