import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type RoomTicket,
  roomTicket,
  type RoomTicketRequest,
  roomTicketRequest,
  viewerCode,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { type Client, CurrentClient } from '../auth/client.decorator.js';
import { RoomsService } from './rooms.service.js';

@ApiTags('rooms')
@Controller('api/v1/viewers/:code/tickets')
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  @Post()
  @Public({ recognizesUsers: true })
  @Returns({
    id: 'issueRoomTicket',
    summary: 'A ticket for one connection to an open room, good for 60 s',
    schema: roomTicket,
    status: 201,
    errors: ['viewer.not-found'],
  })
  issueTicket(
    @CurrentActor() actor: Actor,
    @CurrentClient() client: Client,
    @Param('code', { schema: viewerCode }) code: string,
    @Body({ schema: roomTicketRequest }) request: RoomTicketRequest,
  ): Promise<RoomTicket> {
    return this.rooms.issueTicket(actor, client, code, request);
  }
}
