/** What is said of a span: constants, counts and names, never what people typed. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

/** `server`: work for somebody outside; `client`: waiting for another service; `consumer`: work that was queued. */
export type SpanKind = 'server' | 'client' | 'consumer';

export interface SpanStart {
  /** Of few different values: parameters' names, not what they hold. */
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: SpanAttributes;
}

/** A piece of work that is timed, as part of a trace. */
export interface Span {
  readonly traceId: string;
  /** Neither ended nor left out by sampling. */
  readonly isOpen: boolean;
  set(attributes: SpanAttributes): void;
  /** Marks the work as failed; `type` names the failure, as `errorType` does. The first one stands. */
  fail(type: string): void;
  /** Nothing changes the span afterwards. */
  end(): void;
}

/** Tells where time goes, or nobody. */
export interface Tracer {
  /** Whether anybody is told; what would cost each request is not even installed otherwise. */
  readonly isOn: boolean;
  /** Begins a trace, or goes on with the one that a caller's `traceparent` names (W3C Trace Context). */
  begin(start: SpanStart, traceparent?: string): Span;
  /** A part of the open span of the running request or job; undefined where there is none. */
  beginPart(start: SpanStart): Span | undefined;
  /** Runs `work` as a trace of its own; it fails when that throws. */
  trace<T>(start: SpanStart, work: (span: Span) => Promise<T>): Promise<T>;
}

const noSpan: Span = {
  traceId: '',
  isOpen: false,
  set: () => undefined,
  fail: () => undefined,
  end: () => undefined,
};

/** Tells nobody, at no cost. */
export const noTracer: Tracer = {
  isOn: false,
  begin: () => noSpan,
  beginPart: () => undefined,
  trace: (_start, work) => work(noSpan),
};

const code = /^[\w.-]{1,60}$/;

/** What an error is called in a trace: its code, else its class. Messages may hold what people typed. */
export function errorType(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  if ('code' in error && typeof error.code === 'string' && code.test(error.code)) return error.code;
  return error instanceof Error ? error.constructor.name : 'object';
}
