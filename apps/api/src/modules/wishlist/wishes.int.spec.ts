import { maxWishes, type ManagedProduct, type WishedProducts, type WishPage } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, type MadeCafe } from '../../../test/cafe-scene.js';
import { createApiKey, createCategory, createProduct } from '../../../test/product-scene.js';
import { countQueries } from '../../../test/query-count.js';

const base = '/api/v1/me/wishlist';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let cafe: MadeCafe;
let otherCafe: MadeCafe;
let categoryId: string;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS')];
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
  otherCafe = await createCafe(app, owner.token, region.id);
  categoryId = (await createCategory(app, admin.token)).id;
});
afterAll(() => app?.stop());

const sell = (fields: Record<string, unknown> = {}, cafeId = cafe.id) =>
  createProduct(app, owner.token, cafeId, categoryId, fields);
const update = (product: { code: string; etag: string }, body: object) =>
  app.call('PATCH', `/api/v1/products/${product.code}`, {
    token: owner.token,
    body,
    headers: { 'if-match': product.etag },
  });
const put = (code: string, token: string) => app.call('PUT', `${base}/${code}`, { token });
const remove = (code: string, token: string) => app.call('DELETE', `${base}/${code}`, { token });
const list = async (token: string, query = '') => (await app.call<WishPage>('GET', `${base}${query}`, { token })).body;
const codesOf = ({ items }: { items: { code: string }[] }) => items.map(({ code }) => code);
const wishCountOf = async (code: string) =>
  (await app.call<ManagedProduct>('GET', `/api/v1/me/products/${code}`, { token: owner.token })).body.wishCount;
const rowsOf = (productId: string) =>
  app.database.query('SELECT "userId", "proxyUserId" FROM "WishlistProduct" WHERE "productId" = $1', [productId]);
const logOf = (productId: string) =>
  app.database.query<{ action: string; actorId: string }>(
    `SELECT action, "actorId" FROM "TransactionLog" WHERE "resourceId" = $1 AND action LIKE 'wish.%' ORDER BY "createdAt", id`,
    [productId],
  );

