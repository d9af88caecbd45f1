import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { BoardFeedsService } from './board-feeds.service.js';

/** Lets go of what was kept of yesterday's events, as soon as it is another day in Korea. */
@Injectable()
export class EventDayJob {
  constructor(
    private readonly feeds: BoardFeedsService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  // A second late: what began before midnight has its answer by then, or is not kept.
  @Cron('1 0 0 * * *', { timeZone: 'Asia/Seoul' })
  async run(): Promise<void> {
    try {
      await this.feeds.beginDay();
    } catch (error) {
      this.logger.error({ err: error }, "Could not let go of yesterday's events; they go when their time ends");
    }
  }
}
