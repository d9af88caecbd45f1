import pg from 'pg';
import { toSearchText } from '../../apps/api/dist/platform/search/search-text.js';

const kinds = ['커피', '차', '에이드', '케이크', '빵', '쿠키', '원두', '굿즈', '샌드위치', '아이스크림'];
const beans = [
  '제주',
  '디카페인',
  '바닐라',
  '흑임자',
  '말차',
  '딸기',
  '밤',
  '오트',
  '콜드브루',
  '수제',
  '무화과',
  '쑥',
];
const things = [
  '라떼',
  '아메리카노',
  '케이크',
  '쿠키',
  '스콘',
  '에이드',
  '머그',
  '드립백',
  '티라미수',
  '소금빵',
  '파이',
];
const batchSize = 5000;

/**
 * Adds a tree of 310 categories and `count` products, each with two images and a link, to a database with cafés; every 20th is disabled,
 * every tenth a signature, and 50,000 outside players wish one each. Deterministic but for ids. Written with plain SQL: what is measured is reading.
 */
export async function fillProducts(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await insertCategories(client);
    for (let start = 0; start < count; start += batchSize)
      await insertProducts(client, start, Math.min(batchSize, count - start));
    await insertWishes(client, 50_000);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Three layers: 10, 60 and 240 of them. */
async function insertCategories(client: pg.Client): Promise<void> {
  const insert = `INSERT INTO "ProductCategory" (id, code, name, "parentId", priority)`;
  await client.query(
    `${insert} SELECT gen_random_uuid(), 'kind-' || place, name, NULL, place - 1
     FROM unnest($1::text[]) WITH ORDINALITY AS root(name, place)`,
    [kinds],
  );
  for (const [layer, children] of [6, 4].entries()) {
    await client.query(
      `${insert} SELECT gen_random_uuid(), k.code || '-' || n, k.name || ' ' || n, k.id, n - 1
       FROM "ProductCategory" k CROSS JOIN generate_series(1, $1::int) n
       WHERE length(k.code) - length(replace(k.code, '-', '')) = $2`,
      [children, layer + 1],
    );
  }
  await client.query(`INSERT INTO "ProductCategoryClosure" ("ancestorId", "descendantId", depth)
    WITH RECURSIVE pair AS (
      SELECT id AS ancestor, id AS descendant, 0 AS depth FROM "ProductCategory"
      UNION ALL SELECT pair.ancestor, k.id, pair.depth + 1 FROM pair JOIN "ProductCategory" k ON k."parentId" = pair.descendant
    ) SELECT * FROM pair`);
}

async function insertProducts(client: pg.Client, start: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, place) => start + place);
  const names = numbers.map((number) => `${pick(beans, number)} ${pick(things, number >> 2)} ${number % 97}호`);
  const texts = names.map((name) => toSearchText([name]));
  await client.query(
    `WITH cafe AS (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place FROM "CafeInfo"),
     leaf AS (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place FROM "ProductCategory" WHERE code LIKE 'kind-%-%-%'),
     product AS (
       INSERT INTO "Product" (id, code, name, description, price, "originalPrice", "stockQuantity", "isAvailable", "isSignature",
         "isDisabled", "categoryId", "cafeId", "createdAt")
       SELECT gen_random_uuid(), 'item-' || made.number, made.name, repeat('매일 아침 굽고 내립니다. ', 12),
         1000 + (made.number * 37) % 30000, CASE WHEN made.number % 3 = 0 THEN 40000 END,
         CASE WHEN made.number % 4 = 0 THEN made.number % 9 END, made.number % 15 <> 0, made.number % 10 = 0,
         made.number % 20 = 0, leaf.id, cafe.id, timestamptz '2025-01-01' + made.number * interval '1 minute'
       FROM unnest($1::int[], $2::text[]) AS made(number, name)
       JOIN cafe ON cafe.place = made.number % (SELECT count(*) FROM cafe)
       JOIN leaf ON leaf.place = (made.number / 7) % (SELECT count(*) FROM leaf)
       RETURNING id, code, "cafeId"
     ), link AS (
       INSERT INTO "ProductLink" (id, "productId", label, url)
       SELECT gen_random_uuid(), id, '사러 가기', 'https://shop.example.com/' || code FROM product
     ), image AS (
       INSERT INTO "ProductImage" (id, "productId", "imageId", priority, "isThumbnail")
       SELECT gen_random_uuid(), p.id, placed."imageId", placed.priority, placed.priority = 0
       FROM product p JOIN "CafeImage" placed ON placed."cafeId" = p."cafeId" AND placed.priority < 2
     )
     INSERT INTO "ProductSearch" ("productId", jamo, choseong)
     SELECT p.id, made.jamo, made.choseong FROM product p
     JOIN unnest($1::int[], $3::text[], $4::text[]) AS made(number, jamo, choseong) ON p.code = 'item-' || made.number`,
    [numbers, names, texts.map(({ jamo }) => jamo), texts.map(({ choseong }) => choseong)],
  );
}

const pick = (from: readonly string[], place: number): string => from[place % from.length] ?? '';

async function insertWishes(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `WITH player AS (
       INSERT INTO "ProxyUser" (id, type, "memberId", "displayName")
       SELECT gen_random_uuid(), 'ZEPETO', 'player-' || n, '손님 ' || n FROM generate_series(1, $1::int) n
       RETURNING id, "memberId"
     ), product AS (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place FROM "Product")
     INSERT INTO "WishlistProduct" (id, "productId", "proxyUserId", "createdAt")
     SELECT gen_random_uuid(), product.id, player.id, now() - (number % 90) * interval '1 day'
     FROM (SELECT id, replace("memberId", 'player-', '')::int AS number FROM player) player
     JOIN product ON product.place = (player.number * 13) % (SELECT count(*) FROM product)`,
    [count],
  );
}
