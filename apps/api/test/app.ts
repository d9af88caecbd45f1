import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { UserType } from '@virtualcafe/contracts';
import { inject } from 'vitest';
import { type AssembledApp, startServer } from '../src/server.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** A response as a test looks at it. */
export interface TestResponse<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface CallOptions {
  readonly token?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
}

export interface SignedInUser {
  readonly id: string;
  readonly loginId: string;
  readonly password: string;
  readonly token: string;
}

/** The whole application on a real port, a database of its own and a media folder of its own. */
export interface TestApp extends AssembledApp {
  readonly url: string;
  readonly database: TestDatabase;
  readonly mediaFolder: string;
  /** Calls `path` below the root and reads the body as JSON where it is JSON. */
  call<Body = unknown>(method: string, path: string, options?: CallOptions): Promise<TestResponse<Body>>;
  /** Signs a new user up through the API, gives them `userType`, and logs them in. */
  signIn(userType: UserType): Promise<SignedInUser>;
  stop(): Promise<void>;
}

/** The variables a test's application runs with; rate limits are off unless a test sets them. */
export const testEnvironment = (databaseUrl: string, mediaFolder: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  LOG_CONSOLE_LEVEL: 'fatal',
  HOST: '127.0.0.1',
  PORT: '0',
  DATABASE_URL: databaseUrl,
  DATABASE_POOL_SIZE: '8',
  MEDIA_DIR: mediaFolder,
  // Tests wait for it, beside others that keep every core busy.
  MAP_NICENESS: '0',
  AUTH_TOKEN_SECRET: 'Zk3pQ8vX1nR6tY0wB5mC9dF2gH7jL4sA',
  RATE_LIMIT_READ: '0',
  RATE_LIMIT_WRITE: '0',
  RATE_LIMIT_CREDENTIALS: '0',
  RATE_LIMIT_UPLOAD: '0',
});

export async function startTestApp(overrides: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const mediaFolder = join(inject('scratchFolder'), `media-${randomUUID()}`);
  const server = await startServer({ ...testEnvironment(database.url, mediaFolder), ...overrides });
  const call = <Body>(method: string, path: string, options?: CallOptions) =>
    callServer<Body>(server.url, method, path, options);
  return {
    ...server,
    database,
    mediaFolder,
    call,
    signIn: (userType) => signIn(call, database, userType),
    stop: async () => {
      await server.close();
      await database.drop();
    },
  };
}

async function callServer<Body>(
  origin: string,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<TestResponse<Body>> {
  const { body, form } = options;
  const payload = form ?? (body === undefined ? null : JSON.stringify(body));
  const response = await fetch(`${origin}${path}`, { method, headers: headersOf(options), body: payload });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson && text !== '' ? JSON.parse(text) : text) as Body,
  };
}

function headersOf({ token, apiKey, body, headers: given }: CallOptions): Headers {
  const headers = new Headers(given);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (apiKey !== undefined) headers.set('x-api-key', apiKey);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return headers;
}

async function signIn(call: TestApp['call'], database: TestDatabase, userType: UserType): Promise<SignedInUser> {
  const suffix = randomUUID().replaceAll('-', '').slice(0, 12);
  const credentials = { loginId: `u_${suffix}`, password: `pass-${suffix}` };
  const signup = await call<{ account: { id: string } }>('POST', '/api/v1/auth/signup', {
    body: { ...credentials, nickname: `n${suffix}`, email: `${suffix}@example.com` },
  });
  if (signup.status !== 201) throw new Error(`Sign-up answered ${signup.status}: ${JSON.stringify(signup.body)}`);
  const { id } = signup.body.account;
  await database.query('UPDATE "User" SET "userType" = $1::"UserType" WHERE id = $2', [userType, id]);
  const login = await call<{ accessToken: string }>('POST', '/api/v1/auth/login', { body: credentials });
  return { id, ...credentials, token: login.body.accessToken };
}
