import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { matches } from '../../platform/search/search.sql.js';
import type { SearchPatterns } from '../../platform/search/search-text.js';
import {
  countWordsInName,
  isInScope,
  isVisible,
  isWithinRegion,
  keepersJson,
  pageJson,
  summaryJson,
} from './cafe-read.sql.js';
import type { CafeKeepersRecord, CafePageRecord, CafeSummaryRecord } from './cafe-records.js';
import type { CafeScope } from './cafe.rules.js';

/** Which part of a list: pages count from 1. */
export interface ListPart {
  readonly page: number;
  readonly pageSize: number;
}

export interface VisibleCafesQuery extends ListPart {
  readonly search: SearchPatterns | null;
  readonly regionId: string | null;
  /** `relevance`: the more words stand in the name, the earlier; then the newest. */
  readonly sort: 'newest' | 'relevance';
}

export interface ManagedCafesQuery extends ListPart {
  readonly scope: CafeScope;
  readonly search: SearchPatterns | null;
  /** Null is both. */
  readonly isDisabled: boolean | null;
}

export interface CafesFound {
  readonly items: CafeSummaryRecord[];
  /** All matches, not only this part of them. */
  readonly total: number;
}

export interface CafeAddress {
  readonly code: string;
  readonly updatedAt: Date;
}

/** Of a list of the newest, the part that nearly all calls ask for, in rows. */
const newestWindow = 100;

/** What is read of cafés: each list and each page is one statement. */
@Injectable()
export class CafeReadsRepository {
  constructor(private readonly database: Database) {}

  /** A part of the cafés that visitors see. */
  findVisible({ search, regionId, sort, ...part }: VisibleCafesQuery): Promise<CafesFound> {
    const conditions = [isVisible('s')];
    if (regionId !== null) conditions.push(isWithinRegion(regionId));
    if (search === null) return this.findNewest(conditions, part);
    const rank = sort === 'relevance' ? countWordsInName(search) : Prisma.sql`0`;
    return this.findMatching([...conditions, matches(search)], rank, part);
  }

  /** A part of the cafés in `scope`, also the hidden ones, newest first. */
  findManaged({ scope, search, isDisabled, ...part }: ManagedCafesQuery): Promise<CafesFound> {
    const conditions = [isInScope(scope, 's."cafeId"')];
    if (isDisabled !== null) conditions.push(Prisma.sql`s."isDisabled" = ${isDisabled}`);
    if (search === null) return this.findNewest(conditions, part);
    return this.findMatching([...conditions, matches(search)], Prisma.sql`0`, part);
  }

  /** A café that visitors see. */
  async findVisiblePage(code: string): Promise<CafePageRecord | null> {
    const [row] = await this.database.read<{ page: CafePageRecord }>(
      Prisma.sql`SELECT ${pageJson} AS page FROM "CafeInfo" c WHERE c.code = ${code} AND ${isVisible('c')}`,
      { isPlannedOnce: true },
    );
    return row?.page ?? null;
  }

  async findVisibleId(code: string): Promise<string | null> {
    const [row] = await this.database.read<{ id: string }>(
      Prisma.sql`SELECT c.id FROM "CafeInfo" c WHERE c.code = ${code} AND ${isVisible('c')}`,
    );
    return row?.id ?? null;
  }

  /** The codes of cafés that visitors see, the latest change first. */
  findVisibleAddresses(limit: number): Promise<CafeAddress[]> {
    return this.database.client.$queryRaw<CafeAddress[]>`
      SELECT c.code, c."updatedAt" FROM "CafeInfo" c WHERE ${isVisible('c')} ORDER BY c."updatedAt" DESC LIMIT ${limit}`;
  }

  /** A café in `scope` with what only its keepers see. */
  async findManagedPage(
    scope: CafeScope,
    code: string,
  ): Promise<{ page: CafePageRecord; keepers: CafeKeepersRecord } | null> {
    const [row] = await this.database.read<{ page: CafePageRecord; keepers: CafeKeepersRecord }>(Prisma.sql`
      SELECT ${pageJson} AS page, ${keepersJson} AS keepers FROM "CafeInfo" c
      WHERE c.code = ${code} AND ${isInScope(scope, 'c.id')}`);
    return row ?? null;
  }

  // Counting and listing are planned apart: the index of creation gives the first page without a look at the rest. How many rows LIMIT
  // lets through is unknown to a plan that is made once; the window tells it that they are few.
  private findNewest(conditions: Prisma.Sql[], { page, pageSize }: ListPart): Promise<CafesFound> {
    const where = Prisma.join(conditions, ' AND ');
    const window =
      page * pageSize <= newestWindow ? Prisma.sql`LIMIT ${Prisma.raw(String(newestWindow))}` : Prisma.empty;
    return this.queryList(
      Prisma.sql`
      SELECT (SELECT count(*)::integer FROM "CafeSearch" s WHERE ${where}) AS total, (
        SELECT coalesce(json_agg(${summaryJson} ORDER BY listed."createdAt" DESC, listed."cafeId" DESC), '[]')
        FROM (
          SELECT * FROM (
            SELECT s."cafeId", s."createdAt" FROM "CafeSearch" s WHERE ${where}
            ORDER BY s."createdAt" DESC, s."cafeId" DESC ${window}
          ) newest LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
        ) listed JOIN "CafeInfo" c ON c.id = listed."cafeId"
      ) AS items`,
      { isPlannedOnce: true },
    );
  }

  // The texts are compared once, for the count and the list alike.
  private findMatching(conditions: Prisma.Sql[], rank: Prisma.Sql, { page, pageSize }: ListPart): Promise<CafesFound> {
    return this.queryList(Prisma.sql`
      WITH matched AS MATERIALIZED (
        SELECT s."cafeId", s."createdAt", ${rank} AS rank FROM "CafeSearch" s WHERE ${Prisma.join(conditions, ' AND ')}
      )
      SELECT (SELECT count(*)::integer FROM matched) AS total, (
        SELECT coalesce(
          json_agg(${summaryJson} ORDER BY listed.rank DESC, listed."createdAt" DESC, listed."cafeId" DESC), '[]')
        FROM (
          SELECT * FROM matched ORDER BY rank DESC, "createdAt" DESC, "cafeId" DESC
          LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
        ) listed JOIN "CafeInfo" c ON c.id = listed."cafeId"
      ) AS items`);
  }

  private async queryList(statement: Prisma.Sql, options = { isPlannedOnce: false }): Promise<CafesFound> {
    const [found] = await this.database.read<CafesFound>(statement, options);
    if (found === undefined) throw new Error('A SELECT without FROM answers one row');
    return found;
  }
}
