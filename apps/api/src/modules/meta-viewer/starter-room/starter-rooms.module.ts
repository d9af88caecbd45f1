import { Module } from '@nestjs/common';
import { TransactionLogModule } from '../../transaction-log/transaction-log.module.js';
import { ViewerRecordsModule } from '../viewer-records.module.js';
import { StarterRoomJob } from './starter-room.job.js';
import { StarterRoomsController } from './starter-rooms.controller.js';
import { StarterRoomsService } from './starter-rooms.service.js';

/** Rooms made by a form. */
@Module({
  imports: [TransactionLogModule, ViewerRecordsModule],
  controllers: [StarterRoomsController],
  providers: [StarterRoomsService, StarterRoomJob],
})
export class StarterRoomsModule {}
