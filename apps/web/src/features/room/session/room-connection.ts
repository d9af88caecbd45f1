import {
  encodeTransform,
  type Frame,
  decodeFrame,
  type RoomAcknowledgements,
  type RoomEvents,
  type RoomHandshake,
  roomParser,
  type RoomRequests,
  roomsPath,
  type Transform,
  transformEvent,
} from '@virtualcafe/contracts';
import { io, type Socket } from 'socket.io-client';

/** A server that accepts and says nothing more is given up after this long. */
const welcomeWithinMs = 15_000;
const answerWithinMs = 8_000;

/** What comes in while the connection is open. */
export interface ConnectionEvents {
  readonly onWelcome: (welcome: RoomEvents['welcome']) => void;
  /** `atMs` of `performance.now()`. */
  readonly onFrame: (frame: Frame, atMs: number) => void;
  readonly onRoster: (change: RoomEvents['roster']) => void;
  readonly onChat: (message: RoomEvents['chat']) => void;
  readonly onCorrected: (place: RoomEvents['corrected']) => void;
  readonly onTick: (tickMs: number) => void;
  readonly onWarning: (notice: RoomEvents['warning']) => void;
  readonly onChanged: (change: RoomEvents['changed']) => void;
}

/** How a connection ended: never welcomed, or lost; with what the server said of it. */
export interface ConnectionEnd {
  readonly wasWelcomed: boolean;
  /** The code of its refusal, or of its `closing`. */
  readonly code: string | null;
  readonly movingWithinMs: number | null;
}

export type Acknowledged<Name extends keyof RoomRequests> = RoomAcknowledgements[Name];

/** One connection to a room, from its beginning to its end; another is another object. */
export class RoomConnection {
  /** Never rejects. */
  readonly ended: Promise<ConnectionEnd>;
  /** Resolves when the room has let one in; with false when it ended before. */
  readonly welcomed: Promise<boolean>;
  private readonly socket: Socket;
  private scale = 1;
  private code: string | null = null;
  private movingWithinMs: number | null = null;
  private isWelcomed = false;

  constructor(room: string, handshake: RoomHandshake, events: ConnectionEvents) {
    this.socket = io(location.origin, {
      path: roomsPath,
      parser: roomParser,
      auth: handshake,
      // The room's name alone: so that a balancer can keep a room on one process. Secrets stay out of addresses.
      query: { room },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      // When to come back, and with what, is the session's business.
      reconnection: false,
      forceNew: true,
      timeout: welcomeWithinMs,
    });
    this.listen(events);
    const patience = setTimeout(() => this.breakOff(), welcomeWithinMs);
    this.welcomed = new Promise((resolve) => {
      this.socket.once('welcome', () => resolve(true));
      this.socket.once('connect_error', () => resolve(false));
      this.socket.once('disconnect', () => resolve(false));
    });
    void this.welcomed.then(() => clearTimeout(patience));
    this.ended = new Promise((resolve) => {
      const end = (): void => resolve(this.end());
      this.socket.once('connect_error', (error: Error & { data?: { code?: string } }) => {
        this.code = error.data?.code ?? null;
        this.socket.disconnect();
        end();
      });
      this.socket.once('disconnect', end);
    });
  }

  get isOpen(): boolean {
    return this.isWelcomed && this.socket.connected;
  }

  /** Where one is; dropped while the connection is not there. */
  move(transform: Transform): void {
    if (this.isOpen) this.socket.emit(transformEvent, encodeTransform(transform, this.scale));
  }

  /** Never rejects: without an answer it is refused with `network.unreachable`. */
  async ask<Name extends keyof RoomRequests>(name: Name, request: RoomRequests[Name]): Promise<Acknowledged<Name>> {
    const unanswered = { ok: false as const, code: 'network.unreachable', detail: 'The room did not answer' };
    if (!this.isOpen) return unanswered;
    try {
      return (await this.socket.timeout(answerWithinMs).emitWithAck(name, request)) as Acknowledged<Name>;
    } catch {
      // The time is over, or the connection is: both say the same to whoever asked.
      return unanswered;
    }
  }

  /** Gives the place up. */
  leave(): void {
    this.socket.disconnect();
  }

  /** Ends the connection and keeps the place. */
  breakOff(): void {
    this.socket.io.engine?.close();
  }

  private listen(events: ConnectionEvents): void {
    const { socket } = this;
    socket.on('welcome', (welcome: RoomEvents['welcome']) => {
      this.isWelcomed = true;
      this.scale = welcome.scale;
      events.onWelcome(welcome);
    });
    socket.on(transformEvent, (bytes: Uint8Array) => events.onFrame(decodeFrame(bytes, this.scale), performance.now()));
    socket.on('roster', events.onRoster);
    socket.on('chat', events.onChat);
    socket.on('corrected', events.onCorrected);
    socket.on('tick', ({ tickMs }: RoomEvents['tick']) => events.onTick(tickMs));
    socket.on('warning', events.onWarning);
    socket.on('changed', events.onChanged);
    socket.on('closing', ({ code }: RoomEvents['closing']) => {
      this.code = code;
    });
    socket.on('moving', ({ withinMs }: RoomEvents['moving']) => {
      this.movingWithinMs = withinMs;
    });
  }

  private end(): ConnectionEnd {
    return { wasWelcomed: this.isWelcomed, code: this.code, movingWithinMs: this.movingWithinMs };
  }
}
