import { randomUUID } from 'node:crypto';
import { toSearchText } from '../src/platform/search/search-text.js';
import { type MadeCafe, pickOne, seededRandom } from './cafe-factory.js';
import type { TestDatabase } from './database.js';

type Queries = Pick<TestDatabase, 'query'>;

export interface MadeCategory {
  readonly id: string;
  readonly code: string;
  readonly parentId: string | null;
}

const tastes = ['제주', '디카페인', '바닐라', '흑임자', '말차', '딸기', '밤', '오트', '수제', '무화과', '쑥'];
const things = ['라떼', '아메리카노', '케이크', '쿠키', '스콘', '에이드', '머그', '드립백', '티라미수', '소금빵'];

/** Writes 6 categories with 6 below each and 6 below those (258) with their closure, and returns all of them. */
export async function insertCategories(database: Queries): Promise<MadeCategory[]> {
  const categories: MadeCategory[] = [];
  const add = (code: string, parentId: string | null): string => {
    const id = randomUUID();
    categories.push({ id, code, parentId });
    return id;
  };
  const numbers = [1, 2, 3, 4, 5, 6];
  for (const first of numbers) {
    const root = add(`kind-${first}`, null);
    for (const second of numbers) {
      const middle = add(`kind-${first}-${second}`, root);
      for (const third of numbers) add(`kind-${first}-${second}-${third}`, middle);
    }
  }
  await insertCategoryRows(database, categories);
  return categories;
}

/** Writes the categories, named like their codes, and the closure that follows from their parents. */
export async function insertCategoryRows(database: Queries, categories: readonly MadeCategory[]): Promise<void> {
  await database.query(
    `INSERT INTO "ProductCategory" (id, code, name, "parentId")
     SELECT id, code, code, parent FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS made(id, code, parent)`,
    [categories.map(({ id }) => id), categories.map(({ code }) => code), categories.map(({ parentId }) => parentId)],
  );
  await database.query(`INSERT INTO "ProductCategoryClosure" ("ancestorId", "descendantId", depth)
    WITH RECURSIVE pair AS (
      SELECT id AS ancestor, id AS descendant, 0 AS depth FROM "ProductCategory"
      UNION ALL SELECT pair.ancestor, k.id, pair.depth + 1 FROM pair JOIN "ProductCategory" k ON k."parentId" = pair.descendant
    ) SELECT * FROM pair`);
}

/**
 * Writes `count` products with believable names, spread over the cafés and categories, each a minute younger than the one before, the same
 * for the same seed; every 20th is disabled, every tenth a signature.
 */
export async function insertProducts(
  database: Queries,
  cafes: readonly MadeCafe[],
  categories: readonly MadeCategory[],
  count: number,
): Promise<void> {
  const random = seededRandom(1);
  const batchSize = 5000;
  for (let start = 0; start < count; start += batchSize) {
    const numbers = Array.from({ length: Math.min(batchSize, count - start) }, (_, place) => start + place);
    const names = numbers.map(
      () => `${pickOne(tastes, random)} ${pickOne(things, random)} ${Math.floor(random() * 100)}`,
    );
    const texts = names.map((name) => toSearchText([name]));
    await database.query(
      `WITH product AS (
         INSERT INTO "Product" (id, code, name, price, "isSignature", "isDisabled", "cafeId", "categoryId", "createdAt")
         SELECT gen_random_uuid(), 'made-' || number, name, 1000 + (number * 37) % 30000, number % 10 = 0, number % 20 = 0,
           cafe, category, timestamptz '2026-01-01' + number * interval '1 minute'
         FROM unnest($1::int[], $2::text[], $3::uuid[], $4::uuid[]) AS made(number, name, cafe, category)
         RETURNING id, code
       )
       INSERT INTO "ProductSearch" ("productId", jamo, choseong)
       SELECT id, jamo, choseong FROM product
       JOIN unnest($1::int[], $5::text[], $6::text[]) AS made(number, jamo, choseong) ON code = 'made-' || number`,
      [
        numbers,
        names,
        numbers.map(() => pickOne(cafes, random).id),
        numbers.map(() => pickOne(categories, random).id),
        texts.map(({ jamo }) => jamo),
        texts.map(({ choseong }) => choseong),
      ],
    );
  }
  await database.query('ANALYZE');
}
