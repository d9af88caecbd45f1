import type { ManagedRegion, Problem, Region, RegionType } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { insertCafes, type MadeRegion } from '../../../test/cafe-factory.js';
import { createRegion, expectProblem, unknownId } from '../../../test/cafe-scene.js';

let app: TestApp;
let admin: SignedInUser;
let business: SignedInUser;

beforeAll(async () => {
  app = await startTestApp();
  [admin, business] = await Promise.all([app.signIn('ADMIN'), app.signIn('BUSINESS')]);
});
afterAll(() => app?.stop());

const post = (body: unknown, token: string | undefined = admin.token) =>
  app.call<ManagedRegion & Problem>('POST', '/api/v1/regions', { token, body });
const patch = (id: string, body: unknown, token: string | undefined = admin.token) =>
  app.call<ManagedRegion & Problem>('PATCH', `/api/v1/regions/${id}`, { token, body });

const make = ({ name, type, parentId }: { name: string; type: RegionType; parentId?: string }) =>
  createRegion(app, admin.token, name, type, parentId);

const list = async (): Promise<Region[]> => (await app.call<{ items: Region[] }>('GET', '/api/v1/regions')).body.items;
const listManaged = async (): Promise<ManagedRegion[]> =>
  (await app.call<{ items: ManagedRegion[] }>('GET', '/api/v1/regions/managed', { token: admin.token })).body.items;

/** A province with a city, its ward and a 동 in it; every name ends in `mark`. */
async function makeBranch(mark: string) {
  const province = await make({ name: `도${mark}`, type: 'PROVINCE' });
  const city = await make({ name: `시${mark}`, type: 'CITY', parentId: province.id });
  const ward = await make({ name: `구${mark}`, type: 'DISTRICT', parentId: city.id });
  const town = await make({ name: `동${mark}`, type: 'NEIGHBORHOOD', parentId: ward.id });
  return { province, city, ward, town };
}

describe('who may change regions', () => {
  it('is an administrator: nobody else reads the managed tree, creates or updates', async () => {
    const { id } = await make({ name: '권한도', type: 'PROVINCE' });
    const attempts = (token: string | undefined) => [
      app.call<Problem>('GET', '/api/v1/regions/managed', { token }),
      app.call<Problem>('POST', '/api/v1/regions', { token, body: { name: '남의 도', type: 'PROVINCE' } }),
      app.call<Problem>('PATCH', `/api/v1/regions/${id}`, { token, body: { name: '남의 도' } }),
    ];
    for (const response of await Promise.all(attempts(undefined))) expectProblem(response, 401, 'auth.required');
    for (const response of await Promise.all(attempts(business.token))) expectProblem(response, 403, 'access.denied');
    expect((await list()).some(({ name }) => name === '남의 도')).toBe(false);
  });
});

