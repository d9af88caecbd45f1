import { createHash } from 'node:crypto';
import type { Problem, Session } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { givenCookie, newPerson, refresh, refreshCookieOf } from '../../../test/session-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => {
  vi.restoreAllMocks();
});

const signUp = (): Promise<TestResponse<Session>> => app.call('POST', '/api/v1/auth/signup', { body: newPerson() });
const meStatus = async (token: string): Promise<number> => (await app.call('GET', '/api/v1/auth/me', { token })).status;
const codeOf = (response: TestResponse): string => (response.body as Problem).code;

const hashOf = (cookie: string): string =>
  createHash('sha256')
    .update(cookie.split('=')[1] ?? '')
    .digest('hex');

/** How the tokens of the session that `cookie` belongs to stand, and how the session ended. */
async function sessionOf(cookie: string): Promise<{ unused: number; used: number; endReason: string | null }> {
  const [row] = await app.database.query<{ unused: number; used: number; endReason: string | null }>(
    `SELECT count(*) FILTER (WHERE t."usedAt" IS NULL)::int AS "unused", count(t."usedAt")::int AS "used", f."endReason"
     FROM "RefreshToken" t JOIN "SessionFamily" f ON f."id" = t."familyId"
     WHERE f."id" = (SELECT "familyId" FROM "RefreshToken" WHERE "tokenHash" = decode($1, 'hex')) GROUP BY f."id"`,
    [hashOf(cookie)],
  );
  if (row === undefined) throw new Error('No session has this token');
  return row;
}

describe('refreshing', () => {
  it('exchanges the token for another and answers with the account', async () => {
    const signup = await signUp();
    const first = givenCookie(signup);
    const response = await refresh(app, first);
    expect(response.status).toBe(200);
    expect(response.body.account).toEqual(signup.body.account);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const second = givenCookie(response);
    expect(second).not.toBe(first);
    expect(await meStatus(response.body.accessToken)).toBe(200);
    expect(await sessionOf(first)).toEqual({ unused: 1, used: 1, endReason: null });
    expect((await refresh(app, second)).status).toBe(200);
  });

  it.each([
    ['no cookie', undefined],
    ['another cookie', 'theme=dark'],
    ['an empty one', 'vc_refresh='],
    ['one that is no token', 'vc_refresh=%00%ff'],
    ['one of 3,000 characters', `vc_refresh=${'a'.repeat(3000)}`],
    ['one nobody gave out', `vc_refresh=${'a'.repeat(43)}`],
  ])('refuses %s', async (_, cookie) => {
    const response = await app.call<Problem>('POST', '/api/v1/auth/refresh', cookie ? { headers: { cookie } } : {});
    expect(response.status).toBe(401);
    expect(response.body.code).toBe('auth.refresh-invalid');
    expect(refreshCookieOf(response)).toBeUndefined();
  });

  it('prolongs the session with each use, and ends it when it is not used for 30 days', async () => {
    const dayMs = 24 * 60 * 60 * 1000;
    const clock = freezeClock(app);
    let cookie = givenCookie(await signUp());
    for (let times = 1; times <= 2; times += 1) {
      clock.advance(30 * dayMs - 1000);
      const response = await refresh(app, cookie);
      expect(response.status).toBe(200);
      cookie = givenCookie(response);
    }
    clock.advance(30 * dayMs);
    const late = await refresh(app, cookie);
    expect(late.status).toBe(401);
    expect(codeOf(late)).toBe('auth.refresh-invalid');
    expect((await sessionOf(cookie)).endReason).toBeNull();
  });

  it('refuses a disabled user', async () => {
    const signup = await signUp();
    await app.database.query('UPDATE "User" SET "isDisabled" = true WHERE "id" = $1', [signup.body.account.id]);
    expect(codeOf(await refresh(app, givenCookie(signup)))).toBe('auth.refresh-invalid');
  });
});

