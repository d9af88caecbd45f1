import { Module } from '@nestjs/common';
import { CafesModule } from '../cafes/cafes.module.js';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { RegionsController } from './regions.controller.js';
import { RegionsRepository } from './regions.repository.js';
import { RegionsService } from './regions.service.js';

@Module({
  imports: [CafesModule, TransactionLogModule],
  controllers: [RegionsController],
  providers: [RegionsService, RegionsRepository],
  exports: [RegionsService],
})
export class RegionsModule {}
