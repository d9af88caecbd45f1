import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RoomHandshake, RoomTicket, RoomTicketRequest, Welcome } from '@virtualcafe/contracts';
import { defaultInterest, type InterestSettings, WordFilter } from '@virtualcafe/world';
import type { Actor } from '../../access/actor.js';
import { AppError } from '../../platform/errors/app-error.js';
import { addressKey } from '../../platform/rate-limit/rate-limit.hook.js';
import { AuthKeys } from '../auth/auth-keys.js';
import type { Client } from '../auth/client.decorator.js';
import { PublicViewersService } from '../meta-viewer/public-viewers.service.js';
import { UserAccountsService } from '../users/user-accounts.service.js';
import { allowedWords, unwantedWords } from './chat-words.js';
import { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';
import { RoomDirectory } from './room-directory.js';
import { guestName, newParticipantKey, roleIn } from './room.rules.js';
import { RoomTicker } from './room-ticker.js';
import { type Admission, RoomTickets } from './room-tickets.js';
import { roomsConfig, type RoomsConfig } from './rooms.config.js';
import { RoomsRepository } from './rooms.repository.js';

/** Lets people into rooms, and opens and drops these. */
@Injectable()
export class RoomsService {
  private readonly directory: RoomDirectory;
  private readonly words = new WordFilter(unwantedWords, allowedWords);
  private readonly interest: InterestSettings;

  constructor(
    @Inject(roomsConfig.token) private readonly config: RoomsConfig,
    private readonly rooms: RoomsRepository,
    private readonly viewers: PublicViewersService,
    private readonly accounts: UserAccountsService,
    private readonly tickets: RoomTickets,
    private readonly ticker: RoomTicker,
    private readonly keys: AuthKeys,
  ) {
    this.directory = new RoomDirectory(config.ROOM_CAPACITY);
    this.interest = { ...defaultInterest, aboveCount: config.ROOM_WATCH_ALL_UP_TO };
  }

  /** @throws AppError `viewer.not-found`. */
  async issueTicket(actor: Actor, client: Client, code: string, request: RoomTicketRequest): Promise<RoomTicket> {
    const userId = actor.kind === 'user' ? actor.userId : null;
    const entry = await this.rooms.findEntry(code, userId);
    if (entry === null) throw new AppError('viewer.not-found');
    const key = newParticipantKey();
    const account = userId === null ? null : await this.accounts.findById(userId);
    const nickname = account?.nickname ?? this.words.mask(request.nickname ?? guestName(key));
    const shard = this.directory.reserve(code, key, request.with, Date.now());
    const counted = [this.hidden(`address ${addressKey(client.address)}`)];
    if (userId !== null) counted.push(this.hidden(`user ${userId}`));
    const admission: Admission = { room: code, shard, sub: key, nickname, role: roleIn(actor, entry.isOwner), counted };
    return { ticket: await this.tickets.issue(admission), shard, capacity: this.config.ROOM_CAPACITY };
  }

  /** @throws AppError `room.ticket-invalid`, also for the resume token of a place that is not kept any more. */
  async admit({ ticket, resumeToken = '' }: RoomHandshake): Promise<Admission> {
    if (ticket !== undefined) return this.tickets.redeem(ticket);
    const admission = await this.tickets.resume(resumeToken);
    if (this.directory.find(admission.room, admission.shard)?.has(admission.sub) !== true)
      throw new AppError('room.ticket-invalid', { detail: 'Your place is not kept any more' });
    return admission;
  }

  /** @throws AppError `viewer.not-found` when the room was closed meanwhile. */
  async enter(
    admission: Admission,
    connection: RoomConnection,
    since: number,
  ): Promise<{ room: Room; welcome: Welcome }> {
    const { room: code, shard, sub: key, nickname, role } = admission;
    const { worldData } = await this.viewers.read(code);
    const resumeToken = await this.tickets.issueResume(admission);
    const room = this.directory.open(code, shard, key, () => this.open(code, shard, worldData));
    const welcome = room.enter({ key, nickname, role }, connection, since, Date.now());
    return { room, welcome: { ...welcome, tickMs: this.ticker.tickMs, resumeToken } };
  }

  dropAbandoned(): void {
    for (const room of this.directory.dropAbandoned(Date.now())) this.ticker.stop(room);
  }

  /** Tells everybody that the server stops, and to come back within `withinMs`. */
  announceMove(withinMs: number): void {
    for (const room of this.directory.rooms()) room.emitToAll('moving', { withinMs });
  }

  private open(code: string, shard: number, world: Welcome['world']): Room {
    const room = new Room({ code, shard, world, words: this.words, interest: this.interest });
    this.ticker.start(room);
    return room;
  }

  /** What is counted and compared, and tells nobody anything. */
  private hidden(text: string): string {
    return createHmac('sha256', this.keys.clientAddress).update(`room ${text}`).digest('base64url').slice(0, 22);
  }
}
