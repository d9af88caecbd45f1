import {
  type Context,
  ROOT_CONTEXT,
  type Span as SdkSpan,
  SpanKind as SdkSpanKind,
  SpanStatusCode,
  trace,
  type Tracer as SdkTracer,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { currentSpan, runInRequest } from '../request-context/request-context.js';
import { noteError } from './note-error.js';
import { type Span, type SpanAttributes, type SpanStart, type Tracer } from './tracer.js';

const kinds = { server: SdkSpanKind.SERVER, client: SdkSpanKind.CLIENT, consumer: SdkSpanKind.CONSUMER } as const;

/** Through OpenTelemetry's SDK. What runs is known from the request's context: the SDK's own need not be kept beside it. */
export class OpenTelemetryTracer implements Tracer {
  readonly isOn = true;

  constructor(private readonly tracer: SdkTracer) {}

  begin(start: SpanStart, traceparent?: string): Span {
    return this.start(start, traceparent === undefined ? ROOT_CONTEXT : remoteContext(traceparent));
  }

  beginPart(start: SpanStart): Span | undefined {
    const running = currentSpan();
    return running instanceof OpenTelemetrySpan ? this.start(start, running.context) : undefined;
  }

  async trace<T>(start: SpanStart, work: (span: Span) => Promise<T>): Promise<T> {
    const span = this.begin(start);
    try {
      return await runInRequest({ requestId: null, span }, () => work(span));
    } catch (error) {
      noteError(span, error);
      throw error;
    } finally {
      span.end();
    }
  }

  private start({ name, kind, attributes }: SpanStart, context: Context): Span {
    const span = this.tracer.startSpan(name, { kind: kinds[kind] }, context);
    // No sampler here looks at them: where nothing is recorded, neither are they.
    if (span.isRecording()) span.setAttributes(attributes);
    return new OpenTelemetrySpan(span);
  }
}

class OpenTelemetrySpan implements Span {
  private ownContext: Context | undefined;
  private hasFailed = false;

  constructor(private readonly span: SdkSpan) {}

  get traceId(): string {
    return this.span.spanContext().traceId;
  }

  get isOpen(): boolean {
    return this.span.isRecording();
  }

  /** In which parts of it begin. */
  get context(): Context {
    this.ownContext ??= trace.setSpan(ROOT_CONTEXT, this.span);
    return this.ownContext;
  }

  set(attributes: SpanAttributes): void {
    this.span.setAttributes(attributes);
  }

  fail(type: string): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.span.setAttribute('error.type', type);
    this.span.setStatus({ code: SpanStatusCode.ERROR });
  }

  end(): void {
    if (this.isOpen) this.span.end();
  }
}

function remoteContext(traceparent: string): Context {
  const parent = parseTraceParent(traceparent);
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}
