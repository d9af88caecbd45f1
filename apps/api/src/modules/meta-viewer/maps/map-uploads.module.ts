import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../../transaction-log/transaction-log.module.js';
import { ViewerRecordsModule } from '../viewer-records.module.js';
import { MapCollectionJob } from './map-collection.job.js';
import { MapCollectionService } from './map-collection.service.js';
import { MapIntake } from './map-intake.js';
import { MapProcessingJob } from './map-processing.job.js';
import { MapProcessingRepository } from './map-processing.repository.js';
import { MapResults } from './map-results.js';
import { MapUploadStore } from './map-upload-store.js';
import { MapUploadsController } from './map-uploads.controller.js';
import { MapUploadsRepository } from './map-uploads.repository.js';
import { MapUploadsService } from './map-uploads.service.js';
import { MapWorkshop } from './processing/map-workshop.js';
import { TusAnswers } from './tus-answers.js';

/** Maps that owners upload: received in parts, then checked and made ready. */
@Module({
  imports: [TransactionLogModule, ViewerRecordsModule],
  controllers: [MapUploadsController],
  providers: [
    MapUploadsService,
    MapUploadsRepository,
    MapUploadStore,
    MapIntake,
    TusAnswers,
    MapProcessingJob,
    MapProcessingRepository,
    MapResults,
    MapWorkshop,
    MapCollectionService,
    MapCollectionJob,
  ],
})
export class MapUploadsModule {}
