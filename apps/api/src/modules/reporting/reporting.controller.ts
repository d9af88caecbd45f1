import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FileReportRequest, fileReportRequest } from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { type Client, CurrentClient } from '../auth/client.decorator.js';
import { ReportingService } from './reporting.service.js';

@ApiTags('moderation')
@Controller('api/v1/reports')
export class ReportingController {
  constructor(private readonly reporting: ReportingService) {}

  @Post()
  @Public({ recognizesUsers: true })
  @Returns({
    id: 'fileReport',
    summary: 'Tell the moderators of a post, a reply, a person, a café or an image; once is enough',
    errors: ['report.target-unusable', 'moderation.oneself', 'rate.limited'],
  })
  file(
    @CurrentActor() actor: Actor,
    @CurrentClient() client: Client,
    @Body({ schema: fileReportRequest }) request: FileReportRequest,
  ): Promise<void> {
    return this.reporting.file(actor, client, request);
  }
}
