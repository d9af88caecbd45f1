/** Why a run ends though nothing failed. */
export class StopWanted extends Error {
  override name = 'StopWanted';
}

export interface StopRequest {
  /** Aborted, with StopWanted or the failure as its reason, when the run has to end. */
  readonly signal: AbortSignal;
  /** Rejects with that reason. */
  readonly requested: Promise<never>;
  /** Ends the run because something that it cannot do without has failed. */
  fail(error: unknown): void;
}

/**
 * npm passes a signal on that the terminal has sent to our process too: a second one this soon after the first is the
 * same Ctrl-C.
 */
const SAME_STOP_MS = 500;

/** The shell's exit code for a program ended by Ctrl-C. */
const FORCED_EXIT_CODE = 130;

/** How often we look whether the npm that started us is still there. */
const PARENT_POLL_MS = 500;

/**
 * Listens for Ctrl-C, SIGTERM, the terminal closing, the end of the npm that started us, and failures that nobody handles. A second Ctrl-C ends the process
 * at once (its `exit` listeners run).
 */
export function listenForStop(onWanted: () => void): StopRequest {
  const controller = new AbortController();
  const { signal } = controller;
  let firstAt = 0;
  const onSignal = (): void => {
    if (firstAt === 0) {
      firstAt = Date.now();
      if (!signal.aborted) onWanted();
      controller.abort(new StopWanted('told to stop'));
    } else if (Date.now() - firstAt > SAME_STOP_MS) {
      process.exit(FORCED_EXIT_CODE);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentEnds(onSignal);
  const fail = (error: unknown): void => controller.abort(error);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  const requested = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  // While the start is under way nobody waits for it yet.
  requested.catch(() => undefined);
  return { signal, requested, fail };
}

/**
 * Whoever ends `npm start` means us. But a killed npm says nothing, and the shell that npm puts between dies of the signal
 * it gets without passing it on.
 */
function whenParentEnds(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, PARENT_POLL_MS);
  watch.unref();
}
