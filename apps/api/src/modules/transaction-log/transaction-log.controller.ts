import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Page,
  type TransactionLogEntry,
  transactionLogPage,
  type TransactionLogQuery,
  transactionLogQuery,
} from '@virtualcafe/contracts';
import { Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { TransactionLogService } from './transaction-log.service.js';

@ApiTags('transaction log')
@Controller('api/v1/transaction-logs')
export class TransactionLogController {
  constructor(private readonly transactionLog: TransactionLogService) {}

  @Get()
  @Requires('transaction-log.list')
  @Returns({
    id: 'listTransactionLogs',
    summary: 'What was changed, by whom, newest first',
    schema: transactionLogPage,
  })
  list(@Query({ schema: transactionLogQuery }) query: TransactionLogQuery): Promise<Page<TransactionLogEntry>> {
    return this.transactionLog.list(query);
  }
}
