import { Module } from '@nestjs/common';
import { ModerationModule } from '../moderation/moderation.module.js';
import { TransactionLogModule } from '../transaction-log/transaction-log.module.js';
import { BoardEditsService } from './board-edits.service.js';
import { BoardFeedsController } from './board-feeds.controller.js';
import { BoardFeedsRepository } from './board-feeds.repository.js';
import { BoardFeedsService } from './board-feeds.service.js';
import { BoardReadsRepository } from './board-reads.repository.js';
import { BoardSetsRepository } from './board-sets.repository.js';
import { BoardsController } from './boards.controller.js';
import { BoardsRepository } from './boards.repository.js';
import { BoardsService } from './boards.service.js';
import { EventDayJob } from './event-day.job.js';
import { ManagedBoardsController } from './managed-boards.controller.js';
import { PublicBoardsService } from './public-boards.service.js';
import { RepliesController } from './replies.controller.js';
import { RepliesRepository } from './replies.repository.js';
import { RepliesService } from './replies.service.js';
import { WritingAdmission } from './writing-admission.js';

@Module({
  imports: [TransactionLogModule, ModerationModule],
  controllers: [BoardFeedsController, BoardsController, RepliesController, ManagedBoardsController],
  providers: [
    PublicBoardsService,
    BoardsService,
    BoardEditsService,
    RepliesService,
    WritingAdmission,
    BoardFeedsService,
    BoardFeedsRepository,
    EventDayJob,
    BoardsRepository,
    BoardReadsRepository,
    BoardSetsRepository,
    RepliesRepository,
  ],
  exports: [PublicBoardsService, BoardsService, RepliesService],
})
export class BoardsModule {}
