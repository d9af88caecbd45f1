import type { Cafe, CafePage, ManagedRegion } from '@virtualcafe/contracts';
import { cafe as cafeSchema, cafePage as cafePageSchema } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, insertImage, unknownId } from '../../../test/cafe-scene.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let city: ManagedRegion;
let district: ManagedRegion;
let town: ManagedRegion;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner] = await Promise.all([app.signIn('ADMIN'), app.signIn('BUSINESS')]);
  city = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  district = await createRegion(app, admin.token, '강남구', 'DISTRICT', city.id);
  town = await createRegion(app, admin.token, '역삼동', 'NEIGHBORHOOD', district.id);
});
afterAll(() => app?.stop());

const list = (query = '') => app.call<CafePage>('GET', `/api/v1/cafes${query}`);
const read = (code: string) => app.call<Cafe>('GET', `/api/v1/cafes/${code}`);
const isListed = async (code: string) => (await list('?pageSize=100')).body.items.some((each) => each.code === code);
const edit = (code: string, etag: string, body: unknown) =>
  app.call('PATCH', `/api/v1/cafes/${code}`, { token: owner.token, body, headers: { 'if-match': etag } });
const updateRegion = (id: string, body: unknown) =>
  app.call('PATCH', `/api/v1/regions/${id}`, { token: admin.token, body });

describe("a café's public page", () => {
  it('shows what a visitor needs, and nothing that only its keepers may see', async () => {
    const openingHours = {
      days: [null, ...Array.from({ length: 6 }, () => ({ open: '10:00', close: '02:00' }))],
      note: '월요일 휴무',
    };
    const made = await createCafe(app, owner.token, town.id, {
      name: '온기 카페',
      tagline: '낮은 불빛, 따뜻한 잔',
      directions: '2호선 3번 출구\n오른쪽 골목',
      introduction: '천천히 내린 커피',
      phone: '02-555-0101',
      businessNumber: '220-81-62517',
      ceoName: '김온기',
      openingHours,
    });
    const images: string[] = [];
    for (let count = 0; count < 4; count += 1) images.push(await insertImage(app, owner.id));
    const [first, second, third, hidden] = images as [string, string, string, string];
    for (const [set, imageIds] of [
      ['THUMBNAIL', [hidden, second, first]],
      ['REAL', [third]],
    ] as const) {
      const put = `/api/v1/cafes/${made.code}/images/${set}`;
      expect((await app.call('PUT', put, { token: owner.token, body: { imageIds } })).status).toBe(200);
    }
    const links = [{ type: 'WEB_VIEWER', name: '둘러보기', url: 'https://example.com/a', isAvailable: true }];
    await app.call('PUT', `/api/v1/cafes/${made.code}/virtual-links`, { token: owner.token, body: { links } });
    await app.database.query('UPDATE "Image" SET "isDisabled" = true WHERE id = $1', [hidden]);

    const response = await read(made.code);
    expect(response.status).toBe(200);
    expect(cafeSchema.parse(response.body)).toEqual(response.body);
    expect(response.body).toMatchObject({
      id: made.id,
      name: '온기 카페',
      tagline: '낮은 불빛, 따뜻한 잔',
      latitude: 37.498,
      longitude: 127.028,
      phone: '02-555-0101',
      directions: '2호선 3번 출구\n오른쪽 골목',
      openingHours,
      region: { id: town.id, name: '역삼동', shortName: '서울특별시 역삼동' },
      regionPath: [
        { id: city.id, name: '서울특별시', shortName: '서울특별시' },
        { id: district.id, name: '강남구', shortName: '서울특별시' },
        { id: town.id, name: '역삼동', shortName: '서울특별시 역삼동' },
      ],
      thumbnail: { id: second },
      virtualLinks: [{ type: 'WEB_VIEWER', name: '둘러보기', isAvailable: true, thumbnail: null }],
    });
    expect(response.body.images.THUMBNAIL.map(({ id }) => id)).toEqual([second, first]);
    expect(response.body.images.REAL.map(({ id }) => id)).toEqual([third]);
    expect(response.body.images.VIRTUAL).toEqual([]);
    expect(response.body.thumbnail?.thumbnailUrl).toMatch(/^\/media\/[0-9a-f]{2}\/[0-9a-f]{64}\.thumb\.webp$/);
    const shown = JSON.stringify(response.body) + JSON.stringify((await list()).body);
    for (const secret of ['김온기', '2208162517', 'ceoName', 'businessNumber', 'owners', owner.id])
      expect(shown).not.toContain(secret);
  });

  it('is 404 for a café that does not exist and 400 for a code that cannot be one', async () => {
    expectProblem(await read('no-such-cafe'), 404, 'cafe.not-found');
    for (const code of ['A', 'ab', 'Upper-Case', 'a--b', 'a'.repeat(41), '%EC%98%A8%EA%B8%B0'])
      expectProblem(await read(code), 400, 'request.invalid', 'code');
  });

  it('and its place in the list are hidden while the café or a region above it is disabled', async () => {
    const { code, etag } = await createCafe(app, owner.token, town.id);
    const seen = async () => [(await read(code)).status, await isListed(code)];
    expect(await seen()).toEqual([200, true]);
    const disabled = await edit(code, etag, { isDisabled: true });
    expect(await seen()).toEqual([404, false]);
    await edit(code, disabled.headers.get('etag') ?? '', { isDisabled: false });
    expect(await seen()).toEqual([200, true]);
    for (const region of [city, district, town]) {
      await updateRegion(region.id, { isDisabled: true });
      expect(await seen(), region.name).toEqual([404, false]);
      await updateRegion(region.id, { isDisabled: false });
      expect(await seen(), region.name).toEqual([200, true]);
    }
  });

  it('is kept by its tag until it changes: by an edit, its images, its links, a region above it', async () => {
    const made = await createCafe(app, owner.token, town.id);
    let etag = (await read(made.code)).headers.get('etag') ?? '';
    const again = async () => {
      const response = await app.call('GET', `/api/v1/cafes/${made.code}`, { headers: { 'if-none-match': etag } });
      etag = response.headers.get('etag') ?? etag;
      return response.status;
    };
    const path = `/api/v1/cafes/${made.code}`;
    const imageIds = [await insertImage(app, owner.id)];
    expect(await again()).toBe(304);
    const changes: (() => Promise<unknown>)[] = [
      () => edit(made.code, made.etag, { name: '새 이름' }),
      () => app.call('PUT', `${path}/images/REAL`, { token: owner.token, body: { imageIds } }),
      () =>
        app.call('PUT', `${path}/virtual-links`, {
          token: owner.token,
          body: { links: [{ type: 'OTHER', name: '방', url: 'https://example.com', isAvailable: true }] },
        }),
      () => updateRegion(city.id, { name: '새서울특별시' }),
      () => updateRegion(city.id, { name: '서울특별시' }),
    ];
    for (const change of changes) {
      await change();
      expect(await again()).toBe(200);
      expect(await again()).toBe(304);
    }
  });
});

