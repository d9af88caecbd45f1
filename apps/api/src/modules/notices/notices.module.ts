import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { ManagedNoticesController } from './managed-notices.controller.js';
import { NoticeDayJob } from './notice-day.job.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';

@Module({
  imports: [TransactionLogModule],
  controllers: [NoticesController, ManagedNoticesController],
  providers: [NoticesService, NoticesRepository, NoticeDayJob],
})
export class NoticesModule {}
