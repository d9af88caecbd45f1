import type { ManagedRegion, ManagedViewer, ViewerPage } from '@virtualcafe/contracts';
import { defaultWorldData, managedViewer as managedViewerSchema } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import {
  createCafe,
  createRegion,
  expectProblem,
  insertImage,
  type MadeCafe,
  unknownId,
} from '../../../test/cafe-scene.js';
import { createViewer, insertMap, viewerBody } from '../../../test/viewer-scene.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let stranger: SignedInUser;
let region: ManagedRegion;
let cafe: MadeCafe;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner, stranger] = await Promise.all([app.signIn('ADMIN'), app.signIn('BUSINESS'), app.signIn('BUSINESS')]);
  region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
});
afterAll(() => app?.stop());

const post = (body: unknown, token: string | undefined = owner.token) =>
  app.call<ManagedViewer>('POST', '/api/v1/viewers', { token, body });
const read = (code: string, token: string | undefined = owner.token) =>
  app.call<ManagedViewer>('GET', `/api/v1/me/viewers/${code}`, { token });
const edit = (code: string, etag: string | undefined, body: unknown, token: string | undefined = owner.token) =>
  app.call<ManagedViewer>('PATCH', `/api/v1/viewers/${code}`, {
    token,
    body,
    headers: etag === undefined ? {} : { 'if-match': etag },
  });
const logOf = (viewerId: string) =>
  app.database.query<{ before: unknown; after: unknown }>(
    `SELECT action, "actorId", before, after FROM "TransactionLog"
     WHERE "resourceType" = 'viewer' AND "resourceId" = $1 ORDER BY "createdAt", id`,
    [viewerId],
  );
const imagesInUse = async (viewerId: string) =>
  (
    await app.database.query<{ id: string }>('SELECT "imageId" AS id FROM "MetaViewerImage" WHERE "viewerId" = $1', [
      viewerId,
    ])
  )
    .map(({ id }) => id)
    .toSorted();
const spot = (kind: string, target: string, id = 'a') => ({
  id,
  position: { x: 1, y: 1, z: 1 },
  label: { ko: '보기', en: 'See' },
  kind,
  target,
});

describe('who may keep rooms', () => {
  it('is BUSINESS and ADMIN', async () => {
    const { code, etag } = await createViewer(app, owner.token, cafe.id);
    const attempts = (token?: string) =>
      Promise.all([
        app.call('GET', '/api/v1/me/viewers', { token }),
        app.call('GET', `/api/v1/me/viewers/${code}`, { token }),
        app.call('POST', '/api/v1/viewers', { token, body: viewerBody(cafe.id) }),
        app.call('PATCH', `/api/v1/viewers/${code}`, { token, body: { name: '남' }, headers: { 'if-match': etag } }),
      ]);
    for (const response of await attempts()) expectProblem(response, 401, 'auth.required');
    for (const userType of ['GENERAL', 'MANAGER'] as const)
      for (const response of await attempts((await app.signIn(userType)).token))
        expectProblem(response, 403, 'access.denied');
  });

  it("of a café is its owner or an administrator; somebody else's is as one that does not exist", async () => {
    const { code, etag } = await createViewer(app, owner.token, cafe.id);
    for (const response of [
      await read(code, stranger.token),
      await edit(code, etag, { name: '남의 방' }, stranger.token),
      await read('no-such-room'),
      await edit('no-such-room', etag, { name: '없는 방' }),
    ])
      expectProblem(response, 404, 'viewer.not-found');
    expectProblem(await post(viewerBody(cafe.id), stranger.token), 422, 'viewer.cafe-unusable', '/cafeId');
    expectProblem(await post(viewerBody(unknownId)), 422, 'viewer.cafe-unusable', '/cafeId');
    expect((await post(viewerBody(cafe.id), admin.token)).status).toBe(201);
    expect((await edit(code, etag, { name: '관리자가 고침' }, admin.token)).body.name).toBe('관리자가 고침');
  });

  it('lists only their own', async () => {
    const keeper = await app.signIn('BUSINESS');
    const its = await createCafe(app, keeper.token, region.id);
    const made = [await createViewer(app, keeper.token, its.id), await createViewer(app, keeper.token, its.id)];
    const list = async (token: string, query = '') =>
      (await app.call<ViewerPage>('GET', `/api/v1/me/viewers${query}`, { token })).body;
    expect((await list(keeper.token)).items.map(({ code }) => code)).toEqual(made.map(({ code }) => code).toReversed());
    expect((await list(stranger.token)).total).toBe(0);
    expect((await list(admin.token, `?cafeId=${its.id}`)).total).toBe(2);
    expect((await list(stranger.token, `?cafeId=${its.id}`)).total).toBe(0);
  });
});

