import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import {
  countWordsInName,
  isInScope,
  isVisible,
  isWithinRegion,
  keepersJson,
  matches,
  pageJson,
  summaryJson,
} from './cafe-read.sql.js';
import type { CafeKeepersRecord, CafePageRecord, CafeSummaryRecord } from './cafe-records.js';
import type { CafeScope } from './cafe.rules.js';
import type { CafeSearchPatterns } from './cafe-search-text.js';

/** Which part of a list: pages count from 1. */
export interface ListPart {
  readonly page: number;
  readonly pageSize: number;
}

export interface VisibleCafesQuery extends ListPart {
  readonly search: CafeSearchPatterns | null;
  readonly regionId: string | null;
  /** `relevance`: the more words stand in the name, the earlier; then the newest. */
  readonly sort: 'newest' | 'relevance';
}

export interface CafesFound {
  readonly items: CafeSummaryRecord[];
  /** All matches, not only this part of them. */
  readonly total: number;
}

/** What is read of cafés: each list and each page is one statement. */
@Injectable()
export class CafeReadsRepository {
  constructor(private readonly database: Database) {}

  /** A part of the cafés that visitors see. */
  findVisible({ search, regionId, sort, ...part }: VisibleCafesQuery): Promise<CafesFound> {
    const conditions = [isVisible];
    if (regionId !== null) conditions.push(isWithinRegion(regionId));
    if (search !== null) conditions.push(matches(search));
    const wordsInName = search !== null && sort === 'relevance' ? countWordsInName(search) : null;
    return this.findPart(conditions, wordsInName, part);
  }

  /** A part of the cafés in `scope`, also the hidden ones, newest first. */
  findManaged(scope: CafeScope, search: CafeSearchPatterns | null, part: ListPart): Promise<CafesFound> {
    const conditions = [isInScope(scope)];
    if (search !== null) conditions.push(matches(search));
    return this.findPart(conditions, null, part);
  }

  /** A café that visitors see. */
  async findVisiblePage(code: string): Promise<CafePageRecord | null> {
    const [row] = await this.database.client.$queryRaw<{ page: CafePageRecord }[]>`
      SELECT ${pageJson} AS page FROM "CafeInfo" c WHERE c.code = ${code} AND ${isVisible}`;
    return row?.page ?? null;
  }

  /** A café in `scope` with what only its keepers see. */
  async findManagedPage(
    scope: CafeScope,
    code: string,
  ): Promise<{ page: CafePageRecord; keepers: CafeKeepersRecord } | null> {
    const [row] = await this.database.client.$queryRaw<{ page: CafePageRecord; keepers: CafeKeepersRecord }[]>`
      SELECT ${pageJson} AS page, ${keepersJson} AS keepers FROM "CafeInfo" c
      WHERE c.code = ${code} AND ${isInScope(scope)}`;
    return row ?? null;
  }

  private async findPart(
    conditions: Prisma.Sql[],
    wordsInName: Prisma.Sql | null,
    { page, pageSize }: ListPart,
  ): Promise<CafesFound> {
    const isSearch = wordsInName !== null;
    const [found] = await this.database.client.$queryRaw<CafesFound[]>`
      WITH matched AS ${isSearch ? Prisma.sql`MATERIALIZED` : Prisma.sql`NOT MATERIALIZED`} (
        SELECT c.id, c."createdAt", ${wordsInName ?? Prisma.sql`0`} AS "wordsInName"
        FROM "CafeInfo" c WHERE ${Prisma.join(conditions, ' AND ')}
      )
      SELECT (SELECT count(*)::integer FROM matched) AS total, (
        SELECT coalesce(
          json_agg(${summaryJson} ORDER BY listed."wordsInName" DESC, listed."createdAt" DESC, listed.id DESC), '[]')
        FROM (
          SELECT * FROM matched ORDER BY "wordsInName" DESC, "createdAt" DESC, id DESC
          LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
        ) listed JOIN "CafeInfo" c ON c.id = listed.id
      ) AS items`;
    if (found === undefined) throw new Error('A list without FROM answers one row');
    return found;
  }
}
