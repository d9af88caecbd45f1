import type pg from 'pg';
import { fillDatabase } from './dataset.js';
import { assertTools } from './load.js';
import { type MeasuredList, measureLists } from './measured-lists.js';
import { withMeasuredServer } from './measured-server.js';
import { fillProducts } from './product-dataset.js';

// How long every list and filter of products takes over many of them, nothing kept, and which indexes PostgreSQL used for it.

const products = Number(process.env.BENCH_PRODUCTS ?? 100_000);
const cafes = Number(process.env.BENCH_CAFES ?? 2000);
const repetitions = Number(process.env.BENCH_REPETITIONS ?? 100);
const promisedP95Ms = 50;
const ownedCafes = 20;

await assertTools();
await withMeasuredServer(fill, report);

async function fill(databaseUrl: string): Promise<void> {
  console.log(`Putting ${products} products of ${cafes} cafés into PostgreSQL ...`);
  await fillDatabase(databaseUrl, cafes);
  await fillProducts(databaseUrl, products);
}

async function report(origin: string, client: pg.Client): Promise<void> {
  const [admin, owner] = [await signIn(origin, client, 'ADMIN'), await signIn(origin, client, 'BUSINESS')];
  await client.query(
    `INSERT INTO "CafeOwner" ("cafeId", "userId") SELECT id, $1 FROM "CafeInfo" ORDER BY code LIMIT ${ownedCafes}`,
    [owner.id],
  );
  // A wish for most of what one may wish, half of it through an outside player.
  await client.query(
    `INSERT INTO "WishlistProduct" (id, "productId", "userId") SELECT gen_random_uuid(), id, $1 FROM "Product" LIMIT 500`,
    [owner.id],
  );
  await client.query(`UPDATE "ProxyUser" SET "userId" = $1, "linkedAt" = now() WHERE "memberId" LIKE 'player-1%1'`, [
    owner.id,
  ]);
  const at =
    (path: string, headers: Record<string, string> = {}) =>
    (query: string): MeasuredList => ({
      name: `${path}?${query}`,
      url: `${origin}/api/v1/${path}?${encodeURI(query)}`,
      headers,
    });
  const filters = ['', 'page=50', 'pageSize=100', 'cafe=cafe-7', 'category=kind-1', 'category=kind-1-1-1'];
  const searches = ['q=라떼', 'q=말차 라떼', 'q=빵', 'q=ㄹㄸ', 'q=ㅁ', 'q=캌', 'q=없는이름', 'category=kind-2&q=라떼'];
  const flags = [
    'isDisabled=true',
    'isDisabled=false',
    'isAvailable=false',
    'isSignature=true',
    'category=kind-3&q=ㅋ',
  ];
  const orders = ['newest', 'signature', 'cheapest', 'dearest'].map((sort) => `sort=${sort}`);
  const managedOrders = ['newest', 'oldest', 'name', 'cheapest', 'dearest'].map((sort) => `sort=${sort}`);
  const managed = [...filters, ...searches, ...flags, ...managedOrders, 'isDisabled=true&sort=name&page=20'];
  const lists = [
    ...[...filters, ...searches, ...orders, 'category=kind-1&sort=dearest', 'q=라떼&sort=cheapest'].map(at('products')),
    ...managed.map(at('me/products', admin.headers)),
    ...managed.map(at('me/products', owner.headers)),
    ...['', 'pageSize=100'].map(at('showcases/cafe-1', owner.headers)),
    ...['', 'page=5'].map(at('me/wishlist', owner.headers)),
    ...['', 'q=손님 77', 'q=player-77', 'type=ZEPETO&isLinked=true', 'isDisabled=true', 'page=50'].map(
      at('proxy-users', admin.headers),
    ),
  ];
  const isReached = await measureLists(lists, { client, scanned: 'ProductSearch', repetitions, promisedP95Ms });
  console.log(`p95 of every list at most ${promisedP95Ms} ms: ${isReached ? 'reached' : 'MISSED'}`);
  if (!isReached) process.exitCode = 1;
}

/** Somebody new of this type. */
async function signIn(
  origin: string,
  client: pg.Client,
  userType: 'ADMIN' | 'BUSINESS',
): Promise<{ id: string; headers: Record<string, string> }> {
  const credentials = { loginId: `bench_${userType.toLowerCase()}`, password: 'Long-enough-2031' };
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${origin}/api/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const email = `${credentials.loginId}@example.com`;
  const { account } = (await post('signup', { ...credentials, nickname: credentials.loginId, email })) as {
    account: { id: string };
  };
  await client.query('UPDATE "User" SET "userType" = $1::"UserType" WHERE id = $2', [userType, account.id]);
  const { accessToken } = (await post('login', credentials)) as { accessToken: string };
  return { id: account.id, headers: { authorization: `Bearer ${accessToken}` } };
}
