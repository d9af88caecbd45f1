import type { Prisma } from '../../generated/prisma/client.js';

/** What a job is about, as JSON. */
export type JobPayload = Prisma.InputJsonObject;

export interface JobRun {
  readonly jobId: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** Aborted when the process stops or the job was taken over by another: end soon, whatever was done will be done again. */
  readonly signal: AbortSignal;
  /** Tells how far it is, for whoever asks. */
  readonly report: (progress: Prisma.InputJsonObject) => Promise<void>;
}

/**
 * Does the jobs of one kind, one after the other in each process. A job may run again after it was cut off at any place, so
 * whatever it does twice must come to the same.
 */
export interface JobHandler {
  readonly kind: string;
  /** How long to wait before the next attempt after `attempt` (from 1) failed, in milliseconds. */
  retryAfterMs(attempt: number): number;
  /** @throws what makes the job be tried again, at last given up. */
  run(payload: JobPayload, run: JobRun): Promise<void>;
  /** Called once, in the transaction that ends the job after its last attempt. */
  giveUp(payload: JobPayload, lastError: string): Promise<void>;
}
