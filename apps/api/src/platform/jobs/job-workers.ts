import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { LOGGER } from '../logging/logging.module.js';
import type { Tracer } from '../tracing/tracer.js';
import { TRACER } from '../tracing/tracing.module.js';
import { JobLane, type LaneTiming } from './job-lane.js';
import { JobQueue } from './job-queue.js';
import { JobsRepository } from './jobs.repository.js';

// A killed process's job is begun again within this time and a look.
const timing: LaneTiming = { leaseMs: 30_000, pollMs: 5_000 };

/** Does this process's share of the jobs: a lane for each kind that has a handler. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private lanes: { lane: JobLane; forget: () => void }[] = [];

  constructor(
    private readonly queue: JobQueue,
    private readonly jobs: JobsRepository,
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(TRACER) private readonly tracer: Tracer,
  ) {}

  onApplicationBootstrap(): void {
    const worker = `${hostname().slice(0, 50)}.${process.pid}.${randomUUID().slice(0, 8)}`;
    const { jobs, database, logger, tracer } = this;
    this.lanes = this.queue.registered().map((handler) => {
      const lane = new JobLane({ handler, jobs, database, logger, tracer, worker, timing });
      return { lane, forget: this.queue.onEnqueued(handler.kind, () => lane.wake()) };
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const { forget } of this.lanes) forget();
    await Promise.all(this.lanes.map(({ lane }) => lane.stop()));
  }
}
