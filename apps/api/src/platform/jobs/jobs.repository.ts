import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../database/database.js';
import type { JobPayload } from './job-handler.js';

export interface NewJob {
  readonly kind: string;
  readonly payload: JobPayload;
  /** Two jobs of one kind with the same key are one, until it is over. */
  readonly dedupeKey: string;
  readonly maxAttempts: number;
}

/** A job that a worker holds: `attempt` tells its hold from a later one of the same worker. */
export interface TakenJob {
  readonly id: string;
  readonly payload: JobPayload;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly lastError: string | null;
}

export interface JobCount {
  readonly kind: string;
  readonly status: 'PENDING' | 'RUNNING' | 'FAILED';
  readonly count: number;
}

export interface JobDelay {
  readonly kind: string;
  readonly dueSeconds: number;
}

const longestError = 2000;

/** The table of jobs. Times are the database's: processes on several hosts hold leases against one clock. */
@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  /** Whether a job was written: not where one of this key waits or runs. */
  async insert({ kind, payload, dedupeKey, maxAttempts }: NewJob): Promise<boolean> {
    const written = await this.database.client.$executeRaw`
      INSERT INTO "BackgroundJob" (id, kind, payload, "dedupeKey", "maxAttempts", "runAt", "updatedAt")
      VALUES (gen_random_uuid(), ${kind}, ${JSON.stringify(payload)}::jsonb, ${dedupeKey}, ${maxAttempts}, now(), now())
      ON CONFLICT (kind, "dedupeKey") WHERE status IN ('PENDING', 'RUNNING') DO NOTHING`;
    return written === 1;
  }

  /** Takes the next job of a kind that waits or whose worker's lease has run out. */
  async take(kind: string, worker: string, leaseMs: number): Promise<TakenJob | null> {
    const [job] = await this.database.client.$queryRaw<TakenJob[]>`
      UPDATE "BackgroundJob" SET status = 'RUNNING', attempts = attempts + 1, "lockedBy" = ${worker},
        "lockedUntil" = now() + ${leaseMs} * interval '1 millisecond', "updatedAt" = now()
      WHERE id = (
        SELECT id FROM "BackgroundJob"
        WHERE kind = ${kind} AND ((status = 'PENDING' AND "runAt" <= now()) OR (status = 'RUNNING' AND "lockedUntil" < now()))
        ORDER BY "runAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, payload, attempts AS attempt, "maxAttempts", "lastError"`;
    return job ?? null;
  }

  /** Whether the worker still held the job, and holds it for another lease. */
  async extend(job: TakenJob, worker: string, leaseMs: number): Promise<boolean> {
    return this.change(
      job,
      worker,
      Prisma.sql`"lockedUntil" = now() + ${leaseMs} * interval '1 millisecond', "updatedAt" = now()`,
    );
  }

  async report(job: TakenJob, worker: string, progress: Prisma.InputJsonObject): Promise<boolean> {
    return this.change(job, worker, Prisma.sql`progress = ${JSON.stringify(progress)}::jsonb, "updatedAt" = now()`);
  }

  async finish(job: TakenJob, worker: string): Promise<boolean> {
    return this.end(job, worker, 'DONE', null);
  }

  async fail(job: TakenJob, worker: string, error: string): Promise<boolean> {
    return this.end(job, worker, 'FAILED', error);
  }

  /** Lets it be taken again after `delayMs`. */
  async retry(job: TakenJob, worker: string, error: string, delayMs: number): Promise<boolean> {
    return this.change(
      job,
      worker,
      Prisma.sql`status = 'PENDING', "lockedBy" = NULL, "lockedUntil" = NULL, progress = NULL, "updatedAt" = now(),
        "lastError" = ${error.slice(0, longestError)}, "runAt" = now() + ${delayMs} * interval '1 millisecond'`,
    );
  }

  /** Gives it back as if it had not been taken. */
  async release(job: TakenJob, worker: string): Promise<boolean> {
    return this.change(
      job,
      worker,
      Prisma.sql`status = 'PENDING', attempts = attempts - 1, "lockedBy" = NULL, "lockedUntil" = NULL, progress = NULL,
        "updatedAt" = now()`,
    );
  }

  /** How many jobs of each kind wait, run or have failed. */
  async countsByStatus(): Promise<readonly JobCount[]> {
    return this.database.read<JobCount>(Prisma.sql`
      SELECT kind, status::text AS status, count(*)::int AS count
      FROM "BackgroundJob" WHERE status <> 'DONE' GROUP BY kind, status`);
  }

  /** How long the next waiting job of each kind has been due, in seconds; 0 where none is due yet. */
  async delays(): Promise<readonly JobDelay[]> {
    return this.database.read<JobDelay>(Prisma.sql`
      SELECT kind, greatest(0, extract(epoch FROM now() - min("runAt")))::int AS "dueSeconds"
      FROM "BackgroundJob" WHERE status = 'PENDING' GROUP BY kind`);
  }

  /** Deletes jobs that were over before `moment`; answers how many. */
  async deleteFinished(before: Date): Promise<number> {
    const { count } = await this.database.client.backgroundJob.deleteMany({ where: { finishedAt: { lt: before } } });
    return count;
  }

  private end(job: TakenJob, worker: string, status: 'DONE' | 'FAILED', error: string | null): Promise<boolean> {
    return this.change(
      job,
      worker,
      Prisma.sql`status = ${status}::"JobStatus", "lockedBy" = NULL, "lockedUntil" = NULL, "finishedAt" = now(),
        "updatedAt" = now(), "lastError" = ${error?.slice(0, longestError) ?? null}`,
    );
  }

  private async change({ id, attempt }: TakenJob, worker: string, set: Prisma.Sql): Promise<boolean> {
    const changed = await this.database.client.$executeRaw`
      UPDATE "BackgroundJob" SET ${set}
      WHERE id = ${id}::uuid AND status = 'RUNNING' AND "lockedBy" = ${worker} AND attempts = ${attempt}`;
    return changed === 1;
  }
}
