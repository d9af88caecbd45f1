import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { CafeEditsService } from './cafe-edits.service.js';
import { CafeReadsRepository } from './cafe-reads.repository.js';
import { CafeRegionsRepository } from './cafe-regions.repository.js';
import { CafeRegionsService } from './cafe-regions.service.js';
import { CafeSetsRepository } from './cafe-sets.repository.js';
import { CafeSetsService } from './cafe-sets.service.js';
import { CafesController } from './cafes.controller.js';
import { CafesRepository } from './cafes.repository.js';
import { CafesService } from './cafes.service.js';
import { ManagedCafesController } from './managed-cafes.controller.js';
import { PublicCafesService } from './public-cafes.service.js';

@Module({
  imports: [TransactionLogModule],
  controllers: [CafesController, ManagedCafesController],
  providers: [
    PublicCafesService,
    CafesService,
    CafeSetsService,
    CafeEditsService,
    CafeRegionsService,
    CafesRepository,
    CafeReadsRepository,
    CafeSetsRepository,
    CafeRegionsRepository,
  ],
  exports: [PublicCafesService, CafesService, CafeSetsService, CafeRegionsService],
})
export class CafesModule {}
