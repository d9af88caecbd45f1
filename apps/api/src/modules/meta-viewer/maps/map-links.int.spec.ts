import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type MapLink, mapLink } from '@virtualcafe/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../../test/app.js';
import { createCafe, createRegion, type MadeCafe } from '../../../../test/cafe-scene.js';
import { freezeClock } from '../../../../test/frozen-clock.js';
import { triangleGlb } from '../../../../test/glb-factory.js';
import { addPair as addPairTo, linksTo } from '../../../../test/map-scene.js';
import { createViewer, type MadeViewer } from '../../../../test/viewer-scene.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';

let app: TestApp;
let owner: SignedInUser;
let stranger: SignedInUser;
let cafe: MadeCafe;
let viewer: MadeViewer;

beforeAll(async () => {
  app = await startTestApp();
  const admin = await app.signIn('ADMIN');
  [owner, stranger] = [await app.signIn('BUSINESS'), await app.signIn('BUSINESS')];
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
});
afterAll(() => app?.stop());

beforeEach(async () => {
  viewer = await createViewer(app, owner.token, cafe.id);
});

describe('links to files', () => {
  const participant = 'AAAAbbbbCCCCdddd';
  const addPair = (name: string, options?: { activate: boolean }) => addPairTo(app, viewer.id, name, options);
  const links = (code: string) => linksTo(app, code, participant);
  const fetchLink = (url: string, init: RequestInit = {}) => fetch(`${app.url}${url}`, init);
  const problemOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  async function firstLink(): Promise<MapLink> {
    const [link] = await links(viewer.code);
    if (link === undefined) throw new Error('The room has no links');
    return link;
  }

  it('open each variant of the active pair for ten minutes, and not what was uploaded', async () => {
    await addPair('old');
    await addPair('a', { activate: true });
    const given = await links(viewer.code);
    expect(given.map(({ type, variant, version }) => [type, variant, version])).toEqual([
      ['RENDER', 'DESKTOP', 2],
      ['COLLIDER', 'DESKTOP', 2],
    ]);
    for (const link of given) {
      expect(mapLink.parse(link)).toEqual(link);
      const response = await fetchLink(link.url);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'model/gltf-binary']);
      expect(response.headers.get('cache-control')).toBe('private, max-age=600');
      expect(response.headers.get('etag')).toBe(`"${link.contentHash}"`);
      expect(bytes.byteLength).toBe(link.sizeBytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(link.contentHash);
      const left = new Date(link.expiresAt).getTime() - Date.now();
      expect(left).toBeGreaterThan(590_000);
      expect(left).toBeLessThanOrEqual(600_000);
    }
  });

  it('answer ranges', async () => {
    await addPair('a', { activate: true });
    const { url, sizeBytes, contentHash } = await firstLink();
    const whole = Buffer.from(await (await fetchLink(url)).arrayBuffer());
    const part = async (headers: Record<string, string>) => {
      const response = await fetchLink(url, { headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { status: response.status, range: response.headers.get('content-range'), bytes };
    };
    expect(await part({ range: 'bytes=4-11' })).toEqual({
      status: 206,
      range: `bytes 4-11/${sizeBytes}`,
      bytes: whole.subarray(4, 12),
    });
    expect(await part({ range: 'bytes=-4' })).toEqual({
      status: 206,
      range: `bytes ${sizeBytes - 4}-${sizeBytes - 1}/${sizeBytes}`,
      bytes: whole.subarray(-4),
    });
    expect((await part({ range: 'bytes=0-3', 'if-range': `"${contentHash}"` })).status).toBe(206);
    expect((await part({ range: 'bytes=0-3', 'if-range': '"another"' })).bytes).toEqual(whole);
    const beyond = await part({ range: `bytes=${sizeBytes}-` });
    expect([beyond.status, beyond.range]).toEqual([416, `bytes */${sizeBytes}`]);
    expect((await part({ 'if-none-match': `"${contentHash}"` })).status).toBe(304);
  });

  it('answer HEAD with the length and no body', async () => {
    await addPair('a', { activate: true });
    const { url, sizeBytes } = await firstLink();
    const whole = await fetchLink(url, { method: 'HEAD' });
    expect([whole.status, whole.headers.get('content-length'), await whole.text()]).toEqual([
      200,
      String(sizeBytes),
      '',
    ]);
    const part = await fetchLink(url, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '10']);
  });

  it('are refused when forged, of another file, room or participant, and when old', async () => {
    await addPair('a', { activate: true });
    const [render, collider] = await links(viewer.code);
    const other = await createViewer(app, owner.token, cafe.id);
    const url = render?.url ?? '';
    const forged = [
      url.replace(/signature=.{4}/, 'signature=AAAA'),
      url.replace(/&signature=.*/, ''),
      url.replace(/expires=(\d+)/, (_, at: string) => `expires=${Number(at) + 1}`),
      url.replace(participant, 'ZZZZbbbbCCCCdddd'),
      url.replace(viewer.code, other.code),
      url.replace(/map-files\/[^?]+/, (collider?.url ?? '').match(/map-files\/[^?]+/)?.[0] ?? 'none'),
      url.replace(/signature=.*/, 'signature='),
    ];
    for (const each of forged) {
      const response = await fetchLink(each);
      expect([response.status, await problemOf(response)], each).toEqual([401, 'map.link-invalid']);
    }
    expect((await fetchLink(`${url}&more=1`)).status).toBe(400);
    freezeClock(app, new Date(Date.now() + 600_001));
    const late = await fetchLink(url);
    vi.restoreAllMocks();
    expect([late.status, await problemOf(late)]).toEqual([401, 'map.link-expired']);
    expect((await fetchLink(url)).status).toBe(200);
  });

  it('are told when the file is gone', async () => {
    await addPair('gone', { activate: true });
    const { url, contentHash } = await firstLink();
    const storage = app.app.get(MapStorage, { strict: false });
    await rm(storage.pathOf(`${contentHash.slice(0, 2)}/${contentHash}.glb`));
    const response = await fetchLink(url);
    expect([response.status, await problemOf(response)]).toEqual([404, 'map.not-found']);
  });

  it('are not needed by keepers, who also get what was uploaded', async () => {
    await addPair('a');
    const files = await app.database.query<{ id: string }>(
      `SELECT f.id FROM "MetaViewerMapFile" f JOIN "MetaViewerMap" m ON m.id = f."mapId"
       WHERE m."viewerId" = $1 AND f.variant = 'ORIGINAL' AND m.type = 'RENDER'`,
      [viewer.id],
    );
    const path = `/api/v1/viewers/${viewer.code}/map-files/${files[0]?.id ?? ''}`;
    const get = (token: string) => fetchLink(path, { headers: { authorization: `Bearer ${token}` } });
    const response = await get(owner.token);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(triangleGlb('a render'));
    expect((await get(stranger.token)).status).toBe(404);
    expect(await problemOf(await fetchLink(path))).toBe('map.link-invalid');
    expect((await get('nonsense')).status).toBe(401);
  });
});
