import type { ManagedProductCategoryTree, ProductCategoryTree } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, type MadeCafe, unknownId } from '../../../test/cafe-scene.js';
import { findClosureFaults } from '../../../test/closure-faults.js';
import { createCategory, createProduct } from '../../../test/product-scene.js';

const base = '/api/v1/product-categories';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let regionId: string;
let cafe: MadeCafe;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS')];
  regionId = (await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY')).id;
  cafe = await createCafe(app, owner.token, regionId);
});
afterAll(() => app?.stop());

const make = (fields: Record<string, unknown> = {}) => createCategory(app, admin.token, fields);
const sell = (categoryId: string, fields: Record<string, unknown> = {}) =>
  createProduct(app, owner.token, cafe.id, categoryId, fields);
const tagOf = async (code: string): Promise<string> =>
  (await app.call('GET', `${base}/managed/${code}`, { token: admin.token })).headers.get('etag') ?? '';
const patch = async (code: string, body: object, etag?: string) =>
  app.call('PATCH', `${base}/${code}`, {
    token: admin.token,
    body,
    headers: { 'if-match': etag ?? (await tagOf(code)) },
  });
const list = async () => (await app.call<ProductCategoryTree>('GET', base)).body.items;
const listManaged = async () =>
  (await app.call<ManagedProductCategoryTree>('GET', `${base}/managed`, { token: admin.token })).body.items;
const countsOf = async (...codes: string[]) => {
  const items = await list();
  return codes.map((code) => items.find((each) => each.code === code)?.productCount);
};

/** A root, one below it and one below that. */
async function makeBranch() {
  const drinks = await make();
  const coffee = await make({ parentId: drinks.id });
  return { drinks, coffee, latte: await make({ parentId: coffee.id }) };
}

describe('who may', () => {
  it('is an administrator: others neither read the managed tree nor change it', async () => {
    const { drinks } = await makeBranch();
    const routes = [
      ['GET', `${base}/managed`],
      ['GET', `${base}/managed/${drinks.code}`],
      ['POST', base, { code: 'tea', name: '차' }],
      ['PATCH', `${base}/${drinks.code}`, { name: '차' }],
      ['DELETE', `${base}/${drinks.code}`],
    ] as const;
    const manager = await app.signIn('MANAGER');
    for (const [method, path, body] of routes) {
      expectProblem(await app.call(method, path, { body }), 401, 'auth.required');
      for (const { token } of [owner, manager])
        expectProblem(await app.call(method, path, { token, body }), 403, 'access.denied');
    }
  });
});

describe('a new category', () => {
  it('is answered as it stands, is the last of its siblings or where it is put, and is logged', async () => {
    const { drinks, coffee } = await makeBranch();
    const tea = await make({ parentId: drinks.id, name: '차' });
    const juice = await make({ parentId: drinks.id, position: 0 });
    expect(tea).toMatchObject({ parentId: drinks.id, name: '차', productCount: 0, isDisabled: false });
    const codes = (await list()).filter(({ parentId }) => parentId === drinks.id).map(({ code }) => code);
    expect(codes).toEqual([juice.code, coffee.code, tea.code]);
    const logged = await app.database.query(
      `SELECT "actorId", after FROM "TransactionLog" WHERE action = 'product-category.create' AND "resourceId" = $1`,
      [tea.id],
    );
    expect(logged).toEqual([{ actorId: admin.id, after: expect.objectContaining({ name: '차', position: 1 }) }]);
  });

  it.each([
    ['no name', { name: '' }, '/name'],
    ['a name of 61 letters', { name: '가'.repeat(61) }, '/name'],
    ['a code with a way out of a folder', { code: '../../etc' }, '/code'],
    ['a code in capitals', { code: 'Coffee' }, '/code'],
    ['a parent that is no id', { parentId: 'coffee' }, '/parentId'],
    ['a place below the first', { position: -1 }, '/position'],
    ['a field of its own', { productCount: 1 }, ''],
  ])('is refused with %s', async (_, fields, pointer) => {
    const body = { code: 'bad-category', name: '나쁜', ...fields };
    expectProblem(await app.call('POST', base, { token: admin.token, body }), 400, 'request.invalid', pointer);
  });

  it('is refused under what does not exist, and with a code or a sibling name that is taken', async () => {
    const { drinks, coffee } = await makeBranch();
    const post = (body: object) => app.call('POST', base, { token: admin.token, body });
    const under = await post({ code: 'lost', name: '길 잃은', parentId: unknownId });
    expectProblem(under, 422, 'product-category.parent-unusable', '/parentId');
    expectProblem(await post({ code: coffee.code, name: '새' }), 409, 'product-category.code-taken', '/code');
    const named = await post({ code: 'same-name', name: coffee.name, parentId: drinks.id });
    expectProblem(named, 409, 'product-category.name-taken', '/name');
    // Elsewhere in the tree the name is free.
    expect((await post({ code: 'other-place', name: coffee.name })).status).toBe(201);
  });

  it('of one name beside it is made once, however many ask at once', async () => {
    const { drinks } = await makeBranch();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, place) =>
        app.call('POST', base, {
          token: admin.token,
          body: { code: `race-${place}-${Date.now()}`, name: '한 번', parentId: drinks.id },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5);
  });
});

