import { Inject, Injectable } from '@nestjs/common';
import { cacheConfig, type CacheConfig } from '../../platform/cache/cache.config.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { entityTagOf } from '../../platform/http/entity-tag.js';

export interface PageBody {
  readonly body: Buffer;
  readonly etag: string;
}

export interface PageKeeping {
  readonly key: string;
  readonly contentType: string;
  /** What the page is made of: it is made anew once one of them is invalidated. */
  readonly tags: readonly string[];
  readonly ttlSeconds: number;
}

/** Pages made of records, kept in the cache of public answers. */
@Injectable()
export class PageCache {
  constructor(
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
    @Inject(cacheConfig.token) private readonly config: CacheConfig,
  ) {}

  /** The kept page, or the one that `make` makes; what it finds missing (null) is not kept. */
  async getOrMake<Missing extends null>(
    { key, contentType, tags, ttlSeconds }: PageKeeping,
    make: () => Promise<string | Missing>,
  ): Promise<PageBody | Missing> {
    const kept = this.config.CACHE_ENABLED ? await this.cache.get(key) : undefined;
    if (kept !== undefined) return kept;
    const begunAt = await this.cache.moment();
    const text = await make();
    if (text === null) return text;
    const body = Buffer.from(text);
    const etag = entityTagOf(body);
    if (this.config.CACHE_ENABLED) await this.cache.set(key, { body, etag, contentType }, tags, ttlSeconds, begunAt);
    return { body, etag };
  }
}
