import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { ManagedViewersController } from './managed-viewers.controller.js';
import { PublicViewersService } from './public-viewers.service.js';
import { ViewerReadsRepository } from './viewer-reads.repository.js';
import { ViewersController } from './viewers.controller.js';
import { ViewersRepository } from './viewers.repository.js';
import { ViewersService } from './viewers.service.js';

@Module({
  imports: [TransactionLogModule],
  controllers: [ViewersController, ManagedViewersController],
  providers: [PublicViewersService, ViewersService, ViewerReadsRepository, ViewersRepository],
  exports: [PublicViewersService, ViewersService],
})
export class MetaViewerModule {}
