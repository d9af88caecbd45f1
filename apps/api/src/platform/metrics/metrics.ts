import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** A value with the labels that tell it from its like. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Measure {
  /** As Prometheus names things: snake_case, the unit at the end, `_total` for what only grows. */
  readonly name: string;
  readonly help: string;
  /** `counter`: what only grows while the process lives. */
  readonly type?: 'gauge' | 'counter';
  readonly labelNames?: readonly string[];
  /** Reads the values as they are now; called for each scrape. */
  readonly read: () => readonly Sample[] | Promise<readonly Sample[]>;
}

/** What this process tells Prometheus of itself. */
export class Metrics {
  readonly registry = new Registry();

  /** `isEnabled`: whether anybody can read it; what counts each request is not even installed otherwise. */
  constructor(readonly isEnabled: boolean) {
    if (isEnabled) collectDefaultMetrics({ register: this.registry });
  }

  /** Adds something that is read when it is asked for. @throws Error when the name is taken. */
  add({ name, help, type = 'gauge', labelNames = [], read }: Measure): void {
    if (!this.isEnabled) return;
    const settings = { name, help, labelNames: [...labelNames], registers: [this.registry] };
    const collect = async (): Promise<void> => {
      const samples = await read();
      metric.reset();
      for (const { labels = {}, value } of samples) metric.inc(labels, value);
    };
    const metric: Counter | Gauge =
      type === 'counter' ? new Counter({ ...settings, collect }) : new Gauge({ ...settings, collect });
  }

  /** In Prometheus's text format, with its content type. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.registry.contentType, body: await this.registry.metrics() };
  }
}
