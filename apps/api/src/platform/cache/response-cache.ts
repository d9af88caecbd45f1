/** A kept answer: its bytes as they are sent. */
export interface CachedResponse {
  readonly body: Buffer;
  /** The same, compressed once for all who take it; none where that would not be worth it. */
  readonly gzipped?: Buffer | undefined;
  readonly etag: string;
  readonly contentType: string;
}

/** What was true when an answer began to be made: whatever was invalidated since makes the answer unfit to keep. */
export type CacheMoment = number;

/**
 * Public answers by address, dropped by tag. An answer whose making began before one of its tags was invalidated is
 * not kept, so nothing stale outlives a change.
 */
export interface ResponseCache {
  moment(): CacheMoment | Promise<CacheMoment>;
  get(key: string): CachedResponse | undefined | Promise<CachedResponse | undefined>;
  set(
    key: string,
    response: CachedResponse,
    tags: readonly string[],
    ttlSeconds: number,
    begunAt: CacheMoment,
  ): Promise<void>;
  invalidate(tags: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

/** The injection token of the process's response cache. */
export const RESPONSE_CACHE = Symbol('response-cache');