describe('creating a region', () => {
  it('answers it as it stands in the tree, and logs it', async () => {
    const { province, ward, town } = await makeBranch('생성');
    expect(province).toEqual({
      id: province.id,
      parentId: null,
      name: '도생성',
      shortName: '도생성',
      type: 'PROVINCE',
      cafeCount: 0,
      isDisabled: false,
    });
    expect(town).toMatchObject({ parentId: ward.id, shortName: '도생성 시생성 동생성' });
    const log = await app.database.query(
      `SELECT action, "actorId", after FROM "TransactionLog" WHERE "resourceType" = 'region' AND "resourceId" = $1`,
      [town.id],
    );
    expect(log).toEqual([
      {
        action: 'region.create',
        actorId: admin.id,
        after: { name: '동생성', type: 'NEIGHBORHOOD', parentId: ward.id, isDisabled: false },
      },
    ]);
  });

  it('refuses a name that a sibling has, also at the root and in another normal form', async () => {
    const { province, city } = await makeBranch('중복');
    expectProblem(await post({ name: '도중복', type: 'PROVINCE' }), 409, 'region.name-taken', '/name');
    expectProblem(await post({ name: ' 도중복'.normalize('NFD'), type: 'PROVINCE' }), 409, 'region.name-taken');
    const sibling = { name: '시중복', type: 'CITY', parentId: province.id };
    expectProblem(await post(sibling), 409, 'region.name-taken', '/name');
    await make({ name: '시중복', type: 'DISTRICT', parentId: city.id });
  });

  it('takes one of two that come at once with the same name', async () => {
    const twins = await Promise.all([1, 2, 3, 4].map(() => post({ name: '쌍둥이도', type: 'PROVINCE' })));
    expect(twins.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  });

  it('refuses a type that cannot stand there, and a parent that does not exist', async () => {
    const { town } = await makeBranch('층');
    const misplaced = { name: '구', type: 'DISTRICT', parentId: town.id };
    expectProblem(await post(misplaced), 422, 'region.type-not-allowed', '/type');
    expectProblem(await post({ name: '구', type: 'DISTRICT' }), 422, 'region.type-not-allowed', '/type');
    const orphan = { name: '구', type: 'DISTRICT', parentId: unknownId };
    expectProblem(await post(orphan), 422, 'region.parent-unusable', '/parentId');
  });

  it.each<[string, unknown, string]>([
    ['an unknown type', { name: '가', type: 'VILLAGE' }, '/type'],
    ['no name', { type: 'PROVINCE' }, '/name'],
    ['a blank name', { name: '  ', type: 'PROVINCE' }, '/name'],
    ['a long name', { name: '가'.repeat(41), type: 'PROVINCE' }, '/name'],
    ['NUL', { name: 'a\u0000b', type: 'PROVINCE' }, '/name'],
    ['half a surrogate pair', { name: 'a\ud83d', type: 'PROVINCE' }, '/name'],
    ['a parent that is no id', { name: '가', type: 'PROVINCE', parentId: '1' }, '/parentId'],
  ])('refuses %s', async (_, body, pointer) => {
    expectProblem(await post(body), 400, 'request.invalid', pointer);
  });
});

describe('updating a region', () => {
  it('answers 404 for one that does not exist, 400 for no change and for no id', async () => {
    expectProblem(await patch(unknownId, { name: '가' }), 404, 'region.not-found');
    expectProblem(await patch(unknownId, {}), 400, 'request.invalid');
    expectProblem(await patch('1', { name: '가' }), 400, 'request.invalid', 'id');
  });

  it('renames it, everywhere at once, and logs what changed', async () => {
    const { city, town } = await makeBranch('개명');
    expect((await list()).find(({ id }) => id === town.id)?.shortName).toBe('도개명 시개명 동개명');
    const response = await patch(city.id, { name: '새시' });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ name: '새시', shortName: '도개명 새시' });
    expect((await list()).find(({ id }) => id === town.id)?.shortName).toBe('도개명 새시 동개명');
    const [entry] = await app.database.query(
      `SELECT before, after FROM "TransactionLog" WHERE action = 'region.update' AND "resourceId" = $1`,
      [city.id],
    );
    expect(entry).toEqual({ before: { name: '시개명' }, after: { name: '새시' } });
  });

  it('writes and logs nothing when nothing changes', async () => {
    const { city } = await makeBranch('그대로');
    expect((await patch(city.id, { name: '시그대로', isDisabled: false })).status).toBe(200);
    const log = await app.database.query(
      `SELECT 1 FROM "TransactionLog" WHERE action = 'region.update' AND "resourceId" = $1`,
      [city.id],
    );
    expect(log).toEqual([]);
  });

  it('refuses a taken name, by renaming and by moving', async () => {
    const here = await makeBranch('여기');
    const there = await makeBranch('저기');
    await make({ name: '옆시', type: 'CITY', parentId: here.province.id });
    expectProblem(await patch(here.city.id, { name: '옆시' }), 409, 'region.name-taken', '/name');
    await make({ name: '시여기', type: 'CITY', parentId: there.province.id });
    expectProblem(await patch(here.city.id, { parentId: there.province.id }), 409, 'region.name-taken', '/name');
  });

  it('moves the whole subtree', async () => {
    const from = await makeBranch('출발');
    const to = await makeBranch('도착');
    const response = await patch(from.city.id, { parentId: to.province.id });
    expect(response.body).toMatchObject({ parentId: to.province.id, shortName: '도도착 시출발' });
    const regions = await list();
    expect(regions.find(({ id }) => id === from.town.id)?.shortName).toBe('도도착 시출발 동출발');
    const place = (id: string) => regions.findIndex((region) => region.id === id);
    expect(place(to.province.id)).toBeLessThan(place(from.city.id));
    expect(place(from.city.id)).toBeLessThan(place(from.ward.id));
    const ancestors = await app.database.query<{ ancestorId: string; depth: number }>(
      'SELECT "ancestorId", depth FROM "RegionClosure" WHERE "descendantId" = $1 ORDER BY depth',
      [from.town.id],
    );
    expect(ancestors.map(({ ancestorId }) => ancestorId)).toEqual([
      from.town.id,
      from.ward.id,
      from.city.id,
      to.province.id,
    ]);
  });

  it('refuses to move a region under itself or its own descendant', async () => {
    const { city, ward, town } = await makeBranch('순환');
    for (const parentId of [city.id, ward.id, town.id])
      expectProblem(await patch(city.id, { parentId }), 409, 'region.move-into-descendant', '/parentId');
  });

  it('refuses a place or a type that the layers forbid', async () => {
    const { province, city, town } = await makeBranch('금지');
    expectProblem(await patch(town.id, { parentId: province.id }), 422, 'region.type-not-allowed', '/type');
    expectProblem(await patch(city.id, { parentId: null }), 422, 'region.type-not-allowed', '/type');
    expectProblem(await patch(city.id, { parentId: unknownId }), 422, 'region.parent-unusable', '/parentId');
    expectProblem(await patch(city.id, { type: 'TOWN' }), 422, 'region.type-not-allowed', '/type');
    // It holds a ward, which stands under a city only.
    expectProblem(await patch(city.id, { type: 'COUNTY' }), 422, 'region.type-not-allowed', '/type');
    expect((await patch(town.id, { type: 'TOWN' })).body).toMatchObject({ type: 'TOWN' });
  });
});

