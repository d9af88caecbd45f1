import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id,
  type ManagedUser,
  managedUser,
  managedUserPage,
  type Page,
  type UpdateUserRequest,
  updateUserRequest,
  type UserFigures,
  userFigures,
  type UserListQuery,
  userListQuery,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Requires('user.list')
  @Returns({ id: 'listUsers', summary: 'Users, newest first, searched and filtered', schema: managedUserPage })
  list(@Query({ schema: userListQuery }) query: UserListQuery): Promise<Page<ManagedUser>> {
    return this.users.list(query);
  }

  @Get('figures')
  @Requires('user.list')
  @Returns({ id: 'getUserFigures', summary: 'How many users there are and how many are new', schema: userFigures })
  figures(): Promise<UserFigures> {
    return this.users.figures();
  }

  @Get(':id')
  @Requires('user.read')
  @AnswersEditTag()
  @Returns({ id: 'getUser', summary: 'One user', schema: managedUser, errors: ['user.not-found'] })
  get(@Param('id', { schema: id }) userId: string): Promise<ManagedUser> {
    return this.users.get(userId);
  }

  @Patch(':id')
  @Requires('user.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateUser',
    summary: "Change a user's type, or disable and enable them",
    schema: managedUser,
    errors: ['user.not-found', 'user.last-admin', 'resource.stale', 'resource.if-match-required'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) userId: string,
    @IfMatch() version: Date,
    @Body({ schema: updateUserRequest }) changes: UpdateUserRequest,
  ): Promise<ManagedUser> {
    return this.users.update(actor, userId, version, changes);
  }
}
