import type { ManagedProduct } from '@virtualcafe/contracts';
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
import { createCategory, createProduct } from '../../../test/product-scene.js';

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

const sell = () => createProduct(app, owner.token, cafe.id, categoryId);
const logOf = (id: string, action: string) =>
  app.database.query<{ before: unknown; after: unknown; actorId: string }>(
    `SELECT "actorId", before, after FROM "TransactionLog" WHERE action = $2 AND "resourceId" = $1 ORDER BY "createdAt"`,
    [id, action],
  );

describe('the images', () => {
  const put = (code: string, body: object, token = owner.token) =>
    app.call<ManagedProduct>('PUT', `${base}/${code}/images`, { token, body });
  const idsOf = ({ images }: ManagedProduct) => images.map(({ id }) => id);

  it('are replaced as a whole, in their order, the first one being the thumbnail unless another is named', async () => {
    const product = await sell();
    const ids = [await insertImage(app, owner.id), await insertImage(app, owner.id), await insertImage(app, owner.id)];
    const [one = '', two = '', three = ''] = ids;
    const first = await put(product.code, { imageIds: [one, two, three] });
    expect([idsOf(first.body), first.body.thumbnail?.id]).toEqual([ids, one]);
    const second = await put(product.code, { imageIds: [three, one], thumbnailId: one });
    expect([idsOf(second.body), second.body.thumbnail?.id]).toEqual([[three, one], one]);
    const rows = await app.database.query('SELECT 1 FROM "ProductImage" WHERE "productId" = $1', [product.id]);
    expect(rows).toHaveLength(2);
    expect((await put(product.code, { imageIds: [] })).body).toMatchObject({ images: [], thumbnail: null });
    const logged = await logOf(product.id, 'product.update-images');
    expect(logged[1]).toMatchObject({ before: { imageIds: ids }, after: { imageIds: [three, one] } });
  });

  it("of somebody else's, disabled or unknown are refused by their place, and nothing is changed", async () => {
    const product = await sell();
    const [mine, theirs] = [await insertImage(app, owner.id), await insertImage(app, other.id)];
    const disabled = await insertImage(app, owner.id, { isDisabled: true });
    await put(product.code, { imageIds: [mine] });
    const refused = await put(product.code, { imageIds: [theirs, mine, disabled, unknownId] });
    expectProblem(refused, 422, 'product.image-unusable', '/imageIds/0', '/imageIds/2', '/imageIds/3');
    const kept = await app.call<ManagedProduct>('GET', `/api/v1/me/products/${product.code}`, { token: owner.token });
    expect(idsOf(kept.body)).toEqual([mine]);
    // An administrator attaches anybody's, and what hangs there already may stay when the owner arranges it.
    expect((await put(product.code, { imageIds: [mine, theirs] }, admin.token)).status).toBe(200);
    expect((await put(product.code, { imageIds: [theirs, mine] })).status).toBe(200);
  });

  it.each([
    ['one twice', (id: string) => ({ imageIds: [id, id] }), '/imageIds'],
    ['a thumbnail that is none of them', (id: string) => ({ imageIds: [id], thumbnailId: unknownId }), '/thumbnailId'],
    ['what is no id', () => ({ imageIds: ['../../a.png'] }), '/imageIds/0'],
    ['21', () => ({ imageIds: Array.from({ length: 21 }, () => crypto.randomUUID()) }), '/imageIds'],
  ])('are refused with %s', async (_, bodyOf, pointer) => {
    const product = await sell();
    const body = bodyOf(await insertImage(app, owner.id));
    expectProblem(await put(product.code, body), 400, 'request.invalid', pointer);
  });

  it('are one set, whichever of two who replace it at once comes last', async () => {
    const product = await sell();
    const sets = await Promise.all(
      Array.from({ length: 4 }, async () => [await insertImage(app, owner.id), await insertImage(app, owner.id)]),
    );
    const answers = await Promise.all(sets.map((imageIds) => put(product.code, { imageIds })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const kept = await app.call<ManagedProduct>('GET', `/api/v1/me/products/${product.code}`, { token: owner.token });
    expect(sets).toContainEqual(idsOf(kept.body));
  });
});
