import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CreatedApiKey, ManagedUser, Session } from '@virtualcafe/contracts';
import { inject } from 'vitest';
import { describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { givenCookie, newPerson, refresh } from '../../../test/session-client.js';

/** Uses everything that touches a password or a token, well and badly; answers all bodies and all secrets. */
async function useEverything(app: TestApp): Promise<{ bodies: string; secrets: Record<string, string> }> {
  const answers: TestResponse[] = [];
  const call = async <Body>(method: string, path: string, options = {}): Promise<TestResponse<Body>> => {
    const response = await app.call<Body>(method, `/api/v1/${path}`, options);
    answers.push(response);
    return response;
  };
  const person = newPerson();
  const { loginId, password } = person;
  const newPassword = `flat white ${randomUUID()}`;
  const admin = await app.signIn('ADMIN');
  const signup = await call<Session>('POST', 'auth/signup', { body: person });
  await call('POST', 'auth/signup', { body: person });
  await call('POST', 'auth/signup', { body: { ...person, password: ['x'] } });
  const login = await call<Session>('POST', 'auth/login', { body: { loginId, password } });
  await call('POST', 'auth/login', { body: { loginId, password: `${password}!` } });
  await call('GET', 'auth/me', { token: login.body.accessToken });
  await call('GET', 'auth/me', { token: `${login.body.accessToken}x` });
  const refreshed = await refresh(app, givenCookie(login));
  answers.push(refreshed);
  const changed = await call<Session>('POST', 'auth/password', {
    token: signup.body.accessToken,
    body: { currentPassword: password, newPassword },
  });
  const { token } = admin;
  const key = await call<CreatedApiKey>('POST', 'api-keys', { token, body: { name: 'till', scopes: ['cafes:read'] } });
  await call('GET', 'api-keys', { token });
  await call('GET', 'users', { token });
  await call('GET', 'me/cafes', { apiKey: key.body.key });
  await call('GET', 'me/cafes', { apiKey: `${key.body.key}x` });
  const user = await call<ManagedUser>('GET', `users/${signup.body.account.id}`, { token });
  const headers = { 'if-match': user.headers.get('etag') ?? '' };
  await call('PATCH', `users/${user.body.id}`, { token, headers, body: { isDisabled: true } });
  await call('GET', 'transaction-logs?pageSize=100', { token });
  await call('POST', 'auth/logout', { headers: { cookie: givenCookie(changed) } });
  const secrets = {
    password,
    newPassword,
    adminPassword: admin.password,
    accessToken: login.body.accessToken,
    refreshToken: givenCookie(login).slice('vc_refresh='.length),
    nextRefreshToken: givenCookie(refreshed).slice('vc_refresh='.length),
    apiKeySecret: key.body.key.split('_').slice(2).join('_'),
  };
  // Each secret is told once, in the answer that is made to tell it.
  const telling = new Set<unknown>([signup, login, refreshed, changed, key]);
  const bodies = answers.filter((answer) => !telling.has(answer)).map(({ body }) => JSON.stringify(body));
  const told = [signup, login, refreshed, changed].map(({ body }) => JSON.stringify({ ...body, accessToken: '' }));
  return { bodies: [...bodies, ...told, JSON.stringify({ ...key.body, key: '' })].join('\n'), secrets };
}

async function filesBelow(folder: string): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

describe('no password, hash or token', () => {
  it('is in an answer, in the log at its most talkative, or in the transaction log', async () => {
    const logFolder = join(inject('scratchFolder'), `logs-${randomUUID()}`);
    const app = await startTestApp({ LOG_DIR: logFolder, LOG_LEVEL: 'trace', LOG_CONSOLE_LEVEL: 'silent' });
    const { bodies, secrets } = await useEverything(app);
    const rows = await app.database.query<{ text: string }>('SELECT t::text AS "text" FROM "TransactionLog" t');
    const hashes = await app.database.query<{ hash: string }>('SELECT "passwordHash" AS "hash" FROM "User"');
    const stored = await app.database.query<{ text: string }>(
      `SELECT t::text AS "text" FROM "RefreshToken" t UNION ALL SELECT k::text FROM "ApiKey" k
       UNION ALL SELECT u::text FROM "User" u UNION ALL SELECT a::text FROM "LoginAttempt" a`,
    );
    await app.stop();

    const acts = rows.map(({ text }) => text).join('\n');
    const logs = await filesBelow(logFolder);
    expect(logs).toContain('/api/v1/auth/login');
    expect(acts).toContain('user.create');
    const places = { bodies, logs, acts, tables: stored.map(({ text }) => text).join('\n') };
    for (const [place, text] of Object.entries(places)) {
      for (const [name, secret] of Object.entries(secrets))
        expect(text.includes(secret), `${name} in ${place}`).toBe(false);
    }
    for (const text of [bodies, logs, acts]) {
      expect(text).not.toContain('$argon2');
      expect(text).not.toContain('passwordHash');
      expect(text).not.toContain('secretHash');
      for (const { hash } of hashes) expect(text).not.toContain(hash);
    }
    expect(hashes.every(({ hash }) => hash.startsWith('$argon2id$v=19$m=47104,t=1,p=1$'))).toBe(true);
  });
});
