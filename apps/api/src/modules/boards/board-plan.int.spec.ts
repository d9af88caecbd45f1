import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAuthors, insertPosts } from '../../../test/board-factory.js';
import { insertCafes, insertRegions } from '../../../test/cafe-factory.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Database } from '../../platform/database/database.js';
import { readTypedSearch } from '../../platform/search/search-text.js';
import { BoardFeedsRepository } from './board-feeds.repository.js';
import type { BoardFilter } from './board-filter.js';
import { BoardReadsRepository } from './board-reads.repository.js';

// Which way PostgreSQL goes over 200,000 posts for each filter: no statement may read the whole table, or more rows than it has use for. Speed
// itself is measured by the benchmarks.

let database: TestDatabase;
let authorId: string;
let cafeCode: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const authorIds = await insertAuthors(database, 400);
  const cafes = await insertCafes(database, await insertRegions(database), 300);
  [authorId = '', cafeCode = ''] = [authorIds[7], cafes[7]?.code];
  await insertPosts(database, { count: 200_000, authorIds, cafeIds: cafes.map(({ id }) => id) });
  await database.query('VACUUM ANALYZE "Board"');
  await database.query('VACUUM ANALYZE "BoardCafe"');
});

afterAll(() => database?.drop());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The repositories' own statements, explained as they are run. */
function explaining(): { readonly asked: Database; readonly plans: PlanNode[] } {
  const plans: PlanNode[] = [];
  const read = async ({ text, values }: Prisma.Sql): Promise<unknown[]> => {
    const rows = await database.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    for (const row of rows) plans.push(row['QUERY PLAN'][0].Plan);
    return [{ items: [], total: 0, isTotalExact: true, event: null, item: null }];
  };
  return { asked: { read } as unknown as Database, plans };
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows of "Board" that were looked at in the table itself, and how; those that were not gone to are left out. */
function lookedAt(plans: readonly PlanNode[]): { readonly rows: number; readonly ways: string[] } {
  const nodes = plans.flatMap(nodesOf).filter((node) => node['Relation Name'] === 'Board' && node['Actual Loops'] > 0);
  const heap = nodes.filter((node) => node['Node Type'] !== 'Index Only Scan');
  const rows = heap.reduce((sum, node) => {
    const dropped = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    return sum + (node['Actual Rows'] + dropped) * node['Actual Loops'];
  }, 0);
  return { rows, ways: nodes.map((node) => node['Node Type']) };
}

async function list(filter: Partial<BoardFilter>, q = '', page = 1, pageSize = 20) {
  const { asked, plans } = explaining();
  const search = readTypedSearch(q)?.exact ?? null;
  await new BoardReadsRepository(asked).findPage({
    filter: { isDisabled: false, today: '2026-12-01', ...filter },
    search,
    page,
    pageSize,
  });
  return lookedAt(plans);
}

describe('the plan of a list over 200,000 posts', () => {
  it.each<[string, Partial<BoardFilter>, number]>([
    ['all posts', {}, 1],
    ['all posts, the last page', {}, 500],
    ['one type', { type: 'BQUESTION' }, 1],
    ['coming events', { eventState: 'COMING' }, 1],
    ['events in progress', { eventState: 'IN_PROGRESS' }, 1],
    ['ended events', { eventState: 'ENDED' }, 1],
    ['events of a month', { eventFrom: '2026-07-01', eventTo: '2026-07-31' }, 1],
    ['a day', { writtenFrom: new Date('2026-07-01T15:00:00Z'), writtenBefore: new Date('2026-07-02T15:00:00Z') }, 1],
    ['what moderators see', { isDisabled: undefined }, 1],
    ['what is hidden', { isDisabled: true }, 1],
  ])('of %s reads little of the table', async (_, filter, page) => {
    const { rows, ways } = await list(filter, '', page);
    expect(ways).not.toContain('Seq Scan');
    expect(rows).toBeLessThan(12_000);
  });

  it("of a writer's or a café's posts reads those alone", async () => {
    for (const filter of [{ authorId }, { ownerId: authorId }, { cafeCode }, { cafeCode, type: 'BEVENT' as const }]) {
      const { rows, ways } = await list(filter);
      expect(ways).not.toContain('Seq Scan');
      expect(rows).toBeLessThan(5000);
    }
  });

  it.each<[string, Partial<BoardFilter>]>([
    ['카페', {}],
    ['원두', {}],
    ['숲', {}],
    ['오로라', {}],
    ['콜드브루', {}],
    ['강남 라떼', {}],
    ['없는말', {}],
    ['ㅋㅍ', {}],
    ['ㅋ', {}],
    ['콜드브루', { type: 'BQUESTION' }],
    ['카페', { eventState: 'ENDED' }],
    ['콜드브루', { eventState: 'COMING' }],
    ['카페', { eventFrom: '2026-07-01', eventTo: '2026-07-31' }],
  ])('with the word %s (%o) compares few of the texts', async (q, filter) => {
    const { rows, ways } = await list(filter, q);
    expect(ways).not.toContain('Seq Scan');
    // A tenth of all: where a word is frequent the newest are read until enough have it, where it is rare its trigrams find it.
    expect(rows).toBeLessThan(20_000);
  });

  it("with a word among a writer's or a café's posts compares theirs alone", async () => {
    for (const filter of [{ authorId }, { cafeCode }]) expect((await list(filter, '카페')).rows).toBeLessThan(5000);
  });

  it('of a month, of the calendar feed and of the newest posts reads little of the table', async () => {
    const { asked, plans } = explaining();
    const feeds = new BoardFeedsRepository(asked);
    await feeds.findEvents({ from: '2026-07-01', to: '2026-07-31' }, undefined, 501);
    await feeds.findEvents({ from: '2026-07-01', to: '2026-07-31' }, cafeCode, 501);
    await feeds.findFeedEvents({ from: '2026-09-01', to: null }, undefined, 1000);
    await feeds.findNewest(undefined, 50);
    await feeds.findNewest('BEVENT', 50);
    expect(plans).toHaveLength(5);
    const { rows, ways } = lookedAt(plans);
    expect(ways).not.toContain('Seq Scan');
    expect(rows).toBeLessThan(12_000);
  });
});
