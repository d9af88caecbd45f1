import type { ApiScope, Product, ProductPage, Showcase } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, insertImage, type MadeCafe } from '../../../test/cafe-scene.js';
import { createApiKey, createCategory, createProduct } from '../../../test/product-scene.js';
import { countQueries } from '../../../test/query-count.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let regionId: string;
let cafe: MadeCafe;
let kind: { id: string; code: string; etag: string };
let below: { id: string; code: string; etag: string };

beforeAll(async () => {
  app = await startTestApp({ PUBLIC_URL: 'https://cafe.example.com/' });
  [admin, owner] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS')];
  regionId = (await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY')).id;
  cafe = await createCafe(app, owner.token, regionId);
  kind = await createCategory(app, admin.token);
  below = await createCategory(app, admin.token, { parentId: kind.id });
});
afterAll(() => app?.stop());

const list = async (query: string) => (await app.call<ProductPage>('GET', `/api/v1/products?${query}`)).body;
const namesOf = async (query: string) => (await list(query)).items.map(({ name }) => name);
const sell = (cafeId: string, fields: Record<string, unknown> = {}, categoryId = below.id) =>
  createProduct(app, owner.token, cafeId, categoryId, fields);
const update = async (path: string, body: object) => {
  const read = path.replace('/products/', '/me/products/').replace('/cafes/', '/me/cafes/');
  const managed = read.replace('/product-categories/', '/product-categories/managed/');
  const etag = (await app.call('GET', managed, { token: admin.token })).headers.get('etag') ?? '';
  const changed = await app.call('PATCH', path, { token: admin.token, body, headers: { 'if-match': etag } });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
};

describe('what visitors see', () => {
  it('is in lists and on its page, until it, its café, a region or a category above is disabled', async () => {
    const region = await createRegion(app, admin.token, '경기도', 'PROVINCE');
    const shop = await createCafe(app, owner.token, region.id);
    const product = await sell(shop.id, { name: '숨은 파이' });
    const isSeen = async () => {
      const page = await app.call('GET', `/api/v1/products/${product.code}`);
      const seen = [
        page.status === 200,
        (await namesOf(`cafe=${shop.code}`)).length === 1,
        (await namesOf('q=숨은파이')).length === 1,
        (await namesOf(`category=${kind.code}&sort=cheapest&pageSize=100`)).includes('숨은 파이'),
      ];
      expect(new Set(seen).size, seen.join(' ')).toBe(1);
      return seen[0];
    };
    expect(await isSeen()).toBe(true);
    const switches: [string, (isDisabled: boolean) => Promise<unknown>][] = [
      ['the product', (isDisabled) => update(`/api/v1/products/${product.code}`, { isDisabled })],
      ['its category', (isDisabled) => update(`/api/v1/product-categories/${below.code}`, { isDisabled })],
      ['a category above', (isDisabled) => update(`/api/v1/product-categories/${kind.code}`, { isDisabled })],
      ['its café', (isDisabled) => update(`/api/v1/cafes/${shop.code}`, { isDisabled })],
      [
        'a region above',
        (isDisabled) => app.call('PATCH', `/api/v1/regions/${region.id}`, { token: admin.token, body: { isDisabled } }),
      ],
    ];
    for (const [what, disable] of switches) {
      await disable(true);
      expect(await isSeen(), `${what} disabled`).toBe(false);
      await disable(false);
      expect(await isSeen(), `${what} enabled`).toBe(true);
    }
  });

  it('is on its page with its images, links and the path of its category', async () => {
    const product = await sell(cafe.id, { links: [{ label: '가게', url: 'https://example.com/' }] });
    const [imageId, hidden] = [await insertImage(app, owner.id), await insertImage(app, owner.id)];
    const path = `/api/v1/products/${product.code}`;
    await app.call('PUT', `${path}/images`, { token: owner.token, body: { imageIds: [hidden, imageId] } });
    await app.database.query('UPDATE "Image" SET "isDisabled" = true WHERE id = $1', [hidden]);
    const { body } = await app.call<Product>('GET', path);
    expect(body).toMatchObject({
      links: [{ label: '가게' }],
      thumbnail: { id: imageId },
      images: [{ id: imageId, url: expect.stringMatching(/^\/media\//) }],
      categoryPath: [{ code: kind.code }, { code: below.code }],
    });
    expect(body).not.toHaveProperty('isDisabled');
    expect(body).not.toHaveProperty('wishCount');
  });

  it('is not found under another code, and refused under none', async () => {
    expectProblem(await app.call('GET', '/api/v1/products/no-such'), 404, 'product.not-found');
    expectProblem(await app.call('GET', '/api/v1/products/..%2f..%2fetc'), 400, 'request.invalid', 'code');
    expect(await list('cafe=no-such')).toMatchObject({ items: [], total: 0 });
    expect(await list('category=no-such')).toMatchObject({ items: [], total: 0 });
    for (const query of ['sort=name', 'pageSize=101', 'cafe=../x', 'category=', `q=${'가'.repeat(101)}`])
      expectProblem(
        await app.call('GET', `/api/v1/products?${query}`),
        400,
        'request.invalid',
        query.split('=')[0] ?? '',
      );
  });
});

describe('a list', () => {
  it('finds by words that must all match, by a syllable, by initial consonants and while typing', async () => {
    const shop = await createCafe(app, owner.token, regionId);
    for (const name of ['제주 말차 라떼', '말차 쿠키', '디카페인 라떼', 'Cold Brew 500ml'])
      await sell(shop.id, { name });
    const found = async (q: string) => (await namesOf(`cafe=${shop.code}&q=${encodeURIComponent(q)}`)).toSorted();
    expect(await found('라떼 말차')).toEqual(['제주 말차 라떼']);
    expect(await found('말')).toEqual(['말차 쿠키', '제주 말차 라떼']);
    expect(await found('ㅁㅊ')).toEqual(['말차 쿠키', '제주 말차 라떼']);
    expect(await found('ㅋ')).toEqual(['디카페인 라떼', '말차 쿠키']);
    expect(await found('라뗴')).toEqual([]);
    expect(await found('쿸')).toEqual(['말차 쿠키']);
    expect(await found('coldbrew')).toEqual(['Cold Brew 500ml']);
    expect(await found('500 b')).toEqual(['Cold Brew 500ml']);
    expect(await found('%')).toEqual([]);
    expect(await found(' ')).toHaveLength(4);
  });

  it('follows a new name, price, category and availability', async () => {
    const shop = await createCafe(app, owner.token, regionId);
    const product = await sell(shop.id, { name: '옛 이름', price: 9000 });
    await sell(shop.id, { name: '다른 것', price: 5000 });
    const path = `/api/v1/products/${product.code}`;
    expect(await namesOf(`cafe=${shop.code}&sort=cheapest`)).toEqual(['다른 것', '옛 이름']);
    await update(path, { name: '새 이름', price: 1000, categoryId: kind.id, isAvailable: false });
    expect(await namesOf(`cafe=${shop.code}&sort=cheapest`)).toEqual(['새 이름', '다른 것']);
    expect(await namesOf(`cafe=${shop.code}&q=옛`)).toEqual([]);
    expect(await namesOf(`cafe=${shop.code}&q=새이름`)).toEqual(['새 이름']);
    expect(await namesOf(`cafe=${shop.code}&category=${below.code}`)).toEqual(['다른 것']);
    expect(await namesOf(`cafe=${shop.code}&category=${kind.code}&sort=dearest`)).toEqual(['다른 것', '새 이름']);
    const [first] = (await list(`cafe=${shop.code}&sort=cheapest`)).items;
    expect(first).toMatchObject({ isAvailable: false, category: { code: kind.code } });
  });

  it('puts signature products first when asked to, the newest first otherwise, and pages', async () => {
    const shop = await createCafe(app, owner.token, regionId);
    for (const [place, isSignature] of [true, false, true, false].entries())
      await sell(shop.id, { name: `상품 ${place}`, isSignature });
    expect(await namesOf(`cafe=${shop.code}`)).toEqual(['상품 3', '상품 2', '상품 1', '상품 0']);
    expect(await namesOf(`cafe=${shop.code}&sort=signature`)).toEqual(['상품 2', '상품 0', '상품 3', '상품 1']);
    expect(await list(`cafe=${shop.code}&page=2&pageSize=3`)).toMatchObject({ total: 4, items: [{ name: '상품 0' }] });
  });
});

describe('a kept answer', () => {
  it('answers 304 to its tag until the product, its café or its category changes', async () => {
    const product = await sell(cafe.id);
    const paths = [`/api/v1/products/${product.code}`, `/api/v1/products?cafe=${cafe.code}`];
    const changes = [
      () => update(`/api/v1/products/${product.code}`, { price: Math.floor(Math.random() * 1e9) }),
      () => update(`/api/v1/cafes/${cafe.code}`, { name: `온기 ${Date.now()}` }),
      () => update(`/api/v1/product-categories/${below.code}`, { name: `커피 ${Date.now()}` }),
    ];
    for (const change of changes) {
      for (const path of paths) {
        const etag = (await app.call('GET', path)).headers.get('etag') ?? '';
        const again = () => app.call('GET', path, { headers: { 'if-none-match': etag } });
        expect((await again()).status).toBe(304);
        await change();
        expect((await again()).status).toBe(200);
      }
    }
  });
});

describe('the showcase', () => {
  const keyFor = (scopes: ApiScope[], cafeIds: string[] = []) => createApiKey(app, admin.token, scopes, cafeIds);
  const read = (code: string, options: { apiKey?: string; token?: string }, query = '') =>
    app.call<Showcase>('GET', `/api/v1/showcases/${code}${query}`, options);

  it('shows what visitors see of a café, signature products first, with whole addresses', async () => {
    const shop = await createCafe(app, owner.token, regionId);
    const links = [{ label: '사기', url: 'https://shop.example.com/1' }];
    const signature = await sell(shop.id, { name: '대표', isSignature: true, links });
    await sell(shop.id, { name: '새것', stockQuantity: 0 });
    const hidden = await sell(shop.id, { name: '숨긴 것', isSignature: true });
    await update(`/api/v1/products/${hidden.code}`, { isDisabled: true });
    const imageIds = [await insertImage(app, owner.id), await insertImage(app, owner.id)];
    await app.call('PUT', `/api/v1/products/${signature.code}/images`, {
      token: owner.token,
      body: { imageIds, thumbnailId: imageIds[1] },
    });
    const { status, body } = await read(shop.code, { apiKey: await keyFor(['products:read'], [shop.id]) });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      cafe: { code: shop.code },
      total: 2,
      items: [
        { name: '대표', links, isSoldOut: false },
        { name: '새것', isSoldOut: true, images: [] },
      ],
    });
    const images = body.items[0]?.images ?? [];
    expect(images.map(({ isThumbnail }) => isThumbnail)).toEqual([false, true]);
    for (const { url, thumbnailUrl } of images)
      for (const address of [url, thumbnailUrl]) expect(address).toMatch(/^https:\/\/cafe\.example\.com\/media\/\w/);
    expect((await read(shop.code, { token: owner.token }, '?page=2&pageSize=1')).body.items[0]?.name).toBe('새것');
  });

  it('is only for the cafés of the key, and for keys of its scope', async () => {
    const shop = await createCafe(app, owner.token, regionId);
    expectProblem(await read(shop.code, {}), 401, 'auth.required');
    expectProblem(await read(shop.code, { apiKey: await keyFor(['cafes:read']) }), 403, 'access.denied');
    const elsewhere = await keyFor(['products:read'], [cafe.id]);
    expectProblem(await read(shop.code, { apiKey: elsewhere }), 404, 'cafe.not-found');
    expectProblem(await read('no-such', { apiKey: elsewhere }), 404, 'cafe.not-found');
    const every = await keyFor(['products:read']);
    expect((await read(shop.code, { apiKey: every })).status).toBe(200);
    await update(`/api/v1/cafes/${shop.code}`, { isDisabled: true });
    expectProblem(await read(shop.code, { apiKey: every }), 404, 'cafe.not-found');
    expectProblem(await read(shop.code, { apiKey: every }, '?pageSize=0'), 400, 'request.invalid', 'pageSize');
  });
});

describe('what a request costs', () => {
  it('is one statement, however many products it answers', async () => {
    const shop = await createCafe(app, owner.token, regionId);
    for (let count = 0; count < 12; count += 1) await sell(shop.id);
    const cost = (path: string, token?: string) => countQueries(() => app.call('GET', path, { token }));
    // To know a user by their token, as every route does that takes one.
    const ofToken = (await cost('/api/v1/auth/me', owner.token)) - 1;
    // Two sizes each, never asked before: nothing of them is kept.
    for (const pageSize of [1, 12]) {
      expect(await cost(`/api/v1/products?pageSize=${pageSize}`)).toBe(1);
      expect(await cost(`/api/v1/products?pageSize=${pageSize}&cafe=${shop.code}`)).toBe(1);
      expect(await cost(`/api/v1/products?pageSize=${pageSize}&category=${kind.code}`)).toBe(1);
      expect(await cost(`/api/v1/products?pageSize=${pageSize}&q=라떼`)).toBe(1);
      expect(await cost(`/api/v1/me/products?pageSize=${pageSize}`, owner.token)).toBe(ofToken + 1);
      await createCategory(app, admin.token);
      expect(await cost('/api/v1/product-categories')).toBe(1);
      // The café, and what is in it.
      expect(await cost(`/api/v1/cafes/${shop.code}/product-categories`)).toBe(2);
      expect(await cost(`/api/v1/showcases/${shop.code}?pageSize=${pageSize}`, owner.token)).toBe(ofToken + 2);
    }
  });
});
