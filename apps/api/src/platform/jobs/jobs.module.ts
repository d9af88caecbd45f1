import { Global, Module } from '@nestjs/common';
import { JobQueue } from './job-queue.js';
import { JobsRepository } from './jobs.repository.js';

/** Lets anybody enqueue jobs; `JobWorkersModule` does them. */
@Global()
@Module({ providers: [JobQueue, JobsRepository], exports: [JobQueue, JobsRepository] })
export class JobsModule {}
