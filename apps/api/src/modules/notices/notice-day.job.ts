import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { NoticesService } from './notices.service.js';

/** Lets go of what was kept of yesterday, as soon as it is another day in Korea. */
@Injectable()
export class NoticeDayJob {
  constructor(
    private readonly notices: NoticesService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  // A second late: what began before midnight has its answer by then, or is not kept.
  @Cron('1 0 0 * * *', { timeZone: 'Asia/Seoul' })
  async run(): Promise<void> {
    try {
      await this.notices.beginDay();
    } catch (error) {
      this.logger.error({ err: error }, "Could not let go of yesterday's notices; they go when their time ends");
    }
  }
}
