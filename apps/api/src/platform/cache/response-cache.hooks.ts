import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptsGzip } from '../http/accepts-gzip.js';
import { entityTagOf, hasEntityTag } from '../http/entity-tag.js';
import type { Metrics } from '../metrics/metrics.js';
import { type PublicCacheRule, routeRules } from '../http/route-config.js';
import type { CachedResponse, CacheMoment, ResponseCache } from './response-cache.js';

/** The making of an answer that is to be kept; `finish` lets those go on who wait for it. */
interface Fill {
  readonly begunAt: CacheMoment;
  readonly finish: () => void;
}

const fill = Symbol('cache-fill');
type Filling = FastifyRequest & { [fill]?: Fill };

// Browsers and proxies may keep a public answer but must ask whether it still holds: a change shows at once.
const publicCacheControl = 'public, no-cache';
const privateCacheControl = 'private, no-cache';
const notToBeKept = 'no-store';
/** JSON, and the feeds of calendars and news. */
const keepableTypes = /^(?:application\/json|application\/rss\+xml|text\/calendar)(?:;|$)/;

const compress = promisify(gzip);
// Below this a packet is a packet.
const compressedFromBytes = 1024;

/**
 * Serves kept answers before any guard runs, keeps new ones, and gives every read of JSON or a feed an `ETag` (RFC 9110 section 8.8.3)
 * unless it says `no-store`, answering 304 to a matching `If-None-Match`. What is kept is compressed once, when it is made.
 *
 * The hooks call back instead of returning promises: those would take a kept answer a tenth of its time.
 */
export function installResponseCache(
  fastify: FastifyInstance,
  cache: ResponseCache,
  metrics: Metrics,
  isEnabled: boolean,
): void {
  if (isEnabled) {
    const keeper = new KeptAnswers(cache);
    metrics.add({
      name: 'response_cache_requests_total',
      help: 'Requests for answers that may be kept: kept already, or to be made',
      type: 'counter',
      labelNames: ['outcome'],
      read: () => [
        { labels: { outcome: 'hit' }, value: keeper.hits },
        { labels: { outcome: 'miss' }, value: keeper.misses },
      ],
    });
    fastify.addHook('onRequest', (request, reply, done) => keeper.serve(request, reply, done));
  }
  fastify.addHook<unknown>('onSend', (request: Filling, reply, payload, done) => {
    if (typeof payload !== 'string' || !isKeepableRead(request, reply)) return done(null, payload);
    const rule = publicRule(request);
    const etag = ensureEtag(reply, payload);
    if (!reply.hasHeader('cache-control')) {
      reply.header('cache-control', rule === undefined ? privateCacheControl : publicCacheControl);
    }
    const answer = (body: () => string | Buffer): void => {
      if (!hasEntityTag(request.headers['if-none-match'], etag)) return done(null, body());
      reply.code(304).removeHeader('content-type').removeHeader('content-length');
      done(null, null);
    };
    const begun = request[fill];
    if (rule === undefined || begun === undefined) return answer(() => payload);
    const keep = async (): Promise<CachedResponse> => {
      const kept = await toCachedResponse(payload, etag, String(reply.getHeader('content-type')));
      const tags = rule.tags(request.params as Record<string, string>);
      await cache.set(request.url, kept, tags, rule.ttlSeconds, begun.begunAt);
      return kept;
    };
    keep()
      .finally(begun.finish)
      .then((kept) => answer(() => encoded(kept, request, reply)), done);
  });
}

/** Serves what is kept; of those who find nothing, one makes the answer while the others wait for it. */
class KeptAnswers {
  hits = 0;
  misses = 0;
  private readonly fills = new Map<string, Promise<void>>();

  constructor(private readonly cache: ResponseCache) {}

  serve(request: Filling, reply: FastifyReply, done: (error?: Error) => void): void {
    if (publicRule(request) === undefined) return done();
    const kept = this.cache.get(request.url);
    if (kept !== undefined && !(kept instanceof Promise)) return this.hit(kept, request, reply);
    this.findOrBegin(kept, request, reply).then(
      (found) => (found === undefined ? done() : this.hit(found, request, reply)),
      done,
    );
  }

  private hit(kept: CachedResponse, request: FastifyRequest, reply: FastifyReply): void {
    this.hits += 1;
    sendKept(kept, request, reply);
  }

  private async findOrBegin(
    kept: Promise<CachedResponse | undefined> | undefined,
    request: Filling,
    reply: FastifyReply,
  ): Promise<CachedResponse | undefined> {
    const key = request.url;
    let found = await kept;
    const underWay = this.fills.get(key);
    if (found === undefined && underWay !== undefined) {
      await underWay;
      found = await this.cache.get(key);
    }
    if (found !== undefined) return found;
    this.misses += 1;
    request[fill] = await this.begin(key, reply);
    return undefined;
  }

  private async begin(key: string, reply: FastifyReply): Promise<Fill> {
    let release = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (release = resolve));
    const finish = (): void => {
      if (this.fills.get(key) === underWay) this.fills.delete(key);
      release();
    };
    this.fills.set(key, underWay);
    // However it ends: an error, an answer that is not kept, a client that went away.
    reply.raw.once('close', finish);
    return { begunAt: await this.cache.moment(), finish };
  }
}

function sendKept(kept: CachedResponse, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('etag', kept.etag).header('cache-control', publicCacheControl);
  if (hasEntityTag(request.headers['if-none-match'], kept.etag)) void reply.code(304).send();
  else void reply.header('content-type', kept.contentType).send(encoded(kept, request, reply));
}

async function toCachedResponse(payload: string, etag: string, contentType: string): Promise<CachedResponse> {
  const body = Buffer.from(payload);
  const gzipped = body.byteLength < compressedFromBytes ? undefined : await compress(body);
  return { body, gzipped, etag, contentType };
}

/** The bytes for this client, and the headers that say which they are. */
function encoded({ body, gzipped }: CachedResponse, request: FastifyRequest, reply: FastifyReply): Buffer {
  if (gzipped === undefined) return body;
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? 'accept-encoding' : `${String(vary)}, accept-encoding`);
  if (!acceptsGzip(request.headers['accept-encoding'])) return body;
  reply.header('content-encoding', 'gzip');
  return gzipped;
}

const publicRule = (request: FastifyRequest): PublicCacheRule | undefined =>
  request.method === 'GET' ? routeRules(request).publicCache : undefined;

const isKeepableRead = (request: FastifyRequest, reply: FastifyReply): boolean =>
  request.method === 'GET' &&
  reply.statusCode === 200 &&
  reply.getHeader('cache-control') !== notToBeKept &&
  keepableTypes.test(String(reply.getHeader('content-type')));

/** The tag the handler set, or one made of the bytes. */
function ensureEtag(reply: FastifyReply, payload: string): string {
  const given = reply.getHeader('etag');
  if (typeof given === 'string') return given;
  const made = entityTagOf(payload);
  reply.header('etag', made);
  return made;
}
