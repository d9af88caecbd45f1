import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { JobHandler } from './job-handler.js';
import { JobsRepository, type NewJob } from './jobs.repository.js';

/** Work to be done outside of a request, and who does which kind of it. */
@Injectable()
export class JobQueue {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly news = new EventEmitter();

  constructor(
    private readonly jobs: JobsRepository,
    private readonly database: Database,
  ) {}

  /** Writes a job into the transaction in progress: it begins once that has committed, and never when it rolls back. */
  async enqueue(job: NewJob): Promise<void> {
    await this.jobs.insert(job);
    await this.database.afterCommit(() => void this.news.emit(job.kind));
  }

  /** Says who does a kind of job; before the application is up (`onModuleInit`). */
  register(handler: JobHandler): void {
    if (this.handlers.has(handler.kind)) throw new Error(`Two handlers do jobs of kind ${handler.kind}`);
    this.handlers.set(handler.kind, handler);
  }

  registered(): readonly JobHandler[] {
    return [...this.handlers.values()];
  }

  /** Calls `wake` whenever this process has enqueued a job of the kind; the returned function ends it. */
  onEnqueued(kind: string, wake: () => void): () => void {
    this.news.on(kind, wake);
    return () => void this.news.off(kind, wake);
  }
}
