import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertCafes, insertRegions } from '../../../test/cafe-factory.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { insertCategories, insertProducts } from '../../../test/product-factory.js';

// What the migrations say of products beyond Prisma's schema. What lists filter and sort by is copied by the database itself: a row that
// differs shows what is hidden, or hides what is shown.

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const cafes = await insertCafes(database, await insertRegions(database), 3);
  await insertProducts(database, cafes, await insertCategories(database), 20);
});
afterAll(() => database.drop());

const findDifferences = () =>
  database.query(`
    SELECT p.id FROM "Product" p JOIN "ProductSearch" s ON s."productId" = p.id
    WHERE (p."cafeId", p."categoryId", p.name, p.price, p."isAvailable", p."isSignature", p."isDisabled", p."createdAt")
      IS DISTINCT FROM (s."cafeId", s."categoryId", s.name, s.price, s."isAvailable", s."isSignature", s."isDisabled", s."createdAt")`);

describe('the copies of a product', () => {
  it('are its own from the first on', async () => {
    expect(await findDifferences()).toEqual([]);
    expect(await database.query('SELECT 1 FROM "ProductSearch"')).toHaveLength(20);
  });

  it.each([
    `name = 'other'`,
    'price = 7',
    '"isAvailable" = NOT "isAvailable"',
    '"isSignature" = NOT "isSignature"',
    '"isDisabled" = NOT "isDisabled"',
    `"createdAt" = "createdAt" - interval '1 day'`,
    '"categoryId" = (SELECT id FROM "ProductCategory" ORDER BY id LIMIT 1)',
    '"cafeId" = (SELECT id FROM "CafeInfo" ORDER BY id LIMIT 1)',
  ])('follow %s', async (change) => {
    await database.query(`UPDATE "Product" SET ${change}`);
    expect(await findDifferences()).toEqual([]);
  });

  it('stay the versions they are where a product changes in nothing they hold', async () => {
    const versions = () => database.query('SELECT "productId", xmin::text FROM "ProductSearch" ORDER BY 1');
    const before = await versions();
    await database.query(`UPDATE "Product" SET description = 'new', "stockQuantity" = 3`);
    expect(await versions()).toEqual(before);
  });

  it('are taken from the product, whatever else is said, and not kept for one that does not exist', async () => {
    const [product] = await database.query<{ id: string }>('SELECT id FROM "Product" LIMIT 1');
    await database.query('DELETE FROM "ProductSearch" WHERE "productId" = $1', [product?.id]);
    const insert = (id: string) =>
      database.query(
        `INSERT INTO "ProductSearch" ("productId", "isDisabled", price, jamo, choseong) VALUES ($1, true, 1, '', '')`,
        [id],
      );
    await insert(product?.id ?? '');
    expect(await findDifferences()).toEqual([]);
    await expect(insert(randomUUID())).rejects.toThrow(/null value/);
  });
});

describe('the database refuses', () => {
  it.each([
    ['a product code in capitals', `UPDATE "Product" SET code = upper(code)`, 'Product_code_check'],
    ['a category code with a slash', `UPDATE "ProductCategory" SET code = code || '/b'`, 'ProductCategory_code_check'],
    [
      'fewer visits than none',
      `INSERT INTO "CafeVisitDay" ("cafeId", day, "roomVisits") SELECT id, '2030-01-01', -1 FROM "CafeInfo"`,
      'CafeVisitDay_visits_check',
    ],
  ])('%s', async (_, statement, constraint) => {
    await expect(database.query(statement)).rejects.toMatchObject({ constraint });
  });
});
