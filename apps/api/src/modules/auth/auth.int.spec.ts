import { abilitiesOf, type Account, type Problem, type Session } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { givenCookie, newPerson, refresh, refreshCookieOf } from '../../../test/session-client.js';
import { PasswordHasher } from '../../platform/passwords/password-hasher.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => {
  vi.restoreAllMocks();
});

const signUp = <Body = Session>(body: object): Promise<TestResponse<Body>> =>
  app.call<Body>('POST', '/api/v1/auth/signup', { body });
const logIn = <Body = Session>(loginId: string, password: string): Promise<TestResponse<Body>> =>
  app.call<Body>('POST', '/api/v1/auth/login', { body: { loginId, password } });
const me = <Body = Account>(token?: string): Promise<TestResponse<Body>> =>
  app.call<Body>('GET', '/api/v1/auth/me', { token });
const codeOf = (response: TestResponse): string => (response.body as Problem).code;

describe('signing up', () => {
  it('makes a GENERAL user and logs them in', async () => {
    const person = newPerson();
    const { status, body, headers } = await signUp(person);
    expect(status).toBe(201);
    expect(body).toEqual({
      accessToken: expect.any(String),
      expiresInSeconds: 900,
      account: {
        id: expect.any(String),
        loginId: person.loginId,
        nickname: person.nickname,
        email: person.email,
        userType: 'GENERAL',
        abilities: abilitiesOf('GENERAL'),
        createdAt: expect.any(String),
      },
    });
    expect(headers.get('cache-control')).toBe('no-store');
    const account = await me(body.accessToken);
    expect(account.status).toBe(200);
    expect(account.body).toEqual(body.account);
  });

  it('hands the refresh token out in a cookie that only the auth routes of this site see', async () => {
    freezeClock(app);
    const response = await signUp(newPerson());
    const [setting] = response.headers.getSetCookie();
    expect(setting).toMatch(/^vc_refresh=[\w-]{43}; Max-Age=2592000; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/);
    expect(JSON.stringify(response.body)).not.toContain(givenCookie(response).split('=')[1]);
  });

  it.each([
    ['a role', { userType: 'ADMIN' }, '/userType'],
    ['a switch', { isDisabled: false }, '/isDisabled'],
  ])('refuses %s in the body', async (_, extra, pointer) => {
    const response = await signUp<Problem>({ ...newPerson(), ...extra });
    expect(response.status).toBe(400);
    expect(response.body.code).toBe('request.invalid');
    expect(JSON.stringify(response.body.errors)).toContain(pointer.slice(1));
  });

  it.each([
    ['a login id of two letters', { loginId: 'ab' }, '/loginId'],
    ['a login id with a space', { loginId: 'a b c' }, '/loginId'],
    ['a login id with NUL', { loginId: 'abc\u0000' }, '/loginId'],
    ['a nickname of one letter', { nickname: '별' }, '/nickname'],
    ['a nickname with half a character', { nickname: 'ab\ud800' }, '/nickname'],
    ['a nickname with a line break', { nickname: 'ab\ncd' }, '/nickname'],
    ['a short password', { password: 'short' }, '/password'],
    ['a password of 129 characters', { password: 'x7'.repeat(65) }, '/password'],
    ['a password with NUL', { password: 'latte and \u0000 more' }, '/password'],
    ['a number for a password', { password: 1_234_567_890 }, '/password'],
    ['no e-mail address', { email: 'nobody' }, '/email'],
    ['an e-mail address of 300 characters', { email: `${'a'.repeat(290)}@example.com` }, '/email'],
  ])('refuses %s and names the field', async (_, wrong, pointer) => {
    const response = await signUp<Problem>({ ...newPerson(), ...wrong });
    expect(response.status).toBe(400);
    expect(response.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it.each([
    ['a common password', 'Password123', 'auth.password-too-common'],
    ["the demo's password", 'virtualcafe', 'auth.password-too-common'],
    ['a password that holds the login id', 'my-LOGIN_ID-7', 'auth.password-holds-login-id'],
  ])('refuses %s', async (_, password, code) => {
    const response = await signUp<Problem>({ ...newPerson(), loginId: 'login_id', password });
    expect(response.status).toBe(422);
    expect(response.body).toMatchObject({ code, errors: [{ pointer: '/password', in: 'body' }] });
  });

  it.each(['loginId', 'nickname', 'email'] as const)('takes each %s once, whatever the case', async (field) => {
    const first = { ...newPerson(), nickname: `Mina${newPerson().loginId.slice(2)}` };
    expect((await signUp(first)).status).toBe(201);
    const second = { ...newPerson(), [field]: first[field].toUpperCase() };
    const response = await signUp<Problem>(second);
    expect(response.status).toBe(409);
    const codes = { loginId: 'user.login-id-taken', nickname: 'user.nickname-taken', email: 'user.email-taken' };
    expect(response.body).toMatchObject({ code: codes[field], errors: [{ pointer: `/${field}` }] });
  });

  it.each(['loginId', 'nickname', 'email'] as const)(
    'lets one of two win who want the same %s at once',
    async (field) => {
      const people = [newPerson(), newPerson()];
      const shared = { ...newPerson(), nickname: `Juno${newPerson().loginId.slice(2)}` }[field];
      const responses = await Promise.all(people.map((person) => signUp({ ...person, [field]: shared })));
      expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
      const codes = { loginId: 'user.login-id-taken', nickname: 'user.nickname-taken', email: 'user.email-taken' };
      expect(codeOf(responses.find(({ status }) => status === 409) as TestResponse)).toBe(codes[field]);
    },
  );

  it('is written down without a word of the person', async () => {
    const person = newPerson();
    const { body } = await signUp(person);
    const rows = await app.database.query<{ action: string; actorKind: string; text: string }>(
      'SELECT "action", "actorKind", t::text AS "text" FROM "TransactionLog" t WHERE "resourceId" = $1',
      [body.account.id],
    );
    expect(rows).toMatchObject([{ action: 'user.create', actorKind: 'ANONYMOUS' }]);
    for (const word of Object.values(person)) expect(rows[0]?.text).not.toContain(word);
  });
});

describe('logging in', () => {
  it('takes the login id in any case and notes the time', async () => {
    const person = newPerson();
    await signUp(person);
    const { status, body } = await logIn(person.loginId.toUpperCase(), person.password);
    expect(status).toBe(200);
    expect(body.account.loginId).toBe(person.loginId);
    const rows = await app.database.query('SELECT 1 FROM "User" WHERE "id" = $1 AND "lastLoginAt" IS NOT NULL', [
      body.account.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('answers the same, after the same work, to an unknown user, a wrong password and a disabled user', async () => {
    const person = newPerson();
    const disabled = newPerson();
    await signUp(person);
    await signUp(disabled);
    await app.database.query('UPDATE "User" SET "isDisabled" = true WHERE "loginId" = $1', [disabled.loginId]);
    const verify = vi.spyOn(app.app.get(PasswordHasher), 'verify');
    const hash = vi.spyOn(app.app.get(PasswordHasher), 'hash');
    const attempts = [
      ['nobody_here', person.password],
      [person.loginId, `${person.password}!`],
      [disabled.loginId, disabled.password],
      [disabled.loginId, `${disabled.password}!`],
    ] as const;
    for (const [loginId, password] of attempts) {
      verify.mockClear();
      const response = await logIn<Problem>(loginId, password);
      expect(response.status).toBe(401);
      const { requestId: _, ...rest } = response.body;
      expect(rest).toEqual({
        type: 'urn:virtualcafe:error:auth.invalid-credentials',
        title: 'The login id or the password is wrong',
        status: 401,
        code: 'auth.invalid-credentials',
      });
      expect(refreshCookieOf(response)).toBeUndefined();
      expect(verify).toHaveBeenCalledTimes(1);
      expect(hash).not.toHaveBeenCalled();
    }
  });

  it.each([
    ['no password', { loginId: 'somebody' }],
    ['an unknown field', { loginId: 'somebody', password: 'x', userType: 'ADMIN' }],
    ['a list', []],
    ['a login id with NUL', { loginId: 'some\u0000body', password: 'x' }],
    ['a password of 129 characters', { loginId: 'somebody', password: 'x'.repeat(129) }],
  ])('refuses %s', async (_, body) => {
    expect((await app.call('POST', '/api/v1/auth/login', { body })).status).toBe(400);
  });

  it.each(['İİİİİİİİİİİİİİİİİİİİ', '\ud800abc', "' OR 1=1 --", '관리자'])(
    'knows nobody called %j, and does not stumble',
    async (loginId) => {
      const { status } = await logIn(loginId, 'whatever it is');
      expect([400, 401]).toContain(status);
    },
  );
});

describe('logging out', () => {
  it('ends the session and takes the cookie away, however often', async () => {
    const response = await signUp(newPerson());
    const cookie = givenCookie(response);
    for (let times = 1; times <= 2; times += 1) {
      const out = await app.call('POST', '/api/v1/auth/logout', { headers: { cookie } });
      expect(out.status).toBe(204);
      expect(out.headers.getSetCookie()).toEqual([
        'vc_refresh=; Max-Age=0; Path=/api/v1/auth; HttpOnly; SameSite=Strict',
      ]);
    }
    expect(codeOf(await refresh(app, cookie))).toBe('auth.refresh-invalid');
    expect(codeOf(await me(response.body.accessToken))).toBe('auth.token-invalid');
    const acts = await app.database.query<{ action: string }>(
      `SELECT "action" FROM "TransactionLog" WHERE "actorId" = $1 AND "resourceType" = 'session' ORDER BY "id"`,
      [response.body.account.id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['session.open', 'session.end']);
  });

  it('is fine without a session', async () => {
    expect((await app.call('POST', '/api/v1/auth/logout')).status).toBe(204);
    const headers = { cookie: 'vc_refresh=nonsense; other=1' };
    expect((await app.call('POST', '/api/v1/auth/logout', { headers })).status).toBe(204);
  });
});

describe('changing the password', () => {
  const change = (token: string | undefined, currentPassword: string, newPassword: string) =>
    app.call<Session>('POST', '/api/v1/auth/password', { token, body: { currentPassword, newPassword } });

  it('ends every other session and begins a new one here', async () => {
    const person = newPerson();
    const here = await signUp(person);
    const there = await logIn(person.loginId, person.password);
    const changed = await change(here.body.accessToken, person.password, 'cortado at dawn');
    expect(changed.status).toBe(200);
    expect(changed.body.account).toEqual(here.body.account);

    expect((await me(changed.body.accessToken)).status).toBe(200);
    expect((await refresh(app, givenCookie(changed))).status).toBe(200);
    for (const old of [here, there]) {
      expect(codeOf(await me(old.body.accessToken))).toBe('auth.token-invalid');
      expect(codeOf(await refresh(app, givenCookie(old)))).toBe('auth.refresh-invalid');
    }
    expect((await logIn(person.loginId, person.password)).status).toBe(401);
    expect((await logIn(person.loginId, 'cortado at dawn')).status).toBe(200);
  });

  it('wants the current password', async () => {
    const { body } = await signUp(newPerson());
    const response = await change(body.accessToken, 'something else', 'cortado at dawn');
    expect(response.status).toBe(422);
    expect(codeOf(response)).toBe('auth.wrong-password');
    expect((await me(body.accessToken)).status).toBe(200);
  });

  it.each([
    ['a common one', 'qwerty1234', 'auth.password-too-common'],
    ['one that holds the login id', undefined, 'auth.password-holds-login-id'],
  ])('refuses %s', async (_, password, code) => {
    const person = newPerson();
    const { body } = await signUp(person);
    const response = await change(body.accessToken, person.password, password ?? `${person.loginId}!`);
    expect(response.status).toBe(422);
    expect(response.body).toMatchObject({ code, errors: [{ pointer: '/newPassword' }] });
  });

  it('is for who is signed in', async () => {
    expect(codeOf(await change(undefined, 'whatever it is', 'cortado at dawn'))).toBe('auth.required');
  });

  it('lets one of two changes win', async () => {
    const person = newPerson();
    const { body } = await signUp(person);
    const responses = await Promise.all(
      ['cortado at dawn', 'lungo at noon'].map((each) => change(body.accessToken, person.password, each)),
    );
    // The loser is told that the password is wrong by now, or that the session has ended, if it came that late.
    const [winner, loser] = responses.toSorted((a, b) => a.status - b.status);
    expect(winner?.status).toBe(200);
    expect([401, 422]).toContain(loser?.status);
  });
});

describe('who is signed in', () => {
  it('is nobody without a token', async () => {
    const response = await me<Problem>();
    expect(response.status).toBe(401);
    expect(response.body.code).toBe('auth.required');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });
});
