import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { ManagedViewersController } from './managed-viewers.controller.js';
import { MapFileAnswers } from './maps/map-file-answers.js';
import { MapFilesController } from './maps/map-files.controller.js';
import { MapFilesService } from './maps/map-files.service.js';
import { MapLinks } from './maps/map-links.js';
import { MapVersionsRepository } from './maps/map-versions.repository.js';
import { MapVersionsService } from './maps/map-versions.service.js';
import { MapsController } from './maps/maps.controller.js';
import { PublicViewersService } from './public-viewers.service.js';
import { ViewerChanges } from './viewer-changes.js';
import { ViewerReadsRepository } from './viewer-reads.repository.js';
import { ViewersController } from './viewers.controller.js';
import { ViewersRepository } from './viewers.repository.js';
import { ViewersService } from './viewers.service.js';

@Module({
  imports: [AuthModule, TransactionLogModule],
  controllers: [ViewersController, ManagedViewersController, MapsController, MapFilesController],
  providers: [
    PublicViewersService,
    ViewersService,
    ViewerChanges,
    ViewerReadsRepository,
    ViewersRepository,
    MapVersionsService,
    MapVersionsRepository,
    MapLinks,
    MapFilesService,
    MapFileAnswers,
  ],
  exports: [PublicViewersService, ViewersService, MapVersionsService, MapLinks],
})
export class MetaViewerModule {}
