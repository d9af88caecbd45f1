import { createConnection, type Socket } from 'node:net';
import { clientMessage } from './client-message.js';
import { monotonicMs, wireClock } from './clock.js';
import type { Dialect, Heard } from './dialects.js';
import { type MessageListener, MessageReader, opcodes } from './message-reader.js';
import { Walk } from './walk.js';

/** Where somebody plays and who they are to the server. */
export interface PlayerOrder {
  readonly room: string;
  /** Their address, as a trusted proxy tells it. */
  readonly address: string;
  readonly homeX: number;
  readonly homeZ: number;
  /** Where on the circle around their place they begin, in radians. */
  readonly startAngle: number;
}

/** Milliseconds from when a ticket was asked for. */
export interface JoinTimes {
  readonly ticketMs: number;
  readonly snapshotMs: number;
}

const textStartBytes = 512;
const binaryStartBytes = 2;
const headEnd = '\r\n\r\n';
// What all sockets read into: bytes are looked at before the next socket's come.
const readInto = Buffer.alloc(256 * 1024);

/** Counted over all players of this process. */
export interface Tally {
  bytes: number;
  moves: number;
  /** Movements not sent because the last one had not gone out. */
  stuck: number;
  corrected: number;
  warned: number;
}

export type WatchMessage = (opcode: number, payload: Buffer) => void;

/** Somebody in a room over a WebSocket written by hand: thousands of them fit on a core. */
export class Player implements MessageListener {
  id = 0;
  /** Why it is not in its room; undefined while it is, or may still get there. */
  fault: string | undefined;
  /** Gets whole messages; without it, only the first bytes of texts are looked at. */
  watch: WatchMessage | undefined;
  private readonly reader = new MessageReader(this);
  private readonly walk: Walk;
  private head: string | undefined = '';
  private socket: Socket | undefined;
  private ticket = '';
  private snapshotAtMs: number | undefined;
  private isLeaving = false;
  private settle: (() => void) | undefined;
  private sentAtMs = 0;

  constructor(
    readonly order: PlayerOrder,
    private readonly port: number,
    private readonly dialect: Dialect,
    private readonly tally: Tally,
  ) {
    this.walk = new Walk(order.homeX, order.homeZ, order.startAngle);
  }

  /**
   * Enters the room: ticket, connection, welcome, everybody's places.
   * @throws Error with what the server said.
   */
  async join(): Promise<JoinTimes> {
    const beganMs = monotonicMs();
    if (this.dialect.needsTicket) this.ticket = await this.takeTicket();
    const ticketMs = monotonicMs() - beganMs;
    await new Promise<void>((resolve) => {
      this.settle = resolve;
      this.connect();
    });
    if (this.fault !== undefined) throw new Error(`Not let into ${this.order.room}: ${this.fault}`);
    return { ticketMs, snapshotMs: (this.snapshotAtMs ?? Number.NaN) - beganMs };
  }

  /** Sends where they are now, a step farther than the last time. */
  send(): void {
    const { socket } = this;
    if (socket === undefined || this.fault !== undefined) return;
    if (socket.writableLength > 0) {
      this.tally.stuck += 1;
      return;
    }
    const nowMs = monotonicMs();
    // Whoever comes back from a rest does not make up for it.
    this.walk.step(Math.min(0.1, (nowMs - this.sentAtMs) / 1000));
    this.sentAtMs = nowMs;
    this.tally.moves += 1;
    socket.write(this.dialect.movement({ x: this.walk.x, z: this.walk.z, clock: wireClock() }));
  }

  /** Goes on purpose; ends when the connection is closed. */
  async leave(): Promise<void> {
    const { socket } = this;
    this.isLeaving = true;
    if (socket === undefined || socket.destroyed) return;
    const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
    if (this.dialect.farewell === null) socket.end();
    else socket.end(clientMessage(opcodes.text, Buffer.from(this.dialect.farewell)));
    setTimeout(() => socket.destroy(), 1000).unref();
    await closed;
  }

  wants(opcode: number, length: number): number {
    if (this.watch !== undefined) return length;
    return opcode === opcodes.text ? textStartBytes : binaryStartBytes;
  }

  message(opcode: number, start: Buffer): void {
    this.watch?.(opcode, start);
    if (this.snapshotAtMs === undefined && this.dialect.isSnapshot(opcode, start)) {
      this.snapshotAtMs = monotonicMs();
      this.settle?.();
    }
    if (opcode === opcodes.text) this.take(this.dialect.hear(start.toString('latin1', 0, textStartBytes), this.ticket));
    if (opcode === opcodes.close) this.fail('closed by the server');
  }

  private take(heard: Heard): void {
    if (heard.kind === 'answer') this.socket?.write(clientMessage(opcodes.text, Buffer.from(heard.text)));
    else if (heard.kind === 'welcomed') this.id = heard.id;
    else if (heard.kind === 'refused') this.fail(heard.why);
    else if (heard.kind === 'warned') this.tally.warned += 1;
    else if (heard.kind === 'corrected') this.tally.corrected += 1;
  }

  private async takeTicket(): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${this.port}/api/v1/viewers/${this.order.room}/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': this.order.address },
      body: '{}',
    });
    if (response.status !== 201) throw new Error(`No ticket: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { ticket: string }).ticket;
  }

  private connect(): void {
    const onread = {
      buffer: readInto,
      callback: (bytes: number) => {
        this.receive(readInto.subarray(0, bytes));
        return true;
      },
    };
    const socket = createConnection({ port: this.port, host: '127.0.0.1', noDelay: true, onread });
    socket.on('error', (error) => this.fail(error.message));
    socket.on('close', () => this.fail('the connection is gone'));
    socket.write(
      [
        `GET ${this.dialect.path(this.order.room)} HTTP/1.1`,
        `Host: 127.0.0.1:${this.port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        `X-Forwarded-For: ${this.order.address}`,
        headEnd.slice(2),
      ].join('\r\n'),
    );
    this.socket = socket;
  }

  private receive(bytes: Buffer): void {
    this.tally.bytes += bytes.length;
    if (this.head === undefined) this.reader.read(bytes);
    else this.takeHead(bytes);
  }

  private takeHead(bytes: Buffer): void {
    const before = this.head?.length ?? 0;
    this.head += bytes.toString('latin1');
    const end = this.head?.indexOf(headEnd) ?? -1;
    if (end < 0) return;
    if (this.head?.startsWith('HTTP/1.1 101') !== true) {
      this.fail(this.head ?? '');
      return;
    }
    this.head = undefined;
    this.reader.read(bytes.subarray(end + headEnd.length - before));
  }

  private fail(why: string): void {
    if (this.isLeaving) return;
    this.fault ??= why;
    this.socket?.destroy();
    this.settle?.();
  }
}
