import { setTimeout as delay } from 'node:timers/promises';
import {
  type ChatMessage,
  decodeFrame,
  encodeTransform,
  type Participant,
  type RoomAcknowledgements,
  type RoomEvents,
  type RoomHandshake,
  roomParser,
  roomsPath,
  type RoomTicket,
  transformEvent,
  type Welcome,
} from '@virtualcafe/contracts';
import { io, type Socket } from 'socket.io-client';
import { agentFor } from './https-agent.js';
import { HttpsClient } from './https-client.js';
import type { Stack } from './stack.js';

export interface PlayerPlace {
  readonly stack: Stack;
  readonly rootCertificate: string;
  /** From where they come. */
  readonly address: string;
  readonly room: string;
  readonly name: string;
}

const moveEveryMs = 500;
const answerWithinMs = 3000;

/** Somebody in a room who moves and talks, and comes back by themselves after each loss, as the web app does. */
export class RoomPlayer {
  readonly roster = new Map<number, Participant>();
  readonly messages = new Map<number, ChatMessage>();
  /** What was said twice, out of turn, or is gone. */
  readonly faults: string[] = [];
  /** Each time they came back: when, and how long after the loss. */
  readonly returns: { readonly at: number; readonly afterMs: number }[] = [];
  /** When each of the others was last seen moving. */
  readonly seenMovingAt = new Map<number, number>();
  said = 0;
  private welcome: Welcome | undefined;
  private socket: Socket | undefined;
  private lostAt: number | null = null;
  private newest = 0;
  private hasLeft = false;
  private readonly steps = setInterval(() => this.step(), moveEveryMs);
  private stepCount = 0;

  constructor(private readonly place: PlayerPlace) {}

  /** Takes a ticket and waits to be let in. */
  async enter(): Promise<void> {
    const { stack, rootCertificate, address, room, name } = this.place;
    const client = new HttpsClient(stack.place, rootCertificate, { address, connections: 1 });
    const body = JSON.stringify({ nickname: name });
    const { status, text } = await client.call('POST', `/api/v1/viewers/${room}/tickets`, { body });
    client.close();
    if (status !== 201) throw new Error(`A ticket was answered with ${status}: ${text}`);
    const { ticket } = JSON.parse(text) as RoomTicket;
    this.connect({ ticket }, 0);
    while (this.welcome === undefined) {
      if (this.faults.length > 0) throw new Error(this.faults.join('\n'));
      await delay(20);
    }
  }

  get isIn(): boolean {
    return this.socket?.connected === true && this.lostAt === null;
  }

  get ownId(): number {
    return this.welcome?.self.id ?? 0;
  }

  /** Says their name and how many they have said before; again and again with one nonce until it is heard. */
  async speak(): Promise<void> {
    this.said += 1;
    const message = { text: `${this.place.name} ${this.said}`, nonce: `${this.place.name}-${this.said}` };
    while (!this.hasLeft) {
      if (await this.isHeard(message)) return;
      await delay(200);
    }
  }

  leave(): void {
    this.hasLeft = true;
    clearInterval(this.steps);
    this.socket?.disconnect();
  }

  private async isHeard(message: { text: string; nonce: string }): Promise<boolean> {
    if (!this.isIn || this.socket === undefined) return false;
    try {
      const answer = (await this.socket
        .timeout(answerWithinMs)
        .emitWithAck('chat', message)) as RoomAcknowledgements['chat'];
      // Without Redis, or too fast: both say to try again.
      if (!answer.ok && !['service.unavailable', 'rate.limited'].includes(answer.code)) this.faults.push(answer.code);
      return answer.ok;
    } catch {
      // The connection went before the answer came.
      return false;
    }
  }

  private connect(handshake: RoomHandshake, attempt: number): void {
    const { stack, rootCertificate, address, room } = this.place;
    let movingWithinMs = 200;
    const socket = io(stack.origin, {
      path: roomsPath,
      parser: roomParser,
      auth: handshake,
      query: { room },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { 'x-forwarded-for': address },
      // Its types know browsers only; in Node it is passed on to what opens the connection.
      agent: agentFor(rootCertificate, 1) as unknown as string,
    });
    this.socket = socket;
    socket.on('welcome', (welcome: Welcome) => this.begin(welcome));
    socket.on('roster', ({ joined, left, changed }: RoomEvents['roster']) => {
      for (const id of left) this.roster.delete(id);
      for (const participant of [...joined, ...changed]) this.roster.set(participant.id, participant);
    });
    socket.on('chat', (message: ChatMessage) => this.hear(message));
    socket.on(transformEvent, (bytes: Uint8Array) => this.see(bytes));
    socket.on('moving', ({ withinMs }: RoomEvents['moving']) => (movingWithinMs = withinMs));
    socket.on('closing', ({ code }: RoomEvents['closing']) => this.faults.push(`closing: ${code}`));
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      if (code !== undefined && code !== 'service.unavailable') this.faults.push(`connect_error: ${code}`);
      else void this.comeBack(Math.min(15_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2), attempt + 1);
    });
    socket.on('disconnect', () => {
      this.lostAt ??= performance.now();
      void this.comeBack(Math.random() * movingWithinMs, 0);
    });
  }

  private async comeBack(afterMs: number, attempt: number): Promise<void> {
    if (this.hasLeft) return;
    await delay(afterMs);
    const resumeToken = this.welcome?.resumeToken;
    if (resumeToken === undefined) this.faults.push('It was lost before it was let in');
    else if (!this.hasLeft) this.connect({ resumeToken, since: this.newest }, attempt);
  }

  private begin(welcome: Welcome): void {
    const at = performance.now();
    if (this.lostAt !== null) this.returns.push({ at, afterMs: at - this.lostAt });
    this.lostAt = null;
    const isBack = this.welcome !== undefined;
    if (isBack && welcome.self.id !== this.ownId) this.faults.push(`Number ${this.ownId} became ${welcome.self.id}`);
    this.welcome = welcome;
    this.roster.clear();
    for (const participant of welcome.roster) this.roster.set(participant.id, participant);
    // Whoever has heard nothing yet misses nothing.
    if (this.newest !== 0 && !welcome.chat.isComplete) this.faults.push('Some of the talk is gone');
    for (const message of welcome.chat.messages) this.hear(message);
  }

  private hear(message: ChatMessage): void {
    const { sequence } = message;
    if (this.messages.has(sequence)) this.faults.push(`Message ${sequence} came twice`);
    if (this.newest !== 0 && sequence !== this.newest + 1)
      this.faults.push(`Message ${sequence} came after ${this.newest}`);
    this.newest = sequence;
    this.messages.set(sequence, message);
  }

  private see(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes, this.welcome?.scale ?? 1);
    if (frame.kind !== 'delta') return;
    for (const { id } of frame.entries) this.seenMovingAt.set(id, performance.now());
  }

  /** A little to and fro, as slow as anybody may go. */
  private step(): void {
    if (!this.isIn || this.welcome === undefined) return;
    this.stepCount += 1;
    const x = this.stepCount % 2 === 0 ? 0.2 : -0.2;
    const clock = Math.round(performance.now() * 4) % 65_536;
    const transform = { x, y: 0, z: 0, yaw: 0, animation: 0, flags: 0, clock };
    this.socket?.emit(transformEvent, encodeTransform(transform, this.welcome.scale));
  }
}
