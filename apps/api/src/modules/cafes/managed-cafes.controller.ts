import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  cafeCode,
  type ManagedCafe,
  managedCafe,
  type ManagedCafeListQuery,
  managedCafeListQuery,
  type ManagedCafePage,
  managedCafePage,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { CafesService } from './cafes.service.js';

@ApiTags('managed cafés')
@Controller('api/v1/me/cafes')
export class ManagedCafesController {
  constructor(private readonly cafes: CafesService) {}

  @Get()
  @Requires('cafe.manage')
  @Returns({
    id: 'listManagedCafes',
    summary: 'The cafés one may manage, also disabled ones, newest first',
    schema: managedCafePage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: managedCafeListQuery }) query: ManagedCafeListQuery,
  ): Promise<ManagedCafePage> {
    return this.cafes.list(actor, query);
  }

  @Get(':code')
  @Requires('cafe.manage')
  @AnswersEditTag()
  @Returns({
    id: 'getManagedCafe',
    summary: 'A café with what only its keepers see; its ETag is what an edit must name',
    schema: managedCafe,
    errors: ['cafe.not-found'],
  })
  read(@CurrentActor() actor: Actor, @Param('code', { schema: cafeCode }) code: string): Promise<ManagedCafe> {
    return this.cafes.read(actor, code);
  }
}
