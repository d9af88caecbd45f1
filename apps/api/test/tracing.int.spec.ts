import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './eventually.js';
import type { ReceivedSpan } from './otlp-spans.js';
import { startTestRedis, type TestRedis } from './redis.js';
import { startTcpProxy } from './tcp-proxy.js';
import { expectParts, TracedApp } from './traced-app.js';

const publicUrl = 'https://cafe.example';
const [server, client] = [2, 3];

let redis: TestRedis;
let traced: TracedApp;

beforeAll(async () => {
  redis = await startTestRedis();
  traced = await TracedApp.start({
    PUBLIC_URL: publicUrl,
    REDIS_URL: redis.url,
    RATE_LIMIT_READ: '100000',
    RATE_LIMIT_WRITE: '100000',
  });
});
afterAll(async () => {
  await traced.stop();
  await redis.stop();
});
afterEach(() => {
  expectParts(traced.receiver.spans);
});

const names = (spans: readonly ReceivedSpan[]): string[] => spans.map(({ name }) => name);

describe('a request', () => {
  it('is a span by the semantic conventions, with its commands and statements as parts', async () => {
    const answer = await traced.app.call('GET', '/api/v1/cafes?pageSize=7', {
      headers: { 'x-request-id': 'mine-1234' },
    });
    expect(answer.status).toBe(200);
    const [whole, ...parts] = await traced.traceOf(answer);
    expect(whole).toMatchObject({
      name: 'GET /api/v1/cafes',
      kind: server,
      parentId: '',
      eventCount: 0,
      status: { code: 0, message: '' },
      resource: { 'service.name': 'virtualcafe-api', 'telemetry.sdk.language': 'nodejs' },
    });
    expect(whole.attributes).toEqual({
      'http.request.method': 'GET',
      'http.route': '/api/v1/cafes',
      'http.response.status_code': 200,
      'server.address': 'cafe.example',
      'url.path': '/api/v1/cafes',
      'url.scheme': 'https',
      'virtualcafe.request.id': 'mine-1234',
    });
    expect(parts.every(({ kind, parentId }) => kind === client && parentId === whole.spanId)).toBe(true);
    const select = parts.find(({ name }) => name.startsWith('SELECT ') && name.includes('CafeInfo'));
    expect(select?.attributes).toEqual({
      'db.system.name': 'postgresql',
      'db.namespace': new URL(traced.app.database.url).pathname.slice(1),
      'db.operation.name': 'SELECT',
      'db.query.summary': select?.name,
      'server.address': '127.0.0.1',
    });
    // The rate limit's, and that of kept answers.
    expect(names(parts)).toEqual(expect.arrayContaining(['EVALSHA', 'HGETALL']));
    expect(parts.find(({ name }) => name === 'HGETALL')?.attributes).toEqual({
      'db.system.name': 'redis',
      'db.operation.name': 'HGETALL',
    });
  });

  it('leads from its line in the log to its trace', async () => {
    const answer = await traced.app.call('GET', '/api/v1/regions');
    const [{ traceId }] = await traced.traceOf(answer);
    const requestId = answer.headers.get('x-request-id');
    await eventually(async () => {
      const line = (await traced.logLines()).find((each) => each.msg === 'request' && each.requestId === requestId);
      expect(line?.traceId).toBe(traceId);
    });
  });

  it('that no route takes is named by its method; a refusal has its code and is no failure', async () => {
    const [unmatched] = await traced.traceOf(await traced.app.call('GET', '/nothing?name=x'));
    expect([unmatched.name, unmatched.status.code]).toEqual(['GET', 0]);
    expect(unmatched.attributes).toMatchObject({
      'http.response.status_code': 404,
      'url.path': '/nothing',
      'virtualcafe.error.code': 'route.not-found',
    });
    expect(unmatched.attributes).not.toHaveProperty('http.route');
    const [missing] = await traced.traceOf(await traced.app.call('GET', '/api/v1/cafes/none-1'));
    expect([missing.name, missing.attributes['virtualcafe.error.code'], missing.status.code]).toEqual([
      'GET /api/v1/cafes/:code',
      'cafe.not-found',
      0,
    ]);
  });

  it('that writes has its transaction in order', async () => {
    const admin = await traced.app.signIn('ADMIN');
    const body = { name: '서울특별시', type: 'SPECIAL_CITY' };
    const [, ...parts] = await traced.traceOf(
      await traced.app.call('POST', '/api/v1/regions', { token: admin.token, body }),
    );
    const statements = parts.filter(({ attributes }) => attributes['db.system.name'] === 'postgresql');
    const inOrder = names(statements.toSorted((one, other) => (one.beganAt < other.beganAt ? -1 : 1)));
    expect(inOrder.slice(inOrder.indexOf('BEGIN'))).toEqual([
      'BEGIN',
      'SELECT pg_advisory_xact_lock',
      'INSERT Region',
      'INSERT RegionClosure',
      'INSERT TransactionLog',
      'SELECT RegionClosure Region',
      'COMMIT',
    ]);
  });

  it('has the statements that waited for a connection in its own trace', async () => {
    const narrow = await TracedApp.start({ DATABASE_POOL_SIZE: '1', CACHE_ENABLED: 'false' });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, each) => narrow.app.call('GET', `/api/v1/cafes/none-${each}`)),
    );
    for (const answer of answers) {
      const [, ...parts] = await narrow.traceOf(answer);
      expect(parts.map(({ attributes }) => attributes['db.operation.name'])).toEqual(['SELECT']);
    }
    await narrow.stop();
  });

  it('of a probe is not traced', async () => {
    await traced.app.call('GET', '/api/health/live');
    await traced.app.call('GET', '/api/health/ready');
    await traced.traceOf(await traced.app.call('GET', '/api/v1/regions'));
    expect(names(traced.receiver.spans).filter((name) => name.includes('health'))).toEqual([]);
  });

  it('that fails says how, by the driver’s own code', async () => {
    const direct = new URL(traced.app.database.url);
    const proxy = await startTcpProxy({ host: direct.hostname, port: Number(direct.port) });
    direct.host = `127.0.0.1:${proxy.port}`;
    const failing = await TracedApp.start({ DATABASE_URL: direct.href, CACHE_ENABLED: 'false' });
    proxy.block('refuse');
    const answer = await failing.app.call('GET', '/api/v1/cafes');
    const [whole] = await failing.traceOf(answer);
    expect([answer.status, whole.status]).toEqual([503, { code: 2, message: '' }]);
    expect(whole.attributes).toMatchObject({
      'http.response.status_code': 503,
      'virtualcafe.error.code': 'service.unavailable',
    });
    expect(whole.attributes['error.type']).toMatch(/^(?:ECONN\w+|EPIPE|Error)$/);
    proxy.unblock();
    await failing.stop();
    await proxy.close();
  });
});

