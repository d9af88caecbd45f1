import { Module } from '@nestjs/common';
import { FinishedJobsJob } from './finished-jobs.job.js';
import { JobWorkers } from './job-workers.js';

/** Does jobs, for the server: a command that only enqueues them does not start this. */
@Module({ providers: [JobWorkers, FinishedJobsJob] })
export class JobWorkersModule {}
