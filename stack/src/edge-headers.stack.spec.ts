import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { containerOf, inspected } from './app-view.js';
import { FirstAdmin } from './first-admin.js';
import { type Answer, HttpsClient } from './https-client.js';
import { Stack } from './stack.js';
import { until } from './until.js';

const place = inject('place');
const stack = new Stack(place);
const client = new HttpsClient(place, inject('installation').rootCertificate);
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  client.call('GET', path, { headers });

afterAll(() => client.close());

type Kind = 'page' | 'answer' | 'nginx page';
/** How a content security policy begins: of a page that runs our scripts, of what runs nothing, of nginx's own pages. */
const policies: Record<Kind, RegExp> = {
  page: /^default-src 'none'; script-src 'self'[^,]*; object-src 'none'; base-uri 'none';[^,]* frame-ancestors 'none'$/,
  answer: /^default-src 'none'; frame-ancestors 'none'$/,
  'nginx page':
    /^default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
};

/** Node joins what comes twice with a comma: each value is compared as a whole. */
function expectHeaders({ headers }: Answer, kind: Kind): void {
  expect(headers).toMatchObject({
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'content-security-policy': expect.stringMatching(policies[kind]),
    'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    server: 'nginx',
  });
  expect(headers['x-powered-by']).toBeUndefined();
  if (kind !== 'answer') expect(headers['x-frame-options']).toBe('DENY');
}

/** What nginx says itself: to programs a problem, to people a page in both languages. */
function expectError(answer: Answer, code: string | null): void {
  const { headers, text } = answer;
  if (code === null) {
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/<html lang="ko">[^]*[가-힣]{3}[^]*<section lang="en">/);
  } else {
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(text)).toEqual({
      type: `urn:virtualcafe:error:${code}`,
      title: expect.stringMatching(/\w/),
      status: answer.status,
      code,
      requestId: headers['x-request-id'],
    });
  }
  expect(headers['cache-control']).toBe('no-store');
}

interface Place {
  readonly name: string;
  readonly path: string;
  readonly status: number;
  readonly kind: Kind;
  /** Told to programs as a problem; else to people as a page. */
  readonly isForPrograms: boolean;
  /** Nothing is looked at or counted: it costs less than that. */
  readonly isUnlimited?: true;
  /** Without the server there is still this. */
  readonly isNginxOwn?: true;
}

let asset = '';
let photo = '';
let token = '';
const mapFile = '/api/v1/viewers/nothing/map-files/5b0b6a3e-6c0e-4c1e-8f0e-2f1b7e1f1c11';

const places: readonly Place[] = [
  { name: 'the first page', path: '/', status: 200, kind: 'page', isForPrograms: false },
  { name: 'a page of a café there is not', path: '/cafes/nothing', status: 404, kind: 'page', isForPrograms: false },
  { name: 'a built file', path: ':asset', status: 200, kind: 'answer', isForPrograms: true, isNginxOwn: true },
  {
    name: 'a built file there is not',
    path: '/assets/nothing.js',
    status: 404,
    kind: 'answer',
    isForPrograms: true,
    isNginxOwn: true,
  },
  { name: 'the icon', path: '/favicon.svg', status: 200, kind: 'answer', isForPrograms: false, isNginxOwn: true },
  {
    name: 'a script there is not',
    path: '/nothing.js',
    status: 404,
    kind: 'nginx page',
    isForPrograms: false,
    isNginxOwn: true,
  },
  { name: 'a photo', path: ':photo', status: 200, kind: 'answer', isForPrograms: true, isNginxOwn: true },
  {
    name: 'a photo there is not',
    path: `/media/00/${'0'.repeat(64)}.webp`,
    status: 404,
    kind: 'answer',
    isForPrograms: true,
    isNginxOwn: true,
  },
  {
    name: 'beside the photos',
    path: '/media/x',
    status: 404,
    kind: 'answer',
    isForPrograms: true,
    isUnlimited: true,
    isNginxOwn: true,
  },
  { name: 'a public list', path: '/api/v1/cafes', status: 200, kind: 'answer', isForPrograms: true },
  { name: 'a list for some', path: '/api/v1/users', status: 200, kind: 'answer', isForPrograms: true },
  { name: 'a café there is not', path: '/api/v1/cafes/nothing', status: 404, kind: 'answer', isForPrograms: true },
  {
    name: 'the API without a slash',
    path: '/api',
    status: 404,
    kind: 'answer',
    isForPrograms: true,
    isUnlimited: true,
    isNginxOwn: true,
  },
  { name: 'the API’s description', path: '/api/docs/swagger-ui.css', status: 200, kind: 'page', isForPrograms: true },
  { name: 'signing in', path: '/api/v1/auth/login', status: 405, kind: 'answer', isForPrograms: true },
  {
    name: 'an upload',
    path: '/api/v1/images/5b0b6a3e-6c0e-4c1e-8f0e-2f1b7e1f1c11',
    status: 404,
    kind: 'answer',
    isForPrograms: true,
  },
  { name: 'a part of a map', path: mapFile, status: 404, kind: 'answer', isForPrograms: true },
  { name: 'rooms', path: '/socket.io/?EIO=4&transport=polling', status: 200, kind: 'answer', isForPrograms: true },
  {
    name: 'nothing that rooms know',
    path: '/socket.io/?EIO=4&transport=none',
    status: 400,
    kind: 'answer',
    isForPrograms: true,
  },
  { name: 'robots.txt', path: '/robots.txt', status: 200, kind: 'answer', isForPrograms: false },
  { name: 'the site map', path: '/sitemap.xml', status: 200, kind: 'answer', isForPrograms: false },
];
const table = places.map((each) => [each.name, each] as const);
const pathOf = ({ path }: Pick<Place, 'path'>): string => ({ ':asset': asset, ':photo': photo })[path] ?? path;
const ask = (each: Place, headers: Record<string, string> = {}): Promise<Answer> =>
  get(pathOf(each), { authorization: `Bearer ${token}`, ...headers });

