import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion } from '../../../test/cafe-scene.js';
import { imageForm, sample } from '../../../test/image-factory.js';
import { rawGet, type RawResponse } from '../../../test/raw-http.js';
import { createOpenViewer, createViewer, type MadeViewer } from '../../../test/viewer-scene.js';
import { pageHeaders } from '../../platform/http/security-headers.js';

const origin = 'https://cafe.example';
const embedders = ['https://blog.example', 'http://localhost:8080'];
const indexHtml = `<!doctype html>
<html lang="ko">
  <head>
    <meta name="description" content="general" />
    <title>general</title>
  </head>
  <body><div id="root"></div></body>
</html>
`;

let app: TestApp;
let owner: SignedInUser;
let cafe: { id: string; code: string; name: string };
let room: MadeViewer;
let photo: Image;
let siteFolder: string;

beforeAll(async () => {
  siteFolder = join(inject('scratchFolder'), `room-site-${randomUUID()}`);
  await mkdir(siteFolder, { recursive: true });
  await writeFile(join(siteFolder, 'index.html'), indexHtml);
  app = await startTestApp({ WEB_DIR: siteFolder, PUBLIC_URL: origin, EMBED_ORIGINS: embedders.join(' ') });
  const admin = await app.signIn('ADMIN');
  owner = await app.signIn('BUSINESS');
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
  room = await createOpenViewer(app, owner.token, cafe.id, { name: '온기 "방" & <b>' });
  const form = imageForm(await sample('png'));
  photo = (await app.call<Image>('POST', '/api/v1/images', { token: owner.token, form })).body;
  const body = { imageIds: [photo.id] };
  await app.call('PUT', `/api/v1/cafes/${cafe.code}/images/THUMBNAIL`, { token: owner.token, body });
});

afterAll(() => app.stop());

const open = (path: string, headers: Record<string, string> = {}, of = app): Promise<RawResponse> =>
  rawGet(of.url, path, { accept: 'text/html', ...headers });

const contentOf = (page: RawResponse, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(page.body.toString())?.[1];

const ancestorsOf = (page: RawResponse): string | undefined =>
  /frame-ancestors ([^;]*)/.exec(String(page.headers['content-security-policy']))?.[1];

describe("a room's page", () => {
  it('tells who shares it what it is, with nothing of it taken for markup', async () => {
    const page = await open(`/r/${room.code}`);
    expect(page.status).toBe(200);
    expect(contentOf(page, 'og:title')).toBe(`온기 &quot;방&quot; &amp; &lt;b&gt; · ${cafe.name} · VirtualCafe`);
    expect(contentOf(page, 'description')).toContain(`${cafe.name}의 3D 공간`);
    expect(contentOf(page, 'og:image')).toBe(`${origin}${photo.url}`);
    expect(page.body.toString()).toContain(`<link rel="canonical" href="${origin}/r/${room.code}" />`);
    expect(contentOf(page, 'robots')).toBeUndefined();
  });

  it('speaks English to who reads it', async () => {
    const page = await open(`/r/${room.code}?with=x`, { 'accept-language': 'en' });
    expect(contentOf(page, 'description')).toContain(`The 3D room of ${cafe.name}`);
    expect(page.body.toString()).toContain('<html lang="en">');
  });

  it('its tour is found by search engines under its own address, its poster is not', async () => {
    const tour = await open(`/r/${room.code}/tour`);
    expect(contentOf(tour, 'og:url')).toBe(`${origin}/r/${room.code}/tour`);
    expect(contentOf(tour, 'robots')).toBeUndefined();
    expect(contentOf(await open(`/r/${room.code}/poster`), 'robots')).toBe('noindex');
  });

  it('tells of a change at once', async () => {
    const mine = await createOpenViewer(app, owner.token, cafe.id, { name: 'before' });
    expect(contentOf(await open(`/r/${mine.code}`), 'og:title')).toContain('before');
    const edit = await app.call('PATCH', `/api/v1/viewers/${mine.code}`, {
      token: owner.token,
      body: { name: 'after' },
      headers: { 'if-match': mine.etag },
    });
    expect(edit.status, JSON.stringify(edit.body)).toBe(200);
    expect(contentOf(await open(`/r/${mine.code}`), 'og:title')).toContain('after');
  });

  it('that is not open or was never there is 404, with the app to say so', async () => {
    const closed = await createViewer(app, owner.token, cafe.id, { name: 'secret name' });
    for (const path of [`/r/${closed.code}`, `/r/${closed.code}/tour`, '/r/nowhere-at-all', '/r/Not%20A%20Code']) {
      const page = await open(path);
      expect([path, page.status]).toEqual([path, 404]);
      expect(page.body.toString()).toContain('<div id="root">');
      expect(page.body.toString()).not.toContain('secret name');
      expect(contentOf(page, 'robots')).toBe('noindex');
    }
  });
});

describe('within another site', () => {
  it('a room and its tour may be shown where the operator allows it', async () => {
    for (const path of [`/r/${room.code}`, `/r/${room.code}?embed=1`, `/r/${room.code}/tour`]) {
      const page = await open(path);
      expect(ancestorsOf(page)).toBe(embedders.join(' '));
      expect(page.headers['x-frame-options']).toBeUndefined();
      expect(page.headers['cross-origin-opener-policy']).toBe('same-origin');
    }
  });

  it('says the same of a room when it is not there', async () => {
    expect(ancestorsOf(await open('/r/nowhere-at-all'))).toBe(embedders.join(' '));
  });

  it('no other page may', async () => {
    for (const path of [
      '/',
      `/cafes/${cafe.code}`,
      '/login',
      '/owner',
      `/r/${room.code}/poster`,
      `/r/${room.code}/x`,
    ]) {
      const page = await open(path);
      expect([path, ancestorsOf(page), page.headers['x-frame-options']]).toEqual([path, "'none'", 'DENY']);
    }
  });

  it('nothing may unless the operator says so', async () => {
    const closed = await startTestApp({ WEB_DIR: siteFolder, PUBLIC_URL: origin });
    try {
      expect((await open('/r/on-gi', {}, closed)).headers).toMatchObject(pageHeaders);
    } finally {
      await closed.stop();
    }
  });

  it.each(['https://blog.example/path', '*', "'self'", 'https://a.example; script-src *', 'javascript:alert(1)'])(
    '%j is refused as an origin',
    async (EMBED_ORIGINS) => {
      await expect(startTestApp({ EMBED_ORIGINS })).rejects.toThrow('EMBED_ORIGINS');
    },
  );
});
