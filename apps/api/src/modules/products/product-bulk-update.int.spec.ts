import type { BulkUpdateProductsResult } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, type MadeCafe, unknownId } from '../../../test/cafe-scene.js';
import { createCategory, createProduct } from '../../../test/product-scene.js';

const base = '/api/v1/products';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let cafe: MadeCafe;
let categoryId: string;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS')];
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

const patch = ({ code, etag }: { code: string; etag: string }, body: object) =>
  app.call('PATCH', `${base}/${code}`, { token: owner.token, body, headers: { 'if-match': etag } });

describe('many at once', () => {
  const bulk = (body: object, token = admin.token) =>
    app.call<BulkUpdateProductsResult>('POST', `${base}/bulk-update`, { token, body });

  it('are disabled and enabled by an administrator, each with what became of it, logged one by one', async () => {
    const [one, two] = [await sell(), await sell()];
    await patch(two, { isDisabled: true });
    const ids = [two.id, unknownId, one.id];
    expect((await bulk({ ids, isDisabled: true })).body.items).toEqual([
      { id: two.id, result: 'unchanged' },
      { id: unknownId, result: 'not-found' },
      { id: one.id, result: 'changed' },
    ]);
    expectProblem(await app.call('GET', `${base}/${one.code}`), 404, 'product.not-found');
    expect(await logOf(one.id, 'product.bulk-update')).toMatchObject([
      { actorId: admin.id, before: { isDisabled: false }, after: { isDisabled: true } },
    ]);
    expect(await logOf(two.id, 'product.bulk-update')).toEqual([]);
    // Whoever edits it meanwhile hears of it.
    expectProblem(await patch(one, { price: 1 }), 412, 'resource.stale');
    await bulk({ ids: [one.id, two.id], isDisabled: false });
    expect((await app.call('GET', `${base}/${one.code}`)).status).toBe(200);
  });

  it('are no business of an owner, and are refused when none, one twice or too many are named', async () => {
    const { id } = await sell();
    expectProblem(await bulk({ ids: [id], isDisabled: true }, owner.token), 403, 'access.denied');
    const many = Array.from({ length: 201 }, () => crypto.randomUUID());
    for (const ids of [[], [id, id], many])
      expectProblem(await bulk({ ids, isDisabled: true }), 400, 'request.invalid', '/ids');
    expectProblem(await bulk({ ids: [id] }), 400, 'request.invalid', '/isDisabled');
  });

  it('by two at once, in opposite orders, never wait for each other', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, async () => (await sell()).id));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        bulk({ ids: place % 2 === 0 ? ids : ids.toReversed(), isDisabled: place % 4 < 2 }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });
});
