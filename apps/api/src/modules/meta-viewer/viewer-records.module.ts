import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { MapVersionsRepository } from './maps/map-versions.repository.js';
import { MapVersionsService } from './maps/map-versions.service.js';
import { StarterRoomsRepository } from './starter-room/starter-rooms.repository.js';
import { ViewerChanges } from './viewer-changes.js';
import { ViewerReadsRepository } from './viewer-reads.repository.js';
import { ViewersRepository } from './viewers.repository.js';
import { ViewersService } from './viewers.service.js';

/** Rooms and their maps as records: what both the server and the demo's seed work with. */
@Module({
  imports: [TransactionLogModule],
  providers: [
    ViewersService,
    ViewerChanges,
    ViewerReadsRepository,
    ViewersRepository,
    MapVersionsService,
    MapVersionsRepository,
    StarterRoomsRepository,
  ],
  exports: [
    ViewersService,
    ViewerChanges,
    ViewerReadsRepository,
    ViewersRepository,
    MapVersionsService,
    MapVersionsRepository,
    StarterRoomsRepository,
  ],
})
export class ViewerRecordsModule {}
