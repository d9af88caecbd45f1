import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Image, ManagedCafe, Problem } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { imageForm, sample } from '../../../test/image-factory.js';
import { rawGet, type RawResponse } from '../../../test/raw-http.js';
import { pageHeaders } from '../../platform/http/security-headers.js';

const origin = 'https://cafe.example';
const script = `export const greeting = ${JSON.stringify('안녕'.repeat(100))};`;
const indexHtml = `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8" />
    <meta name="description" content="general" />
    <title>general</title>
    <script type="module" src="/assets/app-0a1b2c.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>
`;

let app: TestApp;
let owner: SignedInUser;
let cafe: ManagedCafe;
let photo: Image;

beforeAll(async () => {
  app = await startTestApp({ WEB_DIR: await buildSite(), PUBLIC_URL: `${origin}/` });
  owner = await app.signIn('BUSINESS');
  cafe = await openCafe('with-"quotes"', 'a "tagline" & <b>more</b>');
  photo = (
    await app.call<Image>('POST', '/api/v1/images', { token: owner.token, form: imageForm(await sample('png')) })
  ).body;
  await app.call('PUT', `/api/v1/cafes/${cafe.code}/images/THUMBNAIL`, {
    token: owner.token,
    body: { imageIds: [photo.id] },
  });
});

afterAll(() => app.stop());

/** What the web app's build leaves behind. */
async function buildSite(): Promise<string> {
  const folder = join(inject('scratchFolder'), `site-${randomUUID()}`);
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), indexHtml);
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, '.env'), 'SECRET=1');
  const bundle = join(folder, 'assets', 'app-0a1b2c.js');
  await writeFile(bundle, script);
  await writeFile(`${bundle}.gz`, gzipSync(script));
  await writeFile(`${bundle}.br`, brotliCompressSync(script));
  await writeFile(join(folder, 'assets', 'plain-3d4e5f.css'), 'body{}');
  return folder;
}

async function openCafe(name: string, tagline: string): Promise<ManagedCafe> {
  const admin = await app.signIn('ADMIN');
  const region = await app.call<{ id: string }>('POST', '/api/v1/regions', {
    token: admin.token,
    body: { name: `서울-${randomUUID().slice(0, 8)}`, type: 'SPECIAL_CITY', parentId: null },
  });
  const created = await app.call<ManagedCafe>('POST', '/api/v1/cafes', {
    token: owner.token,
    body: {
      code: `cafe-${randomUUID().slice(0, 8)}`,
      name,
      tagline,
      regionId: region.body.id,
      address: '서울 성동구 1',
      latitude: 37.5,
      longitude: 127,
    },
  });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  return created.body;
}

const open = (path: string, headers: Record<string, string> = {}): Promise<RawResponse> =>
  rawGet(app.url, path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers });

const contentOf = (page: RawResponse, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(page.body.toString())?.[1];

describe('a page', () => {
  it.each(['/', '/cafes', '/cafes?q=%EC%B9%B4', '/owner/cafes/x', '/no/such/page', '/cafes/a/b'])(
    '%s is the web app',
    async (path) => {
      const page = await open(path);
      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers).toMatchObject(pageHeaders);
      expect(page.headers['x-content-type-options']).toBe('nosniff');
      expect(page.headers['cache-control']).toBe('no-cache');
      expect(page.body.toString()).toContain('/assets/app-0a1b2c.js');
      expect(contentOf(page, 'og:url')).toBe(`${origin}${path.split('?')[0]}`);
    },
  );

  it('speaks the language its visitor likes best, and says that it depends on it', async () => {
    const korean = await open('/', {});
    const english = await open('/', { 'accept-language': 'fr, en-GB;q=0.8, ko;q=0.5' });
    expect(korean.body.toString()).toContain('<html lang="ko">');
    expect(english.body.toString()).toContain('<html lang="en">');
    expect(english.body.toString()).toContain('<title>Open the door to a café · VirtualCafe</title>');
    expect(english.headers['vary']).toContain('accept-language');
    expect(korean.headers['etag']).not.toBe(english.headers['etag']);
  });

  it('answers 304 to who has it', async () => {
    const { headers } = await open('/cafes');
    const again = await open('/cafes', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.byteLength, again.headers['etag']]).toEqual([304, 0, headers['etag']]);
    const other = await open('/', { 'if-none-match': String(headers['etag']) });
    expect(other.status).toBe(200);
  });

  it('has one title and one description', async () => {
    const html = (await open('/')).body.toString();
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html.match(/name="description"/g)).toHaveLength(1);
    expect(html).not.toContain('general');
  });

  it('is nothing to those who want no HTML', async () => {
    const answer = await open('/cafes', { accept: 'application/json' });
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});

