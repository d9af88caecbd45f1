import type pg from 'pg';
import { currentSpan, keepRequest } from '../request-context/request-context.js';
import { summarize } from './statement-summary.js';
import { errorType, type Span, type SpanAttributes, type SpanStart, type Tracer } from './tracer.js';

// Statements whose text varies after all must not fill the memory.
const mostKept = 500;

type Callback = (error: unknown, ...rest: unknown[]) => void;
type Query = (config: string | { text: string }, values?: unknown, callback?: Callback) => unknown;

/**
 * A span for every statement of a request or job: Prisma's and our own go through the pool's clients. The text is not part of it,
 * nor are its values: only what it does with which tables.
 */
export function traceStatements(pool: pg.Pool, tracer: Tracer, databaseUrl: string): void {
  if (!tracer.isOn) return;
  const { hostname, pathname } = new URL(databaseUrl);
  const spans = new StatementSpans({
    'db.system.name': 'postgresql',
    'db.namespace': pathname.slice(1),
    'server.address': hostname,
  });
  const begin = (text: string): Span | undefined =>
    currentSpan() === undefined ? undefined : tracer.beginPart(spans.startOf(text));
  keepContextWhileWaiting(pool);
  pool.on('connect', (client) => traceClient(client, begin));
}

/** How the spans of statements begin, made once for each text. */
class StatementSpans {
  private readonly known = new Map<string, SpanStart>();

  constructor(private readonly where: SpanAttributes) {}

  startOf(text: string): SpanStart {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const start = this.make(text);
    if (this.known.size < mostKept) this.known.set(text, start);
    return start;
  }

  private make(text: string): SpanStart {
    const { operation, text: summary } = summarize(text);
    const attributes = { ...this.where, 'db.operation.name': operation, 'db.query.summary': summary };
    return { name: summary, kind: 'client', attributes };
  }
}

/** Who waits for a connection, traced or not, is called back by whoever gives one back, as part of that one's request. */
function keepContextWhileWaiting(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool) as (callback?: Callback) => unknown;
  pool.connect = ((callback?: Callback) =>
    connect(callback === undefined ? undefined : keepRequest(callback))) as typeof pool.connect;
}

function traceClient(client: pg.ClientBase, begin: (text: string) => Span | undefined): void {
  const query = client.query.bind(client) as Query;
  client.query = ((config, values, callback) => {
    const span = begin(typeof config === 'string' ? config : config.text);
    if (span === undefined) return query(config, values, callback);
    if (callback !== undefined) return query(config, values, endingWith(span, callback));
    if (typeof values === 'function') return query(config, endingWith(span, values as Callback));
    const result = query(config, values) as Promise<unknown>;
    result.then(
      () => span.end(),
      (error: unknown) => endFailed(span, error),
    );
    return result;
  }) satisfies Query as typeof client.query;
}

const endingWith =
  (span: Span, callback: Callback): Callback =>
  (error, ...rest) => {
    if (error === null || error === undefined) span.end();
    else endFailed(span, error);
    callback(error, ...rest);
  };

/** By PostgreSQL's own code (SQLSTATE): its message tells values. */
function endFailed(span: Span, error: unknown): void {
  span.fail(errorType(error));
  span.end();
}
