import { Controller, Delete, Get, Head, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader, ApiTags } from '@nestjs/swagger';
import { id, type MapUpload, mapUpload } from '@virtualcafe/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../../access/actor.js';
import { Requires } from '../../../access/requires.decorator.js';
import { Returns } from '../../../platform/http/returns.decorator.js';
import { Limited, TakesUploadPart } from '../../../platform/http/route-config.js';
import { MapUploadsService } from './map-uploads.service.js';
import { TusAnswers } from './tus-answers.js';

const version = { name: 'Tus-Resumable', required: true, description: '1.0.0' };

@ApiTags('maps of rooms')
@Controller('api/v1/map-uploads')
export class MapUploadsController {
  constructor(
    private readonly tus: TusAnswers,
    private readonly uploads: MapUploadsService,
  ) {}

  @Post()
  @Requires('viewer.update')
  @Limited('upload')
  @TakesUploadPart()
  @ApiHeader(version)
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'Bytes, at most 500 MB' })
  @ApiHeader({ name: 'Upload-Metadata', required: true, description: 'viewer, type (RENDER, COLLIDER), filename: tus' })
  @Returns({
    id: 'createMapUpload',
    summary: 'Begins a resumable upload (tus 1.0.0) of a map; Location says where its parts go',
    status: 201,
    errors: ['viewer.not-found', 'map-upload.invalid', 'map-upload.too-large', 'map-upload.no-space'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.tus.create(actor, request, reply);
  }

  // Before GET, which would answer HEAD too.
  @Head(':id')
  @Requires('viewer.update')
  @ApiExcludeEndpoint()
  tell(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) uploadId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.tus.tell(actor, uploadId, reply);
  }

  @Get(':id')
  @Requires('viewer.update')
  @Returns({
    id: 'getMapUpload',
    summary: 'An upload of your own: how far it is, and which map it has become; HEAD tells the same as tus does',
    schema: mapUpload,
    errors: ['map-upload.not-found'],
  })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: id }) uploadId: string): Promise<MapUpload> {
    return this.uploads.read(actor, uploadId);
  }

  @Patch(':id')
  @Requires('viewer.update')
  @TakesUploadPart()
  @ApiHeader(version)
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'Where in the file this part begins' })
  @Returns({
    id: 'sendMapUploadPart',
    summary: 'The next part of an upload, as application/offset+octet-stream; Upload-Map-Id comes with the last one',
    errors: [
      'map-upload.not-found',
      'map-upload.invalid',
      'map-upload.offset-differs',
      'map-upload.too-large',
      'map-upload.over',
      'map-upload.no-space',
    ],
  })
  append(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) uploadId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.tus.append(actor, uploadId, request, reply);
  }

  @Delete(':id')
  @Requires('viewer.update')
  @ApiHeader(version)
  @Returns({
    id: 'cancelMapUpload',
    summary: 'Ends an upload that is not complete',
    errors: ['map-upload.not-found', 'map-upload.over'],
  })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) uploadId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.tus.cancel(actor, uploadId, reply);
  }
}
