import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';
import { flag, whole } from '../config/variable-types.js';

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** OpenTelemetry's own names; the SDK reads more of them from the environment by itself (docs/operations/monitoring.md). */
export const tracingConfig = defineConfigSection(
  'tracing',
  z.object({
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'Where traces go: the address of an OTLP receiver over HTTP, like http://collector:4318, without /v1/traces; without it nothing is traced.',
      ),
    OTEL_EXPORTER_OTLP_PROTOCOL: z
      .literal('http/protobuf')
      .default('http/protobuf')
      .describe('How traces are sent; there is this way only.'),
    OTEL_EXPORTER_OTLP_HEADERS: z
      .string()
      .optional()
      .describe('What the receiver wants to be shown, as name=value with commas between; values percent-encoded.'),
    OTEL_SERVICE_NAME: z.string().default('virtualcafe-api').describe('The name under which traces are found.'),
    OTEL_TRACES_SAMPLER: z
      .enum(samplers)
      .default('parentbased_always_on')
      .describe(`Which traces are recorded: ${samplers.join(', ')}.`),
    OTEL_TRACES_SAMPLER_ARG: z.coerce
      .number()
      .min(0)
      .max(1)
      .default(1)
      .describe('The share of traces that the traceidratio samplers record, from 0 to 1.'),
    OTEL_BSP_SCHEDULE_DELAY: whole(10, 60_000)
      .default(5000)
      .describe('How long spans wait to be sent together, in milliseconds.'),
    OTEL_BSP_MAX_QUEUE_SIZE: whole(512, 100_000)
      .default(2048)
      .describe('How many spans may wait to be sent; more are dropped.'),
    TRACEPARENT_TRUSTED: flag
      .default(false)
      .describe(
        'Whether the traceparent of a trusted proxy is continued. Only where a proxy of yours makes it: with one of their own anybody could have themselves traced.',
      ),
  }),
);

export type TracingConfig = ConfigOf<typeof tracingConfig>;
