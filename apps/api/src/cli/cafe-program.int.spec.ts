import { randomUUID } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import type { Problem, Session } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../test/app.js';
import { Authenticator } from '../access/authenticator.js';
import { runCafe } from './cafe-program.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command as from a shell, with `input` piped in. */
async function cafe(
  args: string[],
  input = '',
  environment: NodeJS.ProcessEnv = { DATABASE_URL: app.database.url },
): Promise<Outcome> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const code = await runCafe(args, environment, { input: Readable.from([Buffer.from(input)]), output, errors });
  return { code, output: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
}

const logIn = (loginId: string, password: string) =>
  app.call<Session & Problem>('POST', '/api/v1/auth/login', { body: { loginId, password } });
const newLoginId = (): string => `c_${randomUUID().slice(0, 8)}`;
const adminArgs = (loginId: string): string[] => [
  'admin:create',
  '--login-id',
  loginId,
  '--email',
  `${loginId}@example.com`,
  '--nickname',
  `n ${loginId}`,
];

describe('admin:create', () => {
  it('makes an administrator by the password that is piped in', async () => {
    const loginId = newLoginId();
    const made = await cafe(adminArgs(loginId), 'ristretto at night\nmore\n');
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.output).toMatch(new RegExp(`^Made the administrator ${loginId} \\([0-9a-f-]{36}\\)\\.\n$`));
    const login = await logIn(loginId, 'ristretto at night');
    expect(login.status).toBe(200);
    expect(login.body.account.userType).toBe('ADMIN');
    const acts = await app.database.query(
      `SELECT "actorKind", "after" FROM "TransactionLog" WHERE "action" = 'user.create' AND "resourceId" = $1`,
      [login.body.account.id],
    );
    expect(acts).toEqual([{ actorKind: 'SYSTEM', after: { loginType: 'LOCAL', userType: 'ADMIN' } }]);
  });

  it('says in one line what is wrong', async () => {
    const loginId = newLoginId();
    await cafe(adminArgs(loginId), 'ristretto at night\n');
    expect(await cafe(adminArgs(loginId), 'ristretto at noon\n')).toEqual({
      code: 1,
      output: '',
      errors: 'This login id is taken.\n',
    });
    expect(await cafe(adminArgs(newLoginId()), 'password123\n')).toMatchObject({
      code: 1,
      errors: 'This password is among those that are tried first.\n',
    });
    expect((await cafe(adminArgs(newLoginId()), 'short\n')).errors).toMatch(/^password: .*10.*\n$/);
    expect((await cafe(adminArgs(newLoginId()), '')).errors).toMatch(/^Type the password.*\n$/);
    expect((await cafe(adminArgs('a b'), 'ristretto at night\n')).errors).toMatch(/^loginId: .*\n$/);
    expect(await cafe(['admin:create', '--login-id', 'x'])).toMatchObject({
      code: 1,
      errors: "error: required option '--email <address>' not specified\n",
    });
  });

  it('takes no password as an argument', async () => {
    const { code, errors } = await cafe([...adminArgs(newLoginId()), '--password', 'ristretto at night']);
    expect(code).toBe(1);
    expect(errors).toContain("unknown option '--password'");
  });
});

describe('user:…', () => {
  it('disables, enables and changes the type of a user by login id, in any case', async () => {
    const { loginId, password, token } = await app.signIn('GENERAL');
    const shouted = loginId.toUpperCase();
    expect(await cafe(['user:disable', shouted])).toEqual({
      code: 0,
      output: `${loginId} is GENERAL and disabled.\n`,
      errors: '',
    });
    expect((await app.call('GET', '/api/v1/auth/me', { token })).status).toBe(401);
    expect((await logIn(loginId, password)).status).toBe(401);
    expect((await cafe(['user:enable', loginId])).output).toBe(`${loginId} is GENERAL and enabled.\n`);
    expect((await cafe(['user:set-type', loginId, 'BUSINESS'])).output).toBe(`${loginId} is BUSINESS and enabled.\n`);
    expect((await logIn(loginId, password)).body.account.userType).toBe('BUSINESS');
  });

  it('says in one line what is wrong', async () => {
    expect(await cafe(['user:disable', 'nobody_here'])).toMatchObject({ code: 1, errors: 'There is no such user.\n' });
    const { code, errors } = await cafe(['user:set-type', 'nobody_here', 'KING']);
    expect([code, errors]).toEqual([1, expect.stringMatching(/^Invalid option: .*GENERAL.*\n$/)]);
  });

  it('does not take the last administrator', async () => {
    const { loginId } = await app.signIn('ADMIN');
    await app.database.query(
      `UPDATE "User" SET "userType" = 'GENERAL' WHERE "userType" = 'ADMIN' AND "loginId" <> $1`,
      [loginId],
    );
    for (const args of [
      ['user:disable', loginId],
      ['user:set-type', loginId, 'GENERAL'],
    ])
      expect(await cafe(args)).toMatchObject({ code: 1, errors: 'The last administrator cannot be removed.\n' });
  });
});

