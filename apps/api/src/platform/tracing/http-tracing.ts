import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MatchedRoute } from '../http/route-config.js';
import { runInRequest } from '../request-context/request-context.js';
import type { Span, SpanAttributes, SpanStart, Tracer } from './tracer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the request, where it is traced. */
    span?: Span | undefined;
  }
}

export interface HttpTracingOptions {
  /** The address people use. */
  readonly publicUrl: URL;
  /** Whether a trusted proxy's `traceparent` is continued. */
  readonly isParentTrusted: boolean;
}

// RFC 9110, and PATCH (RFC 5789). What else a client makes up would become a name of a span.
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);
// Probes come every few seconds and tell nothing.
const untraced = '/api/health/';

/**
 * A span for every request, by the semantic conventions for HTTP servers; before all hooks that may answer. Neither who asks
 * (address, browser, account) nor the query string is part of it: traces go to another service. The request's id leads to the
 * log, which has the address.
 */
export function installHttpTracing(fastify: FastifyInstance, tracer: Tracer, options: HttpTracingOptions): void {
  if (!tracer.isOn) return;
  const spans = new RouteSpans(serverAttributes(options.publicUrl));
  fastify.decorateRequest('span');
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(untraced)) return done();
    const span = tracer.begin(spans.startOf(request), options.isParentTrusted ? trustedParent(request) : undefined);
    if (!span.isOpen) return done();
    span.set({ 'url.path': request.url.split('?', 1)[0] ?? '', 'virtualcafe.request.id': request.id });
    request.span = span;
    // However it ends: an answer, a client that went away, a handler that answers by itself.
    reply.raw.once('close', () => endOf(span, reply.raw));
    runInRequest({ requestId: request.id, span }, done);
  });
  // The end of an answer is another event: what is logged there belongs to the request, too.
  fastify.addHook('onResponse', (request, _reply, done) => {
    if (request.span === undefined) done();
    else runInRequest({ requestId: request.id, span: request.span }, done);
  });
}

const serverAttributes = ({ protocol, hostname, port }: URL): SpanAttributes => ({
  'url.scheme': protocol.slice(0, -1),
  'server.address': hostname,
  ...(port === '' ? {} : { 'server.port': Number(port) }),
});

/** How the spans of a route and method begin, made once. */
class RouteSpans {
  private readonly known = new WeakMap<MatchedRoute, Map<string, SpanStart>>();

  constructor(private readonly server: SpanAttributes) {}

  startOf({ matched = noRoute, method }: FastifyRequest): SpanStart {
    const ofRoute = this.known.get(matched) ?? new Map<string, SpanStart>();
    this.known.set(matched, ofRoute);
    const start = ofRoute.get(method) ?? this.make(matched, method);
    ofRoute.set(method, start);
    return start;
  }

  private make(route: MatchedRoute, method: string): SpanStart {
    const isKnown = knownMethods.has(method);
    const shown = isKnown ? method : 'HTTP';
    const attributes = { ...this.server, 'http.request.method': isKnown ? method : '_OTHER' };
    if (route === noRoute) return { name: shown, kind: 'server', attributes };
    const name = `${shown} ${route.url}`;
    return { name, kind: 'server', attributes: { ...attributes, 'http.route': route.url } };
  }
}

const noRoute: MatchedRoute = { url: '' };

/** What a proxy of ours says: whoever comes by themselves is alone in `ips`. */
function trustedParent({ ips, headers }: FastifyRequest): string | undefined {
  const { traceparent } = headers;
  return ips !== undefined && ips.length > 1 && typeof traceparent === 'string' ? traceparent : undefined;
}

function endOf(span: Span, { headersSent, statusCode, writableFinished }: ServerResponse): void {
  if (headersSent) span.set({ 'http.response.status_code': statusCode });
  if (!writableFinished) span.set({ 'error.type': 'client.gone' });
  else if (statusCode >= 500) span.fail(String(statusCode));
  span.end();
}
