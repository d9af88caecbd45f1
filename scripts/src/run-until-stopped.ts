import type { Progress } from './boot/progress.mjs';
import { isUserFacing } from './boot/user-facing-error.mjs';
import { CloseStack } from './close-stack.js';
import { listenForStop, StopWanted, type StopRequest } from './stop-request.js';

/** What a run gets to work with. */
export interface Run {
  readonly progress: Progress;
  readonly stop: StopRequest;
  readonly opened: CloseStack;
}

/**
 * Opens something, keeps it open until the person stops it or it fails, closes it, and ends the process: with 0 when it
 * was told to stop, with 1 otherwise.
 */
export async function runUntilStopped(progress: Progress, open: (run: Run) => Promise<void>): Promise<never> {
  const stop = listenForStop(() => progress.note('Stopping; press Ctrl-C again to stop at once'));
  const opened = new CloseStack();
  let exitCode = 0;
  const onFailure = (error: unknown): void => {
    exitCode = 1;
    reportError(error);
  };
  try {
    await open({ progress, stop, opened });
    await stop.requested;
  } catch (error) {
    // Whatever breaks because we were told to stop meanwhile is not a failure.
    const cause: unknown = stop.signal.aborted ? stop.signal.reason : error;
    if (!(cause instanceof StopWanted)) onFailure(cause);
  }
  await opened.closeAll(progress, onFailure);
  return process.exit(exitCode);
}

/** Errors of the API whose message tells an operator what to do. */
const OPERATOR_ERRORS = new Set(['ConfigError', 'MigrationError']);

/** The message alone for what a person can do something about; all of it otherwise. */
export function reportError(error: unknown): void {
  const isForPeople = isUserFacing(error) || (error instanceof Error && OPERATOR_ERRORS.has(error.name));
  console.error(isForPeople ? error.message : error);
}
