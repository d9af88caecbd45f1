import { Injectable } from '@nestjs/common';
import { type Board, type BoardListQuery, type BoardPage, kstDayOf } from '@virtualcafe/contracts';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { searchAsTyped } from '../../platform/search/search-as-typed.js';
import { publicFilterOf } from './board-filter.js';
import { BoardReadsRepository } from './board-reads.repository.js';
import { presentBoard, presentSummary } from './board.presenter.js';

/** Posts as visitors see them. */
@Injectable()
export class PublicBoardsService {
  constructor(
    private readonly boards: BoardReadsRepository,
    private readonly clock: Clock,
  ) {}

  async list(query: BoardListQuery): Promise<BoardPage> {
    const { q, page, pageSize } = query;
    const now = this.clock.now();
    const filter = publicFilterOf(query, now);
    const { items, ...counted } = await searchAsTyped(q, (search) =>
      this.boards.findPage({ filter, search, page, pageSize }),
    );
    const today = kstDayOf(now);
    return { items: items.map((board) => presentSummary(board, today)), page, pageSize, ...counted };
  }

  async read(id: string): Promise<Board> {
    const board = await this.boards.findVisible(id);
    if (board === null) throw new AppError('board.not-found');
    return presentBoard(board, kstDayOf(this.clock.now()));
  }
}
