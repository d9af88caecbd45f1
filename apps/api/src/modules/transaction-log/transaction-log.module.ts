import { Module } from '@nestjs/common';
import { TransactionLogController } from './transaction-log.controller.js';
import { TransactionLogRepository } from './transaction-log.repository.js';
import { TransactionLogService } from './transaction-log.service.js';

@Module({
  controllers: [TransactionLogController],
  providers: [TransactionLogService, TransactionLogRepository],
  exports: [TransactionLogService],
})
export class TransactionLogModule {}
