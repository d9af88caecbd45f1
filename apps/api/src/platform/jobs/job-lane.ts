import type { Logger } from 'pino';
import type { Database } from '../database/database.js';
import { currentSpan } from '../request-context/request-context.js';
import { errorType, type Span, type Tracer } from '../tracing/tracer.js';
import type { JobHandler } from './job-handler.js';
import type { JobsRepository, TakenJob } from './jobs.repository.js';

export interface LaneTiming {
  /** How long a worker that says nothing is believed to be alive, in milliseconds. */
  readonly leaseMs: number;
  /** How often to look for jobs that other processes enqueued or left behind, in milliseconds. */
  readonly pollMs: number;
}

interface LaneParts {
  readonly handler: JobHandler;
  readonly jobs: JobsRepository;
  readonly database: Database;
  readonly logger: Logger;
  readonly tracer: Tracer;
  /** This process, unlike any other. */
  readonly worker: string;
  readonly timing: LaneTiming;
}

/** Does the jobs of one kind, one at a time, until it is stopped. */
export class JobLane {
  private readonly stopping = new AbortController();
  private wakeUp: () => void = () => undefined;
  private isAwake = false;
  private readonly ended: Promise<void>;

  constructor(private readonly parts: LaneParts) {
    this.ended = this.work();
  }

  /** Looks for a job at once, or right after the one at hand. */
  wake(): void {
    this.isAwake = true;
    this.wakeUp();
  }

  /** Ends the job at hand, to be done again by whoever takes it next, and takes no other. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeUp();
    await this.ended;
  }

  private async work(): Promise<void> {
    let isUnavailable = false;
    while (!this.stopping.signal.aborted) {
      try {
        this.isAwake = false;
        const job = await this.parts.jobs.take(this.parts.handler.kind, this.parts.worker, this.parts.timing.leaseMs);
        isUnavailable = false;
        if (job === null) await this.rest();
        else await this.attend(job);
      } catch (error) {
        // While the database is away, once: what was held is taken again when its lease has run out.
        if (!isUnavailable)
          this.parts.logger.warn({ err: error, kind: this.parts.handler.kind }, 'Cannot do jobs just now');
        isUnavailable = true;
        await this.rest();
      }
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.parts.timing.pollMs);
      timer.unref();
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.isAwake || this.stopping.signal.aborted) this.wakeUp();
    });
  }

  private attend(job: TakenJob): Promise<void> {
    const { handler, tracer } = this.parts;
    const attributes = {
      'virtualcafe.job.id': job.id,
      'virtualcafe.job.kind': handler.kind,
      'virtualcafe.job.attempt': job.attempt,
    };
    return tracer.trace({ name: `job ${handler.kind}`, kind: 'consumer', attributes }, (span) => this.doJob(job, span));
  }

  private async doJob(job: TakenJob, span: Span): Promise<void> {
    const { handler, logger } = this.parts;
    const beganAt = performance.now();
    const outcome = job.attempt > job.maxAttempts ? await this.giveUp(job, cutOff) : await this.attempt(job);
    const durationMs = Math.round(performance.now() - beganAt);
    span.set({ 'virtualcafe.job.outcome': outcome });
    logger.info({ jobId: job.id, kind: handler.kind, attempt: job.attempt, durationMs, outcome }, 'job');
  }

  private async attempt(job: TakenJob): Promise<string> {
    const { handler, jobs, worker } = this.parts;
    const lease = this.holdLease(job);
    try {
      await handler.run(job.payload, {
        jobId: job.id,
        attempt: job.attempt,
        signal: AbortSignal.any([this.stopping.signal, lease.lost]),
        report: async (progress) => void (await jobs.report(job, worker, progress)),
      });
      return (await jobs.finish(job, worker)) ? 'done' : 'taken over';
    } catch (error) {
      return await this.afterFailure(job, error, lease.lost);
    } finally {
      lease.end();
    }
  }

  private async afterFailure(job: TakenJob, error: unknown, lost: AbortSignal): Promise<string> {
    const { handler, jobs, worker, logger } = this.parts;
    if (lost.aborted) return 'taken over';
    if (this.stopping.signal.aborted) {
      await jobs.release(job, worker);
      return 'given back';
    }
    currentSpan()?.fail(errorType(error));
    logger.warn({ err: error, jobId: job.id, kind: handler.kind, attempt: job.attempt }, 'A job failed');
    const message = error instanceof Error ? error.message : String(error);
    if (job.attempt >= job.maxAttempts) return this.giveUp(job, message);
    await jobs.retry(job, worker, message, handler.retryAfterMs(job.attempt));
    return 'to be tried again';
  }

  private async giveUp(job: TakenJob, error: string): Promise<string> {
    const { handler, jobs, database, worker } = this.parts;
    return database.transaction(async () => {
      if (!(await jobs.fail(job, worker, error))) return 'taken over';
      await handler.giveUp(job.payload, error);
      return 'given up';
    });
  }

  /** Says again and again that the job is being done; aborts `lost` once another has taken it. */
  private holdLease(job: TakenJob): { lost: AbortSignal; end: () => void } {
    const { jobs, worker, timing, logger } = this.parts;
    const lost = new AbortController();
    const timer = setInterval(() => {
      jobs.extend(job, worker, timing.leaseMs).then(
        (isHeld) => isHeld || lost.abort(),
        (error: unknown) => logger.debug({ err: error, jobId: job.id }, 'Could not say that a job is being done'),
      );
    }, timing.leaseMs / 3);
    return { lost: lost.signal, end: () => clearInterval(timer) };
  }
}

const cutOff = 'it was cut off each time it was tried';