describe('creating a room', () => {
  it('gives it the defaults, answers all of it, and logs it', async () => {
    const { etag, ...made } = await createViewer(app, owner.token, cafe.id, { worldData: { playerHeight: 1.7 } });
    expect(managedViewerSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      cafe: { id: cafe.id, code: cafe.code, name: cafe.name },
      worldData: { ...defaultWorldData, playerHeight: 1.7 },
      photos: [],
      maps: [],
      isDisabled: false,
      isOpen: false,
      updatedAt: made.createdAt,
    });
    expect((await read(made.code)).headers.get('etag')).toBe(etag);
    expect(await logOf(made.id)).toEqual([
      {
        action: 'viewer.create',
        actorId: owner.id,
        before: null,
        after: { code: made.code, cafeId: cafe.id, name: made.name, worldData: made.worldData, isDisabled: false },
      },
    ]);
  });

  it('with a taken code is refused, also when both come at once', async () => {
    const body = viewerBody(cafe.id);
    const all = await Promise.all([1, 2, 3, 4].map(() => post(body)));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    expectProblem(await post({ ...body, name: '또' }, admin.token), 409, 'viewer.code-taken', '/code');
    expect(await logOf(all.find(({ status }) => status === 201)?.body.id ?? '')).toHaveLength(1);
  });

  it('may take the code of its café', async () => {
    expect((await post(viewerBody(cafe.id, { code: cafe.code }))).status).toBe(201);
  });

  const hotspots = (count: number) =>
    Array.from({ length: count }, (_, place) => spot('product', unknownId, `h${place}`));
  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: ' ' }, '/name'],
    ['a code with capitals', { code: 'Room-One' }, '/code'],
    ['a café that is no id', { cafeId: 'cafe' }, '/cafeId'],
    ['a state', { isDisabled: true }, ''],
    ['an unknown field of the world', { worldData: { gravity: 1 } }, '/worldData'],
    ['a huge number', { worldData: { playerSpeed: 1e300 } }, '/worldData/playerSpeed'],
    ['a number as text', { worldData: { playerSpeed: '6' } }, '/worldData/playerSpeed'],
    ['what JSON makes of NaN', { worldData: { playerScale: Number.NaN } }, '/worldData/playerScale'],
    ['a spawn point out of bounds', { worldData: { spawnPoint: { x: 101, y: 0, z: 0 } } }, '/worldData/spawnPoint'],
    ['101 hotspots', { worldData: { hotspots: hotspots(101) } }, '/worldData/hotspots'],
    [
      'a script for a link',
      { worldData: { hotspots: [spot('link', 'javascript:alert(1)')] } },
      '/worldData/hotspots/0/target',
    ],
    ['a kind that is none', { worldData: { hotspots: [spot('bomb', unknownId)] } }, '/worldData/hotspots/0/kind'],
  ])('refuses %s', async (_, fields, pointer) => {
    expectProblem(await post(viewerBody(cafe.id, fields)), 400, 'request.invalid', pointer);
  });

  it('refuses a number beyond all numbers', async () => {
    const text = JSON.stringify(viewerBody(cafe.id, { worldData: { playerSpeed: 0 } })).replace(':0}', ':1e999}');
    const response = await fetch(`${app.url}/api/v1/viewers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
      body: text,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/worldData/playerSpeed' }] });
  });

  it('takes 100 hotspots of every kind, and portals to rooms that are not there yet', async () => {
    const given = [
      ...hotspots(98),
      spot('portal', 'not-built-yet', 'portal'),
      spot('link', 'https://example.com', 'link'),
    ];
    const { worldData } = await createViewer(app, owner.token, cafe.id, { worldData: { hotspots: given } });
    expect(worldData.hotspots).toEqual(given);
  });
});

describe('editing a room', () => {
  it('needs the version that was edited: 428 without, 412 when it is another', async () => {
    const { code, etag } = await createViewer(app, owner.token, cafe.id);
    expectProblem(await edit(code, undefined, { name: '가' }), 428, 'resource.if-match-required');
    expectProblem(await edit(code, '"made-up"', { name: '가' }), 412, 'resource.stale');
    const first = await edit(code, etag, { name: '첫 손' });
    expect([first.status, first.body.name]).toEqual([200, '첫 손']);
    expectProblem(await edit(code, etag, { name: '둘째 손' }), 412, 'resource.stale');
    expect((await edit(code, first.headers.get('etag') ?? '', { name: '둘째 손' })).status).toBe(200);
  });

  it('by many at once from one version lets one through', async () => {
    const { code, etag, id } = await createViewer(app, owner.token, cafe.id);
    const responses = await Promise.all(
      Array.from({ length: 6 }, (_, place) => edit(code, etag, { name: `손 ${place}` })),
    );
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412, 412, 412]);
    expect(await logOf(id)).toHaveLength(2);
  });

  it('changes what is named, leaves the rest, keeps the maps, and logs the difference', async () => {
    const made = await createViewer(app, owner.token, cafe.id, { worldData: { playerHeight: 1.7 } });
    const finding = { severity: 'error', code: 'map.broken', message: 'cut short', pointer: '' };
    const report = { findings: [finding], budget: { original: null, desktop: null, mobile: null } };
    const older = await insertMap(app, made.id, 'RENDER', { version: 1, isActive: true });
    const newer = await insertMap(app, made.id, 'RENDER', { version: 2, status: 'REFUSED', report });
    const response = await edit(made.code, made.etag, { isDisabled: true, worldData: { playerSpeed: 3 } });
    expect(managedViewerSchema.parse(response.body)).toEqual(response.body);
    expect(response.body).toMatchObject({
      name: made.name,
      isDisabled: true,
      worldData: { ...defaultWorldData, playerHeight: 1.7, playerSpeed: 3 },
      maps: [
        { id: newer, version: 2, status: 'REFUSED', isActive: false, report },
        { id: older, version: 1, status: 'READY', isActive: true, report: null },
      ],
    });
    expect(new Date(response.body.updatedAt).getTime()).toBeGreaterThan(new Date(made.updatedAt).getTime());
    expect((await logOf(made.id))[1]).toEqual({
      action: 'viewer.update',
      actorId: owner.id,
      before: { isDisabled: false, worldData: { playerSpeed: 6 } },
      after: { isDisabled: true, worldData: { playerSpeed: 3 } },
    });
  });

  it('that changes nothing leaves the version and the log alone', async () => {
    const { code, etag, id, name, worldData } = await createViewer(app, owner.token, cafe.id);
    const response = await edit(code, etag, { name, worldData });
    expect([response.status, response.headers.get('etag')]).toEqual([200, etag]);
    expect(await logOf(id)).toHaveLength(1);
  });

  it('refuses no change, unknown fields, a new code or café, and bounds that leave the spawn point outside', async () => {
    const { code, etag } = await createViewer(app, owner.token, cafe.id);
    for (const body of [{}, { code: 'another' }, { cafeId: cafe.id }, { name: null }, { worldData: null }, [], 'text'])
      expectProblem(await edit(code, etag, body), 400, 'request.invalid');
    const bounds = { min: { x: 1, y: 1, z: 1 }, max: { x: 2, y: 2, z: 2 } };
    expectProblem(await edit(code, etag, { worldData: { bounds } }), 400, 'request.invalid', '/worldData/spawnPoint');
    const moved = { bounds, spawnPoint: { x: 1.5, y: 1, z: 2 } };
    expect((await edit(code, etag, { worldData: moved })).body.worldData).toMatchObject(moved);
  });
});

describe('photos in a room', () => {
  const photos = (...ids: string[]) => ({
    worldData: { hotspots: ids.map((image, place) => spot('photo', image, `p${place}`)) },
  });

  it('are in use while a hotspot names them', async () => {
    const [first, second] = [await insertImage(app, owner.id), await insertImage(app, owner.id)];
    const made = await createViewer(app, owner.token, cafe.id, photos(first, second, first));
    expect(await imagesInUse(made.id)).toEqual([first, second].toSorted());
    expect(made.photos.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
    const fewer = await edit(made.code, made.etag, photos(second));
    expect(await imagesInUse(made.id)).toEqual([second]);
    const renamed = await edit(made.code, fewer.headers.get('etag') ?? '', { name: '새 이름' });
    expect(renamed.body.photos.map(({ id }) => id)).toEqual([second]);
    await edit(made.code, renamed.headers.get('etag') ?? '', photos());
    expect(await imagesInUse(made.id)).toEqual([]);
  });

  it('are not taken when unknown, disabled or uploaded by somebody else, and each is named', async () => {
    const mine = await insertImage(app, owner.id);
    const others = [
      await insertImage(app, stranger.id),
      await insertImage(app, owner.id, { isDisabled: true }),
      unknownId,
    ];
    const body = viewerBody(cafe.id, photos(mine, ...others));
    const pointers = [1, 2, 3].map((place) => `/worldData/hotspots/${place}/target`);
    expectProblem(await post(body), 422, 'viewer.image-unusable', ...pointers);
    const { code, etag, id } = await createViewer(app, owner.token, cafe.id, { ...photos(mine), code: body.code });
    expectProblem(await edit(code, etag, photos(...others, mine)), 422, 'viewer.image-unusable');
    expect(await imagesInUse(id)).toEqual([mine]);
  });

  it("may be anybody's for an administrator, and the owner may keep those", async () => {
    const foreign = await insertImage(app, stranger.id);
    const { code, etag } = await createViewer(app, owner.token, cafe.id);
    const placed = await edit(code, etag, photos(foreign), admin.token);
    expect(placed.status).toBe(200);
    const mine = await insertImage(app, owner.id);
    expect((await edit(code, placed.headers.get('etag') ?? '', photos(mine, foreign))).status).toBe(200);
    expectProblem(await post(viewerBody(cafe.id, photos(foreign))), 422, 'viewer.image-unusable');
  });
});
