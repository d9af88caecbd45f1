import { Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { MESSAGE_BUS, type MessageBus } from '../../platform/messages/message-bus.js';
import { RedisConnection } from '../../platform/redis/redis.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CafeFiguresModule } from '../cafe-figures/cafe-figures.module.js';
import { MetaViewerModule } from '../meta-viewer/meta-viewer.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { UsersModule } from '../users/users.module.js';
import { RoomBroadcasts } from './room-broadcasts.js';
import { RoomChanges } from './room-changes.js';
import { RoomDirectory } from './room-directory.js';
import { RoomKeepingService } from './room-keeping.service.js';
import { RoomMetrics } from './room-metrics.js';
import { RoomTicker } from './room-ticker.js';
import { RoomTickets } from './room-tickets.js';
import { roomsConfig, type RoomsConfig } from './rooms.config.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsGateway } from './rooms.gateway.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';
import { MemoryRoomSharing } from './shared/memory-room-sharing.js';
import { RedisRoomSharing } from './shared/redis-room-sharing.js';
import { ROOM_SHARING, type RoomSharing } from './shared/room-sharing.js';
import { MemoryUsedTickets, RedisUsedTickets, USED_TICKETS, type UsedTickets } from './used-tickets.js';

@Module({
  imports: [AuthModule, CafeFiguresModule, MetaViewerModule, ModerationModule, UsersModule],
  controllers: [RoomsController],
  providers: [
    RoomsService,
    RoomsGateway,
    RoomsRepository,
    RoomTicker,
    RoomMetrics,
    RoomTickets,
    RoomDirectory,
    RoomBroadcasts,
    RoomChanges,
    RoomKeepingService,
    {
      provide: ROOM_SHARING,
      inject: [RedisConnection, MESSAGE_BUS, RoomDirectory, roomsConfig.token, LOGGER],
      useFactory: (
        { client }: RedisConnection,
        bus: MessageBus,
        directory: RoomDirectory,
        { ROOM_CAPACITY: capacity }: RoomsConfig,
        logger: Logger,
      ): RoomSharing =>
        client === undefined
          ? new MemoryRoomSharing(directory, capacity)
          : new RedisRoomSharing(client, bus, capacity, logger),
    },
    {
      provide: USED_TICKETS,
      inject: [RedisConnection],
      useFactory: ({ client }: RedisConnection): UsedTickets =>
        client === undefined ? new MemoryUsedTickets() : new RedisUsedTickets(client),
    },
  ],
})
export class RoomsModule {}
