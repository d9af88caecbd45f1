import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';

// Which way PostgreSQL goes over 20,000 bans and 20,000 reports: whoever enters a room or signs in is looked up.

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`INSERT INTO "User" (id, "loginId", "loginIdKey", "passwordHash", nickname)
    SELECT gen_random_uuid(), 'user' || n, 'user' || n, 'hash', 'n' || n FROM generate_series(1, 2000) n`);
  await database.query(`INSERT INTO "Ban" (id, scope, "userId", "clientKey", reason, "endsAt")
    SELECT gen_random_uuid(), (ARRAY['SITE', 'ROOMS'])[1 + n % 2]::"BanScope", u.id, md5(n::text || u.nickname), 'r',
      now() + n * interval '1 day'
    FROM "User" u, generate_series(1, 10) n`);
  await database.query(`INSERT INTO "ModerationReport"
      (id, "targetType", "targetId", "reporterId", "reporterKey", reason, status, "handledAt", "createdAt")
    SELECT gen_random_uuid(), 'CHAT_MESSAGE', n || u.nickname, CASE WHEN n > 5 THEN u.id END,
      CASE WHEN n <= 5 THEN md5(n || u.nickname) END, 'SPAM', (CASE WHEN isOpen THEN 'OPEN' ELSE 'UPHELD' END)::"ReportStatus",
      CASE WHEN NOT isOpen THEN now() END, now() - n * interval '1 minute'
    FROM "User" u, generate_series(1, 10) n, LATERAL (SELECT n = 10 AND u.nickname LIKE '%7' AS isOpen) few`);
  await database.query('VACUUM ANALYZE "Ban"');
  await database.query('VACUUM ANALYZE "ModerationReport"');
});

afterAll(() => database.drop());

async function explain(statement: string): Promise<string> {
  const rows = await database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const someId = '019a0000-0000-7000-8000-000000000000';
const holds = `b."liftedAt" IS NULL AND (b."endsAt" IS NULL OR b."endsAt" > now())`;
const inRoom = `b.scope IN ('SITE', 'ROOMS') AND ${holds}
  AND (b."viewerId" IS NULL OR b."viewerId" = (SELECT v.id FROM "MetaViewerInfo" v WHERE v.code = 'some-room'))
  ORDER BY b."endsAt" DESC NULLS FIRST LIMIT 1`;

describe('the plan', () => {
  it.each([
    ["a user's ban from a room", `FROM "Ban" b WHERE b."userId" = '${someId}' AND ${inRoom}`, 'Ban_userId'],
    [
      "an address's ban from a room",
      `FROM "Ban" b WHERE b."clientKey" = 'k' AND b."startsAt" > now() - interval '30 days' AND ${inRoom}`,
      'Ban_clientKey',
    ],
    [
      "a user's ban from the site",
      `FROM "Ban" b WHERE b."userId" = '${someId}' AND b.scope = 'SITE' AND ${holds}`,
      'Ban_userId',
    ],
    ['a page of bans', 'FROM "Ban" b ORDER BY b."createdAt" DESC, b.id DESC LIMIT 20', 'Ban_createdAt_id_idx'],
    [
      "a member's latest reports",
      `FROM "ModerationReport" b WHERE b."reporterId" = '${someId}' AND b."createdAt" > now() - interval '1 hour'
        ORDER BY b."createdAt" DESC LIMIT 11`,
      'ModerationReport_reporterId_createdAt_idx',
    ],
    [
      "a visitor's latest reports",
      `FROM "ModerationReport" b WHERE b."reporterKey" = 'k' AND b."createdAt" > now() - interval '1 hour'
        ORDER BY b."createdAt" DESC LIMIT 11`,
      'ModerationReport_reporterKey_createdAt_idx',
    ],
    [
      'the open reports',
      `FROM "ModerationReport" b WHERE b.status = 'OPEN' ORDER BY b."createdAt", b.id LIMIT 20`,
      'ModerationReport_status_createdAt_id_idx',
    ],
    [
      'all reports',
      'FROM "ModerationReport" b ORDER BY b."createdAt" DESC, b.id DESC LIMIT 20',
      'ModerationReport_createdAt_id_idx',
    ],
  ])('of %s uses its index', async (_, from, index) => {
    const plan = await explain(`SELECT b.id ${from}`);
    expect(plan).toMatch(new RegExp(`Index (?:Only )?Scan (?:Backward )?(?:using|on) "${index}`));
    expect(plan).not.toMatch(/Seq Scan on "(?:Ban|ModerationReport)"/);
  });
});
