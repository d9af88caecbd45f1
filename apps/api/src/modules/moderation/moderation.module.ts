import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { BansController } from './bans.controller.js';
import { BansRepository } from './bans.repository.js';
import { BansService } from './bans.service.js';
import { ReportTargets } from './report-targets.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';
import { RoomOrderRepository } from './room-order.repository.js';
import { RoomOrderService } from './room-order.service.js';
import { ViewerBansController } from './viewer-bans.controller.js';

@Module({
  imports: [TransactionLogModule, SessionsModule],
  controllers: [BansController, ViewerBansController, ReportsController],
  providers: [
    BansService,
    BansRepository,
    ReportsService,
    ReportsRepository,
    ReportTargets,
    RoomOrderService,
    RoomOrderRepository,
  ],
  exports: [BansService, ReportsService, ReportTargets, RoomOrderService],
})
export class ModerationModule {}
