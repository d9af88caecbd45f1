import { Module } from '@nestjs/common';
import { TransactionLogPartitionsJob } from './transaction-log-partitions.job.js';
import { TransactionLogModule } from './transaction-log.module.js';

/** The log's upkeep, for the server: a command that only writes to the log does not start it. */
@Module({ imports: [TransactionLogModule], providers: [TransactionLogPartitionsJob] })
export class TransactionLogJobsModule {}
