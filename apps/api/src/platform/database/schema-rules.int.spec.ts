import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';

// What the migrations say beyond Prisma's schema, table by table, and what holds for all tables.

let database: TestDatabase;

/** A record of each table, to be changed by the cases. */
const ids = Object.fromEntries(
  [
    'user',
    'other',
    'proxy',
    'region',
    'cafe',
    'image',
    'board',
    'category',
    'product',
    'campaign',
    'viewer',
    'map',
  ].map((name) => [name, randomUUID()]),
) as Record<string, string>;
const sha = 'a'.repeat(64);

/** Puts `{name}` ids in and runs the statement. */
const run = (statement: string) =>
  database.query(
    statement
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => `'${ids[name] ?? ''}'`)
      .replaceAll('NEW_ID', 'gen_random_uuid()'),
  );

beforeAll(async () => {
  database = await createTestDatabase();
  await run(`INSERT INTO "User" (id, "loginId", "loginIdKey", "passwordHash", nickname, email) VALUES
    ({user}, 'Mina', 'mina', 'hash', 'Mina', 'mina@example.com'), ({other}, 'other', 'other', 'hash', '다른 사람', NULL)`);
  await run(`INSERT INTO "ProxyUser" (id, type, "memberId", "displayName") VALUES ({proxy}, 'ZEPETO', 'z1', 'z')`);
  await run(`INSERT INTO "Region" (id, name, type) VALUES ({region}, '서울특별시', 'SPECIAL_CITY')`);
  await run(`INSERT INTO "CafeInfo" (id, code, name, "regionId", address, latitude, longitude)
    VALUES ({cafe}, 'dalbit', '달빛', {region}, '서울', 37.5, 127)`);
  await run(`INSERT INTO "CafeSearch" ("cafeId", "regionId", "isDisabled", "createdAt", jamo, choseong)
    SELECT id, "regionId", "isDisabled", "createdAt", '', '' FROM "CafeInfo"`);
  await run(`INSERT INTO "Image" (id, "contentHash", "fileName", "thumbnailName", width, height, "sizeBytes", "mimeType", thumbhash)
    VALUES ({image}, '${sha}', 'a.webp', 'a-320.webp', 10, 10, 100, 'image/webp', '')`);
  await run(`INSERT INTO "Board" (id, type, title, content, "authorId") VALUES ({board}, 'BTALK', 't', 'c', {user})`);
  await run(`INSERT INTO "ProductCategory" (id, code, name) VALUES ({category}, 'coffee', '커피')`);
  await run(`INSERT INTO "Product" (id, code, name, price, "categoryId", "cafeId")
    VALUES ({product}, 'latte', '라떼', 5000, {category}, {cafe})`);
  await run(
    `INSERT INTO "CouponCampaign" (id, code, name, "startDay", "endDay") VALUES ({campaign}, 'c', 'c', '2030-01-01', '2030-01-31')`,
  );
  await run(
    `INSERT INTO "MetaViewerInfo" (id, code, name, "cafeId", "worldData") VALUES ({viewer}, 'room', 'r', {cafe}, '{}')`,
  );
  await run(
    `INSERT INTO "MetaViewerMap" (id, "viewerId", type, version, status, "isActive") VALUES ({map}, {viewer}, 'RENDER', 1, 'READY', true)`,
  );
});

afterAll(() => database.drop());

const user = (columns: string, values: string) => `INSERT INTO "User" (id, ${columns}) VALUES (NEW_ID, ${values})`;
const local = (loginId: string, key: string, nickname: string, email = 'NULL') =>
  user(
    '"loginId", "loginIdKey", "passwordHash", nickname, email',
    `'${loginId}', '${key}', 'hash', '${nickname}', ${email}`,
  );
const map = (values: string) =>
  `INSERT INTO "MetaViewerMap" (id, "viewerId", type, version, status, "isActive") VALUES (NEW_ID, {viewer}, ${values})`;
const coupon = (columns: string, values: string) =>
  `INSERT INTO "Coupon" (id, serial, "campaignId", "expiryDay", ${columns}) VALUES (NEW_ID, NEW_ID::text::varchar(32), {campaign}, '2030-01-31', ${values})`;

