import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { addDays, Clock } from '../clock/clock.js';
import { LOGGER } from '../logging/logging.module.js';
import { JobsRepository } from './jobs.repository.js';

const keptDays = 30;

/** Forgets jobs that were over a month ago, every night. */
@Injectable()
export class FinishedJobsJob {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Cron('0 50 3 * * *')
  async run(): Promise<void> {
    try {
      const deleted = await this.jobs.deleteFinished(addDays(this.clock.now(), -keptDays));
      if (deleted > 0) this.logger.info({ deleted }, 'Forgot finished jobs');
    } catch (error) {
      this.logger.error({ err: error }, 'Could not forget finished jobs; trying again tomorrow');
    }
  }
}