describe("a café's page", () => {
  it('tells who shares it what it is, with nothing of it taken for markup', async () => {
    const page = await open(`/cafes/${cafe.code}`);
    expect(page.status).toBe(200);
    const html = page.body.toString();
    expect(html).toContain('<title>with-&quot;quotes&quot; · VirtualCafe</title>');
    expect(html).not.toContain('<b>more</b>');
    expect(contentOf(page, 'og:title')).toBe('with-&quot;quotes&quot; · VirtualCafe');
    expect(contentOf(page, 'description')).toBe('a &quot;tagline&quot; &amp; &lt;b&gt;more&lt;/b&gt;');
    expect(contentOf(page, 'og:image')).toBe(`${origin}${photo.url}`);
    expect(contentOf(page, 'og:image:width')).toBe('640');
    expect(contentOf(page, 'twitter:card')).toBe('summary_large_image');
    expect(html).toContain(`<link rel="canonical" href="${origin}/cafes/${cafe.code}" />`);
  });

  it('tells of a change at once', async () => {
    const mine = await openCafe('before', 'x');
    expect(contentOf(await open(`/cafes/${mine.code}`), 'og:title')).toContain('before');
    const current = await app.call('GET', `/api/v1/me/cafes/${mine.code}`, { token: owner.token });
    const edit = await app.call('PATCH', `/api/v1/cafes/${mine.code}`, {
      token: owner.token,
      body: { name: 'after' },
      headers: { 'if-match': String(current.headers.get('etag')) },
    });
    expect(edit.status).toBe(200);
    expect(contentOf(await open(`/cafes/${mine.code}`), 'og:title')).toContain('after');
  });

  it('that is hidden or was never there is 404, with the app to say so', async () => {
    const hidden = await openCafe('hidden', 'x');
    await app.database.query('UPDATE "CafeInfo" SET "isDisabled" = true WHERE id = $1', [hidden.id]);
    for (const path of [`/cafes/${hidden.code}`, '/cafes/nowhere-at-all', '/cafes/Not%20A%20Code']) {
      const page = await open(path);
      expect(page.status).toBe(404);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.body.toString()).toContain('<div id="root">');
      expect(contentOf(page, 'robots')).toBe('noindex');
      expect(page.body.toString()).not.toContain('hidden ·');
    }
  });
});

describe('a built file', () => {
  it('with a hash in its name holds for ever, compressed as the browser likes', async () => {
    const encodings = { br: undefined, gzip: gunzipSync } as const;
    for (const [encoding, unpack] of Object.entries(encodings)) {
      const file = await open('/assets/app-0a1b2c.js', { 'accept-encoding': encoding });
      expect(file.status).toBe(200);
      expect(file.headers['content-encoding']).toBe(encoding);
      expect(file.headers['vary']).toBe('accept-encoding');
      expect(file.headers['content-type']).toMatch(/javascript; charset=utf-8/);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      if (unpack !== undefined) expect(unpack(file.body).toString()).toBe(script);
    }
    const plain = await open('/assets/app-0a1b2c.js', { 'accept-encoding': 'identity' });
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script]);
    const uncompressed = await open('/assets/plain-3d4e5f.css', { 'accept-encoding': 'gzip' });
    expect([uncompressed.headers['content-encoding'], uncompressed.body.toString()]).toEqual([undefined, 'body{}']);
  });

  it('without a hash holds for minutes', async () => {
    const file = await open('/favicon.svg');
    expect([file.status, file.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(file.headers['cache-control']).toBe('public, max-age=300');
  });

  it.each([
    '/assets/gone-000000.js',
    '/assets/',
    '/favicon.ico',
    '/index.html',
    '/.env',
    '/assets/.env',
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/.env',
    '/wp-login.php',
  ])('%s is not there, and is no page', async (path) => {
    const answer = await open(path);
    expect(answer.headers['content-type']).toBe(
      path === '/assets/' ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8',
    );
    if (path !== '/assets/') expect(answer.status).toBe(404);
  });
});

describe('below /api', () => {
  it('a missing address is a problem, whatever the browser takes', async () => {
    for (const path of ['/api', '/api/', '/api/v1/nothing', '/api/v1/nothing.html', '/media/nothing']) {
      const answer = await open(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
    expect((await open('/api/v1/auth/login')).status).toBe(405);
  });

  it('answers are as they are without a web app', async () => {
    const list = await app.call('GET', '/api/v1/cafes');
    expect([list.status, list.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    const { status, body } = await app.call<Problem>('POST', '/no/such/page', { body: {} });
    expect([status, body.code]).toEqual([404, 'route.not-found']);
  });
});

describe('what search engines read', () => {
  it('names the sitemap and keeps them out of the API', async () => {
    const robots = (await open('/robots.txt')).body.toString();
    expect(robots).toContain('Disallow: /api/');
    expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
  });

  it('lists every visible café and none that is hidden, also after a change', async () => {
    const sitemap = async (): Promise<string> => (await open('/sitemap.xml')).body.toString();
    expect(await sitemap()).toContain(`<loc>${origin}/cafes/${cafe.code}</loc>`);
    const added = await openCafe('added', 'x');
    expect(await sitemap()).toContain(`<loc>${origin}/cafes/${added.code}</loc>`);
    const current = await app.call('GET', `/api/v1/me/cafes/${added.code}`, { token: owner.token });
    await app.call('PATCH', `/api/v1/cafes/${added.code}`, {
      token: owner.token,
      body: { isDisabled: true },
      headers: { 'if-match': String(current.headers.get('etag')) },
    });
    expect(await sitemap()).not.toContain(added.code);
  });
});
