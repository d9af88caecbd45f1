import type { ManagedCafe, ManagedRegion } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, unknownId } from '../../../test/cafe-scene.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let city: ManagedRegion;
let district: ManagedRegion;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner] = await Promise.all([app.signIn('ADMIN'), app.signIn('BUSINESS')]);
  city = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  district = await createRegion(app, admin.token, '종로구', 'DISTRICT', city.id);
});
afterAll(() => app?.stop());

const read = (code: string) => app.call<ManagedCafe>('GET', `/api/v1/me/cafes/${code}`, { token: owner.token });
const edit = (code: string, etag: string | undefined, body: unknown) =>
  app.call<ManagedCafe>('PATCH', `/api/v1/cafes/${code}`, {
    token: owner.token,
    body,
    headers: etag === undefined ? {} : { 'if-match': etag },
  });
const logOf = (cafeId: string) =>
  app.database.query(
    `SELECT "actorId", before, after FROM "TransactionLog"
     WHERE "resourceType" = 'cafe' AND "resourceId" = $1 AND action = 'cafe.update' ORDER BY "createdAt"`,
    [cafeId],
  );

describe('editing a café', () => {
  it('needs the version that was edited: 428 without, 412 when it is another', async () => {
    const { code, etag } = await createCafe(app, owner.token, district.id);
    expectProblem(await edit(code, undefined, { name: '가' }), 428, 'resource.if-match-required');
    expectProblem(await edit(code, '*', { name: '가' }), 428, 'resource.if-match-required');
    expectProblem(await edit(code, '"made-up"', { name: '가' }), 412, 'resource.stale');
    const first = await edit(code, etag, { name: '첫 손' });
    expect([first.status, first.body.name]).toEqual([200, '첫 손']);
    expectProblem(await edit(code, etag, { name: '둘째 손' }), 412, 'resource.stale');
    expect((await read(code)).body.name).toBe('첫 손');
    expect((await edit(code, first.headers.get('etag') ?? '', { name: '둘째 손' })).status).toBe(200);
  });

  it('by many at once from one version lets one through', async () => {
    const { code, etag, id } = await createCafe(app, owner.token, district.id);
    const responses = await Promise.all(
      Array.from({ length: 8 }, (_, place) => edit(code, etag, { name: `손 ${place}` })),
    );
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 412),
    ]);
    const winner = responses.find(({ status }) => status === 200);
    expect((await read(code)).body.name).toBe(winner?.body.name);
    expect(await logOf(id)).toHaveLength(1);
  });

  it('changes what is named, clears what is null, leaves the rest, and logs the difference', async () => {
    const made = await createCafe(app, owner.token, district.id, { phone: '02-123-4567', tagline: '한 잔' });
    const response = await edit(made.code, made.etag, { name: '새 온기', phone: null, latitude: 37.6 });
    expect(response.body).toMatchObject({ name: '새 온기', phone: null, latitude: 37.6, tagline: '한 잔' });
    expect(new Date(response.body.updatedAt).getTime()).toBeGreaterThan(new Date(made.updatedAt).getTime());
    expect(await logOf(made.id)).toEqual([
      {
        actorId: owner.id,
        before: { name: '온기', phone: '02-123-4567', latitude: 37.498 },
        after: { name: '새 온기', phone: null, latitude: 37.6 },
      },
    ]);
  });

  it('that changes nothing leaves the version and the log alone', async () => {
    const { code, etag, id } = await createCafe(app, owner.token, district.id);
    const response = await edit(code, etag, { name: '온기' });
    expect([response.status, response.headers.get('etag')]).toEqual([200, etag]);
    expect(await logOf(id)).toEqual([]);
  });

  it('moves it to another region, but not to a hidden one; one whose region was hidden since can be edited', async () => {
    const there = await createRegion(app, admin.token, '이사간구', 'DISTRICT', city.id);
    const { code, etag } = await createCafe(app, owner.token, district.id);
    expectProblem(await edit(code, etag, { regionId: unknownId }), 422, 'cafe.region-unusable', '/regionId');
    const moved = await edit(code, etag, { regionId: there.id });
    expect(moved.body.region).toMatchObject({ name: '이사간구' });
    const disable = (isDisabled: boolean) =>
      app.call('PATCH', `/api/v1/regions/${there.id}`, { token: admin.token, body: { isDisabled } });
    await disable(true);
    const inHiding = await edit(code, moved.headers.get('etag') ?? '', { name: '숨은 카페', regionId: there.id });
    expect(inHiding.status).toBe(200);
    const out = await edit(code, inHiding.headers.get('etag') ?? '', { regionId: district.id });
    expect(out.status).toBe(200);
    const back = await edit(code, out.headers.get('etag') ?? '', { regionId: there.id });
    expectProblem(back, 422, 'cafe.region-unusable', '/regionId');
  });

  it('is not made stale by a region renamed above, though the answer has a new tag', async () => {
    const region = await createRegion(app, admin.token, '옛구', 'DISTRICT', city.id);
    const { code, etag } = await createCafe(app, owner.token, region.id);
    await app.call('PATCH', `/api/v1/regions/${region.id}`, { token: admin.token, body: { name: '새구' } });
    expect((await read(code)).headers.get('etag')).not.toBe(etag);
    expect((await edit(code, etag, { name: '그대로 내 판' })).status).toBe(200);
  });

  it('counts the café in the region tree anew', async () => {
    const region = await createRegion(app, admin.token, '셈구', 'DISTRICT', city.id);
    const count = async () => {
      const tree = await app.call<{ items: ManagedRegion[] }>('GET', '/api/v1/regions');
      return tree.body.items.find(({ id }) => id === region.id)?.cafeCount;
    };
    expect(await count()).toBe(0);
    const { code, etag } = await createCafe(app, owner.token, region.id);
    expect(await count()).toBe(1);
    await edit(code, etag, { isDisabled: true });
    expect(await count()).toBe(0);
  });

  it('refuses no change, unknown fields and a new code', async () => {
    const { code, etag } = await createCafe(app, owner.token, district.id);
    for (const body of [{}, { code: 'another-code' }, { owners: [] }, { name: null }, [], 'text'])
      expectProblem(await edit(code, etag, body), 400, 'request.invalid');
  });
});
