import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Cafe,
  cafe,
  cafeCode,
  type CafeImageSet,
  cafeImageSet,
  type CafeListQuery,
  cafeListQuery,
  type CafePage,
  cafePage,
  type CreateCafeRequest,
  createCafeRequest,
  type ManagedCafe,
  managedCafe,
  type ReplaceCafeImagesRequest,
  replaceCafeImagesRequest,
  type ReplaceCafeOwnersRequest,
  replaceCafeOwnersRequest,
  type ReplaceVirtualLinksRequest,
  replaceVirtualLinksRequest,
  type UpdateCafeRequest,
  updateCafeRequest,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { cafeListTag, cafePageTag } from './cafe-cache-tags.js';
import { CafeSetsService } from './cafe-sets.service.js';
import { CafesService } from './cafes.service.js';
import { PublicCafesService } from './public-cafes.service.js';

@ApiTags('cafés')
@Controller('api/v1/cafes')
export class CafesController {
  constructor(
    private readonly publicCafes: PublicCafesService,
    private readonly cafes: CafesService,
    private readonly sets: CafeSetsService,
  ) {}

  @Get()
  @Public()
  @PublicCache({ ttlSeconds: 60, tags: () => [cafeListTag] })
  @Returns({ id: 'listCafes', summary: 'Searches cafés, or lists the newest', schema: cafePage })
  list(@Query({ schema: cafeListQuery }) query: CafeListQuery): Promise<CafePage> {
    return this.publicCafes.list(query);
  }

  @Get(':code')
  @Public()
  @PublicCache({ ttlSeconds: 300, tags: ({ code = '' }) => [cafePageTag(code)] })
  @Returns({ id: 'getCafe', summary: "A café's page", schema: cafe, errors: ['cafe.not-found'] })
  read(@Param('code', { schema: cafeCode }) code: string): Promise<Cafe> {
    return this.publicCafes.read(code);
  }

  @Post()
  @Requires('cafe.create')
  @AnswersEditTag()
  @Returns({
    id: 'createCafe',
    summary: 'Creates a café; a BUSINESS user becomes its owner',
    status: 201,
    schema: managedCafe,
    errors: ['cafe.code-taken', 'cafe.region-unusable'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createCafeRequest }) request: CreateCafeRequest,
  ): Promise<ManagedCafe> {
    return this.cafes.create(actor, request);
  }

  @Patch(':code')
  @Requires('cafe.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateCafe',
    summary: 'Changes a café as it was read',
    schema: managedCafe,
    errors: ['cafe.not-found', 'cafe.region-unusable', 'resource.stale', 'resource.if-match-required'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: cafeCode }) code: string,
    @IfMatch() version: Date,
    @Body({ schema: updateCafeRequest }) request: UpdateCafeRequest,
  ): Promise<ManagedCafe> {
    return this.cafes.update(actor, code, version, request);
  }

  @Put(':code/images/:set')
  @Requires('cafe.update-images')
  @AnswersEditTag()
  @Returns({
    id: 'replaceCafeImages',
    summary: 'Replaces one set of images and its order',
    schema: managedCafe,
    errors: ['cafe.not-found', 'cafe.image-unusable'],
  })
  replaceImages(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: cafeCode }) code: string,
    @Param('set', { schema: cafeImageSet }) set: CafeImageSet,
    @Body({ schema: replaceCafeImagesRequest }) request: ReplaceCafeImagesRequest,
  ): Promise<ManagedCafe> {
    return this.sets.replaceImages(actor, code, set, request);
  }

  @Put(':code/virtual-links')
  @Requires('cafe.update-links')
  @AnswersEditTag()
  @Returns({
    id: 'replaceCafeVirtualLinks',
    summary: 'Replaces the virtual links and their order',
    schema: managedCafe,
    errors: ['cafe.not-found', 'cafe.image-unusable', 'cafe.link-type-repeated'],
  })
  replaceLinks(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: cafeCode }) code: string,
    @Body({ schema: replaceVirtualLinksRequest }) request: ReplaceVirtualLinksRequest,
  ): Promise<ManagedCafe> {
    return this.sets.replaceLinks(actor, code, request);
  }

  @Put(':code/owners')
  @Requires('cafe.update-owners')
  @AnswersEditTag()
  @Returns({
    id: 'replaceCafeOwners',
    summary: 'Replaces the owners',
    schema: managedCafe,
    errors: ['cafe.not-found', 'cafe.owner-unusable'],
  })
  replaceOwners(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: cafeCode }) code: string,
    @Body({ schema: replaceCafeOwnersRequest }) request: ReplaceCafeOwnersRequest,
  ): Promise<ManagedCafe> {
    return this.sets.replaceOwners(actor, code, request);
  }
}