describe('the database refuses', () => {
  it.each([
    ['a login id that differs only in case', local('MINA', 'mina', 'x1'), 'User_loginIdKey_key'],
    ['a key that is not the login id in lower case', local('Other2', 'Other2', 'x2'), 'User_loginIdKey_check'],
    ['a login id with other characters', local('a b', 'a b', 'x3'), 'User_loginId_check'],
    ['a nickname that differs only in case', local('mina2', 'mina2', 'MINA'), 'User_nickname_lower_key'],
    ['an e-mail in upper case', local('mina3', 'mina3', 'x4', `'A@example.com'`), 'User_email_check'],
    [
      'a local user without a password',
      user('"loginId", "loginIdKey", nickname', `'mina4', 'mina4', 'x5'`),
      'User_local_check',
    ],
    [
      'a social identity that is local',
      `INSERT INTO "SocialIdentity" (id, "userId", provider, subject) VALUES (NEW_ID, {user}, 'LOCAL', 's')`,
      'SocialIdentity_provider_check',
    ],
    [
      'a session that ended for no reason',
      `INSERT INTO "SessionFamily" (id, "userId", "expiresAt", "revokedAt") VALUES (NEW_ID, {user}, now(), now())`,
      'SessionFamily_end_check',
    ],
    [
      'an API key without a scope',
      `INSERT INTO "ApiKey" (id, "publicId", "secretHash", name, scopes) VALUES (NEW_ID, 'p', '', 'n', '{}')`,
      'ApiKey_scopes_check',
    ],
    [
      'two roots of one name',
      `INSERT INTO "Region" (id, name, type) VALUES (NEW_ID, '서울특별시', 'PROVINCE')`,
      'Region_parentId_name_key',
    ],
    ['a region under itself', 'UPDATE "Region" SET "parentId" = id', 'Region_parentId_check'],
    [
      'a closure that is its own ancestor at a distance',
      'INSERT INTO "RegionClosure" ("ancestorId", "descendantId", depth) VALUES ({region}, {region}, 1)',
      'RegionClosure_depth_check',
    ],
    ['a café code in capitals', `UPDATE "CafeInfo" SET code = 'Dalbit'`, 'CafeInfo_code_check'],
    [
      'a business number of nine digits',
      `UPDATE "CafeInfo" SET "businessNumber" = '123456789'`,
      'CafeInfo_businessNumber_check',
    ],
    ['a latitude beyond the pole', 'UPDATE "CafeInfo" SET latitude = 90.1', 'CafeInfo_latitude_check'],
    ['a latitude that is no number', `UPDATE "CafeInfo" SET latitude = 'NaN'`, 'CafeInfo_latitude_check'],
    ['a longitude beyond the date line', 'UPDATE "CafeInfo" SET longitude = -180.1', 'CafeInfo_longitude_check'],
    [
      'a negative priority',
      `INSERT INTO "CafeImage" (id, "cafeId", "set", "imageId", priority) VALUES (NEW_ID, {cafe}, 'REAL', {image}, -1)`,
      'CafeImage_priority_check',
    ],
    ['an image of no size', 'UPDATE "Image" SET "sizeBytes" = 0', 'Image_size_check'],
    [
      'a content hash that is none',
      `UPDATE "Image" SET "contentHash" = '${'A'.repeat(64)}'`,
      'Image_contentHash_check',
    ],
    [
      'more bytes than announced',
      `INSERT INTO "UploadSession" (id, "uploaderId", "mapType", "displayName", "sizeBytes", "receivedBytes", "expiresAt") VALUES (NEW_ID, {user}, 'RENDER', 'f', 10, 11, now())`,
      'UploadSession_bytes_check',
    ],
    [
      'a file of more than 500 MB',
      `INSERT INTO "UploadSession" (id, "uploaderId", "mapType", "displayName", "sizeBytes", "expiresAt") VALUES (NEW_ID, {user}, 'RENDER', 'f', 524288001, now())`,
      'UploadSession_bytes_check',
    ],
    [
      'an event that ends before it starts',
      `UPDATE "Board" SET "startDay" = '2030-01-02', "endDay" = '2030-01-01'`,
      'Board_days_check',
    ],
    [
      'a notice that ends before it starts',
      `INSERT INTO "Notice" (id, title, content, "authorId", "startDay", "endDay") VALUES (NEW_ID, 't', 'c', {user}, '2030-01-02', '2030-01-01')`,
      'Notice_days_check',
    ],
    ['a negative price', 'UPDATE "Product" SET price = -1', 'Product_price_check'],
    ['a discount that makes dearer', 'UPDATE "Product" SET "originalPrice" = 4999', 'Product_originalPrice_check'],
    ['a negative stock', 'UPDATE "Product" SET "stockQuantity" = -1', 'Product_stockQuantity_check'],
    ['an order of nothing', 'UPDATE "Product" SET "minOrderQuantity" = 0', 'Product_minOrderQuantity_check'],
    [
      'two product roots of one name',
      `INSERT INTO "ProductCategory" (id, code, name) VALUES (NEW_ID, 'x', '커피')`,
      'ProductCategory_parentId_name_key',
    ],
    [
      'a wish of two',
      'INSERT INTO "WishlistProduct" (id, "productId", "userId", "proxyUserId") VALUES (NEW_ID, {product}, {user}, {proxy})',
      'WishlistProduct_owner_check',
    ],
    [
      'a wish of nobody',
      'INSERT INTO "WishlistProduct" (id, "productId") VALUES (NEW_ID, {product})',
      'WishlistProduct_owner_check',
    ],
    [
      'a campaign that ends before it starts',
      `UPDATE "CouponCampaign" SET "endDay" = '2029-12-31'`,
      'CouponCampaign_days_check',
    ],
    ['a negative cap', 'UPDATE "CouponCampaign" SET "totalCap" = -1', 'CouponCampaign_caps_check'],
    ['a coupon of nobody', coupon('status', `'ACTIVE'`), 'Coupon_owner_check'],
    ['a used coupon that was never used', coupon('"userId", status', `{user}, 'USED'`), 'Coupon_used_check'],
    ['a second active map of a type', map(`'RENDER', 2, 'READY', true`), 'MetaViewerMap_active_key'],
    ['an active map that was not checked', map(`'COLLIDER', 1, 'PROCESSING', true`), 'MetaViewerMap_active_check'],
    ['deleting an active map', 'DELETE FROM "MetaViewerMap" WHERE id = {map}', 'MetaViewerMap_active_kept'],
    [
      'turning an active map into a collider',
      `UPDATE "MetaViewerMap" SET type = 'COLLIDER' WHERE id = {map}`,
      'MetaViewerMap_active_kept',
    ],
    ['a ban of nobody', `INSERT INTO "Ban" (id, scope, reason) VALUES (NEW_ID, 'SITE', 'r')`, 'Ban_target_check'],
    [
      'a ban that ends before it starts',
      `INSERT INTO "Ban" (id, scope, reason, "userId", "endsAt") VALUES (NEW_ID, 'SITE', 'r', {user}, '2020-01-01')`,
      'Ban_period_check',
    ],
    [
      'a ban from the site that is of one room',
      `INSERT INTO "Ban" (id, scope, reason, "userId", "viewerId") VALUES (NEW_ID, 'SITE', 'r', {user}, {viewer})`,
      'Ban_viewer_check',
    ],
    [
      'a webhook without encryption',
      `INSERT INTO "WebhookEndpoint" (id, "apiKeyId", url, "sealedSecret", topics) VALUES (NEW_ID, NEW_ID, 'http://example.com', '', '{}')`,
      'WebhookEndpoint_url_check',
    ],
  ])('%s', async (_, statement, constraint) => {
    await expect(run(statement)).rejects.toMatchObject({ constraint });
  });

  it('two thumbnails of a board or a product', async () => {
    for (const owner of ['Board', 'Product']) {
      const column = `${owner.toLowerCase()}Id`;
      const image = (priority: number, isThumbnail: boolean) =>
        run(`WITH copy AS (INSERT INTO "Image" (id, "contentHash", "fileName", "thumbnailName", width, height, "sizeBytes", "mimeType", thumbhash)
            VALUES (NEW_ID, '${sha}', '', '', 1, 1, 1, '', '') RETURNING id)
          INSERT INTO "${owner}Image" (id, "${column}", "imageId", priority, "isThumbnail")
          SELECT NEW_ID, {${owner.toLowerCase()}}, id, ${priority}, ${isThumbnail} FROM copy`);
      await image(0, true);
      await image(1, false);
      await expect(image(2, true)).rejects.toMatchObject({ constraint: `${owner}Image_thumbnail_key` });
    }
  });

  it('a reply to one on another board', async () => {
    const [parent] = await run(`INSERT INTO "BoardReply" (id, "boardId", "authorId", content)
      VALUES (NEW_ID, {board}, {user}, 'c') RETURNING id`);
    await expect(
      run(`WITH board AS (INSERT INTO "Board" (id, type, title, content, "authorId") VALUES (NEW_ID, 'BTALK', 't', 'c', {user}) RETURNING id)
        INSERT INTO "BoardReply" (id, "boardId", "parentId", "authorId", content)
        SELECT NEW_ID, id, '${String(parent?.['id'])}', {user}, 'c' FROM board`),
    ).rejects.toMatchObject({ constraint: 'BoardReply_parentId_boardId_fkey' });
  });

  it('a second open report of one person about one thing, and a second waiting job with one key', async () => {
    const report = `INSERT INTO "ModerationReport" (id, "targetType", "targetId", "reporterId", reason)
      VALUES (NEW_ID, 'BOARD', {board}, {user}, 'SPAM')`;
    await run(report);
    await expect(run(report)).rejects.toMatchObject({ constraint: 'ModerationReport_open_key' });
    await run(`UPDATE "ModerationReport" SET status = 'DISMISSED', "handledAt" = now()`);
    await run(report);

    const byVisitor = `INSERT INTO "ModerationReport" (id, "targetType", "targetId", "reporterKey", reason)
      VALUES (NEW_ID, 'BOARD', {board}, 'hash of an address', 'SPAM')`;
    await run(byVisitor);
    await expect(run(byVisitor)).rejects.toMatchObject({ constraint: 'ModerationReport_open_visitor_key' });

    const job = `INSERT INTO "BackgroundJob" (id, kind, "dedupeKey") VALUES (NEW_ID, 'sweep', 'all')`;
    await run(job);
    await expect(run(job)).rejects.toMatchObject({ constraint: 'BackgroundJob_dedupe_key' });
    await run(`UPDATE "BackgroundJob" SET status = 'DONE'`);
    await run(job);
  });

  it('any change of the coupon ledger', async () => {
    await run(`WITH coupon AS (${coupon('"userId"', '{user}')} RETURNING id)
      INSERT INTO "CouponHistory" (id, "couponId", act, "statusAfter") SELECT NEW_ID, id, 'CREATED', 'ACTIVE' FROM coupon`);
    await expect(run(`UPDATE "CouponHistory" SET description = 'x'`)).rejects.toThrow('append-only');
    await expect(run('DELETE FROM "CouponHistory"')).rejects.toThrow('append-only');
    await expect(run('TRUNCATE "CouponHistory"')).rejects.toThrow('append-only');
  });
});

