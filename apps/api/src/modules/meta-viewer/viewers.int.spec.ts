import type { ManagedRegion, Viewer, ViewerPage } from '@virtualcafe/contracts';
import { defaultWorldData, viewerPage as viewerPageSchema, viewer as viewerSchema } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallOptions, type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import {
  createCafe,
  createRegion,
  expectProblem,
  insertImage,
  type MadeCafe,
  unknownId,
} from '../../../test/cafe-scene.js';
import { createOpenViewer, createViewer, insertMap } from '../../../test/viewer-scene.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let city: ManagedRegion;
let cafe: MadeCafe;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner] = await Promise.all([app.signIn('ADMIN'), app.signIn('BUSINESS')]);
  city = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, city.id, { name: '온기 카페' });
});
afterAll(() => app?.stop());

const read = (code: string, headers: Record<string, string> = {}) =>
  app.call<Viewer>('GET', `/api/v1/viewers/${code}`, { headers });
const list = (query: string, options: CallOptions) => app.call<ViewerPage>('GET', `/api/v1/viewers${query}`, options);
/** Edits a room or a café as it is now. */
const edit = async (path: string, body: unknown) => {
  const current = await app.call('GET', `/api/v1/me/${path}`, { token: owner.token });
  const headers = { 'if-match': current.headers.get('etag') ?? '' };
  const response = await app.call('PATCH', `/api/v1/${path}`, { token: owner.token, body, headers });
  expect(response.status, JSON.stringify(response.body)).toBe(200);
};
const photoSpot = (target: string) => ({
  id: `p-${target}`,
  position: { x: 1, y: 1.5, z: 0 },
  label: { ko: '벽', en: '' },
  kind: 'photo',
  target,
});