describe("a user's wishes", () => {
  it('are theirs alone, the latest first, each once however often it is said', async () => {
    const [user, other] = [await app.signIn('GENERAL'), await app.signIn('GENERAL')];
    const [one, two] = [await sell(), await sell()];
    for (const { code } of [one, two, one]) expect((await put(code, user.token)).status).toBe(204);
    await put(two.code, other.token);
    const { items, ...page } = await list(user.token);
    expect(page).toEqual({ page: 1, pageSize: 20, total: 2 });
    expect(codesOf({ items })).toEqual([two.code, one.code]);
    expect(items[0]).toMatchObject({ name: two.name, isOwn: true, proxyUsers: [], product: { price: 5500 } });
    expect(codesOf(await list(user.token, '?page=2&pageSize=1'))).toEqual([one.code]);
    expect(codesOf(await list(other.token))).toEqual([two.code]);
    expect(await wishCountOf(two.code)).toBe(2);
    const codes = await app.call<WishedProducts>('GET', `${base}/codes`, { token: user.token });
    expect(codes.body.codes).toEqual([one.code, two.code].toSorted());
    expect(await logOf(one.id)).toEqual([{ action: 'wish.add', actorId: user.id }]);
  });

  it('end when they are taken back, once in the log', async () => {
    const user = await app.signIn('GENERAL');
    const product = await sell();
    await put(product.code, user.token);
    for (let times = 0; times < 2; times += 1) expect((await remove(product.code, user.token)).status).toBe(204);
    expect(await list(user.token)).toMatchObject({ items: [], total: 0 });
    expect((await logOf(product.id)).map(({ action }) => action)).toEqual(['wish.add', 'wish.remove']);
  });

  it('tell what has become unavailable, and keep the name of what is hidden', async () => {
    const user = await app.signIn('GENERAL');
    const [hidden, unavailable, soldOut] = [await sell({ name: '숨을 것' }), await sell(), await sell()];
    for (const { code } of [hidden, unavailable, soldOut]) await put(code, user.token);
    await update(hidden, { isDisabled: true });
    await update(unavailable, { isAvailable: false });
    await update(soldOut, { stockQuantity: 0 });
    expect((await list(user.token)).items).toMatchObject([
      { code: soldOut.code, product: { isSoldOut: true, isAvailable: true } },
      { code: unavailable.code, product: { isAvailable: false } },
      { code: hidden.code, name: '숨을 것', product: null },
    ]);
    // It can be taken from the list, but not put there again.
    expectProblem(await put(hidden.code, (await app.signIn('GENERAL')).token), 404, 'product.not-found');
    expect((await remove(hidden.code, user.token)).status).toBe(204);
  });

  it('are one row when they are said by many at once', async () => {
    const user = await app.signIn('GENERAL');
    const product = await sell();
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(product.code, user.token)));
    expect(answers.every(({ status }) => status === 204)).toBe(true);
    expect(await rowsOf(product.id)).toEqual([{ userId: user.id, proxyUserId: null }]);
    expect(await logOf(product.id)).toHaveLength(1);
  });

  it(`are ${maxWishes} at most, also when the last is said by several at once`, async () => {
    const user = await app.signIn('GENERAL');
    await app.database.query(
      `WITH product AS (
         INSERT INTO "Product" (id, code, name, price, "categoryId", "cafeId")
         SELECT gen_random_uuid(), 'filler-' || n, '채움', 1, $2, $3 FROM generate_series(1, $4::int) n RETURNING id
       ) INSERT INTO "WishlistProduct" (id, "productId", "userId") SELECT gen_random_uuid(), id, $1 FROM product`,
      [user.id, categoryId, otherCafe.id, maxWishes - 1],
    );
    const products = [await sell(), await sell(), await sell(), await sell()];
    const answers = await Promise.all(products.map(({ code }) => put(code, user.token)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const refused of answers.filter(({ status }) => status !== 204))
      expectProblem(refused, 409, 'wish.limit-reached');
    const last = products[answers.findIndex(({ status }) => status === 204)];
    expect((await put(last?.code ?? '', user.token)).status).toBe(204);
  });

  it('are refused to nobody in particular, and for what does not exist', async () => {
    const { token } = await app.signIn('GENERAL');
    expectProblem(await app.call('GET', base), 401, 'auth.required');
    expectProblem(await app.call('PUT', `${base}/anything`), 401, 'auth.required');
    const key = await createApiKey(app, admin.token, ['wishes:write']);
    expectProblem(await app.call('GET', base, { apiKey: key }), 403, 'access.denied');
    for (const call of [put, remove]) expectProblem(await call('no-such', token), 404, 'product.not-found');
    expectProblem(await put('No Such', token), 400, 'request.invalid', 'code');
    expectProblem(await app.call('GET', `${base}?page=x`, { token }), 400, 'request.invalid', 'page');
  });

  it('cost one statement to list, however many they are', async () => {
    const { token } = await app.signIn('GENERAL');
    const cost = (path: string) => countQueries(() => app.call('GET', path, { token }));
    const ofToken = (await cost('/api/v1/auth/me')) - 1;
    for (const count of [1, 8]) {
      for (let times = 0; times < count; times += 1) await put((await sell()).code, token);
      expect(await cost(base)).toBe(ofToken + 1);
      expect(await cost(`${base}/codes`)).toBe(ofToken + 1);
    }
  });
});

