import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Board,
  board,
  type BoardListQuery,
  boardListQuery,
  type BoardPage,
  boardPage,
  type CreateBoardRequest,
  createBoardRequest,
  id as idSchema,
  type ManagedBoard,
  managedBoard,
  type UpdateBoardRequest,
  updateBoardRequest,
} from '@virtualcafe/contracts';
import { type Actor, asUser, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { cafeListTag } from '../cafes/cafe-cache-tags.js';
import { userNamesTag } from '../users/user-cache-tags.js';
import { boardListTag, boardPageTag, boardRepliesTag, eventDayTag } from './board-cache-tags.js';
import { BoardsService } from './boards.service.js';
import { PublicBoardsService } from './public-boards.service.js';

@ApiTags('boards')
@Controller('api/v1/boards')
export class BoardsController {
  constructor(
    private readonly publicBoards: PublicBoardsService,
    private readonly boards: BoardsService,
  ) {}

  @Get()
  @Public()
  @PublicCache({ ttlSeconds: 60, tags: () => [boardListTag, eventDayTag, cafeListTag, userNamesTag] })
  @Returns({ id: 'listBoards', summary: 'Posts that pass the filters, newest first', schema: boardPage })
  list(@Query({ schema: boardListQuery }) query: BoardListQuery): Promise<BoardPage> {
    return this.publicBoards.list(query);
  }

  @Get(':id')
  @Public()
  @PublicCache({
    ttlSeconds: 300,
    tags: ({ id = '' }) => [boardPageTag(id), boardRepliesTag(id), eventDayTag, cafeListTag, userNamesTag],
  })
  @Returns({ id: 'getBoard', summary: 'A post', schema: board, errors: ['board.not-found'] })
  read(@Param('id', { schema: idSchema }) id: string): Promise<Board> {
    return this.publicBoards.read(id);
  }

  @Post()
  @Requires('board.create')
  @AnswersEditTag()
  @Returns({
    id: 'createBoard',
    summary: 'Writes a post',
    status: 201,
    schema: managedBoard,
    errors: [
      'board.type-not-allowed',
      'board.banned',
      'board.cafe-unusable',
      'board.image-unusable',
      'board.thumbnail-unusable',
      'rate.limited',
    ],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createBoardRequest }) request: CreateBoardRequest,
  ): Promise<ManagedBoard> {
    return this.boards.create(asUser(actor), request);
  }

  @Patch(':id')
  @Requires('board.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateBoard',
    summary: 'Changes a post as it was read: by its writer, or a moderator',
    schema: managedBoard,
    errors: [
      'board.not-found',
      'board.blocked',
      'board.banned',
      'board.days-reversed',
      'board.cafe-unusable',
      'board.image-unusable',
      'board.thumbnail-unusable',
      'resource.stale',
      'resource.if-match-required',
    ],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: Date,
    @Body({ schema: updateBoardRequest }) request: UpdateBoardRequest,
  ): Promise<ManagedBoard> {
    return this.boards.update(asUser(actor), id, version, request);
  }

  @Delete(':id')
  @Requires('board.delete')
  @Returns({
    id: 'deleteBoard',
    summary: 'Deletes a post with its replies: by its writer, or a moderator',
    errors: ['board.not-found'],
  })
  delete(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.boards.delete(asUser(actor), id);
  }
}
