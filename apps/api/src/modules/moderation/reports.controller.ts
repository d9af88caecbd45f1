import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type HandleReportRequest,
  handleReportRequest,
  id,
  type ModerationReport,
  moderationReport,
  type ModerationReportListQuery,
  moderationReportListQuery,
  type ModerationReportPage,
  moderationReportPage,
} from '@virtualcafe/contracts';
import { type Actor, asUser, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { ReportsService } from './reports.service.js';

@ApiTags('moderation')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Requires('report.list')
  @Returns({
    id: 'listReports',
    summary: 'Complaints: open ones oldest first, others newest first',
    schema: moderationReportPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: moderationReportListQuery }) query: ModerationReportListQuery,
  ): Promise<ModerationReportPage> {
    return this.reports.list(asUser(actor), query);
  }

  @Post(':id/handle')
  @Requires('report.handle')
  @Returns({
    id: 'handleReport',
    summary: 'Say what became of a complaint, once, and hide what it is about',
    schema: moderationReport,
    errors: ['report.not-found', 'report.handled-already', 'report.about-oneself', 'report.target-not-hideable'],
  })
  handle(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) reportId: string,
    @Body({ schema: handleReportRequest }) request: HandleReportRequest,
  ): Promise<ModerationReport> {
    return this.reports.handle(asUser(actor), reportId, request);
  }
}
