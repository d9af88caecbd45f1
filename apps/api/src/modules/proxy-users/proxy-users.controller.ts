import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id as idSchema,
  type LinkCode,
  linkCode,
  type LinkProxyUserRequest,
  linkProxyUserRequest,
  type ManagedProxyUser,
  managedProxyUser,
  type ManagedProxyUserPage,
  managedProxyUserPage,
  memberId as memberIdSchema,
  type ProxyUser,
  proxyUser,
  type ProxyUserList,
  proxyUserList,
  type ProxyUserListQuery,
  proxyUserListQuery,
  type ProxyUserRequest,
  proxyUserRequest,
  type ProxyUserType,
  proxyUserType,
  type UpdateProxyUserRequest,
  updateProxyUserRequest,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { Limited } from '../../platform/http/route-config.js';
import { ProxyLinksService } from './proxy-links.service.js';
import { ProxyUsersService } from './proxy-users.service.js';

@ApiTags('outside players')
@Controller('api/v1')
export class ProxyUsersController {
  constructor(
    private readonly proxyUsers: ProxyUsersService,
    private readonly links: ProxyLinksService,
  ) {}

  @Get('proxy-users')
  @Requires('proxy-user.list')
  @Returns({ id: 'listProxyUsers', summary: 'Players of outside worlds, newest first', schema: managedProxyUserPage })
  list(@Query({ schema: proxyUserListQuery }) query: ProxyUserListQuery): Promise<ManagedProxyUserPage> {
    return this.proxyUsers.list(query);
  }

  @Get('proxy-users/:id')
  @Requires('proxy-user.list')
  @AnswersEditTag()
  @Returns({
    id: 'getProxyUser',
    summary: 'A player of an outside world; its ETag is what an edit must name',
    schema: managedProxyUser,
    errors: ['proxy-user.not-found'],
  })
  read(@Param('id', { schema: idSchema }) id: string): Promise<ManagedProxyUser> {
    return this.proxyUsers.read(id);
  }

  @Patch('proxy-users/:id')
  @Requires('proxy-user.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateProxyUser',
    summary: 'Disables or enables a player of an outside world',
    schema: managedProxyUser,
    errors: ['proxy-user.not-found', 'resource.stale', 'resource.if-match-required'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: Date,
    @Body({ schema: updateProxyUserRequest }) request: UpdateProxyUserRequest,
  ): Promise<ManagedProxyUser> {
    return this.proxyUsers.update(actor, id, version, request);
  }

  @Post('proxy-users/:type/:memberId/link-codes')
  @Requires('proxy-user.issue-link-code')
  @Returns({
    id: 'issueLinkCode',
    summary: 'A code that links a player to the account of whoever enters it, good once, for ten minutes',
    status: 201,
    schema: linkCode,
    errors: ['proxy-user.linked-already', 'proxy-user.disabled'],
  })
  issueCode(
    @CurrentActor() actor: Actor,
    @Param('type', { schema: proxyUserType }) type: ProxyUserType,
    @Param('memberId', { schema: memberIdSchema }) memberId: string,
    @Body({ schema: proxyUserRequest }) request: ProxyUserRequest,
  ): Promise<LinkCode> {
    return this.links.issueCode(actor, { type, memberId }, request);
  }

  @Get('me/proxy-users')
  @Requires('proxy-user.link')
  @Returns({
    id: 'listOwnProxyUsers',
    summary: 'The outside players that are linked to one, the latest first',
    schema: proxyUserList,
  })
  listOwn(@CurrentActor() actor: Actor): Promise<ProxyUserList> {
    return this.links.list(actor);
  }

  @Post('me/proxy-users')
  @Requires('proxy-user.link')
  @Limited('credentials')
  @Returns({
    id: 'linkProxyUser',
    summary: 'Links an outside player by the code that their world shows them',
    status: 201,
    schema: proxyUser,
    errors: ['proxy-user.link-code-invalid', 'proxy-user.disabled'],
  })
  link(
    @CurrentActor() actor: Actor,
    @Body({ schema: linkProxyUserRequest }) request: LinkProxyUserRequest,
  ): Promise<ProxyUser> {
    return this.links.link(actor, request);
  }

  @Delete('me/proxy-users/:id')
  @Requires('proxy-user.link')
  @Returns({ id: 'unlinkProxyUser', summary: 'Ends the link to an outside player', errors: ['proxy-user.not-found'] })
  unlink(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.links.unlink(actor, id);
  }
}
