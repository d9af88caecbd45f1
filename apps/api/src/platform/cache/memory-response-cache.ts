import type { CachedResponse, CacheMoment, ResponseCache } from './response-cache.js';

interface Entry {
  readonly response: CachedResponse;
  readonly tags: readonly string[];
  readonly expiresAtMs: number;
  readonly sizeBytes: number;
}

// What an entry costs beside its body: keys, tags, map slots.
const entryOverheadBytes = 512;
// A fill takes seconds at the most; after this many later invalidations its moment is surely past.
const rememberedInvalidations = 10_000;

/** Least recently used first out; size counted in bytes. */
export class MemoryResponseCache implements ResponseCache {
  private readonly entries = new Map<string, Entry>();
  private readonly keysByTag = new Map<string, Set<string>>();
  private readonly invalidatedAt = new Map<string, CacheMoment>();
  private clock: CacheMoment = 0;
  private oldestRemembered: CacheMoment = 0;
  private sizeBytes = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly nowMs: () => number = Date.now,
  ) {}

  moment(): CacheMoment {
    return this.clock;
  }

  get(key: string): CachedResponse | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAtMs <= this.nowMs()) {
      this.remove(key);
      return undefined;
    }
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.response;
  }

  async set(
    key: string,
    response: CachedResponse,
    tags: readonly string[],
    ttlSeconds: number,
    begunAt: CacheMoment,
  ): Promise<void> {
    const bodyBytes = response.body.byteLength + (response.gzipped?.byteLength ?? 0);
    const sizeBytes = bodyBytes + key.length * 2 + entryOverheadBytes;
    if (sizeBytes > this.maxBytes / 8 || begunAt < this.oldestRemembered) return;
    if (tags.some((tag) => (this.invalidatedAt.get(tag) ?? -1) > begunAt)) return;
    this.remove(key);
    this.entries.set(key, { response, tags, expiresAtMs: this.nowMs() + ttlSeconds * 1000, sizeBytes });
    this.sizeBytes += sizeBytes;
    for (const tag of tags) this.keysOf(tag).add(key);
    this.evict();
  }

  async invalidate(tags: readonly string[]): Promise<void> {
    this.clock += 1;
    for (const tag of tags) {
      // Deleted first so that the map stays ordered by the time of invalidation.
      this.invalidatedAt.delete(tag);
      this.invalidatedAt.set(tag, this.clock);
      for (const key of this.keysByTag.get(tag) ?? []) this.remove(key);
    }
    this.forgetOldInvalidations();
  }

  async clear(): Promise<void> {
    this.clock += 1;
    this.oldestRemembered = this.clock;
    this.entries.clear();
    this.keysByTag.clear();
    this.sizeBytes = 0;
  }

  private keysOf(tag: string): Set<string> {
    const keys = this.keysByTag.get(tag) ?? new Set<string>();
    this.keysByTag.set(tag, keys);
    return keys;
  }

  private remove(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.sizeBytes -= entry.sizeBytes;
    for (const tag of entry.tags) {
      const keys = this.keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.keysByTag.delete(tag);
    }
  }

  private evict(): void {
    for (const key of this.entries.keys()) {
      if (this.sizeBytes <= this.maxBytes) return;
      this.remove(key);
    }
  }

  private forgetOldInvalidations(): void {
    for (const [tag, moment] of this.invalidatedAt) {
      if (this.invalidatedAt.size <= rememberedInvalidations) return;
      this.invalidatedAt.delete(tag);
      this.oldestRemembered = moment;
    }
  }
}
