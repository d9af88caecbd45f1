import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  cafeCode,
  type CafeFigures,
  cafeFigures,
  type CafeFiguresQuery,
  cafeFiguresQuery,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { CafeFiguresService } from './cafe-figures.service.js';
import { VisitsService } from './visits.service.js';

@ApiTags('figures')
@Controller('api/v1')
export class CafeFiguresController {
  constructor(
    private readonly figures: CafeFiguresService,
    private readonly visits: VisitsService,
  ) {}

  @Get('me/cafes/:code/figures')
  @Requires('cafe.read-figures')
  @Returns({
    id: 'getCafeFigures',
    summary: "Visits of a café's page and rooms and wishes for its products, day by day in Korea",
    schema: cafeFigures,
    errors: ['cafe.not-found'],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: cafeCode }) code: string,
    @Query({ schema: cafeFiguresQuery }) query: CafeFiguresQuery,
  ): Promise<CafeFigures> {
    return this.figures.read(actor, code, query);
  }

  @Post('cafes/:code/visits')
  @Public()
  @Returns({
    id: 'countCafeVisit',
    summary:
      "Says that a café's page was opened; counted where there is such a café, and nothing is kept of who it was",
  })
  countVisit(@Param('code', { schema: cafeCode }) code: string): void {
    this.visits.countPage(code);
  }
}
