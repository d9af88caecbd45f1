import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { BoardsModule } from '../boards/boards.module.js';
import { CafesModule } from '../cafes/cafes.module.js';
import { ImageUploadModule } from '../image-upload/image-upload.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { ReportedThings } from './reported-things.js';
import { ReportingController } from './reporting.controller.js';
import { ReportingRepository } from './reporting.repository.js';
import { ReportingService } from './reporting.service.js';

@Module({
  imports: [AuthModule, ModerationModule, BoardsModule, CafesModule, ImageUploadModule],
  controllers: [ReportingController],
  providers: [ReportingService, ReportingRepository, ReportedThings],
})
export class ReportingModule {}
