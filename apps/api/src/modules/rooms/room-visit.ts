import {
  type RoomAcknowledgements,
  type RoomEvents,
  type RoomRequests,
  roomRequests,
  transformBytes,
  transformEvent,
  type Welcome,
} from '@virtualcafe/contracts';
import type { Logger } from 'pino';
import { AppError } from '../../platform/errors/app-error.js';
import type { SpanStart, Tracer } from '../../platform/tracing/tracer.js';
import type { MapLinks } from '../meta-viewer/maps/map-links.js';
import type { RoomBroadcasts } from './room-broadcasts.js';
import type { RoomKeepingService } from './room-keeping.service.js';
import type { RoomTicker } from './room-ticker.js';
import type { Room } from './room.js';
import type { RoomSocket } from './room-socket.js';
import { SocketConnection } from './socket-connection.js';
import { type LimitVerdict, SocketLimits } from './socket-limits.js';
import { FastLane } from './transport/fast-lane.js';

type RequestName = keyof RoomRequests;
type Handlers = {
  [Name in RequestName]: (
    request: RoomRequests[Name],
    nowMs: number,
  ) => RoomAcknowledgements[Name] | Promise<RoomAcknowledgements[Name]>;
};

/** What a visit needs beside its room. */
export interface VisitServices {
  readonly keeping: RoomKeepingService;
  readonly mapLinks: MapLinks;
  readonly broadcasts: RoomBroadcasts;
  readonly ticker: RoomTicker;
  readonly logger: Logger;
  readonly tracer: Tracer;
}

const requestNames = Object.keys(roomRequests) as RequestName[];

/** How a trace names what somebody asks of a room. Movement is not traced: it comes many times a second. */
export const roomSpan = (event: string): SpanStart => ({ name: `room ${event}`, kind: 'server', attributes: {} });

/** One connection from its welcome to its end: takes what it sends, within the limits, to the room. */
export class RoomVisit {
  readonly connection: SocketConnection;
  private readonly limits = new SocketLimits(Date.now());
  private readonly key: string;
  private room: Room | undefined;
  /** The participant's number, once they are in. */
  private id = 0;

  constructor(
    private readonly socket: RoomSocket,
    private readonly services: VisitServices,
    onUnknownWebSocket: () => void,
  ) {
    this.key = socket.data.admission.sub;
    const lane = new FastLane(socket.conn, {
      messageBytes: transformBytes,
      onMessage: (bytes) => this.move(bytes),
      onUnknown: onUnknownWebSocket,
    });
    this.connection = new SocketConnection(socket, lane);
    socket.use(([event, ...given], next) => {
      // Unknown events are counted as well; whoever listens to none of them hears nothing.
      if (event === transformEvent || this.pass(this.limits.request(Date.now()))) next();
      else answer(given.at(-1), new AppError('rate.limited', { retryAfterSeconds: 1 }));
    });
    socket.on(transformEvent, (bytes) => {
      if (bytes instanceof Uint8Array && bytes.byteLength === transformBytes) this.move(bytes);
      else this.pass(this.limits.refuse(Date.now()));
    });
    for (const name of requestNames)
      socket.on(name, (request, acknowledge) => void this.handle(name, request, acknowledge));
    socket.on('disconnect', (reason) => this.end(reason));
  }

  begin(room: Room, welcome: Welcome): void {
    this.room = room;
    this.id = welcome.self.id;
    this.connection.emit('welcome', welcome);
    this.services.broadcasts.join(this.socket, room.address);
    room.sendSnapshot(this.key);
    // Gone while the room was being opened.
    if (!this.socket.connected) this.end('transport close');
  }

  refuse(error: unknown): void {
    if (!(error instanceof AppError)) this.services.logger.error({ err: error }, 'Entering a room failed');
    const { code, message } = error instanceof AppError ? error : new AppError('internal');
    this.connection.close({ code, detail: message });
  }

  private readonly handlers: Handlers = {
    chat: async ({ text, nonce }, nowMs) => ({
      ok: true,
      sequence: await this.entered.say(this.key, text, nonce, nowMs),
    }),
    avatar: (avatar) => {
      this.entered.dress(this.key, avatar);
      return { ok: true };
    },
    respawn: (_, nowMs) => {
      this.entered.respawn(this.key, nowMs);
      return { ok: true };
    },
    maps: async () => ({
      ok: true,
      maps: await this.services.mapLinks.forVisitor(this.entered.address.code, this.key),
    }),
    moderate: async (moderation, nowMs) => {
      await this.services.keeping.moderate(this.socket.data.admission, this.entered, moderation, nowMs);
      return { ok: true };
    },
    report: async (report) => {
      await this.services.keeping.report(this.socket.data.admission, this.entered, report);
      return { ok: true };
    },
  };

  /** @throws AppError `room.not-entered` before the welcome. */
  private get entered(): Room {
    if (this.room === undefined) throw new AppError('room.not-entered');
    return this.room;
  }

  private move(bytes: Uint8Array): void {
    const nowMs = Date.now();
    const { room } = this;
    if (!this.pass(this.limits.transform(nowMs)) || room === undefined) return;
    if (room.move(this.id, bytes, nowMs) === 'expelled')
      this.putOut({ code: 'room.expelled', detail: 'You have moved as nobody can' });
    this.services.ticker.catchUp(room, nowMs);
  }

  private async handle(name: RequestName, given: unknown, acknowledge: unknown): Promise<void> {
    try {
      const request = roomRequests[name].request.safeParse(given);
      if (!request.success) throw new AppError('request.invalid');
      // The handler of a name takes what its schema has read.
      const handler = this.handlers[name] as (request: unknown, nowMs: number) => object | Promise<object>;
      const work = async () => handler(request.data, Date.now());
      answer(acknowledge, await this.services.tracer.trace(roomSpan(name), work));
    } catch (error) {
      if (!(error instanceof AppError)) this.services.logger.error({ err: error }, 'A request in a room failed');
      answer(acknowledge, error instanceof AppError ? error : new AppError('internal'));
    }
  }

  /** Whether to go on with what came. */
  private pass(verdict: LimitVerdict): boolean {
    if (verdict === 'warned') this.connection.emit('warning', { code: 'rate.limited', detail: 'You send too much' });
    if (verdict === 'closed') this.putOut({ code: 'rate.limited', detail: 'You have sent too much' });
    return verdict === 'taken';
  }

  /** Ends the visit: no place is kept. */
  private putOut(notice: RoomEvents['closing']): void {
    this.room?.leave(this.key, this.connection, Date.now());
    this.room = undefined;
    this.connection.close(notice);
  }

  private end(reason: string): void {
    const { room } = this;
    if (room === undefined) return;
    this.room = undefined;
    // Said by the client itself; anything else may be the network, and they come back.
    if (reason === 'client namespace disconnect') room.leave(this.key, this.connection, Date.now());
    else room.lose(this.key, this.connection, Date.now());
  }
}

/** Answers a request, if it wants an answer. */
function answer(acknowledge: unknown, result: object): void {
  if (typeof acknowledge !== 'function') return;
  if (!(result instanceof AppError)) {
    acknowledge(result);
    return;
  }
  const { code, message, retryAfterSeconds } = result;
  acknowledge({
    ok: false,
    code,
    detail: message,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterMs: retryAfterSeconds * 1000 }),
  });
}