describe('a disabled region', () => {
  it('hides its subtree from visitors until it is enabled again', async () => {
    const { province, city, town } = await makeBranch('숨김');
    const isListed = async (id: string) => (await list()).some((region) => region.id === id);
    expect(await isListed(town.id)).toBe(true);
    expect((await patch(city.id, { isDisabled: true })).body).toMatchObject({ isDisabled: true });
    expect(await isListed(province.id)).toBe(true);
    expect(await isListed(city.id)).toBe(false);
    expect(await isListed(town.id)).toBe(false);
    const managed = await listManaged();
    expect(managed.find(({ id }) => id === city.id)?.isDisabled).toBe(true);
    expect(managed.find(({ id }) => id === town.id)?.isDisabled).toBe(false);
    await patch(city.id, { isDisabled: false });
    expect(await isListed(town.id)).toBe(true);
  });
});

describe('the counts', () => {
  it('are of the visible cafés of the subtree, in one query', async () => {
    const { province, city, ward, town } = await makeBranch('셈');
    const other = await make({ name: '다른동셈', type: 'NEIGHBORHOOD', parentId: ward.id });
    const made = (region: ManagedRegion): MadeRegion => ({ ...region, path: region.shortName.split(' ') });
    const cafes = await insertCafes(app.database, [made(town)], 3);
    await insertCafes(app.database, [made(other)], 2, { seed: 2, codePrefix: 'other' });
    await app.database.query('UPDATE "CafeInfo" SET "isDisabled" = true WHERE id = $1', [cafes[0]?.id]);
    // Any change of the tree drops what was kept of it.
    await make({ name: '새동셈', type: 'NEIGHBORHOOD', parentId: ward.id });
    const countsOf = (regions: Region[]) =>
      [province, city, ward, town, other].map(({ id }) => regions.find((region) => region.id === id)?.cafeCount);
    expect(countsOf(await list())).toEqual([4, 4, 4, 2, 2]);
    await patch(town.id, { isDisabled: true });
    expect(countsOf(await list())).toEqual([2, 2, 2, undefined, 2]);
    expect(countsOf(await listManaged())).toEqual([2, 2, 2, 0, 2]);
  });
});

describe('the public tree', () => {
  it('is kept, answers 304 to its tag, and is made anew after a change', async () => {
    const first = await app.call('GET', '/api/v1/regions');
    const etag = first.headers.get('etag') ?? '';
    const again = () => app.call('GET', '/api/v1/regions', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await make({ name: '새도', type: 'PROVINCE' });
    expect((await again()).status).toBe(200);
  });
});
