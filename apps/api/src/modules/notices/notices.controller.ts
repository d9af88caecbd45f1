import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CreateNoticeRequest,
  createNoticeRequest,
  id as idSchema,
  type ManagedNotice,
  managedNotice,
  type Notice,
  notice,
  type NoticeListQuery,
  noticeListQuery,
  type NoticePage,
  noticePage,
  type UpdateNoticeRequest,
  updateNoticeRequest,
} from '@virtualcafe/contracts';
import { type Actor, asUser, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { noticesTag } from './notice-cache-tags.js';
import { NoticesService } from './notices.service.js';

@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Public()
  @PublicCache({ ttlSeconds: 300, tags: () => [noticesTag] })
  @Returns({
    id: 'listNotices',
    summary: 'The notices of today, pinned ones first, then the newest',
    schema: noticePage,
  })
  list(@Query({ schema: noticeListQuery }) query: NoticeListQuery): Promise<NoticePage> {
    return this.notices.list(query);
  }

  @Get(':id')
  @Public()
  @PublicCache({ ttlSeconds: 300, tags: () => [noticesTag] })
  @Returns({ id: 'getNotice', summary: 'A notice of today', schema: notice, errors: ['notice.not-found'] })
  read(@Param('id', { schema: idSchema }) id: string): Promise<Notice> {
    return this.notices.read(id);
  }

  @Post()
  @Requires('notice.create')
  @AnswersEditTag()
  @Returns({ id: 'createNotice', summary: 'Writes a notice', status: 201, schema: managedNotice })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createNoticeRequest }) request: CreateNoticeRequest,
  ): Promise<ManagedNotice> {
    return this.notices.create(asUser(actor), request);
  }

  @Patch(':id')
  @Requires('notice.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateNotice',
    summary: 'Changes a notice as it was read',
    schema: managedNotice,
    errors: ['notice.not-found', 'notice.days-reversed', 'resource.stale', 'resource.if-match-required'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: Date,
    @Body({ schema: updateNoticeRequest }) request: UpdateNoticeRequest,
  ): Promise<ManagedNotice> {
    return this.notices.update(asUser(actor), id, version, request);
  }

  @Delete(':id')
  @Requires('notice.delete')
  @Returns({ id: 'deleteNotice', summary: 'Deletes a notice', errors: ['notice.not-found'] })
  delete(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.notices.delete(asUser(actor), id);
  }
}
