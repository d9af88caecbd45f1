import type { ManagedProduct, ManagedProductPage } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, type MadeCafe, unknownId } from '../../../test/cafe-scene.js';
import { createCategory, createProduct, productBody, type Tagged } from '../../../test/product-scene.js';

const base = '/api/v1/products';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let other: SignedInUser;
let cafe: MadeCafe;
let categoryId: string;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner, other] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS'), await app.signIn('BUSINESS')];
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
  categoryId = (await createCategory(app, admin.token)).id;
});
afterAll(() => app?.stop());

const sell = (fields: Record<string, unknown> = {}) => createProduct(app, owner.token, cafe.id, categoryId, fields);
const post = (fields: Record<string, unknown>, token = owner.token) =>
  app.call('POST', base, { token, body: productBody(cafe.id, categoryId, fields) });
const patch = ({ code, etag }: Pick<Tagged<ManagedProduct>, 'code' | 'etag'>, body: object, token = owner.token) =>
  app.call<ManagedProduct>('PATCH', `${base}/${code}`, { token, body, headers: { 'if-match': etag } });
const logOf = (id: string, action: string) =>
  app.database.query<{ before: unknown; after: unknown; actorId: string }>(
    `SELECT "actorId", before, after FROM "TransactionLog" WHERE action = $2 AND "resourceId" = $1 ORDER BY "createdAt"`,
    [id, action],
  );

describe('who may', () => {
  it('is an owner of the café or an administrator: nobody else edits it or sees it managed', async () => {
    const product = await sell();
    const edits = [
      ['GET', `/api/v1/me/products/${product.code}`, undefined],
      ['PATCH', `${base}/${product.code}`, { name: '남의 것' }],
      ['PUT', `${base}/${product.code}/images`, { imageIds: [] }],
    ] as const;
    const headers = { 'if-match': product.etag };
    for (const [method, path, body] of edits) {
      expectProblem(await app.call(method, path, { body, headers }), 401, 'auth.required');
      for (const type of ['GENERAL', 'MANAGER'] as const) {
        const { token } = await app.signIn(type);
        expectProblem(await app.call(method, path, { token, body, headers }), 403, 'access.denied');
      }
      const stranger = await app.call(method, path, { token: other.token, body, headers });
      expectProblem(stranger, 404, 'product.not-found');
      expect((await app.call(method, path, { token: admin.token, body, headers })).status).toBe(200);
    }
  });

  it('adds to no café but his own', async () => {
    expectProblem(await post({}, other.token), 422, 'product.cafe-unusable', '/cafeId');
    expectProblem(await post({ cafeId: unknownId }), 422, 'product.cafe-unusable', '/cafeId');
    expect((await post({}, admin.token)).status).toBe(201);
    expectProblem(await post({}, (await app.signIn('MANAGER')).token), 403, 'access.denied');
  });
});

