import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.js';
import { routeRules } from '../http/route-config.js';
import type { RateLimitClass } from './rate-limit.config.js';
import type { RateLimiter, RateLimitVerdict } from './rate-limiter.js';

/** Refuses calls beyond their class's limit before anything else is done for them. */
export function installRateLimits(fastify: FastifyInstance, limiter: RateLimiter): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const limitClass = classOf(request);
    if (!limiter.limits(limitClass)) return done();
    const consumed = limiter.consume(limitClass, addressKey(request.ip));
    consumed.then((verdict) => verdict === undefined || apply(verdict, reply)).then(() => done(), done);
  });
}

function apply(verdict: RateLimitVerdict, reply: FastifyReply): void {
  // The draft's field: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
  reply.header('ratelimit', `"default";r=${verdict.remaining};t=${verdict.resetSeconds}`);
  reply.header('ratelimit-policy', `"default";q=${verdict.limit};w=60`);
  if (!verdict.isAllowed) throw new AppError('rate.limited', { retryAfterSeconds: verdict.resetSeconds });
}

function classOf(request: FastifyRequest): RateLimitClass {
  const declared = routeRules(request).rateLimit;
  if (declared !== undefined) return declared;
  if (!request.url.startsWith('/api/')) return 'none';
  return request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS' ? 'read' : 'write';
}

/** One household or server holds a whole /64 of IPv6 addresses: they count as one. */
export function addressKey(address: string): string {
  if (!address.includes(':')) return address;
  if (address.startsWith('::ffff:') && address.includes('.')) return address.slice(7);
  const [head = '', tail] = address.split('::', 2);
  const front = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const back = tail === '' ? [] : tail.split(':');
    front.push(...Array.from({ length: 8 - front.length - back.length }, () => '0'), ...back);
  }
  return `${front.slice(0, 4).join(':')}::/64`;
}
