import { Module } from '@nestjs/common';
import { RedisConnection } from '../../platform/redis/redis.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { MetaViewerModule } from '../meta-viewer/meta-viewer.module.js';
import { UsersModule } from '../users/users.module.js';
import { RoomTicker } from './room-ticker.js';
import { RoomTickets } from './room-tickets.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsGateway } from './rooms.gateway.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';
import { MemoryUsedTickets, RedisUsedTickets, USED_TICKETS, type UsedTickets } from './used-tickets.js';

@Module({
  imports: [AuthModule, MetaViewerModule, UsersModule],
  controllers: [RoomsController],
  providers: [
    RoomsService,
    RoomsGateway,
    RoomsRepository,
    RoomTicker,
    RoomTickets,
    {
      provide: USED_TICKETS,
      inject: [RedisConnection],
      useFactory: ({ client }: RedisConnection): UsedTickets =>
        client === undefined ? new MemoryUsedTickets() : new RedisUsedTickets(client),
    },
  ],
})
export class RoomsModule {}
