import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Ban,
  ban,
  type BanListQuery,
  banListQuery,
  type BanPage,
  banPage,
  id,
  type ImposeBanRequest,
  imposeBanRequest,
} from '@virtualcafe/contracts';
import { type Actor, asUser, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { BansService } from './bans.service.js';

@ApiTags('moderation')
@Controller('api/v1/bans')
export class BansController {
  constructor(private readonly bans: BansService) {}

  @Get()
  @Requires('ban.list')
  @Returns({ id: 'listBans', summary: 'All bans, also of single rooms, newest first', schema: banPage })
  list(@Query({ schema: banListQuery }) query: BanListQuery): Promise<BanPage> {
    return this.bans.list(query);
  }

  @Post()
  @Requires('ban.impose')
  @Returns({
    id: 'imposeBan',
    summary: 'Ban a user, or whom a report is about, from the site or from all rooms',
    schema: ban,
    status: 201,
    errors: ['ban.target-unusable', 'moderation.oneself', 'moderation.outranked'],
  })
  impose(@CurrentActor() actor: Actor, @Body({ schema: imposeBanRequest }) request: ImposeBanRequest): Promise<Ban> {
    return this.bans.imposeOnSite(asUser(actor), request);
  }

  @Post(':id/lift')
  @Requires('ban.lift')
  @Returns({
    id: 'liftBan',
    summary: 'End a ban before its time; one that is over stays as it is',
    schema: ban,
    errors: ['ban.not-found', 'ban.imposed-above'],
  })
  lift(@CurrentActor() actor: Actor, @Param('id', { schema: id }) banId: string): Promise<Ban> {
    return this.bans.lift(asUser(actor), banId);
  }
}
