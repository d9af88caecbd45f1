import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Histogram } from 'prom-client';
import type { MatchedRoute } from '../http/route-config.js';
import type { Metrics } from './metrics.js';

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Of requests that no route takes. */
const unmatched = 'none';

/** Counts answers and how long they took, by method, route template and status; never by what a client chooses. */
export function installHttpMetrics(fastify: FastifyInstance, { isEnabled, registry }: Metrics): void {
  if (!isEnabled) return;
  const histogram = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  });
  type Observer = Histogram.Internal<'method' | 'route' | 'status'>;
  const observersOf = new WeakMap<MatchedRoute, Map<string, Observer>>();
  const observers = (request: FastifyRequest): Map<string, Observer> => {
    const route = request.matched ?? noRoute;
    const known = observersOf.get(route) ?? new Map<string, Observer>();
    observersOf.set(route, known);
    return known;
  };
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const status = String(reply.statusCode);
    const known = observers(request);
    const key = `${method} ${status}`;
    let observer = known.get(key);
    if (observer === undefined) {
      observer = histogram.labels({ method, route: request.matched?.url ?? unmatched, status });
      known.set(key, observer);
    }
    observer.observe(reply.elapsedTime / 1000);
    done();
  });
}

const noRoute: MatchedRoute = { url: unmatched };
