import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppError } from '../errors/app-error.js';
import { runInRequest } from '../request-context/request-context.js';
import { isUrlTooLong } from './http-adapter.js';
import { routeRules } from './route-config.js';
import { answerHeaders } from './security-headers.js';

/** Headers of every answer; also of those the router gives before any hook runs. */
export const applyBaseHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.headers(answerHeaders).header('x-request-id', request.id);
};

/** What every request passes through first, and at its end: headers, log. */
export function installHttpHooks(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    applyBaseHeaders(request, reply);
    const { constantAnswer } = routeRules(request);
    if (constantAnswer !== undefined) void sendConstant(reply, constantAnswer);
    else if (isUrlTooLong(request.url))
      done(new AppError('request.uri-too-long') as unknown as Error & { statusCode?: number });
    else done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logResponse(logger, request, reply);
    done();
  });
}

const sendConstant = (reply: FastifyReply, json: string): FastifyReply =>
  reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(json);

/** Gives what follows its context: after the hooks that answer without needing one, which it would slow down. */
export function installRequestContext(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) =>
    runInRequest({ requestId: request.id, span: request.span }, done),
  );
}

/** One line a response: the route's template, never the body, never the query string (it may hold names people search for). */
function logResponse(logger: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const level = responseLevel(request, reply.statusCode);
  if (!logger.isLevelEnabled(level)) return;
  logger[level](
    {
      requestId: request.id,
      method: request.method,
      route: request.matched?.url ?? null,
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

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}
