import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { configSections } from './app.config.js';
import { HealthService } from './modules/health/health.service.js';
import { installWebApp } from './modules/web-pages/web-pages.routes.js';
import { cacheConfig } from './platform/cache/cache.config.js';
import { RESPONSE_CACHE, type ResponseCache } from './platform/cache/response-cache.js';
import { installResponseCache } from './platform/cache/response-cache.hooks.js';
import { parseConfig, sectionOf } from './platform/config/config-section.js';
import { ProblemFilter } from './platform/errors/problem.filter.js';
import { corsOptions } from './platform/http/cors-options.js';
import { installGracefulClose } from './platform/http/graceful-close.js';
import { type HttpConfig, httpConfig } from './platform/http/http.config.js';
import { createHttpAdapter, fastifyOf } from './platform/http/http-adapter.js';
import { applyBaseHeaders, installHttpHooks, installRequestContext } from './platform/http/http-hooks.js';
import { installMultipartPassage } from './platform/http/multipart-passage.js';
import { installRouteRules } from './platform/http/route-config.js';
import { RouteTable } from './platform/http/route-table.js';
import { installUploadPartPassage } from './platform/http/upload-part-passage.js';
import { installUnreadBodyLimit } from './platform/http/unread-body.hook.js';
import { loggingConfig } from './platform/logging/logging.config.js';
import { createLogSink } from './platform/logging/logger.js';
import { NestLogger } from './platform/logging/nest-logger.js';
import { installHttpMetrics } from './platform/metrics/http-metrics.js';
import { Metrics } from './platform/metrics/metrics.js';
import { installRateLimits } from './platform/rate-limit/rate-limit.hook.js';
import { RateLimiter } from './platform/rate-limit/rate-limiter.js';
import { currentSpan } from './platform/request-context/request-context.js';
import { installHttpTracing } from './platform/tracing/http-tracing.js';
import { startTracing } from './platform/tracing/start-tracing.js';
import { tracingConfig } from './platform/tracing/tracing.config.js';

// A receiver that is away must not hold an update up.
const longestFlushMs = 5000;

/** The application, assembled but not listening. */
export interface AssembledApp {
  readonly app: NestFastifyApplication;
  readonly http: HttpConfig;
  readonly routes: RouteTable;
  /** Ends what the application holds; requests under way are finished first. */
  close(): Promise<void>;
}

export interface RunningServer extends AssembledApp {
  /** Where it listens, as an address to open on this machine. */
  readonly url: string;
}

/**
 * Puts the application together from the environment's variables.
 * @throws ConfigError naming every variable that is wrong.
 */
export async function assembleApp(environment: NodeJS.ProcessEnv): Promise<AssembledApp> {
  const config = parseConfig(configSections, environment);
  const http = sectionOf(config, httpConfig);
  const tracingSettings = sectionOf(config, tracingConfig);
  const isTraced = tracingSettings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;
  const sink = await createLogSink(sectionOf(config, loggingConfig), isTraced ? traceOfLine : undefined);
  const tracing = await startTracing(tracingSettings, sink.logger);
  const problems = new ProblemFilter(sink.logger, (path) => routes.methodsAt(path));
  const adapter = createHttpAdapter(http, (error, request, reply) => {
    applyBaseHeaders(request, reply);
    problems.send(error, request, reply);
  });
  const fastify = fastifyOf(adapter);
  const routes = new RouteTable(fastify);
  installRouteRules(fastify);
  installHttpTracing(fastify, tracing.tracer, {
    publicUrl: new URL(http.PUBLIC_URL ?? `http://localhost:${http.PORT}`),
    isParentTrusted: tracingSettings.TRACEPARENT_TRUSTED,
  });
  installHttpHooks(fastify, sink.logger);
  installUnreadBodyLimit(fastify);
  installMultipartPassage(fastify);
  installUploadPartPassage(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, sink.logger, tracing.tracer),
    adapter,
    { logger: new NestLogger(sink.logger), abortOnError: false },
  );
  app.useGlobalFilters(problems);
  if (http.CORS_ORIGINS.length > 0) app.enableCors(corsOptions(http.CORS_ORIGINS));
  const metrics = app.get(Metrics);
  installHttpMetrics(fastify, metrics);
  installRateLimits(fastify, app.get(RateLimiter));
  const { CACHE_ENABLED } = sectionOf(config, cacheConfig);
  installResponseCache(fastify, app.get<ResponseCache>(RESPONSE_CACHE), metrics, CACHE_ENABLED);
  installRequestContext(fastify);
  await installWebApp(app, fastify, http);
  await app.init();

  const closeGracefully = installGracefulClose(app.getHttpServer());
  const close = async (): Promise<void> => {
    app.get(HealthService).beginShutdown();
    await new Promise((resolve) => setTimeout(resolve, http.SHUTDOWN_DELAY_MS));
    const lastMs = performance.now() + http.SHUTDOWN_TIMEOUT_MS;
    await closeGracefully(() => app.close(), http.SHUTDOWN_TIMEOUT_MS);
    await tracing.stop(Math.min(longestFlushMs, Math.max(0, lastMs - performance.now())));
    await sink.close();
  };
  return { app, http, routes, close };
}

/** What leads from a line of the log to its trace. */
function traceOfLine(): object | undefined {
  const span = currentSpan();
  return span === undefined ? undefined : { traceId: span.traceId };
}

/** Assembles the application and listens. */
export async function startServer(environment: NodeJS.ProcessEnv): Promise<RunningServer> {
  const assembled = await assembleApp(environment);
  const { app, http } = assembled;
  await app.listen({ port: http.PORT, host: http.HOST });
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { ...assembled, url: `http://localhost:${port}` };
}