beforeAll(async () => {
  asset = /\/assets\/[^"]+\.js/.exec((await get('/')).text)?.[0] ?? '';
  const admin = await FirstAdmin.signIn(stack, client);
  token = admin.token;
  photo = (await admin.upload()).url;
});

describe('the headers of', () => {
  it.each(table)('%s', async (_name, each) => {
    const answer = await ask(each);
    expect(answer.status).toBe(each.status);
    expectHeaders(answer, each.kind);
    if (each.status === 404 && each.isNginxOwn === true)
      expectError(answer, each.isForPrograms ? 'route.not-found' : null);
  });

  const kept = places.filter(({ status, path }) => status === 200 && !path.startsWith('/socket.io/'));
  it.each(kept.map((each) => [each.name, each] as const))('%s, to who has it', async (_name, each) => {
    const etag = (await ask(each)).headers.etag ?? '';
    const answer = await ask(each, { 'if-none-match': etag });
    expect([answer.status, answer.text]).toEqual([304, '']);
    expectHeaders(answer, each.kind);
  });

  it.each(['/favicon.svg', ':asset', ':photo'])('%s, beyond its end', async (path) => {
    const answer = await get(pathOf({ path }), { range: 'bytes=99999999-' });
    expect(answer.status).toBe(416);
    expectHeaders(answer, 'answer');
  });

  it.each<[string, string, number, string | null]>([
    ['/api/v1/cafes', 'x'.repeat(300 * 1024), 413, 'request.too-large'],
    ['/nothing', 'x'.repeat(300 * 1024), 413, null],
  ])('%s, when it is too much', async (path, body, status, code) => {
    const answer = await client.call('POST', path, { body });
    expect(answer.status).toBe(status);
    expectHeaders(answer, code === null ? 'nginx page' : 'answer');
    expectError(answer, code);
  });

  it.each<[string, Record<string, string>, number, string | null]>([
    [`/api/${'x'.repeat(9000)}`, {}, 414, null],
    ['/api/v1/cafes', { x: 'x'.repeat(9000) }, 431, 'request.headers-too-large'],
    ['/cafes', { x: 'x'.repeat(9000) }, 431, null],
  ])('%.20s, when it is too long', async (path, headers, status, code) => {
    const answer = await get(path, headers);
    expect(answer.status).toBe(status);
    expectHeaders(answer, code === null ? 'nginx page' : 'answer');
    expectError(answer, code);
  });
});

describe('who asks too often', () => {
  /** Asks until nginx has enough of it; the server would say so in other words. */
  const untilLimited = (each: Place): Promise<Answer> =>
    until(async () => {
      // Files are limited last of all, and fill what is counted for all the others.
      const crowd = [...Array.from({ length: 400 }, () => get(asset)), ...Array.from({ length: 100 }, () => ask(each))];
      return (await Promise.all(crowd)).slice(400).find(isLimitedByNginx);
    }, 0);
  const isLimitedByNginx = ({ status, headers }: Answer): boolean =>
    status === 429 && headers['ratelimit-policy'] === undefined;

  const limited = table.filter(([, { isUnlimited }]) => isUnlimited !== true);
  it.each(limited)('of %s is told to wait', async (_name, each) => {
    const answer = await untilLimited(each);
    expectHeaders(answer, each.isForPrograms ? 'answer' : 'nginx page');
    expectError(answer, each.isForPrograms ? 'rate.limited' : null);
    expect(answer.headers['retry-after']).toBe('1');
  });

  afterAll(async () => {
    // Others ask from the same address.
    await until(async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => get('/favicon.svg')));
      return answers.every(({ status }) => status === 200) ? true : undefined;
    }, 1000);
  });
});

describe('while the server is away', () => {
  beforeAll(async () => {
    await stack.compose('stop', 'app-1', 'app-2');
  });

  afterAll(async () => {
    await stack.compose('start', 'app-1', 'app-2');
    for (const app of ['app-1', 'app-2']) {
      const container = await containerOf(stack, app);
      await until(async () =>
        (await inspected(container, '{{.State.Health.Status}}')) === 'healthy' ? true : undefined,
      );
    }
    await until(async () => ((await get('/api/health/ready')).status === 200 ? true : undefined));
  });

  it.each(table)('%s', async (_name, each) => {
    const answer = await ask(each);
    if (each.isNginxOwn === true) {
      expect(answer.status).toBe(each.status);
      expectHeaders(answer, each.kind);
      return;
    }
    expect(answer.status).toBe(503);
    expectHeaders(answer, each.isForPrograms ? 'answer' : 'nginx page');
    expectError(answer, each.isForPrograms ? 'service.unavailable' : null);
    expect(answer.headers['retry-after']).toBe('5');
  });
});
