import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppError } from '../errors/app-error.js';
import { runInRequest } from '../request-context/request-context.js';
import { isUrlTooLong } from './http-adapter.js';
import { dataContentSecurityPolicy, securityHeaders } from './security-headers.js';

const baseHeaders = { ...securityHeaders, 'content-security-policy': dataContentSecurityPolicy };

/** Headers of every answer; also of those the router gives before any hook runs. */
export const applyBaseHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.headers(baseHeaders).header('x-request-id', request.id);
};

/** What every request passes through first: context, headers, log. */
export function installHttpHooks(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    applyBaseHeaders(request, reply);
    const proceed = () => runInRequest({ requestId: request.id }, done);
    if (isUrlTooLong(request.url))
      done(new AppError('request.uri-too-long') as unknown as Error & { statusCode?: number });
    else proceed();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logResponse(logger, request, reply);
    done();
  });
}

/** One line a response: the route's template, never the body, never the query string (it may hold names people search for). */
function logResponse(logger: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const level = responseLevel(request, reply.statusCode);
  if (!logger.isLevelEnabled(level)) return;
  logger[level](
    {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      path: pathOf(request.url),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 100) / 100,
      remoteAddress: request.ip,
    },
    'request',
  );
}

// Probes come every few seconds and say nothing while all is well.
function responseLevel(request: FastifyRequest, status: number): 'debug' | 'info' | 'error' {
  if (status >= 500) return 'error';
  return request.url.startsWith('/api/health/') ? 'debug' : 'info';
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;
