import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import type { RareWarning } from './rare-warning.js';

/** Sends spans on, and tells the log when they do not arrive, and when they do again. */
export class WatchedExporter implements SpanExporter {
  private lostSpans = 0;
  private isTold = false;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly logger: Logger,
    private readonly warning: RareWarning,
  ) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.exporter.export(spans, ({ code, error }) => {
      if (code === ExportResultCode.SUCCESS) this.arrived();
      else this.failed(spans.length, error);
      // Told already: the SDK would tell it once more, for every batch.
      done({ code: ExportResultCode.SUCCESS });
    });
  }

  forceFlush(): Promise<void> {
    return this.exporter.forceFlush?.() ?? Promise.resolve();
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  private failed(count: number, error: Error | undefined): void {
    this.lostSpans += count;
    this.warning.give(() => {
      // Not the error itself: it has what the receiver answered, which may be anything.
      const { lostSpans } = this;
      this.logger.warn({ reason: error?.message, lostSpans }, 'Traces do not arrive; going on without them');
      this.isTold = true;
    });
  }

  private arrived(): void {
    if (!this.isTold) return;
    this.logger.info({ lostSpans: this.lostSpans }, 'Traces arrive again');
    this.isTold = false;
    this.lostSpans = 0;
  }
}
