import type { Problem } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { freezeClock, type FrozenClock } from '../../../test/frozen-clock.js';
import { fromAddress, newPerson } from '../../../test/session-client.js';
import { PasswordHasher } from '../../platform/passwords/password-hasher.js';
import { ExpiredCredentialsJob } from './expired-credentials.job.js';

let app: TestApp;
let clock: FrozenClock;
let person: ReturnType<typeof newPerson>;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  clock = freezeClock(app);
  person = newPerson();
  await app.call('POST', '/api/v1/auth/signup', { body: person });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const home = '203.0.113.7';
const stranger = '198.51.100.66';

const logIn = (password: string, address: string, loginId = person.loginId, at = app): Promise<TestResponse<Problem>> =>
  at.call('POST', '/api/v1/auth/login', { body: { loginId, password }, headers: fromAddress(address) });

/** Fails `times` times in a row and answers the statuses. */
async function fail(times: number, address: string, loginId?: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await logIn('wrong password', address, loginId)).status);
  return statuses;
}

describe('wrong passwords in a row', () => {
  it('lock the address out for a while that doubles, and a right password does not help meanwhile', async () => {
    expect(await fail(5, home)).toEqual([401, 401, 401, 401, 401]);
    for (const lockSeconds of [30, 60, 120, 240, 480, 900, 900]) {
      const locked = await logIn(person.password, home);
      expect(locked.status).toBe(429);
      expect(locked.body.code).toBe('auth.too-many-attempts');
      expect(locked.headers.get('retry-after')).toBe(String(lockSeconds));
      clock.advance(lockSeconds * 1000 - 1);
      expect((await logIn(person.password, home)).headers.get('retry-after')).toBe('1');
      clock.advance(1);
      expect(await fail(1, home)).toEqual([401]);
    }
  });

  it('are forgiven by a right one', async () => {
    expect(await fail(4, home)).toEqual([401, 401, 401, 401]);
    expect((await logIn(person.password, home)).status).toBe(200);
    expect(await fail(5, home)).toEqual([401, 401, 401, 401, 401]);
    clock.advance(30_000);
    expect((await logIn(person.password, home)).status).toBe(200);
    expect(await fail(4, home)).toEqual([401, 401, 401, 401]);
  });

  it('are forgotten after a day', async () => {
    await fail(4, home);
    clock.advance(24 * 60 * 60_000 + 1);
    expect(await fail(5, home)).toEqual([401, 401, 401, 401, 401]);
    expect((await logIn(person.password, home)).status).toBe(429);
  });

  it('do not lock the owner out who comes from elsewhere', async () => {
    await fail(6, stranger);
    expect((await logIn(person.password, stranger)).status).toBe(429);
    expect((await logIn(person.password, home)).status).toBe(200);
    // The owner's success says nothing of the stranger.
    expect((await logIn(person.password, stranger)).status).toBe(429);
  });

  it('cannot be spread over the case of the login id or the addresses of one IPv6 network', async () => {
    const spellings = [person.loginId, person.loginId.toUpperCase(), ` ${person.loginId}`];
    for (let time = 0; time < 5; time += 1) {
      const loginId = spellings[time % spellings.length];
      await logIn('wrong password', `2001:db8:1:2:${time}::${time + 1}`, loginId);
    }
    expect((await logIn(person.password, '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await logIn(person.password, '2001:db8:1:3::9')).status).toBe(200);
  });

  it('count for a login id that nobody has, just the same', async () => {
    expect(await fail(6, home, 'nobody_here')).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('all count when they come at once: five are looked at', async () => {
    const verify = vi.spyOn(app.app.get(PasswordHasher), 'verify');
    const responses = await Promise.all(Array.from({ length: 30 }, () => logIn('wrong password', home)));
    const statuses = responses.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array.from({ length: 5 }, () => 401), ...Array.from({ length: 25 }, () => 429)]);
    expect(verify).toHaveBeenCalledTimes(5);
  });

  it('count for every process', async () => {
    const other = await startTestApp({ DATABASE_URL: app.database.url });
    try {
      await fail(5, home);
      expect((await logIn(person.password, home, person.loginId, other)).status).toBe(429);
    } finally {
      await other.stop();
    }
  });

  it('count when the password is changed with a stolen token, too', async () => {
    const login = await app.call<{ accessToken: string }>('POST', '/api/v1/auth/login', {
      body: { loginId: person.loginId, password: person.password },
    });
    const change = (currentPassword: string, newPassword = 'cortado at dawn') =>
      app.call<Problem>('POST', '/api/v1/auth/password', {
        token: login.body.accessToken,
        body: { currentPassword, newPassword },
        headers: fromAddress(stranger),
      });
    // A new password that is refused is no guess at the old one.
    for (let time = 0; time < 6; time += 1)
      expect((await change(person.password, 'qwerty1234')).body.code).toBe('auth.password-too-common');
    for (let time = 0; time < 5; time += 1)
      expect((await change('a guess or two')).body.code).toBe('auth.wrong-password');
    expect((await change(person.password)).body.code).toBe('auth.too-many-attempts');
  });
});

describe('the notes of failed logins', () => {
  const notes = (): Promise<{ loginIdKey: string; clientKey: string }[]> =>
    app.database.query('SELECT "loginIdKey", "clientKey" FROM "LoginAttempt" WHERE "loginIdKey" = lower($1)', [
      person.loginId,
    ]);

  it('hold no address', async () => {
    await fail(1, home);
    expect(await notes()).toEqual([{ loginIdKey: person.loginId, clientKey: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('go when they no longer count, and expired sessions with them', async () => {
    const sessions = async (): Promise<number> =>
      (
        await app.database.query(
          'SELECT 1 FROM "SessionFamily" f JOIN "User" u ON u."id" = f."userId" WHERE u."loginId" = $1',
          [person.loginId],
        )
      ).length;
    await fail(1, home);
    const job = app.app.get(ExpiredCredentialsJob);
    clock.advance(24 * 60 * 60_000);
    await job.run();
    expect([(await notes()).length, await sessions()]).toEqual([1, 1]);
    clock.advance(1);
    await job.run();
    expect([(await notes()).length, await sessions()]).toEqual([0, 1]);
    clock.advance(29 * 24 * 60 * 60_000);
    await job.run();
    expect([(await notes()).length, await sessions()]).toEqual([0, 0]);
  });
});

describe('the limit by address', () => {
  it('holds for sign-ups and logins whatever the login id, and not for refreshes', async () => {
    const limited = await startTestApp({ RATE_LIMIT_CREDENTIALS: '3' });
    try {
      const attempt = (path: string): Promise<TestResponse<Problem>> =>
        limited.call('POST', `/api/v1/auth/${path}`, {
          body: path === 'refresh' ? undefined : newPerson(),
          headers: fromAddress(stranger),
        });
      const statuses = [];
      for (const path of ['signup', 'login', 'signup', 'login', 'signup', 'refresh'])
        statuses.push((await attempt(path)).status);
      expect(statuses).toEqual([201, 400, 201, 429, 429, 401]);
      expect((await attempt('signup')).body.code).toBe('rate.limited');
    } finally {
      await limited.stop();
    }
  });
});
