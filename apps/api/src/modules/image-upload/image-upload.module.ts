import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { ImageCollectionJob } from './image-collection.job.js';
import { ImageCollectionService } from './image-collection.service.js';
import { ImageFileInterceptor } from './image-file.interceptor.js';
import { ImageIntake } from './image-intake.js';
import { ImageProcessor } from './image-processor.js';
import { ImageStandingService } from './image-standing.service.js';
import { ImageUploadController } from './image-upload.controller.js';
import { ImageUploadRepository } from './image-upload.repository.js';
import { ImageUploadService } from './image-upload.service.js';

@Module({
  imports: [TransactionLogModule],
  controllers: [ImageUploadController],
  providers: [
    ImageUploadService,
    ImageUploadRepository,
    ImageStandingService,
    ImageIntake,
    ImageProcessor,
    ImageFileInterceptor,
    ImageCollectionService,
    ImageCollectionJob,
  ],
  exports: [ImageUploadService, ImageStandingService],
})
export class ImageUploadModule {}
