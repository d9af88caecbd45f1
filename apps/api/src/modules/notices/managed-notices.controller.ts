import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id as idSchema,
  type ManagedNotice,
  managedNotice,
  type ManagedNoticeListQuery,
  managedNoticeListQuery,
  type ManagedNoticePage,
  managedNoticePage,
} from '@virtualcafe/contracts';
import { Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { NoticesService } from './notices.service.js';

@ApiTags('managed notices')
@Controller('api/v1/me/notices')
export class ManagedNoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Requires('notice.manage')
  @Returns({
    id: 'listManagedNotices',
    summary: 'All notices, also hidden ones and those of other days',
    schema: managedNoticePage,
  })
  list(@Query({ schema: managedNoticeListQuery }) query: ManagedNoticeListQuery): Promise<ManagedNoticePage> {
    return this.notices.listManaged(query);
  }

  @Get(':id')
  @Requires('notice.manage')
  @AnswersEditTag()
  @Returns({
    id: 'getManagedNotice',
    summary: 'A notice as one edits it; its ETag is what an edit must name',
    schema: managedNotice,
    errors: ['notice.not-found'],
  })
  read(@Param('id', { schema: idSchema }) id: string): Promise<ManagedNotice> {
    return this.notices.readManaged(id);
  }
}
