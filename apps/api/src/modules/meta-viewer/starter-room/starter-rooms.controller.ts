import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ManagedViewer,
  managedViewer,
  type StarterRoomRequest,
  starterRoomRequest,
  viewerCode,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../../access/actor.js';
import { Requires } from '../../../access/requires.decorator.js';
import { AnswersEditTag } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.decorator.js';
import { StarterRoomsService } from './starter-rooms.service.js';

@ApiTags('rooms')
@Controller('api/v1/viewers')
export class StarterRoomsController {
  constructor(private readonly starterRooms: StarterRoomsService) {}

  @Post(':code/starter-room')
  @Requires('viewer.update')
  @AnswersEditTag()
  @Returns({
    id: 'orderStarterRoom',
    summary:
      'Has a furnished room made by a form; its maps are answered as PROCESSING and open the room when they are done',
    status: 202,
    schema: managedViewer,
    errors: ['viewer.not-found', 'viewer.image-unusable', 'starter-room.in-progress'],
  })
  order(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: viewerCode }) code: string,
    @Body({ schema: starterRoomRequest }) request: StarterRoomRequest,
  ): Promise<ManagedViewer> {
    return this.starterRooms.order(actor, code, request);
  }
}
