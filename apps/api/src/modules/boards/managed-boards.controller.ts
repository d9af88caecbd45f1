import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id as idSchema,
  type ManagedBoard,
  managedBoard,
  type ManagedBoardListQuery,
  managedBoardListQuery,
  type ManagedBoardPage,
  managedBoardPage,
} from '@virtualcafe/contracts';
import { type Actor, asUser, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { BoardsService } from './boards.service.js';

@ApiTags('managed boards')
@Controller('api/v1/me/boards')
export class ManagedBoardsController {
  constructor(private readonly boards: BoardsService) {}

  @Get()
  @Requires('board.manage')
  @Returns({
    id: 'listManagedBoards',
    summary: "One's own posts, moderators' everybody's, also hidden ones, newest first",
    schema: managedBoardPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: managedBoardListQuery }) query: ManagedBoardListQuery,
  ): Promise<ManagedBoardPage> {
    return this.boards.list(asUser(actor), query);
  }

  @Get(':id')
  @Requires('board.manage')
  @AnswersEditTag()
  @Returns({
    id: 'getManagedBoard',
    summary: 'A post as one edits it; its ETag is what an edit must name',
    schema: managedBoard,
    errors: ['board.not-found'],
  })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<ManagedBoard> {
    return this.boards.read(asUser(actor), id);
  }
}
