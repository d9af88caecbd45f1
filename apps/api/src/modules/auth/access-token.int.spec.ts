import { createHmac, randomUUID } from 'node:crypto';
import type { Problem, Session, UserType } from '@virtualcafe/contracts';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, testEnvironment, type TestApp } from '../../../test/app.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { newPerson } from '../../../test/session-client.js';

const secret = testEnvironment('', '').AUTH_TOKEN_SECRET ?? '';
const key = Buffer.from(secret);

let app: TestApp;
let session: Session;
beforeAll(async () => {
  app = await startTestApp();
  session = (await app.call<Session>('POST', '/api/v1/auth/signup', { body: newPerson() })).body;
});
afterAll(() => app.stop());
afterEach(() => {
  vi.restoreAllMocks();
});

const refusalOf = async (token: string): Promise<{ status: number; code: string }> => {
  const { status, body } = await app.call<Problem>('GET', '/api/v1/auth/me', { token });
  return { status, code: body.code };
};

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Forgery {
  issuer?: string;
  audience?: string;
  type?: string;
  algorithm?: string;
  subject?: string;
  expiresAt?: number;
  key?: Uint8Array;
  claims?: Record<string, unknown>;
}

/** A token like the session's own, signed with the right key, but for what is named. */
async function forge(changes: Forgery = {}): Promise<string> {
  const { sub = '', sid } = decodeJwt(session.accessToken);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ sid, ...changes.claims })
    .setProtectedHeader({ alg: changes.algorithm ?? 'HS256', typ: changes.type ?? 'at+jwt' })
    .setIssuer(changes.issuer ?? 'virtualcafe')
    .setAudience(changes.audience ?? 'virtualcafe-api')
    .setSubject(changes.subject ?? sub)
    .setIssuedAt(now - 60)
    .setExpirationTime(changes.expiresAt ?? now + 60)
    .sign(changes.key ?? key);
}

describe('an access token', () => {
  it('holds ids and times and nothing else', () => {
    const payload = decodeJwt(session.accessToken);
    expect(decodeProtectedHeader(session.accessToken)).toEqual({ alg: 'HS256', typ: 'at+jwt' });
    expect(Object.keys(payload).toSorted((a, b) => a.localeCompare(b))).toEqual(
      ['aud', 'exp', 'iat', 'iss', 'sid', 'sub'].toSorted((a, b) => a.localeCompare(b)),
    );
    expect(payload).toMatchObject({ iss: 'virtualcafe', aud: 'virtualcafe-api', sub: session.account.id });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
  });

  it('opens the door when it is made like ours, so that the forgeries below fail by what they change', async () => {
    expect((await app.call('GET', '/api/v1/auth/me', { token: await forge() })).status).toBe(200);
  });

  it.each<[string, Forgery]>([
    ['another audience', { audience: 'somebody-else' }],
    ['another issuer', { issuer: 'somebody-else' }],
    ['another type', { type: 'JWT' }],
    ['another key', { key: Buffer.from('x'.repeat(32)) }],
    ['a stronger hash that we did not choose', { algorithm: 'HS512' }],
    ['a session of nobody', { claims: { sid: randomUUID() } }],
    ['no session', { claims: { sid: undefined } }],
    ['a session that is no id', { claims: { sid: "' OR true --" } }],
    ['another user with this session', { subject: randomUUID() }],
  ])('with %s is not valid', async (_, changes) => {
    expect(await refusalOf(await forge(changes))).toEqual({ status: 401, code: 'auth.token-invalid' });
  });

  it('without a signature is not valid', async () => {
    const payload = encode(decodeJwt(session.accessToken));
    for (const header of [{ alg: 'none', typ: 'at+jwt' }, { alg: 'NONE', typ: 'at+jwt' }, { typ: 'at+jwt' }]) {
      for (const signature of ['', session.accessToken.split('.')[2] ?? '']) {
        const token = `${encode(header)}.${payload}.${signature}`;
        expect(await refusalOf(token)).toEqual({ status: 401, code: 'auth.token-invalid' });
      }
    }
  });

  it('that was tampered with is not valid', async () => {
    const [header = '', payload = '', signature = ''] = session.accessToken.split('.');
    const elevated = encode({ ...decodeJwt(session.accessToken), userType: 'ADMIN' });
    const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    // Signed with an empty key, as a library without a check would verify it.
    const unkeyed = createHmac('sha256', '').update(`${header}.${payload}`).digest('base64url');
    for (const token of [
      `${header}.${elevated}.${signature}`,
      `${header}.${payload}.${flipped}`,
      `${header}.${payload}.${signature.slice(0, -2)}`,
      `${header}.${payload}.${unkeyed}`,
      `${header}.${payload}`,
      'nonsense',
    ]) {
      expect(await refusalOf(token)).toEqual({ status: 401, code: 'auth.token-invalid' });
    }
  });

  it('is over after 15 minutes', async () => {
    const clock = freezeClock(app);
    const { body } = await app.call<Session>('POST', '/api/v1/auth/signup', { body: newPerson() });
    clock.advance(899_000);
    expect((await app.call('GET', '/api/v1/auth/me', { token: body.accessToken })).status).toBe(200);
    clock.advance(1000);
    expect(await refusalOf(body.accessToken)).toEqual({ status: 401, code: 'auth.token-expired' });
  });

  it('that expired and has another audience is not valid: what it says of its age counts for nothing', async () => {
    const token = await forge({ expiresAt: Math.floor(Date.now() / 1000) - 10, audience: 'somebody-else' });
    expect(await refusalOf(token)).toEqual({ status: 401, code: 'auth.token-invalid' });
  });

  it.each(['Basic abc', 'Bearer', 'Bearer a b', 'Token abc', ''])(
    'sent as "Authorization: %s" is not valid',
    async (authorization) => {
      const { status, body } = await app.call<Problem>('GET', '/api/v1/auth/me', { headers: { authorization } });
      expect({ status, code: body.code }).toEqual({ status: 401, code: 'auth.token-invalid' });
    },
  );
});

describe('what happens to its user holds from the next request on', () => {
  const setType = (id: string, type: UserType) =>
    app.database.query('UPDATE "User" SET "userType" = $1::"UserType" WHERE "id" = $2', [type, id]);

  it('a new type', async () => {
    const { id, token } = await app.signIn('ADMIN');
    const status = async (): Promise<number> => (await app.call('GET', '/api/v1/users', { token })).status;
    expect(await status()).toBe(200);
    await setType(id, 'GENERAL');
    expect(await status()).toBe(403);
    await setType(id, 'ADMIN');
    expect(await status()).toBe(200);
  });

  it('a disabling', async () => {
    const { id, token } = await app.signIn('GENERAL');
    await app.database.query('UPDATE "User" SET "isDisabled" = true WHERE "id" = $1', [id]);
    expect(await refusalOf(token)).toEqual({ status: 401, code: 'auth.token-invalid' });
  });
});
