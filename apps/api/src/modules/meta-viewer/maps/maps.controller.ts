import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ActivateMapsRequest,
  activateMapsRequest,
  id,
  type ManagedViewer,
  managedViewer,
  viewerCode,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../../access/actor.js';
import { Requires } from '../../../access/requires.decorator.js';
import { AnswersEditTag } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.decorator.js';
import { MapVersionsService } from './map-versions.service.js';

@ApiTags('maps of rooms')
@Controller('api/v1/viewers/:code/maps')
export class MapsController {
  constructor(private readonly maps: MapVersionsService) {}

  @Post('activate')
  @Requires('viewer.update')
  @AnswersEditTag()
  @Returns({
    id: 'activateMaps',
    summary: 'Gives visitors this pair of maps from now on; an older pair to go back',
    status: 200,
    schema: managedViewer,
    errors: ['viewer.not-found', 'map.unusable'],
  })
  activate(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: viewerCode }) code: string,
    @Body({ schema: activateMapsRequest }) request: ActivateMapsRequest,
  ): Promise<ManagedViewer> {
    return this.maps.activate(actor, code, request);
  }

  @Delete(':mapId')
  @Requires('viewer.update')
  @Returns({
    id: 'deleteMap',
    summary: 'Deletes a version of a map that visitors do not see',
    errors: ['viewer.not-found', 'map.not-found', 'map.active', 'map.processing'],
  })
  delete(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: viewerCode }) code: string,
    @Param('mapId', { schema: id }) mapId: string,
  ): Promise<void> {
    return this.maps.delete(actor, code, mapId);
  }
}