describe('an edit', () => {
  it('renames, is a later version, and is refused when made from an earlier one', async () => {
    const { coffee } = await makeBranch();
    const renamed = await patch(coffee.code, { name: '원두' }, coffee.etag);
    expect([renamed.status, renamed.body]).toEqual([200, expect.objectContaining({ name: '원두' })]);
    expectProblem(await patch(coffee.code, { name: '커피콩' }, coffee.etag), 412, 'resource.stale');
    const none = await app.call('PATCH', `${base}/${coffee.code}`, { token: admin.token, body: { name: '콩' } });
    expectProblem(none, 428, 'resource.if-match-required');
    expect((await patch(coffee.code, { name: '원두' })).headers.get('etag')).toBe(renamed.headers.get('etag'));
  });

  it('moves the whole subtree, and its siblings stay the versions they are', async () => {
    const [from, to] = [await makeBranch(), await makeBranch()];
    const second = await make({ parentId: to.drinks.id });
    const moved = await patch(from.coffee.code, { parentId: to.drinks.id, position: 0 });
    expect(moved.body).toMatchObject({ parentId: to.drinks.id });
    expect(await findClosureFaults(app.database, 'ProductCategory')).toEqual([]);
    const codes = (await list()).map(({ code }) => code);
    const start = codes.indexOf(to.drinks.code);
    expect(codes.slice(start, start + 6)).toEqual(
      [to.drinks, from.coffee, from.latte, to.coffee, to.latte, second].map(({ code }) => code),
    );
    expect(await tagOf(second.code)).toBe(second.etag);
    const logged = await app.database.query(
      `SELECT before, after FROM "TransactionLog" WHERE action = 'product-category.update' AND "resourceId" = $1`,
      [from.coffee.id],
    );
    expect(logged).toEqual([{ before: { parentId: from.drinks.id }, after: { parentId: to.drinks.id } }]);
  });

  it('puts a category elsewhere among its siblings, and beyond the last at the end', async () => {
    const parent = await make();
    const [one, two, three] = [
      await make({ parentId: parent.id }),
      await make({ parentId: parent.id }),
      await make({ parentId: parent.id }),
    ];
    const order = async () => (await list()).filter(({ parentId }) => parentId === parent.id).map(({ code }) => code);
    await patch(three.code, { position: 0 });
    expect(await order()).toEqual([three, one, two].map(({ code }) => code));
    await patch(three.code, { position: 99 });
    expect(await order()).toEqual([one, two, three].map(({ code }) => code));
    await patch(one.code, { position: 1 });
    expect(await order()).toEqual([two, one, three].map(({ code }) => code));
  });

  it('is refused under itself, its own descendant, what does not exist, or beside its name', async () => {
    const { drinks, coffee, latte } = await makeBranch();
    for (const parentId of [drinks.id, coffee.id, latte.id])
      expectProblem(await patch(drinks.code, { parentId }), 409, 'product-category.move-into-descendant', '/parentId');
    const lost = await patch(coffee.code, { parentId: unknownId });
    expectProblem(lost, 422, 'product-category.parent-unusable', '/parentId');
    const twin = await make({ name: coffee.name });
    expectProblem(await patch(twin.code, { parentId: drinks.id }), 409, 'product-category.name-taken', '/name');
    expectProblem(await patch('no-such-category', { name: '없음' }, twin.etag), 404, 'product-category.not-found');
    expectProblem(await patch(coffee.code, {}), 400, 'request.invalid', '');
  });
});

