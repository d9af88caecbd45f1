import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpConfig } from './http.config.js';
import { createRequestIds } from './request-ids.js';

const maxUrlLength = 4096;
const acceptedRequestId = /^[\w-]{8,64}$/;

/**
 * Fastify as this system uses it: limits, proxies and request ids; hooks are added by `installHttpHooks`.
 * `answerError` answers what the router itself refuses, such as a path that is not percent-decodable.
 */
export function createHttpAdapter(
  config: HttpConfig,
  answerError: (error: Error, request: FastifyRequest, reply: FastifyReply) => void,
): FastifyAdapter {
  const nextRequestId = createRequestIds();
  return new FastifyAdapter({
    bodyLimit: config.BODY_LIMIT_BYTES,
    trustProxy: config.TRUSTED_PROXIES.length === 0 ? false : config.TRUSTED_PROXIES,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && acceptedRequestId.test(given) ? given : nextRequestId();
    },
    // Longer than nginx keeps its own connections, so that it never writes into one that we just closed.
    keepAliveTimeout: 75_000,
    // Slow headers and slow bodies end here; an upload that stalls ends sooner (UPLOAD_STALL_MS).
    requestTimeout: 120_000,
    connectionTimeout: 0,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false, caseSensitive: true },
    multipart: false,
    // Nothing here is Express middleware.
    skipMiddie: true,
    frameworkErrors: (error: Error, request: unknown, reply: unknown) =>
      answerError(error, request as FastifyRequest, reply as FastifyReply),
  });
}

/** Whether the request's address is longer than any of ours. */
export const isUrlTooLong = (url: string): boolean => url.length > maxUrlLength;

/** The Fastify instance of an adapter, typed without Nest's generics. */
export const fastifyOf = (adapter: FastifyAdapter): FastifyInstance => adapter.getInstance();
