import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type ErrorCode, errorCatalogue, type Problem, statusOf } from '@virtualcafe/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isDatabaseUnavailable } from '../database/database-errors.js';
import { currentSpan } from '../request-context/request-context.js';
import { noteError } from '../tracing/note-error.js';
import { AppError } from './app-error.js';

const unavailableRetrySeconds = 5;

/** Turns whatever was thrown into RFC 9457 problem details with a code of the catalogue. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly allowedMethods: (path: string) => string[],
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Answers with the problem; also for errors that arise before Nest is reached. */
  send(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = this.refineNotFound(toAppError(thrown), request);
    const span = currentSpan();
    if (span !== undefined) noteError(span, error);
    if (error.status >= 500) {
      this.logger.error({ err: error.cause ?? thrown, requestId: request.id, code: error.code }, 'A request failed');
    }
    if (reply.sent || reply.raw.headersSent) return;
    reply.headers(error.headers);
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
    if (error.status === 401) reply.header('www-authenticate', 'Bearer');
    void reply
      .code(error.status)
      .header('cache-control', 'no-store')
      .removeHeader('etag')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(error, request.id)));
  }

  private refineNotFound(error: AppError, request: FastifyRequest): AppError {
    if (error.code !== 'route.not-found') return error;
    const methods = this.allowedMethods(request.url.split('?', 1)[0] ?? request.url);
    return methods.length === 0
      ? error
      : new AppError('route.method-not-allowed', { headers: { allow: methods.join(', ') } });
  }
}

function problemOf(error: AppError, requestId: string): Problem {
  return {
    type: `urn:virtualcafe:error:${error.code}`,
    title: errorCatalogue[error.code].title,
    status: error.status,
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.errors === undefined ? {} : { errors: error.errors }),
    ...(error.until === undefined ? {} : { until: error.until?.toISOString() ?? null }),
    requestId,
  };
}

/** The codes of what Fastify and Nest refuse by themselves, by status. */
const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'request.malformed',
  404: 'route.not-found',
  405: 'route.method-not-allowed',
  406: 'request.malformed',
  408: 'request.malformed',
  411: 'request.malformed',
  412: 'resource.stale',
  413: 'request.too-large',
  414: 'request.uri-too-long',
  415: 'request.unsupported-media-type',
  416: 'request.range-not-satisfiable',
  417: 'request.malformed',
  431: 'request.headers-too-large',
  429: 'rate.limited',
  503: 'service.unavailable',
};

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseUnavailable(thrown)) {
    return new AppError('service.unavailable', { retryAfterSeconds: unavailableRetrySeconds, cause: thrown });
  }
  const status = statusOfForeign(thrown);
  const code = status === undefined ? undefined : codesByStatus[status];
  if (code === undefined) return new AppError('internal', { cause: thrown });
  const isExplained = statusOf(code) < 500 && code !== 'route.not-found' && thrown instanceof Error;
  return new AppError(code, {
    cause: thrown,
    headers: headersOfForeign(thrown),
    ...(isExplained ? { detail: thrown.message } : {}),
  });
}

function statusOfForeign(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** How long the file is whose range was asked for (RFC 9110 section 15.5.17). */
function headersOfForeign(thrown: unknown): Record<string, string> {
  const source = (thrown instanceof HttpException ? thrown.cause : thrown) as {
    headers?: Record<string, unknown>;
  } | null;
  const range = source?.headers?.['Content-Range'];
  return typeof range === 'string' ? { 'content-range': range } : {};
}
