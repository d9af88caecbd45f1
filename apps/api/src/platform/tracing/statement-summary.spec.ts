import { describe, expect, it } from 'vitest';
import { summarize } from './statement-summary.js';

const summaryOf = (text: string): string => summarize(text).text;

describe('a statement’s summary', () => {
  it.each([
    ['SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."id" = $1)', 'SELECT User'],
    ['INSERT INTO "public"."Region" ("id","name") VALUES ($1,$2) RETURNING "id"', 'INSERT Region'],
    ['UPDATE "BackgroundJob" SET status = $1 WHERE id = (SELECT id FROM "BackgroundJob")', 'UPDATE BackgroundJob'],
    ['WITH found AS (SELECT 1 FROM "Cafe") SELECT * FROM found JOIN "Region" r ON true', 'SELECT Cafe Region'],
    ['DELETE FROM "Ban" WHERE EXTRACT(epoch FROM "createdAt") < $1', 'DELETE Ban'],
    ['SELECT pg_try_advisory_xact_lock($1) AS held', 'SELECT pg_try_advisory_xact_lock'],
    ['begin', 'BEGIN'],
    ['VACUUM', 'OTHER'],
  ])('of %s is %s', (text, summary) => {
    expect(summaryOf(text)).toBe(summary);
  });

  it('has no value, also where one stands in the text', () => {
    expect(summaryOf(`SELECT * FROM "User" WHERE name = '홍길동' AND "loginId" = 'gildong'`)).toBe('SELECT User');
  });
});
