import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ManagedViewer,
  managedViewer,
  viewerCode,
  type ViewerListQuery,
  viewerListQuery,
  type ViewerPage,
  viewerPage,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { ViewersService } from './viewers.service.js';

@ApiTags('managed rooms')
@Controller('api/v1/me/viewers')
export class ManagedViewersController {
  constructor(private readonly viewers: ViewersService) {}

  @Get()
  @Requires('viewer.manage')
  @Returns({
    id: 'listManagedViewers',
    summary: 'The rooms of the cafés one may manage, also closed ones, newest first',
    schema: viewerPage,
  })
  list(@CurrentActor() actor: Actor, @Query({ schema: viewerListQuery }) query: ViewerListQuery): Promise<ViewerPage> {
    return this.viewers.list(actor, query);
  }

  @Get(':code')
  @Requires('viewer.manage')
  @AnswersEditTag()
  @Returns({
    id: 'getManagedViewer',
    summary: 'A room with all its maps; its ETag is what an edit must name',
    schema: managedViewer,
    errors: ['viewer.not-found'],
  })
  read(@CurrentActor() actor: Actor, @Param('code', { schema: viewerCode }) code: string): Promise<ManagedViewer> {
    return this.viewers.read(actor, code);
  }
}
