import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { roomHandshake, roomParser, roomsPath } from '@virtualcafe/contracts';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { AppError } from '../../platform/errors/app-error.js';
import { httpConfig, type HttpConfig } from '../../platform/http/http.config.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import type { Tracer } from '../../platform/tracing/tracer.js';
import { TRACER } from '../../platform/tracing/tracing.module.js';
import { allowedOriginsOf, isFromOurPages, requestOriginOf } from '../auth/same-origin.rules.js';
import { MapLinks } from '../meta-viewer/maps/map-links.js';
import { ConnectionCounts } from './connection-counts.js';
import { RoomBroadcasts } from './room-broadcasts.js';
import { RoomKeepingService } from './room-keeping.service.js';
import type { RoomSocket } from './room-socket.js';
import { RoomTicker } from './room-ticker.js';
import { roomSpan, RoomVisit, type VisitServices } from './room-visit.js';
import { RoomsService } from './rooms.service.js';

const largestMessageBytes = 64 * 1024;
/** Whoever has connected and shows no ticket is sent away. */
const showTicketWithinMs = 10_000;
const dropEveryMs = 10_000;
/** Clients come back at random moments within this time after the server has said that it stops. */
const moveWithinMs = 3000;

/** Where browsers come in: Socket.IO on the server's own port. */
@Injectable()
export class RoomsGateway implements VisitServices, OnApplicationBootstrap, OnModuleDestroy {
  private server: Server | undefined;
  private readonly counts = new ConnectionCounts();
  private readonly allowedOrigins: readonly string[];
  private sweep: NodeJS.Timeout | undefined;
  private hasWarned = false;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly rooms: RoomsService,
    readonly keeping: RoomKeepingService,
    readonly broadcasts: RoomBroadcasts,
    readonly mapLinks: MapLinks,
    readonly ticker: RoomTicker,
    @Inject(httpConfig.token) config: HttpConfig,
    @Inject(LOGGER) readonly logger: Logger,
    @Inject(TRACER) readonly tracer: Tracer,
  ) {
    this.allowedOrigins = allowedOriginsOf(config);
  }

  /** Open connections of this process, let in or not yet. */
  get connectionCount(): number {
    return this.server?.engine.clientsCount ?? 0;
  }

  onApplicationBootstrap(): void {
    const server = new Server(this.adapterHost.httpAdapter.getHttpServer() as HttpServer, {
      path: roomsPath,
      parser: roomParser,
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: largestMessageBytes,
      connectTimeout: showTicketWithinMs,
      cors: { origin: [...this.allowedOrigins], credentials: false },
      allowRequest: (request, answer) => answer(null, this.isAllowed(request)),
    });
    server.use((socket, next) => {
      this.tracer
        .trace(roomSpan('admit'), () => this.admit(socket as RoomSocket))
        .then(
          () => next(),
          (error: unknown) => next(this.refusal(error)),
        );
    });
    server.on('connection', (socket) => this.receive(socket as RoomSocket));
    this.sweep = setInterval(() => this.rooms.dropAbandoned(), dropEveryMs).unref();
    this.broadcasts.useServer(server);
    // What asked for the connection has been read, and is not to be kept for as long as it lasts.
    server.engine.on('connection', (connection: { request: unknown }) => {
      connection.request = null;
    });
    this.server = server;
  }

  onModuleDestroy(): void {
    clearInterval(this.sweep);
    this.rooms.leaveAll(moveWithinMs);
    this.server?.disconnectSockets(true);
    this.server?.engine.close();
  }

  private isAllowed({ headers }: IncomingMessage): boolean {
    return isFromOurPages(requestOriginOf(headers, headers.host ?? '', this.allowedOrigins));
  }

  /** Reads what a client shows before it is let in. */
  private async admit(socket: RoomSocket): Promise<void> {
    const handshake = roomHandshake.safeParse(socket.handshake.auth);
    if (!handshake.success) throw new AppError('room.ticket-invalid', { detail: 'Show a ticket or a resumeToken' });
    const admission = await this.rooms.admit(handshake.data);
    if (!this.counts.take(admission.counted)) throw new AppError('room.too-many-connections');
    // Gone while the ticket was looked at: its end has been told already.
    if (socket.conn.readyState === 'closed') this.counts.release(admission.counted);
    else socket.conn.once('close', () => this.counts.release(admission.counted));
    socket.data.admission = admission;
    socket.data.since = handshake.data.since ?? 0;
  }

  private receive(socket: RoomSocket): void {
    const visit = new RoomVisit(socket, this, () => this.warnOfUnknown());
    const { admission, since } = socket.data;
    const entering = this.tracer.trace(roomSpan('enter'), () => this.rooms.enter(admission, visit.connection, since));
    entering.then(
      ({ room, welcome }) => visit.begin(room, welcome),
      (error: unknown) => visit.refuse(error),
    );
  }

  private refusal(error: unknown): Error {
    if (!(error instanceof AppError)) this.logger.error({ err: error }, 'A connection to a room failed');
    const known = error instanceof AppError ? error : new AppError('internal');
    return Object.assign(new Error(known.message), { data: { code: known.code, detail: known.message } });
  }

  private warnOfUnknown(): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    this.logger.warn('This version of ws is not known: movement in rooms goes the slow way (decision 0013)');
  }
}
