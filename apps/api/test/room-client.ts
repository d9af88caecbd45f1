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
import { eventually } from './eventually.js';

export interface RoomClientOptions {
  readonly token?: string;
  readonly nickname?: string;
  readonly with?: string;
  readonly transports?: readonly ('websocket' | 'polling')[];
  /** From where they come, as a trusted proxy would say. */
  readonly address?: string;
}

/** A server with rooms: the test's own, or a process of its own. */
export interface RoomServer {
  readonly url: string;
}

const headersOf = ({ address }: RoomClientOptions): Record<string, string> =>
  address === undefined ? {} : { 'x-forwarded-for': address };

/** Asks for a ticket to a room. */
export async function takeTicket(
  server: RoomServer,
  code: string,
  options: RoomClientOptions = {},
): Promise<RoomTicket> {
  const { token, nickname, with: companion } = options;
  const response = await fetch(`${server.url}/api/v1/viewers/${code}/tickets`, {
    method: 'POST',
    headers: {
      ...headersOf(options),
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ nickname, with: companion }),
  });
  const body = await response.text();
  expect(response.status, body).toBe(201);
  return JSON.parse(body) as RoomTicket;
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

  constructor(origin: string, handshake: RoomHandshake, options: RoomClientOptions = {}) {
    this.socket = io(origin, {
      auth: handshake,
      transports: [...(options.transports ?? ['websocket'])],
      extraHeaders: headersOf(options),
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
export async function enterRoom(
  server: RoomServer,
  code: string,
  options: RoomClientOptions = {},
): Promise<RoomClient> {
  const { ticket } = await takeTicket(server, code, options);
  return enterWith(server, { ticket }, options);
}

/** The same with a handshake of one's own. */
export async function enterWith(
  server: RoomServer,
  handshake: RoomHandshake,
  options: RoomClientOptions = {},
): Promise<RoomClient> {
  const client = new RoomClient(server.url, handshake, options);
  await eventually(() =>
    expect([client.welcome !== undefined, client.fullFrames], JSON.stringify(client.told)).toEqual([true, 1]),
  );
  return client;
}
