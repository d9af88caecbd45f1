import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CreateRegionRequest,
  createRegionRequest,
  id as idSchema,
  type ManagedRegion,
  managedRegion,
  type ManagedRegionTree,
  managedRegionTree,
  type RegionTree,
  regionTree,
  type UpdateRegionRequest,
  updateRegionRequest,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { regionTreeTag } from '../cafes/cafe-cache-tags.js';
import { RegionsService } from './regions.service.js';

@ApiTags('regions')
@Controller('api/v1/regions')
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Get()
  @Public()
  @PublicCache({ ttlSeconds: 600, tags: () => [regionTreeTag] })
  @Returns({ id: 'listRegions', summary: 'All visible regions, parents before children', schema: regionTree })
  list(): Promise<RegionTree> {
    return this.regions.list();
  }

  @Get('managed')
  @Requires('region.manage')
  @Returns({ id: 'listManagedRegions', summary: 'All regions, also disabled ones', schema: managedRegionTree })
  listManaged(): Promise<ManagedRegionTree> {
    return this.regions.listManaged();
  }

  @Post()
  @Requires('region.create')
  @Returns({
    id: 'createRegion',
    summary: 'Adds a region to the tree',
    status: 201,
    schema: managedRegion,
    errors: ['region.name-taken', 'region.parent-unusable', 'region.type-not-allowed'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createRegionRequest }) request: CreateRegionRequest,
  ): Promise<ManagedRegion> {
    return this.regions.create(actor, request);
  }

  @Patch(':id')
  @Requires('region.update')
  @Returns({
    id: 'updateRegion',
    summary: 'Renames, moves with its subtree, disables or enables a region',
    schema: managedRegion,
    errors: [
      'region.not-found',
      'region.name-taken',
      'region.move-into-descendant',
      'region.parent-unusable',
      'region.type-not-allowed',
    ],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: updateRegionRequest }) request: UpdateRegionRequest,
  ): Promise<ManagedRegion> {
    return this.regions.update(actor, id, request);
  }
}
