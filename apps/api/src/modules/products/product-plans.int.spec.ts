import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertCafes, insertRegions } from '../../../test/cafe-factory.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { insertCategories, insertProducts } from '../../../test/product-factory.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Database } from '../../platform/database/database.js';
import { readTypedSearch } from '../../platform/search/search-text.js';
import { type ManagedProductsQuery, ProductReadsRepository } from './product-reads.repository.js';

// Which way PostgreSQL goes for the very statements of each list over 100,000 products. Speed itself is measured by the benchmarks.

let database: TestDatabase;
let ownerId: string;
let cafeCode: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const cafes = await insertCafes(database, await insertRegions(database), 2000);
  await insertProducts(database, cafes, await insertCategories(database), 100_000);
  const [owner] = await database.query<{ id: string }>(
    `INSERT INTO "User" (id, "loginId", "loginIdKey", "passwordHash", nickname)
     VALUES (gen_random_uuid(), 'owner', 'owner', 'hash', 'owner') RETURNING id`,
  );
  ownerId = owner?.id ?? '';
  cafeCode = cafes[7]?.code ?? '';
  await database.query(
    `INSERT INTO "CafeOwner" ("cafeId", "userId") SELECT id, $1 FROM "CafeInfo" ORDER BY code LIMIT 20`,
    [ownerId],
  );
  await database.query('UPDATE "CafeInfo" SET "isDisabled" = true WHERE code LIKE $1', ['made-1_']);
  await database.query('UPDATE "ProductCategory" SET "isDisabled" = true WHERE code = $1', ['kind-6']);
  await insertWhatHangsOnProducts();
  await database.query('VACUUM ANALYZE');
});
afterAll(() => database.drop());

/** A picture and a link each, and a wish for every other: an empty table is read whole. */
async function insertWhatHangsOnProducts(): Promise<void> {
  await database.query(`
    WITH image AS (
      INSERT INTO "Image" (id, "contentHash", "fileName", "thumbnailName", width, height, "sizeBytes", "mimeType", thumbhash)
      SELECT gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), n || '.webp', n || '-320.webp', 10, 10, 100, 'image/webp', ''
      FROM generate_series(1, 1000) n RETURNING id
    ), numbered AS (SELECT id, row_number() OVER () AS number FROM image)
    INSERT INTO "ProductImage" (id, "productId", "imageId", priority, "isThumbnail")
    SELECT gen_random_uuid(), p.id, numbered.id, 0, true
    FROM (SELECT id, row_number() OVER () AS number FROM "Product") p JOIN numbered ON numbered.number = p.number % 1000 + 1`);
  await database.query(`
    INSERT INTO "ProductLink" (id, "productId", label, url) SELECT gen_random_uuid(), id, 'a', 'https://a.example/' FROM "Product"`);
  await database.query(
    `INSERT INTO "WishlistProduct" (id, "productId", "userId") SELECT gen_random_uuid(), id, $1 FROM "Product" WHERE price % 2 = 0`,
    [ownerId],
  );
}

/** The plan of the statement that `ask` would have read by. */
async function planOf(ask: (reads: ProductReadsRepository) => Promise<unknown>): Promise<string> {
  let plan = '';
  const explaining = {
    read: async ({ text, values }: Prisma.Sql) => {
      const rows = await database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      return [{ items: [], total: 0 }];
    },
  };
  await ask(new ProductReadsRepository(explaining as unknown as Database));
  return plan;
}

const everything = { search: null, cafe: null, category: null, sort: 'newest', page: 1, pageSize: 20 } as const;
const managed: ManagedProductsQuery = {
  ...everything,
  scope: { kind: 'all' },
  isDisabled: null,
  isAvailable: null,
  isSignature: null,
};
const searchFor = (typed: string) => readTypedSearch(typed)?.exact ?? null;

describe('the plan of what visitors list', () => {
  it.each([
    ['newest', 'createdAt_productId'],
    ['signature', 'isSignature_createdAt_productId'],
    ['cheapest', 'price_productId'],
    ['dearest', 'price_productId'],
  ] as const)(
    '%s: the first page comes in the order of its index, and what is hidden is looked up once',
    async (sort, index) => {
      const plan = await planOf((reads) => reads.findVisible({ ...everything, sort }));
      expect(plan).toMatch(new RegExp(`Index (?:Only )?Scan (?:Backward )?using "ProductSearch_${index}_idx"`));
      // Not once for each product.
      expect(plan).toMatch(/NOT \(hashed SubPlan/);
      expect(plan).not.toMatch(/NOT \(SubPlan/);
    },
  );

  it.each([
    ['말', 'jamo'],
    ['말차', 'jamo'],
    ['말차 라떼', 'jamo'],
    ['흑임자티라미수', 'jamo'],
    ['ㄹㄸ', 'choseong'],
    ['ㅎㅇㅈ', 'choseong'],
    ['밤ㅋ', 'jamo'],
    ['77', 'jamo'],
  ])('a search for %s goes through its trigrams', async (typed, column) => {
    const plan = await planOf((reads) => reads.findVisible({ ...everything, search: searchFor(typed) }));
    expect(plan).toContain(`Bitmap Index Scan on "ProductSearch_${column}_idx"`);
    expect(plan).not.toContain('Seq Scan on "ProductSearch"');
  });

  it('of a café or a small category, only their products are looked at', async () => {
    const ofCafe = await planOf((reads) => reads.findVisible({ ...everything, cafe: cafeCode }));
    expect(ofCafe).toContain('"ProductSearch_cafeId_categoryId_idx"');
    const ofCategory = await planOf((reads) => reads.findVisible({ ...everything, category: 'kind-2-3-4' }));
    expect(ofCategory).toContain('"ProductSearch_categoryId_idx"');
    for (const plan of [ofCafe, ofCategory]) expect(plan).not.toContain('Seq Scan on "ProductSearch"');
  });

  it('a page is found by its code', async () => {
    const plan = await planOf((reads) => reads.findVisiblePage('made-7'));
    expect(plan).toContain('"Product_code_key"');
    expect(plan).not.toMatch(
      /Seq Scan on "(?:Product|ProductSearch|CafeInfo|ProductImage|ProductLink|WishlistProduct)"/,
    );
  });
});

describe('the plan of what keepers list', () => {
  it.each([
    ['newest', 'createdAt_productId'],
    ['oldest', 'createdAt_productId'],
    ['name', 'name_productId'],
    ['cheapest', 'price_productId'],
    ['dearest', 'price_productId'],
  ] as const)('%s: the first page of all comes in the order of its index', async (sort, index) => {
    const plan = await planOf((reads) => reads.findManaged({ ...managed, sort }));
    expect(plan).toContain(`"ProductSearch_${index}_idx"`);
    expect(plan).not.toMatch(/Seq Scan on "(?:WishlistProduct|Product)"/);
  });

  it.each([
    ['everything', {}],
    ['what is disabled', { isDisabled: true }],
    ['what is not available, by name', { isAvailable: false, sort: 'name' }],
    ['the cheapest', { sort: 'cheapest' }],
  ] as const)('an owner looks at the products of his own cafés alone: %s', async (_, filters) => {
    const scope = { kind: 'ownedBy', userId: ownerId } as const;
    const plan = await planOf((reads) => reads.findManaged({ ...managed, ...filters, scope }));
    expect(plan).toContain('"ProductSearch_cafeId_categoryId_idx"');
    expect(plan).not.toContain('Seq Scan on "ProductSearch"');
  });
});
