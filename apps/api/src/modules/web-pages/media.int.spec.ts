import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image, Problem } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { imageForm, sample } from '../../../test/image-factory.js';
import { rawGet } from '../../../test/raw-http.js';

let app: TestApp;
let image: Image;

beforeAll(async () => {
  app = await startTestApp();
  const { token } = await app.signIn('GENERAL');
  const uploaded = await app.call<Image>('POST', '/api/v1/images', { token, form: imageForm(await sample('jpeg')) });
  image = uploaded.body;
});

afterAll(() => app.stop());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}${path}`, { headers });

describe('a stored file', () => {
  it.each(['url', 'thumbnailUrl'] as const)('is served for ever (%s)', async (which) => {
    const response = await get(image[which]);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('last-modified')).toBeTruthy();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')));
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${app.url}${image.url}`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([200, String(image.sizeBytes)]);
  });

  it('answers 304 to who has it', async () => {
    const { headers } = await rawGet(app.url, image.url);
    const known: Record<string, string>[] = [
      { 'if-none-match': String(headers['etag']) },
      { 'if-modified-since': String(headers['last-modified']) },
    ];
    for (const condition of known) {
      const again = await rawGet(app.url, image.url, condition);
      expect([again.status, again.body.byteLength]).toEqual([304, 0]);
      expect(again.headers['cache-control']).toContain('immutable');
    }
    expect((await rawGet(app.url, image.url, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('is served in ranges', async () => {
    const whole = Buffer.from(await (await get(image.url)).arrayBuffer());
    const part = await get(image.url, { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${image.sizeBytes}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));
    const beyond = await get(image.url, { range: 'bytes=99999999-' });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${image.sizeBytes}`);
    expect(((await beyond.json()) as Problem).code).toBe('request.range-not-satisfiable');
  });
});

describe('everything else below /media/', () => {
  beforeAll(async () => {
    const folder = join(app.mediaFolder, '00');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'notes.txt'), 'secret');
    await writeFile(join(folder, '.hidden.webp'), 'secret');
    await writeFile(join(app.mediaFolder, '.incoming', 'half.webp'), 'secret');
    await writeFile(join(app.mediaFolder, '..', 'outside.webp'), 'secret');
  });

  it.each([
    '/media',
    '/media/',
    '/media/00',
    '/media/00/',
    '/media/00/notes.txt',
    '/media/00/.hidden.webp',
    '/media/.incoming/',
    '/media/.incoming/half.webp',
    '/media/%2eincoming/half.webp',
    '/media/../outside.webp',
    '/media/..%2foutside.webp',
    '/media/%2e%2e/outside.webp',
    '/media/00/../../outside.webp',
    '/media/..\\outside.webp',
    '/media//etc/passwd',
    '/media/00/%00',
    `/media/00/${'0'.repeat(64)}.webp`,
  ])('%s is not there', async (path) => {
    expect((await rawGet(app.url, path)).status).toBe(404);
  });

  it('is told of as a problem', async () => {
    const response = await get('/media/nothing.webp');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ code: 'route.not-found' });
  });

  it('takes no changes', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await fetch(`${app.url}${image.url}`, { method })).status).toBeGreaterThanOrEqual(404);
    expect((await get(image.url)).status).toBe(200);
  });
});
