import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the request (or job) that the running code serves. */
export interface RequestContext {
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the running request; undefined at start-up. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Runs `work` as part of the request (or job) `context`. */
export const runInRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
