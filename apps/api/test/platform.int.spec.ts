import { request } from 'node:http';
import { connect } from 'node:net';
import type { Problem } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

describe('what every answer carries', () => {
  it.each(['/api/health/live', '/api/v1/cafes', '/api/nothing', '/media/nothing'])(
    '%s has the security headers and an id',
    async (path) => {
      const { headers } = await app.call('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('takes over a well-formed request id and replaces any other', async () => {
    const given = await app.call('GET', '/api/health/live', { headers: { 'x-request-id': 'abc-12345' } });
    expect(given.headers.get('x-request-id')).toBe('abc-12345');
    const forged = await app.call('GET', '/api/health/live', { headers: { 'x-request-id': 'a b"<script>' } });
    expect(forged.headers.get('x-request-id')).not.toContain('script');
  });
});

describe('query parameters that an operation does not have', () => {
  it.each([
    ['/api/v1/regions?x=1', 'x'],
    ['/api/v1/cafes?x=1', ''],
    ['/api/v1/cafes/some-code?__proto=1', '__proto'],
  ])('%s is refused', async (path, pointer) => {
    const { status, body } = await app.call<Problem>('GET', path);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.errors?.[0]).toMatchObject({ in: 'query', pointer });
  });

  it('are no matter for one that is only a question mark', async () => {
    expect((await app.call('GET', '/api/v1/regions?')).status).toBe(200);
  });
});

describe('errors', () => {
  it.each<[string, string, number, string]>([
    ['GET', '/api/nothing', 404, 'route.not-found'],
    ['GET', '/api/v1/nothing/at/all', 404, 'route.not-found'],
    ['DELETE', '/api/v1/cafes', 405, 'route.method-not-allowed'],
    ['POST', '/api/health/live', 405, 'route.method-not-allowed'],
    ['GET', '/api/v1/cafes?page=1e9', 400, 'request.invalid'],
    ['GET', '/api/v1/cafes?page=0', 400, 'request.invalid'],
    ['GET', '/api/v1/cafes?nonsense=1', 400, 'request.invalid'],
    ['GET', '/api/v1/cafes?regionId=7', 400, 'request.invalid'],
    ['GET', '/api/v1/cafes?q=%00', 400, 'request.invalid'],
    ['GET', `/api/v1/cafes?q=${'x'.repeat(5000)}`, 414, 'request.uri-too-long'],
    ['GET', '/api/%zz', 400, 'request.malformed'],
    ['GET', '/api/v1/me/cafes', 401, 'auth.required'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const response = await app.call<Problem>(method, path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.body).toMatchObject({ code, status });
    expect(response.body.requestId).toBe(response.headers.get('x-request-id'));
  });

  it('says which methods an address takes', async () => {
    const { headers } = await app.call('DELETE', '/api/v1/cafes');
    expect(headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['broken JSON', '{"loginId":', { 'content-type': 'application/json' }, 400, 'request.malformed'],
    ['an empty body', '', { 'content-type': 'application/json' }, 400, 'request.malformed'],
    ['a poisoned prototype', '{"__proto__":{}}', { 'content-type': 'application/json' }, 400, 'request.malformed'],
    ['10 MB', `"${'x'.repeat(10_000_000)}"`, { 'content-type': 'application/json' }, 413, 'request.too-large'],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'request.unsupported-media-type'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const response = await fetch(`${app.url}/api/v1/auth/login`, { method: 'POST', body, headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('names each refused field by its place', async () => {
    const { status, body } = await app.call<Problem>('POST', '/api/v1/auth/signup', {
      body: { loginId: 'a\u0000b', password: 'short', nickname: '\ud800\ud800', email: 'x', userType: 'ADMIN' },
    });
    expect(status).toBe(400);
    const pointers = body.errors?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/loginId', '/password', '/nickname', '/email']));
  });

  it('answers 10^5 elements with an error of readable size', async () => {
    const { status, body } = await app.call<Problem>('POST', '/api/v1/auth/login', {
      body: Array.from({ length: 100_000 }, () => 0),
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
  });

  it('refuses headers beyond all measure, and stays up', async () => {
    const status = await new Promise((resolve, reject) => {
      const outgoing = request(
        `${app.url}/api/health/live`,
        { headers: { 'x-large': 'x'.repeat(20_000) } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      outgoing.on('error', reject).end();
    });
    expect(status).toBe(431);
    expect((await app.call('GET', '/api/health/live')).status).toBe(200);
  });

  it('refuses what is no HTTP at all, and stays up', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (chunk) => resolve(chunk.toString())).on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await app.call('GET', '/api/health/live')).status).toBe(200);
  });
});

describe('entity tags', () => {
  it('answers 304 without a body to a client that has the answer, kept or not', async () => {
    const first = await app.call('GET', '/api/v1/cafes');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^(?:W\/)?"/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    for (const tag of [etag, `"other", ${etag}`, '*']) {
      const again = await app.call('GET', '/api/v1/cafes', { headers: { 'if-none-match': tag } });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    const other = await app.call('GET', '/api/v1/cafes', { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it('never lets a private answer be shared', async () => {
    const user = await app.signIn('BUSINESS');
    const { headers } = await app.call('GET', '/api/v1/me/cafes', { token: user.token });
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('etag')).not.toBeNull();
  });
});

describe('other origins', () => {
  it('may call the API only when they are listed', async () => {
    const own = await startTestApp({ CORS_ORIGINS: 'https://partner.example' });
    const asked = (origin: string) =>
      own.call('OPTIONS', '/api/v1/cafes', { headers: { origin, 'access-control-request-method': 'GET' } });
    const [listed, stranger] = [await asked('https://partner.example'), await asked('https://stranger.example')];
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://partner.example');
    expect(stranger.headers.get('access-control-allow-origin')).not.toBe('https://stranger.example');
    expect(stranger.headers.get('access-control-allow-origin')).not.toBe('*');
    const none = await app.call('GET', '/api/v1/cafes', { headers: { origin: 'https://partner.example' } });
    expect(none.headers.get('access-control-allow-origin')).toBeNull();
    await own.stop();
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and has a page', async () => {
    const document = await app.call<{ openapi: string }>('GET', '/api/openapi.json');
    expect(document.body.openapi).toBe('3.1.0');
    const page = await app.call<string>('GET', '/api/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  });
});