describe('the database keeps', () => {
  it('what search knows of a café equal to the café', async () => {
    await run(`UPDATE "CafeInfo" SET "isDisabled" = true, "createdAt" = '2030-01-01T00:00:00Z'`);
    expect(await run('SELECT "isDisabled", "createdAt" FROM "CafeSearch"')).toEqual([
      { isDisabled: true, createdAt: new Date('2030-01-01T00:00:00Z') },
    ]);
  });

  it('an index for every foreign key', async () => {
    // The key's columns, in any order, are the first columns of some index.
    const bare = await database.query(`
      SELECT k.conrelid::regclass AS table, k.conname AS constraint FROM pg_constraint k
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
          AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`);
    expect(bare).toEqual([]);
  });

  it('instants with their zone, to the millisecond, and calendar days as days', async () => {
    const rows = await database.query<{ type: string }>(`
      SELECT DISTINCT format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      WHERE format_type(a.atttypid, a.atttypmod) ~ 'timestamp|date' AND c.relname <> '_prisma_migrations' AND NOT a.attisdropped`);
    expect(rows.map(({ type }) => type).sort()).toEqual(['date', 'timestamp(3) with time zone']);
  });

  it('when every row was made, and when it was changed where it can be', async () => {
    const rows = await database.query<{ table: string }>(`
      SELECT c.relname AS table FROM pg_class c
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
        AND c.relname <> '_prisma_migrations'
        AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('createdAt', 'updatedAt')) < 2`);
    const oneInstant = ['CouponHistory', 'ProductCategoryClosure', 'RegionClosure', 'RequestNonce', 'TransactionLog'];
    expect(rows.map(({ table }) => table).sort()).toEqual(oneInstant);
  });
});
