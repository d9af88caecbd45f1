import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RoomHandshake, RoomTicket, RoomTicketRequest, Welcome, WorldData } from '@virtualcafe/contracts';
import { defaultInterest, type InterestSettings, WordFilter } from '@virtualcafe/world';
import type { Logger } from 'pino';
import type { Actor } from '../../access/actor.js';
import { AppError } from '../../platform/errors/app-error.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { addressKey } from '../../platform/rate-limit/rate-limit.hook.js';
import { AuthKeys } from '../auth/auth-keys.js';
import type { Client } from '../auth/client.decorator.js';
import { VisitsService } from '../cafe-figures/visits.service.js';
import { MapLinks } from '../meta-viewer/maps/map-links.js';
import { PublicViewersService } from '../meta-viewer/public-viewers.service.js';
import { type ActiveBan, banDetail, BansService } from '../moderation/bans.service.js';
import { UserAccountsService } from '../users/user-accounts.service.js';
import { allowedWords, unwantedWords } from './chat-words.js';
import { RoomBroadcasts } from './room-broadcasts.js';
import type { RoomConnection } from './room-connection.js';
import { RoomDirectory } from './room-directory.js';
import { RoomTicker } from './room-ticker.js';
import { type Admission, RoomTickets } from './room-tickets.js';
import { guestName, newParticipantKey, roleIn } from './room.rules.js';
import { Room } from './room.js';
import { roomsConfig, type RoomsConfig } from './rooms.config.js';
import { RoomsRepository } from './rooms.repository.js';
import { ROOM_SHARING, type RoomAddress, type RoomSharing } from './shared/room-sharing.js';

/** Lets people into rooms, and opens and drops these. */
@Injectable()
export class RoomsService {
  private readonly words = new WordFilter(unwantedWords, allowedWords);
  private readonly interest: InterestSettings;

  constructor(
    @Inject(roomsConfig.token) private readonly config: RoomsConfig,
    private readonly rooms: RoomsRepository,
    private readonly viewers: PublicViewersService,
    private readonly mapLinks: MapLinks,
    private readonly accounts: UserAccountsService,
    private readonly bans: BansService,
    private readonly tickets: RoomTickets,
    private readonly directory: RoomDirectory,
    private readonly broadcasts: RoomBroadcasts,
    private readonly ticker: RoomTicker,
    private readonly keys: AuthKeys,
    private readonly visits: VisitsService,
    @Inject(ROOM_SHARING) private readonly sharing: RoomSharing,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.interest = { ...defaultInterest, aboveCount: config.ROOM_WATCH_ALL_UP_TO };
  }

  /** @throws AppError `viewer.not-found`, `room.banned`, `service.unavailable`. */
  async issueTicket(actor: Actor, client: Client, code: string, request: RoomTicketRequest): Promise<RoomTicket> {
    const userId = actor.kind === 'user' ? actor.userId : null;
    const clientKey = this.hidden(`address ${addressKey(client.address)}`);
    const key = newParticipantKey();
    // All at once: whoever waits for a full room to answer waits once.
    const [entry, ban, account, maps] = await Promise.all([
      this.rooms.findEntry(code, userId),
      this.bans.findActive({ userId, clientKey, viewerCode: code }),
      userId === null ? null : this.accounts.findById(userId),
      this.mapLinks.forVisitor(code, key),
    ]);
    if (entry === null) throw new AppError('viewer.not-found');
    assertNotBanned(ban);
    const nickname = account?.nickname ?? this.words.mask(request.nickname ?? guestName(key));
    const shard = await this.sharing.reserve(code, key, request.with, Date.now());
    const counted: Admission['counted'] = [clientKey];
    if (userId !== null) counted.push(this.hidden(`user ${userId}`));
    const role = roleIn(actor, entry.isOwner);
    const ticket = await this.tickets.issue({ room: code, shard, sub: key, nickname, role, userId, counted });
    return { ticket, shard, capacity: this.config.ROOM_CAPACITY, maps };
  }

  /** @throws AppError `room.ticket-invalid`, also for the resume token of a place that is not kept any more, `room.banned`. */
  async admit({ ticket, resumeToken = '' }: RoomHandshake): Promise<Admission> {
    const admission = await (ticket === undefined ? this.tickets.resume(resumeToken) : this.tickets.redeem(ticket));
    const { room: code, shard, sub: key, userId, counted } = admission;
    assertNotBanned(await this.bans.findActive({ userId, clientKey: counted[0], viewerCode: code }));
    // Whoever returns to a place that was kept for them is still on the visit that was counted.
    if (ticket !== undefined) this.visits.countRoom(code);
    else if (!(await this.mayReturn({ code, shard }, key)))
      throw new AppError('room.ticket-invalid', { detail: 'Your place is not kept any more' });
    return admission;
  }

  /** @throws AppError `viewer.not-found` when the room was closed meanwhile, `service.unavailable`. */
  async enter(
    admission: Admission,
    connection: RoomConnection,
    since: number,
  ): Promise<{ room: Room; welcome: Welcome }> {
    const { room: code, shard, sub: key, nickname, role, userId, counted } = admission;
    const [resumeToken, room] = await Promise.all([
      this.tickets.issueResume(admission),
      this.openRoom({ code, shard }),
    ]);
    try {
      const entrant = { key, nickname, role, userId, clientKey: counted[0] };
      const welcome = await room.enter(entrant, connection, since, Date.now());
      return { room, welcome: { ...welcome, tickMs: this.ticker.tickMs, resumeToken } };
    } catch (error) {
      // A room that could not be opened is opened anew for the next.
      if (room.isAbandoned) this.drop(room);
      throw error;
    }
  }

  dropAbandoned(): void {
    for (const room of this.directory.rooms()) if (room.isAbandoned) this.drop(room);
  }

  /** Tells everybody that the server stops, and to come back within `withinMs`; other processes take them as they were. */
  leaveAll(withinMs: number): void {
    for (const room of this.directory.rooms()) {
      room.broadcast('moving', { withinMs });
      room.close(Date.now());
    }
  }

  private async mayReturn(address: RoomAddress, key: string): Promise<boolean> {
    const here = this.directory.find(address.code, address.shard);
    return here?.has(key) === true || (await this.sharing.isKept(address, key, Date.now()));
  }

  /** @throws AppError `viewer.not-found`. */
  private async openRoom({ code, shard }: RoomAddress): Promise<Room> {
    // An open room hears of it when it becomes another.
    const open = this.directory.find(code, shard);
    if (open !== undefined) return open;
    const { worldData } = await this.viewers.read(code);
    return this.directory.open(code, shard, () => this.makeRoom({ code, shard }, worldData));
  }

  private makeRoom(address: RoomAddress, world: WorldData): Room {
    const { words, interest, sharing, logger } = this;
    const broadcast = this.broadcasts.to(address);
    const room = new Room({ address, world, words, interest, sharing, broadcast, logger });
    this.ticker.start(room);
    return room;
  }

  private drop(room: Room): void {
    this.ticker.stop(room);
    room.close(Date.now());
    this.directory.drop(room);
  }

  /** What is counted and compared, and tells nobody anything. */
  private hidden(text: string): string {
    return createHmac('sha256', this.keys.clientAddress).update(`room ${text}`).digest('base64url').slice(0, 22);
  }
}

/** @throws AppError `room.banned`. */
function assertNotBanned(ban: ActiveBan | null): void {
  if (ban !== null) throw new AppError('room.banned', { detail: banDetail(ban) });
}
