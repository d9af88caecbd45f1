import { Global, Module } from '@nestjs/common';
import { metricsConfig, type MetricsConfig } from './metrics.config.js';
import { Metrics } from './metrics.js';
import { MetricsServer } from './metrics-server.js';
import { PlatformMetrics } from './platform-metrics.js';

@Global()
@Module({
  providers: [
    {
      provide: Metrics,
      inject: [metricsConfig.token],
      useFactory: (config: MetricsConfig) => new Metrics(config.METRICS_PORT !== undefined),
    },
    MetricsServer,
    PlatformMetrics,
  ],
  exports: [Metrics],
})
export class MetricsModule {}
