import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SearchText } from '../../platform/search/search-text.js';
import type { CafeSearchSource } from './cafe-search-text.js';

export interface SearchedCafe extends CafeSearchSource {
  readonly id: string;
}

/** The cafés of a region and of all regions below it. */
@Injectable()
export class CafeRegionsRepository {
  constructor(private readonly database: Database) {}

  async findCodesBelow(regionId: string): Promise<string[]> {
    const cafes = await this.database.client.$queryRaw<{ code: string }[]>`
      SELECT c.code FROM "RegionClosure" below JOIN "CafeInfo" c ON c."regionId" = below."descendantId"
      WHERE below."ancestorId" = ${regionId}::uuid`;
    return cafes.map(({ code }) => code);
  }

  /** The next `count` cafés below the region by id, from the one after `afterId` on (null: from the first). */
  findSearchedBelow(regionId: string, afterId: string | null, count: number): Promise<SearchedCafe[]> {
    return this.database.client.$queryRaw<SearchedCafe[]>`
      WITH region AS MATERIALIZED (
        SELECT below."descendantId" AS id, array_agg(r.name::text ORDER BY path."depth" DESC) AS names
        FROM "RegionClosure" below
        JOIN "RegionClosure" path ON path."descendantId" = below."descendantId"
        JOIN "Region" r ON r.id = path."ancestorId"
        WHERE below."ancestorId" = ${regionId}::uuid GROUP BY below."descendantId"
      )
      SELECT c.id, c.name, c.address, c.directions, region.names AS "regionNames"
      FROM region JOIN "CafeInfo" c ON c."regionId" = region.id
      WHERE ${afterId}::uuid IS NULL OR c.id > ${afterId}::uuid
      ORDER BY c.id LIMIT ${count}`;
  }

  /** The café itself stays the version it is: an edit under way must not turn stale because a region was renamed. */
  async writeTexts(cafes: readonly { readonly id: string; readonly text: SearchText }[]): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE "CafeSearch" s SET jamo = made.jamo, choseong = made.choseong, "updatedAt" = now()
      FROM unnest(
        ${cafes.map(({ id }) => id)}::uuid[],
        ${cafes.map(({ text }) => text.jamo)}::text[],
        ${cafes.map(({ text }) => text.choseong)}::text[]
      ) AS made("cafeId", jamo, choseong)
      WHERE s."cafeId" = made."cafeId"`;
  }
}
