import { Controller, Get, HttpStatus, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { id, type MapFileQuery, mapFileQuery, viewerCode } from '@virtualcafe/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../../access/actor.js';
import { Public } from '../../../access/requires.decorator.js';
import { Returns } from '../../../platform/http/returns.decorator.js';
import { MapFileAnswers } from './map-file-answers.js';

const glb = { 'model/gltf-binary': { schema: { type: 'string', format: 'binary' } } };

@ApiTags('maps of rooms')
@Controller('api/v1/viewers/:code/map-files')
export class MapFilesController {
  constructor(private readonly answers: MapFileAnswers) {}

  @Get(':fileId')
  @Public({ recognizesUsers: true })
  @ApiProduces('model/gltf-binary')
  @Returns({
    id: 'getMapFile',
    summary: 'A file of a map: by a link as a ticket gives it, or as a keeper of the room; ranges are answered',
    status: 200,
    errors: ['map.link-invalid', 'map.link-expired', 'map.not-found', 'request.range-not-satisfiable'],
  })
  @ApiResponse({ status: HttpStatus.OK, description: 'The whole file', content: glb })
  @ApiResponse({ status: HttpStatus.PARTIAL_CONTENT, description: 'The part that was asked for', content: glb })
  get(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: viewerCode }) code: string,
    @Param('fileId', { schema: id }) fileId: string,
    @Query({ schema: mapFileQuery }) query: MapFileQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.answers.answer({ actor, code, fileId, query }, request, reply);
  }
}
