import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type BanListQuery, banListQuery, type BanPage, banPage, viewerCode } from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { BansService } from './bans.service.js';

@ApiTags('moderation')
@Controller('api/v1/viewers/:code/bans')
export class ViewerBansController {
  constructor(private readonly bans: BansService) {}

  @Get()
  @Requires('viewer.list-bans')
  @Returns({
    id: 'listViewerBans',
    summary: 'The bans of one room, for those who keep order in it, newest first',
    schema: banPage,
    errors: ['viewer.not-found'],
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: viewerCode }) code: string,
    @Query({ schema: banListQuery }) query: BanListQuery,
  ): Promise<BanPage> {
    return this.bans.listOfRoom(actor, code, query);
  }
}
