import { Inject, Injectable } from '@nestjs/common';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Database } from '../../platform/database/database.js';
import { cafeListTag, cafePageTag } from './cafe-cache-tags.js';
import { CafeRegionsRepository } from './cafe-regions.repository.js';
import { toCafeSearchText } from './cafe-search-text.js';

/** So many cafés' texts are made at a stretch and written by one statement: some 50 ms, in which nobody else is served. */
const batchSize = 500;

/** Keeps cafés in step with the region tree. */
@Injectable()
export class CafeRegionsService {
  constructor(
    private readonly cafes: CafeRegionsRepository,
    private readonly database: Database,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  /**
   * To be called in the transaction that changed a region, holding the tree's lock: cafés below show and are found by the names of the
   * regions above them (`isRenamed`: a name or the place in the tree changed), and are hidden with them.
   */
  async followRegion(regionId: string, { isRenamed }: { isRenamed: boolean }): Promise<void> {
    const codes = await this.cafes.findCodesBelow(regionId);
    if (codes.length === 0) return;
    if (isRenamed) await this.refreshTexts(regionId);
    await this.database.afterCommit(() => this.cache.invalidate([cafeListTag, ...codes.map(cafePageTag)]));
  }

  private async refreshTexts(regionId: string): Promise<void> {
    let lastId: string | null = null;
    for (;;) {
      const batch = await this.cafes.findSearchedBelow(regionId, lastId, batchSize);
      if (batch.length > 0)
        await this.cafes.writeTexts(batch.map((cafe) => ({ id: cafe.id, text: toCafeSearchText(cafe) })));
      if (batch.length < batchSize) return;
      lastId = batch.at(-1)?.id ?? null;
    }
  }
}
