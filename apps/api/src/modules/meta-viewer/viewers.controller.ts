import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CreateViewerRequest,
  createViewerRequest,
  type ManagedViewer,
  managedViewer,
  type UpdateViewerRequest,
  updateViewerRequest,
  type Viewer,
  viewer,
  viewerCode,
  type ViewerListQuery,
  viewerListQuery,
  type ViewerPage,
  viewerPage,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { PublicViewersService } from './public-viewers.service.js';
import { viewerPageTags } from './viewer-cache-tags.js';
import { ViewersService } from './viewers.service.js';

@ApiTags('rooms')
@Controller('api/v1/viewers')
export class ViewersController {
  constructor(
    private readonly publicViewers: PublicViewersService,
    private readonly viewers: ViewersService,
  ) {}

  @Get()
  @Requires('viewer.list')
  @Returns({
    id: 'listViewers',
    summary: 'The rooms of all cafés, or of those an API key is limited to, also closed ones, newest first',
    schema: viewerPage,
  })
  list(@CurrentActor() actor: Actor, @Query({ schema: viewerListQuery }) query: ViewerListQuery): Promise<ViewerPage> {
    return this.viewers.list(actor, query);
  }

  @Get(':code')
  @Public()
  @PublicCache({ ttlSeconds: 300, tags: ({ code = '' }) => viewerPageTags(code) })
  @Returns({ id: 'getViewer', summary: 'An open room', schema: viewer, errors: ['viewer.not-found'] })
  read(@Param('code', { schema: viewerCode }) code: string): Promise<Viewer> {
    return this.publicViewers.read(code);
  }

  @Post()
  @Requires('viewer.create')
  @AnswersEditTag()
  @Returns({
    id: 'createViewer',
    summary: 'Creates a room of a café; it opens with its first pair of maps',
    status: 201,
    schema: managedViewer,
    errors: ['viewer.code-taken', 'viewer.cafe-unusable', 'viewer.image-unusable'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createViewerRequest }) request: CreateViewerRequest,
  ): Promise<ManagedViewer> {
    return this.viewers.create(actor, request);
  }

  @Patch(':code')
  @Requires('viewer.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateViewer',
    summary: 'Changes a room as it was read',
    schema: managedViewer,
    errors: ['viewer.not-found', 'viewer.image-unusable', 'resource.stale', 'resource.if-match-required'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: viewerCode }) code: string,
    @IfMatch() version: Date,
    @Body({ schema: updateViewerRequest }) request: UpdateViewerRequest,
  ): Promise<ManagedViewer> {
    return this.viewers.update(actor, code, version, request);
  }
}