describe('an open room', () => {
  it('shows its café, its world, its photos and the active pair of maps, and nothing that only its keepers may see', async () => {
    const photo = await insertImage(app, owner.id);
    const hidden = await insertImage(app, owner.id);
    const hotspots = [photoSpot(photo), photoSpot(hidden)];
    const made = await createViewer(app, owner.token, cafe.id, { worldData: { hotspots, playerSpeed: 4 } });
    await app.database.query('UPDATE "Image" SET "isDisabled" = true WHERE id = $1', [hidden]);
    await insertMap(app, made.id, 'RENDER', { version: 1 });
    const render = await insertMap(app, made.id, 'RENDER', { version: 2, isActive: true, report: { triangles: 7 } });
    const collider = await insertMap(app, made.id, 'COLLIDER', { isActive: true });
    const response = await read(made.code);
    expect(response.status).toBe(200);
    expect(viewerSchema.parse(response.body)).toEqual(response.body);
    expect(response.body).toEqual({
      code: made.code,
      name: '온기 방',
      cafe: { id: cafe.id, code: cafe.code, name: '온기 카페' },
      worldData: { ...defaultWorldData, playerSpeed: 4, hotspots },
      photos: [expect.objectContaining({ id: photo, url: expect.stringMatching(/^\/media\//) as string })],
      maps: [
        { id: render, type: 'RENDER', version: 2, isDraco: false, variants: [{ variant: 'DESKTOP', sizeBytes: 1234 }] },
        {
          id: collider,
          type: 'COLLIDER',
          version: 1,
          isDraco: false,
          variants: [{ variant: 'DESKTOP', sizeBytes: 1234 }],
        },
      ],
      updatedAt: made.updatedAt,
    });
    for (const secret of ['triangles', 'contentHash', 'fileName":"', owner.id])
      expect(JSON.stringify(response.body)).not.toContain(secret);
  });

  it('is 404 when unknown, without both active maps, disabled, or of a hidden café', async () => {
    expectProblem(await read('no-such-room'), 404, 'viewer.not-found');
    expectProblem(await read('No_Room'), 400, 'request.invalid', 'code');
    const its = await createCafe(app, owner.token, city.id);
    const { code, id } = await createViewer(app, owner.token, its.id);
    const status = async () => (await read(code)).status;
    expect(await status()).toBe(404);
    await insertMap(app, id, 'RENDER', { isActive: true });
    await insertMap(app, id, 'COLLIDER', { version: 1 });
    expect(await status()).toBe(404);
    await insertMap(app, id, 'COLLIDER', { version: 2, isActive: true });
    expect(await status()).toBe(200);
    for (const path of [`viewers/${code}`, `cafes/${its.code}`]) {
      await edit(path, { isDisabled: true });
      expectProblem(await read(code), 404, 'viewer.not-found');
      await edit(path, { isDisabled: false });
      expect(await status(), path).toBe(200);
    }
    const disableCity = (isDisabled: boolean) =>
      app.call('PATCH', `/api/v1/regions/${city.id}`, { token: admin.token, body: { isDisabled } });
    await disableCity(true);
    expect(await status()).toBe(404);
    await disableCity(false);
    expect(await status()).toBe(200);
  });

  it("is kept until it or its café's name changes", async () => {
    const its = await createCafe(app, owner.token, city.id);
    const { code } = await createOpenViewer(app, owner.token, its.id);
    let etag = (await read(code)).headers.get('etag') ?? '';
    const again = async () => {
      const response = await read(code, { 'if-none-match': etag });
      etag = response.headers.get('etag') ?? etag;
      return response.status;
    };
    expect(await again()).toBe(304);
    await edit(`viewers/${code}`, { worldData: { playerSpeed: 5 } });
    expect([await again(), await again()]).toEqual([200, 304]);
    await edit(`cafes/${its.code}`, { name: '새 이름' });
    expect([await again(), await again()]).toEqual([200, 304]);
    expect((await read(code)).body).toMatchObject({ cafe: { name: '새 이름' }, worldData: { playerSpeed: 5 } });
  });
});

describe('the list of rooms for build servers and administrators', () => {
  const createKey = async (body: Record<string, unknown>): Promise<CallOptions> => {
    const made = await app.call<{ key: string }>('POST', '/api/v1/api-keys', {
      token: admin.token,
      body: { name: '빌드', ...body },
    });
    expect(made.status).toBe(201);
    return { apiKey: made.body.key };
  };

  it('is for them alone', async () => {
    expectProblem(await list('', {}), 401, 'auth.required');
    expectProblem(await list('', { token: owner.token }), 403, 'access.denied');
    expectProblem(await list('', await createKey({ scopes: ['cafes:read'] })), 403, 'access.denied');
    const key = await createKey({ scopes: ['viewers:read'] });
    expect((await list('', key)).status).toBe(200);
    expectProblem(await app.call('GET', '/api/v1/me/viewers', key), 403, 'access.denied');
  });

  it('has the newest first, in pages, and says which are open', async () => {
    const its = await createCafe(app, owner.token, city.id);
    const open = await createOpenViewer(app, owner.token, its.id);
    const bare = await createViewer(app, owner.token, its.id);
    const disabled = await createOpenViewer(app, owner.token, its.id);
    await edit(`viewers/${disabled.code}`, { isDisabled: true });
    const page = (await list(`?cafeId=${its.id}`, { token: admin.token })).body;
    expect(viewerPageSchema.parse(page)).toEqual(page);
    expect(page).toMatchObject({ page: 1, pageSize: 20, total: 3 });
    expect(page.items.map(({ code, isOpen, isDisabled }) => [code, isOpen, isDisabled])).toEqual([
      [disabled.code, false, true],
      [bare.code, false, false],
      [open.code, true, false],
    ]);
    const codesOf = async (query: string) =>
      (await list(`?cafeId=${its.id}&${query}`, { token: admin.token })).body.items.map(({ code }) => code);
    expect(await codesOf('pageSize=2&page=2')).toEqual([open.code]);
    expect(await codesOf('isDisabled=true')).toEqual([disabled.code]);
    expect(await codesOf('isDisabled=false')).toEqual([bare.code, open.code]);
  });

  it('searches the names of room and café and the code, all words, as they are written', async () => {
    const its = await createCafe(app, owner.token, city.id, { name: '달빛 100% 다방' });
    const { code } = await createViewer(app, owner.token, its.id, { name: 'Rooftop 옥상' });
    const found = async (q: string) =>
      (await list(`?q=${encodeURIComponent(q)}`, { token: admin.token })).body.items.map((each) => each.code);
    for (const q of ['옥상', 'rooftop', `달빛 옥상`, code, '100%', ' 다방  ROOF '])
      expect(await found(q), q).toEqual([code]);
    for (const q of ['옥상 지하', 'roof_op', '달%다방', String.raw`\옥`]) expect(await found(q), q).toEqual([]);
  });

  it('has for a limited key only the rooms of its cafés', async () => {
    const its = await createCafe(app, owner.token, city.id);
    const { code } = await createViewer(app, owner.token, its.id);
    const key = await createKey({ scopes: ['viewers:read'], cafeIds: [its.id] });
    expect((await list('', key)).body).toMatchObject({ total: 1, items: [{ code }] });
    expect((await list(`?cafeId=${cafe.id}`, key)).body.total).toBe(0);
    expect((await list(`?cafeId=${unknownId}`, key)).body.total).toBe(0);
  });

  it.each([
    ['page=0', 'page'],
    ['pageSize=101', 'pageSize'],
    ['cafeId=1', 'cafeId'],
    ['isDisabled=maybe', 'isDisabled'],
    ['q=%00', 'q'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['nonsense=1', ''],
  ])('refuses ?%s', async (query, pointer) => {
    expectProblem(await list(`?${query}`, { token: admin.token }), 400, 'request.invalid', pointer);
  });
});