describe('a new product', () => {
  it('is answered with all of it, and logged', async () => {
    const links = [
      { label: '스마트스토어', url: 'https://smartstore.example.com/1' },
      { label: '전화 주문', url: 'http://call.example.com/' },
    ];
    const fields = { name: '딸기 라떼', description: '봄에만\n팝니다', price: 6000, originalPrice: 6500, links };
    const product = await sell({ ...fields, stockQuantity: 0, minOrderQuantity: 2, isSignature: true });
    expect(product).toMatchObject({
      ...fields,
      isSoldOut: true,
      isAvailable: true,
      isListed: true,
      wishCount: 0,
      thumbnail: null,
      images: [],
      cafe: { id: cafe.id, code: cafe.code, name: cafe.name },
      category: { id: categoryId },
      categoryPath: [{ id: categoryId }],
    });
    const [logged] = await logOf(product.id, 'product.create');
    expect(logged).toMatchObject({ actorId: owner.id, before: null, after: { cafeId: cafe.id, price: 6000, links } });
  });

  it.each([
    ['no name', { name: ' ' }, '/name'],
    ['a name of 101 letters', { name: '가'.repeat(101) }, '/name'],
    ['a code with a slash', { code: 'a/../b' }, '/code'],
    ['a description of 5,001 letters', { description: 'x'.repeat(5001) }, '/description'],
    ['a price in words', { price: '오천원' }, '/price'],
    ['a link to a script', { links: [{ label: '사기', url: 'javascript:alert(1)' }] }, '/links/0/url'],
    ['a link with a password', { links: [{ label: '사기', url: 'https://a:b@example.com/' }] }, '/links/0/url'],
    ['eleven links', { links: Array.from({ length: 11 }, () => ({ label: 'a', url: 'https://a.example' })) }, '/links'],
    ['a category that is no id', { categoryId: '커피' }, '/categoryId'],
    ['its own number of wishes', { wishCount: 5 }, ''],
  ])('is refused with %s', async (_, fields, pointer) => {
    expectProblem(await post(fields), 400, 'request.invalid', pointer);
  });

  it.each([
    ['a price of -1', { price: -1 }, ['/price']],
    ['a price of 2^53', { price: 2 ** 53 }, ['/price']],
    ['a price of 2^31', { price: 2 ** 31 }, ['/price']],
    ['half a won', { price: 0.5 }, ['/price']],
    ['an original price below the price', { price: 5000, originalPrice: 4999 }, ['/originalPrice']],
    ['a stock below nothing', { stockQuantity: -1 }, ['/stockQuantity']],
    ['an order of nothing', { minOrderQuantity: 0 }, ['/minOrderQuantity']],
    [
      'nothing right',
      { price: -1, originalPrice: 2 ** 53, stockQuantity: 1.5, minOrderQuantity: -2 },
      ['/price', '/originalPrice', '/stockQuantity', '/minOrderQuantity'],
    ],
  ])('is refused with %s, by name of the field', async (_, fields, pointers) => {
    expectProblem(await post(fields), 422, 'product.amount-refused', ...pointers);
  });

  it.each([
    ['free', { price: 0, originalPrice: 0 }],
    ['as dear as can be', { price: 2 ** 31 - 1, originalPrice: 2 ** 31 - 1, stockQuantity: 2 ** 31 - 1 }],
  ])('may be %s', async (_, fields) => {
    expect(await sell(fields)).toMatchObject(fields);
  });

  it('is refused in a category that is unknown, disabled or below a disabled one, and with a taken code', async () => {
    const above = await createCategory(app, admin.token);
    const below = await createCategory(app, admin.token, { parentId: above.id });
    await app.database.query('UPDATE "ProductCategory" SET "isDisabled" = true WHERE id = $1', [above.id]);
    for (const id of [unknownId, above.id, below.id])
      expectProblem(await post({ categoryId: id }), 422, 'product.category-unusable', '/categoryId');
    const { code } = await sell();
    expectProblem(await post({ code }), 409, 'product.code-taken', '/code');
  });
});

describe('an edit', () => {
  it('changes what it names, is a later version, and is logged before and after', async () => {
    const product = await sell({ links: [{ label: '가게', url: 'https://example.com/1' }] });
    const links = [{ label: '새 가게', url: 'https://example.com/2' }];
    const changed = await patch(product, { price: 4000, originalPrice: 5000, links });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ name: product.name, price: 4000, originalPrice: 5000, links });
    expect(changed.body.updatedAt > product.updatedAt).toBe(true);
    const [logged] = await logOf(product.id, 'product.update');
    expect(logged).toMatchObject({
      before: { price: 5500, originalPrice: null, links: product.links },
      after: { price: 4000, originalPrice: 5000, links },
    });
    expect(await logOf(product.id, 'product.update')).toHaveLength(1);
  });

  it('made from an earlier version is refused, and nothing is overwritten', async () => {
    const product = await sell();
    const [one, two] = await Promise.all([
      patch(product, { name: '먼저' }),
      patch(product, { name: '나중' }, admin.token),
    ]);
    expect(new Set([one.status, two.status])).toEqual(new Set([200, 412]));
    const stale = await patch(product, { price: 1 });
    expectProblem(stale, 412, 'resource.stale');
    const without = await app.call('PATCH', `${base}/${product.code}`, { token: owner.token, body: { price: 1 } });
    expectProblem(without, 428, 'resource.if-match-required');
  });

  it('that changes nothing is no new version', async () => {
    const product = await sell();
    const same = await patch(product, { name: product.name, links: [] });
    expect(same.headers.get('etag')).toBe(product.etag);
    expect(await logOf(product.id, 'product.update')).toEqual([]);
  });

  it('holds the two prices against each other, whichever of them it names', async () => {
    const product = await sell({ price: 5000, originalPrice: 6000 });
    expectProblem(await patch(product, { price: 6001 }), 422, 'product.amount-refused', '/originalPrice');
    expectProblem(await patch(product, { originalPrice: 4999 }), 422, 'product.amount-refused', '/originalPrice');
    expect((await patch(product, { price: 7000, originalPrice: null })).status).toBe(200);
  });

  it('is refused into a disabled category and for what does not exist; the café and the code stay', async () => {
    const product = await sell();
    const gone = await createCategory(app, admin.token);
    await app.database.query('UPDATE "ProductCategory" SET "isDisabled" = true WHERE id = $1', [gone.id]);
    expectProblem(await patch(product, { categoryId: gone.id }), 422, 'product.category-unusable', '/categoryId');
    expectProblem(await patch({ ...product, code: 'no-such' }, { price: 1 }), 404, 'product.not-found');
    for (const fields of [{ cafeId: cafe.id }, { code: 'other' }, {}])
      expectProblem(await patch(product, fields), 400, 'request.invalid', '');
  });
});