describe('one token presented many times', () => {
  it('twenty at once continue one session, all with the same successor', async () => {
    const signup = await signUp();
    const first = givenCookie(signup);
    const responses = await Promise.all(Array.from({ length: 20 }, () => refresh(app, first)));
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const [second = '', ...others] = new Set(responses.map(givenCookie));
    expect(others).toEqual([]);
    expect(await sessionOf(first)).toEqual({ unused: 1, used: 1, endReason: null });

    // It goes on from there: one of the twenty refreshes again, and the first token, now two steps behind, is a theft.
    const next = await refresh(app, second);
    expect(next.status).toBe(200);
    const reused = await refresh(app, first);
    expect(reused.status).toBe(401);
    expect(codeOf(reused)).toBe('auth.refresh-reused');
    expect(codeOf(await refresh(app, givenCookie(next)))).toBe('auth.refresh-invalid');
    expect(await meStatus(next.body.accessToken)).toBe(401);
    expect((await sessionOf(first)).endReason).toBe('TOKEN_REUSED');
  });

  it('a repeated request within ten seconds gets what the lost answer held', async () => {
    const clock = freezeClock(app);
    const first = givenCookie(await signUp());
    const lost = await refresh(app, first);
    clock.advance(10_000);
    const repeated = await refresh(app, first);
    expect(repeated.status).toBe(200);
    expect(givenCookie(repeated)).toBe(givenCookie(lost));
  });

  it('after ten seconds it ends the session, though its successor was never used', async () => {
    const clock = freezeClock(app);
    const first = givenCookie(await signUp());
    const second = await refresh(app, first);
    clock.advance(10_001);
    expect(codeOf(await refresh(app, first))).toBe('auth.refresh-reused');
    expect(codeOf(await refresh(app, givenCookie(second)))).toBe('auth.refresh-invalid');
  });

  it('leaves the other sessions of the user alone, and is written down', async () => {
    const person = newPerson();
    const here = await app.call<Session>('POST', '/api/v1/auth/signup', { body: person });
    const there = await app.call('POST', '/api/v1/auth/login', {
      body: { loginId: person.loginId, password: person.password },
    });
    const first = givenCookie(here);
    await refresh(app, givenCookie(await refresh(app, first)));
    expect(codeOf(await refresh(app, first))).toBe('auth.refresh-reused');
    expect((await refresh(app, givenCookie(there))).status).toBe(200);
    const acts = await app.database.query(
      `SELECT "after" FROM "TransactionLog" WHERE "action" = 'session.end' AND "resourceId" =
       (SELECT "familyId"::text FROM "RefreshToken" WHERE "tokenHash" = decode($1, 'hex'))`,
      [hashOf(first)],
    );
    expect(acts).toEqual([{ after: { endReason: 'TOKEN_REUSED' } }]);
  });

  it('reuse that comes in twenty times at once ends the session once', async () => {
    const first = givenCookie(await signUp());
    await refresh(app, givenCookie(await refresh(app, first)));
    const responses = await Promise.all(Array.from({ length: 20 }, () => refresh(app, first)));
    const codes = responses.map(codeOf);
    expect(new Set(codes)).toEqual(new Set(['auth.refresh-reused', 'auth.refresh-invalid']));
    const acts = await app.database.query(
      `SELECT 1 FROM "TransactionLog" WHERE "action" = 'session.end' AND "resourceId" =
       (SELECT "familyId"::text FROM "RefreshToken" WHERE "tokenHash" = decode($1, 'hex'))`,
      [hashOf(first)],
    );
    expect(acts).toHaveLength(1);
  });
});

describe('pages of other sites', () => {
  const attempts = [
    ['a cross-site page', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a page of a sibling subdomain', { 'sec-fetch-site': 'same-site', origin: 'https://blog.cafe.example' }],
    ['an old browser on another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ] as const;

  it.each(attempts)('%s can neither refresh nor log in nor log out', async (_, headers) => {
    const cookie = givenCookie(await signUp());
    for (const path of ['refresh', 'logout', 'login', 'signup']) {
      const response = await app.call<Problem>('POST', `/api/v1/auth/${path}`, {
        headers: { ...headers, cookie },
        ...(path === 'login' || path === 'signup' ? { body: newPerson() } : {}),
      });
      expect(response.status).toBe(403);
      expect(response.body.code).toBe('access.denied');
    }
    expect(await sessionOf(cookie)).toEqual({ unused: 1, used: 0, endReason: null });
  });

  it.each([
    ['the same origin', { 'sec-fetch-site': 'same-origin' }],
    ['an old browser on our own page', undefined],
  ])('but %s may', async (_, given) => {
    const headers = given ?? { origin: new URL(app.url).origin.replace('localhost', new URL(app.url).hostname) };
    expect((await refresh(app, givenCookie(await signUp()), { headers })).status).toBe(200);
  });
});