describe('api-key:…', () => {
  it('prints a key alone on standard output, which works until it is revoked', async () => {
    const made = await cafe([
      'api-key:create',
      '--name',
      'till',
      '--scope',
      'cafes:read',
      'viewers:read',
      '--expires',
      '2099-12-31',
    ]);
    expect(made.code).toBe(0);
    expect(made.output).toMatch(/^vck_[0-9a-f]{24}_[\w-]{43}\n$/);
    const keyId = /Key ([0-9a-f-]{36})\./.exec(made.errors)?.[1] ?? '';
    const identify = () => app.app.get(Authenticator, { strict: false }).apiKeyOf(made.output.trim());
    expect(await identify()).toMatchObject({ apiKeyId: keyId, scopes: ['cafes:read', 'viewers:read'] });
    const [row] = await app.database.query('SELECT "expiresAt" FROM "ApiKey" WHERE "id" = $1', [keyId]);
    expect(row).toEqual({ expiresAt: new Date('2099-12-31T15:00:00Z') });
    expect(await cafe(['api-key:revoke', keyId])).toEqual({ code: 0, output: `Revoked ${keyId}.\n`, errors: '' });
    await expect(identify()).rejects.toMatchObject({ code: 'auth.api-key-invalid' });
  });

  it.each([
    ['an unknown scope', ['--scope', 'everything'], /Allowed choices are cafes:read/],
    ['no scope', [], /required option '--scope/],
    ['an expiry that is none', ['--scope', 'cafes:read', '--expires', 'soon'], /^expiresAt: .*\n$/],
    [
      'an expiry that has passed',
      ['--scope', 'cafes:read', '--expires', '2020-01-01'],
      /^expiresAt must be in the future\n$/,
    ],
    [
      'a café that is none',
      ['--scope', 'cafes:read', '--cafe', randomUUID()],
      /^A café of the API key does not exist\.\n$/,
    ],
  ])('says what is wrong with %s', async (_, args, message) => {
    const { code, output, errors } = await cafe(['api-key:create', '--name', 'till', ...args]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toMatch(message);
  });

  it('does not find a key that never was', async () => {
    expect((await cafe(['api-key:revoke', randomUUID()])).errors).toBe('There is no such API key.\n');
    expect((await cafe(['api-key:revoke', '1'])).code).toBe(1);
  });
});

describe('the command line', () => {
  it('needs DATABASE_URL and nothing else, and says so', async () => {
    const { code, errors } = await cafe(['user:disable', 'x'], '', {});
    expect(code).toBe(1);
    expect(errors).toMatch(/DATABASE_URL/);
    expect(errors.split('\n').filter((line) => line !== '')).toHaveLength(2);
  });

  it('says when the database does not answer', async () => {
    const environment = { DATABASE_URL: 'postgresql://postgres@127.0.0.1:1/none' };
    expect(await cafe(['user:disable', 'x'], '', environment)).toEqual({
      code: 1,
      output: '',
      errors: 'The database does not answer: is it running, and is DATABASE_URL right?\n',
    });
  });

  it('says when the database was never migrated', async () => {
    const name = `empty_${randomUUID().replaceAll('-', '')}`;
    await app.database.query(`CREATE DATABASE ${name}`);
    const url = new URL(app.database.url);
    url.pathname = `/${name}`;
    const { errors } = await cafe(['user:disable', 'x'], '', { DATABASE_URL: url.href });
    await app.database.query(`DROP DATABASE ${name} WITH (FORCE)`);
    expect(errors).toBe('The database lacks tables; run: npm run db -- migrate\n');
  });

  it('helps', async () => {
    const { code, output } = await cafe(['--help']);
    expect(code).toBe(0);
    for (const name of [
      'admin:create',
      'user:disable',
      'user:enable',
      'user:set-type',
      'api-key:create',
      'api-key:revoke',
    ])
      expect(output).toContain(name);
    expect((await cafe(['nonsense'])).code).toBe(1);
  });
});
