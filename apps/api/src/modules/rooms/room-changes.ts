import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { z } from 'zod';
import { AppError } from '../../platform/errors/app-error.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { MESSAGE_BUS, type MessageBus, type Subscription } from '../../platform/messages/message-bus.js';
import { MapLinks } from '../meta-viewer/maps/map-links.js';
import { PublicViewersService } from '../meta-viewer/public-viewers.service.js';
import { viewerChangedChannel } from '../meta-viewer/viewer-changes.js';
import { banDetail, banImposedChannel, BansService } from '../moderation/bans.service.js';
import { RoomDirectory } from './room-directory.js';
import type { Resident } from './room-member.js';
import type { Room } from './room.js';

const viewerChange = z.object({ code: z.string() });
const banImposed = z.object({
  userId: z.string().nullable(),
  clientKey: z.string().nullable(),
  viewerCode: z.string().nullable(),
});

/** How soon people come in anew when their room cannot go on as it is. */
const comeBackWithinMs = 1000;

/** What happens to rooms from outside while people are in them: other maps, another world, a ban. */
@Injectable()
export class RoomChanges implements OnApplicationBootstrap, OnModuleDestroy {
  private subscriptions: Subscription[] = [];

  constructor(
    @Inject(MESSAGE_BUS) private readonly bus: MessageBus,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly directory: RoomDirectory,
    private readonly viewers: PublicViewersService,
    private readonly mapLinks: MapLinks,
    private readonly bans: BansService,
  ) {}

  onApplicationBootstrap(): void {
    this.subscriptions = [
      this.bus.subscribe(viewerChangedChannel, (message) => this.handle(message, (given) => this.changeRooms(given))),
      this.bus.subscribe(banImposedChannel, (message) => this.handle(message, (given) => this.putOut(given))),
    ];
  }

  onModuleDestroy(): void {
    for (const subscription of this.subscriptions) subscription.end();
  }

  private handle(message: Buffer, work: (given: unknown) => Promise<void> | void): void {
    void Promise.resolve()
      .then(() => work(JSON.parse(message.toString())))
      .catch((error: unknown) => this.logger.error({ err: error }, 'A change of a room could not be carried out'));
  }

  private async changeRooms(given: unknown): Promise<void> {
    const { code } = viewerChange.parse(given);
    const rooms = this.directory.rooms(code);
    if (rooms.length === 0) return;
    const viewer = await this.viewers.read(code).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'viewer.not-found') return null;
      throw error;
    });
    for (const room of rooms) {
      if (viewer === null) room.sendAway({ code: 'viewer.not-found', detail: 'The room was closed' }, Date.now());
      else if (room.changeWorld(viewer.worldData)) await this.tell(room);
      else room.moveOut(comeBackWithinMs, Date.now());
    }
  }

  private async tell(room: Room): Promise<void> {
    for (const member of room.membersHere()) {
      const maps = await this.mapLinks.forVisitor(room.address.code, member.participant.key);
      member.connection?.emit('changed', { maps, world: room.currentWorld });
    }
  }

  private async putOut(given: unknown): Promise<void> {
    const { userId, clientKey, viewerCode } = banImposed.parse(given);
    const mayBeMeant = (resident: Resident): boolean =>
      (userId !== null && resident.userId === userId) || (clientKey !== null && resident.clientKey === clientKey);
    for (const room of this.directory.rooms(viewerCode ?? undefined))
      for (const member of room.membersHere().filter(mayBeMeant)) await this.putOutIfBanned(room, member);
  }

  private async putOutIfBanned(room: Room, { userId, clientKey, participant: { key } }: Resident): Promise<void> {
    const ban = await this.bans.findActive({ userId, clientKey, viewerCode: room.address.code });
    if (ban === null) return;
    room.obey({ act: 'remove', key, code: 'room.banned', detail: banDetail(ban) }, Date.now());
  }
}
