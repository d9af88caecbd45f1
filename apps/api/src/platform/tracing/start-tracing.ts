import type { Logger } from 'pino';
import { noTracer, type Tracer } from './tracer.js';
import type { TracingConfig } from './tracing.config.js';

export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what waits to be sent, for `timeoutMs` at the longest; nothing is sent afterwards. */
  stop(timeoutMs: number): Promise<void>;
}

/** Traces to the endpoint of `config`. Without one nothing of OpenTelemetry is even loaded. */
export async function startTracing(config: TracingConfig, logger: Logger): Promise<Tracing> {
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return { tracer: noTracer, stop: () => Promise.resolve() };
  const { startOpenTelemetry } = await import('./open-telemetry.js');
  return startOpenTelemetry(endpoint, config, logger);
}
