import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../tracing/tracer.js';

/** What is known of the request (or job) that the running code serves. */
export interface RequestContext {
  /** null for what no request began: jobs, what comes by sockets. */
  readonly requestId: string | null;
  /** Where it is traced. */
  readonly span?: Span | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the running request; undefined at start-up. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** The span of the running request while it is open: what it left behind, as timers, is no part of it any more. */
export const currentSpan = (): Span | undefined => {
  const span = storage.getStore()?.span;
  return span?.isOpen === true ? span : undefined;
};

/** `callback` as part of the request that runs now, whoever calls it. */
export function keepRequest<Given extends unknown[]>(callback: (...given: Given) => void): typeof callback {
  const context = storage.getStore();
  // At start-up there is none, which `run` takes as it takes any other.
  return (...given) => storage.run(context as RequestContext, callback, ...given);
}

/** Runs `work` as part of the request (or job) `context`. */
export const runInRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