describe('a disabled category', () => {
  it('hides its subtree with all its products until it is enabled again', async () => {
    const { drinks, coffee, latte } = await makeBranch();
    const product = await sell(latte.id);
    const page = () => app.call('GET', `/api/v1/products/${product.code}`);
    expect(await countsOf(drinks.code, coffee.code, latte.code)).toEqual([1, 1, 1]);
    await patch(coffee.code, { isDisabled: true });
    expect(await countsOf(drinks.code, coffee.code, latte.code)).toEqual([0, undefined, undefined]);
    expectProblem(await page(), 404, 'product.not-found');
    const managed = await listManaged();
    expect(managed.find(({ code }) => code === latte.code)).toMatchObject({ isDisabled: false, productCount: 0 });
    await patch(coffee.code, { isDisabled: false });
    expect(await countsOf(drinks.code, coffee.code, latte.code)).toEqual([1, 1, 1]);
    expect((await page()).status).toBe(200);
  });
});

describe('deleting', () => {
  it('takes away what nothing hangs on, and keeps it in the log', async () => {
    const { latte } = await makeBranch();
    const remove = () => app.call('DELETE', `${base}/${latte.code}`, { token: admin.token });
    expect((await remove()).status).toBe(204);
    expectProblem(await remove(), 404, 'product-category.not-found');
    expect(await findClosureFaults(app.database, 'ProductCategory')).toEqual([]);
    const logged = await app.database.query(
      `SELECT before FROM "TransactionLog" WHERE action = 'product-category.delete' AND "resourceId" = $1`,
      [latte.id],
    );
    expect(logged).toEqual([{ before: expect.objectContaining({ code: latte.code, name: latte.name }) }]);
  });

  it('is refused while categories or products, also disabled ones, hang on it', async () => {
    const { coffee, latte } = await makeBranch();
    const product = await sell(latte.id);
    await app.database.query('UPDATE "Product" SET "isDisabled" = true WHERE id = $1', [product.id]);
    for (const { code } of [coffee, latte])
      expectProblem(
        await app.call('DELETE', `${base}/${code}`, { token: admin.token }),
        409,
        'product-category.not-empty',
      );
  });

  it('and adding a product at once leave either no category or a product in it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const category = await make();
      const [removed, added] = await Promise.all([
        app.call('DELETE', `${base}/${category.code}`, { token: admin.token }),
        app.call('POST', '/api/v1/products', {
          token: owner.token,
          body: { code: `race-${category.code}`, name: '경주', cafeId: cafe.id, categoryId: category.id, price: 1 },
        }),
      ]);
      expect([
        [204, 422],
        [409, 201],
      ]).toContainEqual([removed.status, added.status]);
    }
  });
});

describe('the public trees', () => {
  it("are kept, answer 304 to their tag, and are made anew after a change; a café's counts its own alone", async () => {
    const { drinks, latte } = await makeBranch();
    const empty = await make();
    const other = await createCafe(app, owner.token, regionId);
    await sell(latte.id);
    await createProduct(app, owner.token, other.id, latte.id);
    const ofCafe = `/api/v1/cafes/${other.code}/product-categories`;
    expect(await countsOf(drinks.code, latte.code, empty.code)).toEqual([2, 2, 0]);
    const own = (await app.call<ProductCategoryTree>('GET', ofCafe)).body.items;
    expect(own.map(({ code, productCount }) => [code, productCount])).toContainEqual([latte.code, 1]);
    expect(own.map(({ code }) => code)).not.toContain(empty.code);

    for (const path of [base, ofCafe]) {
      const etag = (await app.call('GET', path)).headers.get('etag') ?? '';
      const again = () => app.call('GET', path, { headers: { 'if-none-match': etag } });
      expect((await again()).status).toBe(304);
      await createProduct(app, owner.token, other.id, latte.id);
      expect((await again()).status).toBe(200);
    }
  });

  it('count nothing of a café that visitors do not see', async () => {
    const { latte } = await makeBranch();
    const region = await createRegion(app, admin.token, '경기도', 'PROVINCE');
    const hidden = await createCafe(app, owner.token, region.id);
    await createProduct(app, owner.token, hidden.id, latte.id);
    expect(await countsOf(latte.code)).toEqual([1]);
    await app.call('PATCH', `/api/v1/regions/${region.id}`, { token: admin.token, body: { isDisabled: true } });
    expect(await countsOf(latte.code)).toEqual([0]);
    const tree = await app.call('GET', `/api/v1/cafes/${hidden.code}/product-categories`);
    expectProblem(tree, 404, 'cafe.not-found');
    expectProblem(await app.call('GET', '/api/v1/cafes/no-such/product-categories'), 404, 'cafe.not-found');
  });
});
