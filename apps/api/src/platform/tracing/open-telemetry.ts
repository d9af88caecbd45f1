import { hostname } from 'node:os';
import { diag, DiagLogLevel } from '@opentelemetry/api';
import { parseKeyPairsIntoRecord } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { OpenTelemetryTracer } from './open-telemetry-tracer.js';
import { RareWarning } from './rare-warning.js';
import type { Tracing } from './start-tracing.js';
import type { TracingConfig } from './tracing.config.js';
import { WatchedExporter } from './watched-exporter.js';

// No path or name of ours is longer.
const longestAttribute = 1024;

/** The only file, with those it imports, that knows OpenTelemetry's SDK: loaded when there is an endpoint. */
export function startOpenTelemetry(endpoint: string, config: TracingConfig, logger: Logger): Tracing {
  const warnings = { ofSdk: new RareWarning(), ofExports: new RareWarning() };
  tellOfSdk(logger, warnings.ofSdk);
  const sender = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: parseKeyPairsIntoRecord(config.OTEL_EXPORTER_OTLP_HEADERS),
  });
  const exporter = new WatchedExporter(sender, logger, warnings.ofExports);
  const provider = new TracerProvider({
    resource: resourceOf(config.OTEL_SERVICE_NAME),
    sampler: samplerOf(config),
    spanLimits: { attributeValueLengthLimit: longestAttribute },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: config.OTEL_BSP_SCHEDULE_DELAY,
        maxQueueSize: config.OTEL_BSP_MAX_QUEUE_SIZE,
      }),
    ],
  });
  return {
    tracer: new OpenTelemetryTracer(provider.getTracer('virtualcafe-api')),
    stop: async (timeoutMs) => {
      await withinTime(provider.shutdown(), timeoutMs, logger);
      warnings.ofSdk.stop();
      warnings.ofExports.stop();
    },
  };
}

/** The service, the process, and what OTEL_RESOURCE_ATTRIBUTES adds. */
const resourceOf = (serviceName: string) =>
  defaultResource()
    .merge(resourceFromAttributes({ 'service.instance.id': hostname() }))
    .merge(detectResources({ detectors: [envDetector] }))
    .merge(resourceFromAttributes({ 'service.name': serviceName }));

function samplerOf({ OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: share }: TracingConfig): Sampler {
  switch (name) {
    case 'always_on':
      return new AlwaysOnSampler();
    case 'always_off':
      return new AlwaysOffSampler();
    case 'traceidratio':
      return new TraceIdRatioBasedSampler(share);
    case 'parentbased_always_on':
      return new ParentBasedSampler({ root: new AlwaysOnSampler() });
    case 'parentbased_always_off':
      return new ParentBasedSampler({ root: new AlwaysOffSampler() });
    case 'parentbased_traceidratio':
      return new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) });
  }
}

/** What the SDK itself has to say: spans that it dropped, settings of its own that it does not understand. */
function tellOfSdk(logger: Logger, warning: RareWarning): void {
  // Only the text: what follows it may be anything.
  const warn = (text: string): void => warning.give(() => logger.warn({ reason: text }, 'OpenTelemetry has a warning'));
  const nothing = (): void => undefined;
  diag.setLogger(
    { error: warn, warn, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}

async function withinTime(work: Promise<void>, timeoutMs: number, logger: Logger): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'late');
  });
  try {
    if ((await Promise.race([work, late])) === 'late') logger.warn({ timeoutMs }, 'The last traces were not sent');
  } catch (error) {
    logger.warn({ err: error }, 'The last traces were not sent');
  } finally {
    clearTimeout(timer);
  }
}
