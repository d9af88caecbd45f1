import {
  decodeFrame,
  encodeTransform,
  type Participant,
  roomParser,
  type RoomAcknowledgements,
  type RoomEvents,
  type RoomHandshake,
  type RoomRequests,
  type RoomTicket,
  type Transform,
  transformEvent,
  type Welcome,
} from '@virtualcafe/contracts';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import type { TestApp } from './app.js';
import { eventually } from './eventually.js';

export interface RoomClientOptions {
  readonly token?: string;
  readonly nickname?: string;
  readonly with?: string;
  readonly transports?: readonly ('websocket' | 'polling')[];
}

/** Asks for a ticket to a room. */
export async function takeTicket(app: TestApp, code: string, options: RoomClientOptions = {}): Promise<RoomTicket> {
  const { token, nickname, with: companion } = options;
  const body = {
    ...(nickname === undefined ? {} : { nickname }),
    ...(companion === undefined ? {} : { with: companion }),
  };
  const response = await app.call<RoomTicket>('POST', `/api/v1/viewers/${code}/tickets`, { token, body });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body;
}

/** Somebody in a room, with what they know of it. */
export class RoomClient {
  readonly socket: Socket;
  welcome: Welcome | undefined;
  readonly roster = new Map<number, Participant>();
  readonly seen = new Map<number, Transform>();
  readonly messages: RoomEvents['chat'][] = [];
  readonly told: [string, unknown][] = [];
  fullFrames = 0;

  constructor(origin: string, handshake: RoomHandshake, transports: readonly string[] = ['websocket']) {
    this.socket = io(origin, {
      auth: handshake,
      transports: [...transports],
      parser: roomParser,
      reconnection: false,
      forceNew: true,
    });
    this.socket.on('welcome', (welcome: Welcome) => {
      this.welcome = welcome;
      for (const participant of welcome.roster) this.roster.set(participant.id, participant);
      this.messages.push(...welcome.chat.messages);
    });
    this.socket.on('roster', ({ joined, left, changed }: RoomEvents['roster']) => {
      for (const id of left) this.roster.delete(id);
      for (const participant of [...joined, ...changed]) this.roster.set(participant.id, participant);
    });
    this.socket.on('chat', (message: RoomEvents['chat']) => this.messages.push(message));
    this.socket.on(transformEvent, (bytes: Uint8Array) => this.take(bytes));
    for (const event of ['corrected', 'warning', 'closing', 'moving', 'changed', 'connect_error', 'disconnect'])
      this.socket.on(event, (payload: unknown) => this.told.push([event, payload]));
  }

  get self(): Participant {
    if (this.welcome === undefined) throw new Error('Not yet welcomed');
    return this.welcome.self;
  }

  move(transform: Partial<Transform>): void {
    const still: Transform = { x: 0, y: 0, z: 0, yaw: 0, animation: 0, flags: 0, clock: 0 };
    this.socket.emit(transformEvent, encodeTransform({ ...still, ...transform }, this.welcome?.scale ?? 1));
  }

  ask<Name extends keyof RoomRequests>(name: Name, request: RoomRequests[Name]): Promise<RoomAcknowledgements[Name]> {
    return this.socket.emitWithAck(name, request) as Promise<RoomAcknowledgements[Name]>;
  }

  /** What it was told by this event, in order. */
  heard(event: string): unknown[] {
    return this.told.filter(([name]) => name === event).map(([, payload]) => payload);
  }

  /** Breaks the connection off as a network does. */
  breakOff(): void {
    this.socket.io.engine.close();
  }

  private take(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes, this.welcome?.scale ?? 1);
    if (frame.kind === 'left') {
      for (const id of frame.ids) this.seen.delete(id);
      return;
    }
    if (frame.kind === 'full') {
      this.fullFrames += 1;
      this.seen.clear();
    }
    for (const { id, transform } of frame.entries) this.seen.set(id, transform);
  }
}

/** Enters a room and waits to be welcomed and to have seen everybody once. */
export async function enterRoom(app: TestApp, code: string, options: RoomClientOptions = {}): Promise<RoomClient> {
  const { ticket } = await takeTicket(app, code, options);
  return enterWith(app, { ticket }, options.transports);
}

/** The same with a handshake of one's own. */
export async function enterWith(
  app: TestApp,
  handshake: RoomHandshake,
  transports?: readonly string[],
): Promise<RoomClient> {
  const client = new RoomClient(app.url, handshake, transports);
  await eventually(() =>
    expect([client.welcome !== undefined, client.fullFrames], JSON.stringify(client.told)).toEqual([true, 1]),
  );
  return client;
}