describe('the list of those one manages', () => {
  const list = async (query: string, token = owner.token) =>
    (await app.call<ManagedProductPage>('GET', `/api/v1/me/products?${query}`, { token })).body;

  it("is of one's own cafés alone, or of all for an administrator; with filters and orders", async () => {
    const region = await createRegion(app, admin.token, '부산광역시', 'METROPOLITAN_CITY');
    const shop = await createCafe(app, other.token, region.id);
    const kind = await createCategory(app, admin.token);
    const below = await createCategory(app, admin.token, { parentId: kind.id });
    const make = (fields: Record<string, unknown>) => createProduct(app, other.token, shop.id, below.id, fields);
    const cake = await make({ name: '당근 케이크', price: 7000, isSignature: true });
    const bread = await make({ name: '소금빵', price: 3500, isAvailable: false });
    const jam = await make({ name: '딸기잼', price: 9000 });
    await patch(jam, { isDisabled: true }, other.token);
    const codes = async (query: string, token = other.token) =>
      (await list(query, token)).items.map(({ code }) => code);

    expect(await codes('')).toEqual([jam.code, bread.code, cake.code]);
    expect(await codes('sort=oldest')).toEqual([cake.code, bread.code, jam.code]);
    expect(await codes('sort=cheapest')).toEqual([bread.code, cake.code, jam.code]);
    expect(await codes('sort=dearest')).toEqual([jam.code, cake.code, bread.code]);
    expect(await codes('sort=name')).toEqual([cake.code, jam.code, bread.code]);
    expect(await codes('isDisabled=true')).toEqual([jam.code]);
    expect(await codes('isDisabled=false&isAvailable=true')).toEqual([cake.code]);
    expect(await codes('isSignature=true')).toEqual([cake.code]);
    expect(await codes('q=딸기')).toEqual([jam.code]);
    expect(await codes('q=ㄷㄱ 케')).toEqual([cake.code]);
    expect(await codes(`category=${kind.code}&sort=oldest&page=2&pageSize=2`)).toEqual([jam.code]);
    expect(await codes(`cafe=${cafe.code}`)).toEqual([]);
    expect(await codes(`cafe=${shop.code}`, admin.token)).toHaveLength(3);
    expect(await codes(`cafe=${shop.code}`, owner.token)).toEqual([]);
    expect((await list('pageSize=100', owner.token)).items.every(({ cafe: { id } }) => id === cafe.id)).toBe(true);
    const [first] = (await list('', other.token)).items;
    expect(first).toMatchObject({ code: jam.code, isDisabled: true, isListed: false, wishCount: 0 });
  });

  it.each(['sort=best', 'isDisabled=yes', 'page=0', 'cafe=A'])('is refused with %s', async (query) => {
    const response = await app.call('GET', `/api/v1/me/products?${query}`, { token: owner.token });
    expectProblem(response, 400, 'request.invalid', query.split('=')[0] ?? '');
  });

  it('is refused with what it does not know', async () => {
    const response = await app.call('GET', '/api/v1/me/products?nickname=a', { token: owner.token });
    expectProblem(response, 400, 'request.invalid', '');
  });
});
