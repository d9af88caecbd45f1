import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';
import { port } from '../config/variable-types.js';

export const metricsConfig = defineConfigSection(
  'metrics',
  z.object({
    METRICS_PORT: port
      .optional()
      .describe(
        'The port on which Prometheus reads /metrics; without it nothing is counted. Not for the Internet: leave it unpublished.',
      ),
    METRICS_HOST: z.string().default('0.0.0.0').describe('The address on which /metrics listens.'),
  }),
);

export type MetricsConfig = ConfigOf<typeof metricsConfig>;