describe('the list of cafés', () => {
  it('has the newest first, in pages, with the total of all', async () => {
    const region = await createRegion(app, admin.token, '목록동', 'NEIGHBORHOOD', district.id);
    const codes: string[] = [];
    for (let count = 0; count < 5; count += 1) codes.unshift((await createCafe(app, owner.token, region.id)).code);
    const page = async (number: number) => (await list(`?regionId=${region.id}&pageSize=2&page=${number}`)).body;
    const pages = [await page(1), await page(2), await page(3), await page(4)];
    expect(pages.map(({ items }) => items.map(({ code }) => code))).toEqual([
      codes.slice(0, 2),
      codes.slice(2, 4),
      codes.slice(4),
      [],
    ]);
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
    expect(cafePageSchema.parse(pages[0])).toEqual(pages[0]);
    expect(pages[3]).toEqual({ items: [], page: 4, pageSize: 2, total: 5 });
  });

  it('of a region has the cafés of all regions below it, and follows a moved one', async () => {
    const other = await createRegion(app, admin.token, '부산광역시', 'METROPOLITAN_CITY');
    const moving = await createRegion(app, admin.token, '이사구', 'DISTRICT', city.id);
    const inner = await createRegion(app, admin.token, '이사동', 'NEIGHBORHOOD', moving.id);
    const { code } = await createCafe(app, owner.token, inner.id);
    const isBelow = async (regionId: string) =>
      (await list(`?regionId=${regionId}&pageSize=100`)).body.items.some((each) => each.code === code);
    const regions = [city, other, moving, inner];
    const where = async () => Promise.all(regions.map(({ id }) => isBelow(id)));
    expect(await where()).toEqual([true, false, true, true]);
    await updateRegion(moving.id, { parentId: other.id });
    expect(await where()).toEqual([false, true, true, true]);
    expect((await list(`?regionId=${unknownId}`)).body).toEqual({ items: [], page: 1, pageSize: 20, total: 0 });
  });

  it('shows a new thumbnail and a new name at once', async () => {
    const { code, etag } = await createCafe(app, owner.token, town.id);
    const inList = async () => (await list('?pageSize=100')).body.items.find((each) => each.code === code);
    expect(await inList()).toMatchObject({ name: '온기', thumbnail: null });
    const imageId = await insertImage(app, owner.id);
    const body = { imageIds: [imageId] };
    const put = await app.call('PUT', `/api/v1/cafes/${code}/images/THUMBNAIL`, { token: owner.token, body });
    expect(await inList()).toMatchObject({ thumbnail: { id: imageId } });
    expectProblem(await edit(code, etag, { name: '옛 판' }), 412, 'resource.stale');
    await edit(code, put.headers.get('etag') ?? '', { name: '새 판' });
    expect(await inList()).toMatchObject({ name: '새 판' });
  });

  it.each([
    ['page=0', 'page'],
    ['page=1e9', 'page'],
    ['page=x', 'page'],
    ['pageSize=0', 'pageSize'],
    ['pageSize=101', 'pageSize'],
    ['regionId=1', 'regionId'],
    ['sort=oldest', 'sort'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['q=%00', 'q'],
    ['q=a&q=b', 'q'],
    ['nonsense=1', ''],
  ])('refuses ?%s', async (query, pointer) => {
    expectProblem(await list(`?${query}`), 400, 'request.invalid', pointer);
  });
});
