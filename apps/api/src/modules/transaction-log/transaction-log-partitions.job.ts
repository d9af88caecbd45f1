import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { TransactionLogService } from './transaction-log.service.js';

/** Makes the log's monthly partitions ahead of time: at every start and every night. */
@Injectable()
export class TransactionLogPartitionsJob implements OnApplicationBootstrap {
  constructor(
    private readonly transactionLog: TransactionLogService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  // Not awaited by the start: the default partition takes rows meanwhile, and a database that is away must not keep the process down.
  onApplicationBootstrap(): void {
    void this.run();
  }

  @Cron('0 30 3 * * *', { timeZone: 'Asia/Seoul' })
  async run(): Promise<void> {
    try {
      const made = await this.transactionLog.makePartitions();
      if (made.length > 0) this.logger.info({ partitions: made }, 'Made partitions of the transaction log');
    } catch (error) {
      this.logger.error({ err: error }, 'Could not make partitions of the transaction log; trying again tonight');
    }
  }
}
