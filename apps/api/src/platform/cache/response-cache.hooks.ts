import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entityTagOf, hasEntityTag } from '../http/entity-tag.js';
import { type PublicCacheRule, routeRules } from '../http/route-config.js';
import type { CachedResponse, CacheMoment, ResponseCache } from './response-cache.js';

const fillBegunAt = Symbol('cache-fill-begun-at');
type Filling = FastifyRequest & { [fillBegunAt]?: CacheMoment };

// Browsers and proxies may keep a public answer but must ask whether it still holds: a change shows at once.
const publicCacheControl = 'public, no-cache';
const privateCacheControl = 'private, no-cache';

/**
 * Serves kept answers before any guard runs, keeps new ones, and gives every JSON read an `ETag` (RFC 9110 section 8.8.3),
 * answering 304 to a matching `If-None-Match`.
 */
export function installResponseCache(fastify: FastifyInstance, cache: ResponseCache, isEnabled: boolean): void {
  if (isEnabled) {
    fastify.addHook('onRequest', async (request: Filling, reply) => {
      if (publicRule(request) === undefined) return;
      const kept = await cache.get(request.url);
      if (kept === undefined) request[fillBegunAt] = await cache.moment();
      else return sendKept(kept, request, reply);
    });
  }
  fastify.addHook('onSend', async (request: Filling, reply, payload) => {
    if (!isJsonRead(request, reply) || typeof payload !== 'string') return payload;
    const rule = publicRule(request);
    const etag = ensureEtag(reply, payload);
    if (!reply.hasHeader('cache-control')) {
      reply.header('cache-control', rule === undefined ? privateCacheControl : publicCacheControl);
    }
    if (rule !== undefined) await keep(cache, rule, request, reply, payload);
    if (!hasEntityTag(request.headers['if-none-match'], etag)) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
}

async function keep(
  cache: ResponseCache,
  rule: PublicCacheRule,
  request: Filling,
  reply: FastifyReply,
  payload: string,
): Promise<void> {
  const begunAt = request[fillBegunAt];
  if (begunAt === undefined) return;
  const kept = {
    body: Buffer.from(payload),
    etag: ensureEtag(reply, payload),
    contentType: String(reply.getHeader('content-type')),
  };
  await cache.set(request.url, kept, rule.tags(request.params as Record<string, string>), rule.ttlSeconds, begunAt);
}

function sendKept(kept: CachedResponse, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('etag', kept.etag).header('cache-control', publicCacheControl);
  if (hasEntityTag(request.headers['if-none-match'], kept.etag)) return reply.code(304).send();
  return reply.header('content-type', kept.contentType).send(kept.body);
}

const publicRule = (request: FastifyRequest): PublicCacheRule | undefined =>
  request.method === 'GET' ? routeRules(request.routeOptions.config).publicCache : undefined;

const isJsonRead = (request: FastifyRequest, reply: FastifyReply): boolean =>
  request.method === 'GET' &&
  reply.statusCode === 200 &&
  String(reply.getHeader('content-type')).startsWith('application/json');

/** The tag the handler set, or one made of the bytes. */
function ensureEtag(reply: FastifyReply, payload: string): string {
  const given = reply.getHeader('etag');
  if (typeof given === 'string') return given;
  const made = entityTagOf(payload);
  reply.header('etag', made);
  return made;
}
