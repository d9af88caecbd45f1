import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CreateReplyRequest,
  createReplyRequest,
  id as idSchema,
  type ManagedReply,
  managedReply,
  type ReplyList,
  replyList,
  type ReplyListQuery,
  replyListQuery,
  type UpdateReplyRequest,
  updateReplyRequest,
} from '@virtualcafe/contracts';
import { type Actor, asUser, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { userNamesTag } from '../users/user-cache-tags.js';
import { boardPageTag, boardRepliesTag } from './board-cache-tags.js';
import { RepliesService } from './replies.service.js';

@ApiTags('boards')
@Controller('api/v1/boards/:id/replies')
export class RepliesController {
  constructor(private readonly replies: RepliesService) {}

  @Get()
  @Public()
  @PublicCache({ ttlSeconds: 300, tags: ({ id = '' }) => [boardRepliesTag(id), boardPageTag(id), userNamesTag] })
  @Returns({
    id: 'listReplies',
    summary: 'The replies to a post in the order of threads, each followed by its answers',
    schema: replyList,
    errors: ['board.not-found'],
  })
  list(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: replyListQuery }) query: ReplyListQuery,
  ): Promise<ReplyList> {
    return this.replies.list(id, query);
  }

  @Post()
  @Requires('reply.create')
  @Returns({
    id: 'createReply',
    summary: 'Replies to a post, or to another reply to it',
    status: 201,
    schema: managedReply,
    errors: [
      'board.not-found',
      'board.banned',
      'board.replies-closed',
      'reply.parent-unusable',
      'reply.too-deep',
      'rate.limited',
    ],
  })
  create(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: createReplyRequest }) request: CreateReplyRequest,
  ): Promise<ManagedReply> {
    return this.replies.create(asUser(actor), id, request);
  }

  @Get(':replyId')
  @Requires('reply.manage')
  @Returns({
    id: 'getManagedReply',
    summary: 'A reply as its writer and moderators see it',
    schema: managedReply,
    errors: ['reply.not-found'],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('replyId', { schema: idSchema }) replyId: string,
  ): Promise<ManagedReply> {
    return this.replies.read(asUser(actor), id, replyId);
  }

  @Patch(':replyId')
  @Requires('reply.update')
  @Returns({
    id: 'updateReply',
    summary: 'Changes the text of a reply of your own, or hides one as a moderator',
    schema: managedReply,
    errors: ['reply.not-found', 'access.denied', 'board.banned'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('replyId', { schema: idSchema }) replyId: string,
    @Body({ schema: updateReplyRequest }) request: UpdateReplyRequest,
  ): Promise<ManagedReply> {
    return this.replies.update(asUser(actor), id, replyId, request);
  }

  @Delete(':replyId')
  @Requires('reply.delete')
  @Returns({
    id: 'deleteReply',
    summary: 'Deletes a reply; one with answers leaves its place',
    errors: ['reply.not-found'],
  })
  delete(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('replyId', { schema: idSchema }) replyId: string,
  ): Promise<void> {
    return this.replies.delete(asUser(actor), id, replyId);
  }
}
