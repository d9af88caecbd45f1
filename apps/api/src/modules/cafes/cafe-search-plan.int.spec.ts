import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertCafes, insertRegions } from '../../../test/cafe-factory.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { readTypedSearch } from '../../platform/search/search-text.js';

// Which way PostgreSQL goes for each kind of word over 20,000 cafés. Speed itself is measured by the benchmarks.

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertCafes(database, await insertRegions(database), 20_000);
  await database.query('VACUUM ANALYZE "CafeSearch"');
});

afterAll(() => database.drop());

/** The plan of the newest 20 matches or, with `count`, of counting all; `settings` are made for this statement alone. */
async function explain(
  typed: string,
  { count = false, settings = {} }: { count?: boolean; settings?: Record<string, string> } = {},
): Promise<string> {
  const { jamo, choseong } = readTypedSearch(typed)?.exact ?? { jamo: [], choseong: [] };
  const conditions = [
    ...jamo.map((pattern) => `jamo LIKE '${pattern}'`),
    ...choseong.map((pattern) => `choseong LIKE '${pattern}'`),
  ];
  const where = `NOT "isDisabled" AND ${conditions.join(' AND ')}`;
  const statement = count
    ? `SELECT count(*) FROM "CafeSearch" WHERE ${where}`
    : `SELECT "cafeId" FROM "CafeSearch" WHERE ${where} ORDER BY "createdAt" DESC, "cafeId" DESC LIMIT 20`;
  for (const [name, value] of Object.entries(settings)) await database.query(`SET ${name} = ${value}`);
  const rows = await database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`);
  for (const name of Object.keys(settings)) await database.query(`RESET ${name}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('the plan of a search', () => {
  it.each(['카페', 'ㅋㅍ', '강남 카페', '온', 'ㅎ', 'ㅅㅌㅂㅅ', '온ㄱ', '커피한약방'])(
    'lists the newest matches of %s through an index',
    async (typed) => {
      const plan = await explain(typed);
      expect(plan).toMatch(/Index/);
      expect(plan).not.toMatch(/Seq Scan/);
    },
  );

  it.each([
    ['one syllable', '온', 'jamo'],
    ['two syllables', '온기', 'jamo'],
    ['a long word', '테헤란로271', 'jamo'],
    ['two words', '강남 온기', 'jamo'],
    ['a syllable and an initial consonant', '온ㄱ', 'jamo'],
    ['two initial consonants', 'ㅅㅌ', 'choseong'],
    ['four initial consonants', 'ㅅㅌㅂㅅ', 'choseong'],
    ['a Latin letter', 'q', 'jamo'],
    ['a number', '299', 'jamo'],
  ])('counts %s (%s) through its trigrams', async (_, typed, column) => {
    expect(await explain(typed, { count: true })).toContain(`Bitmap Index Scan on "CafeSearch_${column}_idx"`);
  });

  it.each([
    ['카페', 'jamo'],
    ['카', 'jamo'],
    ['ㅋㅍ', 'choseong'],
    ['ㅋ', 'choseong'],
  ])(
    'could count %s, which most cafés have, through its trigrams too; comparing all is cheaper',
    async (typed, column) => {
      const settings = { enable_seqscan: 'off', enable_indexscan: 'off', enable_indexonlyscan: 'off' };
      const plan = await explain(typed, { count: true, settings });
      expect(plan).toContain(`"CafeSearch_${column}_idx"`);
      // A word without a trigram would have to read the whole index.
      expect(plan).toMatch(/Index Cond: \(\(?(?:jamo|choseong) ~~/);
    },
  );
});