describe('what never leaves', () => {
  it('is whatever people type, their addresses and what they show to get in', async () => {
    const secret = {
      loginId: 'honggildong_77',
      password: 'Very-Secret-Pass-99',
      nickname: '홍길동의카페',
      email: 'gildong77@private.example',
    };
    const { call } = traced.app;
    const headers = {
      'x-forwarded-for': '203.0.113.77',
      'user-agent': 'Telltale-Browser/7',
      cookie: 'telltale=cookie7',
    };
    const signup = () => call('POST', '/api/v1/auth/signup', { body: secret, headers });
    // Both find the name free, and only one can have it.
    const signups = await Promise.all([signup(), signup()]);
    expect(new Set(signups.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const refused = signups.find(({ status }) => status === 409) ?? signups[0];
    const { loginId, password } = secret;
    const login = await call<{ accessToken: string }>('POST', '/api/v1/auth/login', {
      body: { loginId, password },
      headers,
    });
    const token = login.body.accessToken;
    const last = await call('GET', '/api/v1/cafes?keyword=%ED%99%8D%EA%B8%B8%EB%8F%99&q=gildong77', { token, headers });
    await traced.traceOf(last);
    const [, ...parts] = await traced.traceOf(refused);
    const bytes = Buffer.concat(traced.receiver.received.map(({ body }) => body)).toString();
    expect(bytes).toContain('POST /api/v1/auth/signup');
    const refreshToken = /vc_refresh=([^;]+)/.exec(login.headers.get('set-cookie') ?? '')?.[1];
    const telltales = [...Object.values(secret), token, token.slice(-20), refreshToken, ...Object.values(headers)];
    for (const telltale of [
      ...telltales,
      'gildong77',
      '%ED%99%8D',
      '홍길동',
      'cache:entry',
      'limit:',
      '$argon2',
      'WHERE',
    ])
      expect(bytes.includes(telltale ?? 'not there'), telltale).toBe(false);
    // PostgreSQL's message has the name.
    const insert = parts.find(({ name }) => name === 'INSERT User');
    expect([insert?.attributes['error.type'], insert?.status]).toEqual(['23505', { code: 2, message: '' }]);
  });
});
