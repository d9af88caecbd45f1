import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../../transaction-log/transaction-log.module.js';
import { ViewerRecordsModule } from '../viewer-records.module.js';
import { MapIntake } from './map-intake.js';
import { MapUploadStore } from './map-upload-store.js';
import { MapUploadsController } from './map-uploads.controller.js';
import { MapUploadsRepository } from './map-uploads.repository.js';
import { MapUploadsService } from './map-uploads.service.js';
import { TusAnswers } from './tus-answers.js';

/** Maps that owners upload: received in parts, then checked and made ready. */
@Module({
  imports: [TransactionLogModule, ViewerRecordsModule],
  controllers: [MapUploadsController],
  providers: [MapUploadsService, MapUploadsRepository, MapUploadStore, MapIntake, TusAnswers],
})
export class MapUploadsModule {}
