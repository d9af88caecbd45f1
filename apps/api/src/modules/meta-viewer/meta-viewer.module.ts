import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ManagedViewersController } from './managed-viewers.controller.js';
import { MapFileAnswers } from './maps/map-file-answers.js';
import { MapFilesController } from './maps/map-files.controller.js';
import { MapFilesService } from './maps/map-files.service.js';
import { MapLinks } from './maps/map-links.js';
import { MapsController } from './maps/maps.controller.js';
import { PublicViewersService } from './public-viewers.service.js';
import { ViewerRecordsModule } from './viewer-records.module.js';
import { ViewersController } from './viewers.controller.js';

@Module({
  imports: [AuthModule, ViewerRecordsModule],
  controllers: [ViewersController, ManagedViewersController, MapsController, MapFilesController],
  providers: [PublicViewersService, MapLinks, MapFilesService, MapFileAnswers],
  exports: [ViewerRecordsModule, PublicViewersService, MapLinks],
})
export class MetaViewerModule {}