describe("an outside player's wishes", () => {
  const at = (memberId: string, rest = '') => `/api/v1/proxy-users/ZEPETO/${memberId}/wishlist${rest}`;
  const call = (method: string, path: string, apiKey: string | undefined, displayName?: string) =>
    app.call<WishPage>(method, path, { apiKey, ...(displayName === undefined ? {} : { body: { displayName } }) });

  it('make the player known at the first, and are listed, renamed and taken back', async () => {
    const key = await createApiKey(app, admin.token, ['wishes:write']);
    const product = await sell();
    expectProblem(await call('GET', at('hana'), key), 404, 'proxy-user.not-found');
    for (const name of ['하나', '하나', '하나★'])
      expect((await call('PUT', at('hana', `/${product.code}`), key, name)).status).toBe(204);
    const { body } = await call('GET', at('hana'), key);
    expect(body).toMatchObject({ total: 1, items: [{ code: product.code, product: { code: product.code } }] });
    expect(body.items[0]).not.toHaveProperty('isOwn');
    const [player] = await app.database.query<{ id: string }>(
      `SELECT id FROM "ProxyUser" WHERE type = 'ZEPETO' AND "memberId" = 'hana' AND "displayName" = '하나★'`,
    );
    const logged = await app.database.query<{ action: string }>(
      `SELECT action FROM "TransactionLog" WHERE "resourceId" = $1 ORDER BY "createdAt", id`,
      [player?.id],
    );
    expect(logged.map(({ action }) => action)).toEqual(['proxy-user.create', 'proxy-user.rename']);
    for (let times = 0; times < 2; times += 1)
      expect((await call('DELETE', at('hana', `/${product.code}`), key)).status).toBe(204);
    expect((await logOf(product.id)).map(({ action }) => action)).toEqual(['wish.add', 'wish.remove']);
    expect((await call('GET', at('hana'), key)).body.total).toBe(0);
  });

  it('are one player and one row when they are said by many at once', async () => {
    const key = await createApiKey(app, admin.token, ['wishes:write']);
    const product = await sell();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call('PUT', at('many', `/${product.code}`), key, '여럿')),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
    expect(await rowsOf(product.id)).toHaveLength(1);
    const players = await app.database.query(`SELECT 1 FROM "ProxyUser" WHERE "memberId" = 'many'`);
    expect(players).toHaveLength(1);
  });

  it("are of the key's cafés alone", async () => {
    const [every, one] = [
      await createApiKey(app, admin.token, ['wishes:write']),
      await createApiKey(app, admin.token, ['wishes:write'], [cafe.id]),
    ];
    const [here, there] = [await sell(), await sell({}, otherCafe.id)];
    for (const { code } of [here, there]) await call('PUT', at('duri', `/${code}`), every, '두리');
    expect(codesOf((await call('GET', at('duri'), one)).body)).toEqual([here.code]);
    for (const method of ['PUT', 'DELETE']) {
      const refused = await call(method, at('duri', `/${there.code}`), one, method === 'PUT' ? '두리' : undefined);
      expectProblem(refused, 404, 'product.not-found');
    }
    expect(await rowsOf(there.id)).toHaveLength(1);
  });

  it('are refused without the scope, to users, with bad fields, and for a disabled player', async () => {
    const product = await sell();
    const path = at('seti', `/${product.code}`);
    const key = await createApiKey(app, admin.token, ['wishes:write']);
    expectProblem(await call('PUT', path, undefined, '세티'), 401, 'auth.required');
    const other = await createApiKey(app, admin.token, ['products:read']);
    expectProblem(await call('PUT', path, other, '세티'), 403, 'access.denied');
    const asAdmin = await app.call('PUT', path, { token: admin.token, body: { displayName: '세티' } });
    expectProblem(asAdmin, 403, 'access.denied');
    expectProblem(await call('PUT', path, key, ''), 400, 'request.invalid', '/displayName');
    expectProblem(await call('PUT', path, key, 'a\nb'), 400, 'request.invalid', '/displayName');
    expectProblem(await call('PUT', at('a%20b', `/${product.code}`), key, '빈칸'), 400, 'request.invalid', 'memberId');
    expectProblem(await call('PUT', path.replace('ZEPETO', 'MARS'), key, '화성'), 400, 'request.invalid', 'type');
    expectProblem(await call('PUT', at('seti', '/no-such'), key, '세티'), 404, 'product.not-found');
    await call('PUT', path, key, '세티');
    await app.database.query(`UPDATE "ProxyUser" SET "isDisabled" = true WHERE "memberId" = 'seti'`);
    for (const [method, at_] of [
      ['PUT', path],
      ['DELETE', path],
      ['GET', at('seti')],
    ] as const)
      expectProblem(await call(method, at_, key, method === 'PUT' ? '세티' : undefined), 403, 'proxy-user.disabled');
  });
});
