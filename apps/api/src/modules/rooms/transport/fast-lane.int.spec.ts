import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { type RoomEvents, roomParser, transformEvent } from '@virtualcafe/contracts';
import { frameHeadroomBytes } from '@virtualcafe/world';
import { Server, type Socket } from 'socket.io';
import { io, type Socket as ClientSocket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../../test/eventually.js';
import { RosterMessage, TickMessage } from '../tick-message.js';
import { FastLane, isKnown } from './fast-lane.js';
import { frameInPlace } from './websocket-frame.js';

const update = Uint8Array.from({ length: 12 }, (_, index) => index * 20);

let http: HttpServer;
let server: Server;
const clients: ClientSocket[] = [];

beforeEach(async () => {
  http = createServer();
  server = new Server(http, { parser: roomParser, perMessageDeflate: false, serveClient: false });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await server.close();
});

function connect(transports: string[]): ClientSocket {
  const { port } = http.address() as AddressInfo;
  const client = io(`http://127.0.0.1:${port}`, {
    transports,
    parser: roomParser,
    reconnection: false,
    forceNew: true,
  });
  clients.push(client);
  return client;
}

/** As a world writes frames. */
function withHeadroom(payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(frameHeadroomBytes + payload.byteLength);
  bytes.set(payload, frameHeadroomBytes);
  return bytes.subarray(frameHeadroomBytes);
}

/** A message of the server's. */
const framed = (payload: Uint8Array): Buffer => frameInPlace(withHeadroom(payload));

/** A message as a client puts it on the wire; below 126 bytes. */
function maskedMessage(first: number, payload: Uint8Array): Buffer {
  const mask = [0x37, 0xfa, 0x21, 0x3d];
  return Buffer.from([
    first,
    0x80 | payload.byteLength,
    ...mask,
    ...payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)),
  ]);
}

/** A client with the server's end of it and what came there: by the fast lane, and by Socket.IO. */
async function meet(transports: string[]) {
  const came: { fast: number[][]; stock: number[][]; unknown: number } = { fast: [], stock: [], unknown: 0 };
  const arrived = new Promise<{ socket: Socket; lane: FastLane }>((resolve) => {
    server.once('connection', (socket) => {
      socket.on(transformEvent, (bytes: Uint8Array) => came.stock.push([...bytes]));
      const lane = new FastLane(socket.conn, {
        messageBytes: update.byteLength,
        onMessage: (bytes) => came.fast.push([...bytes]),
        onUnknown: () => (came.unknown += 1),
      });
      resolve({ socket, lane });
    });
  });
  const client = connect(transports);
  const heard: number[][] = [];
  client.on(transformEvent, (bytes: Uint8Array) => heard.push([...bytes]));
  return { client, heard, came, ...(await arrived) };
}

describe('movement', () => {
  it('goes by the fast lane over a WebSocket, both ways, and everything else as usual', async () => {
    const { client, heard, came, socket, lane } = await meet(['websocket']);
    expect(lane.isThere).toBe(true);
    client.emit(transformEvent, update);
    client.emit(transformEvent, new Uint8Array(13));
    socket.on('ask', (question: string, answer: (reply: string) => void) => answer(`${question}!`));
    expect(await client.emitWithAck('ask', '안녕')).toBe('안녕!');
    await eventually(() =>
      expect(came).toEqual({ fast: [[...update]], stock: [Array.from({ length: 13 }, () => 0)], unknown: 0 }),
    );

    const lengths = [1, 125, 126, 65_535, 65_536];
    for (const length of lengths) {
      await eventually(() => expect(lane.write(framed(new Uint8Array(length).fill(7)))).toBe(true));
      socket.emit('between', length);
      socket.emit('between', 'once more');
      // It would overtake the second of them.
      expect(lane.write(framed(update))).toBe(false);
    }
    await eventually(() => expect(heard.map((bytes) => bytes.length)).toEqual(lengths));
    expect(heard.flat().every((byte) => byte === 7)).toBe(true);
    expect(await client.emitWithAck('ask', '아직')).toBe('아직!');
  });

  it('is taken from where messages begin only, however they are cut up', async () => {
    const { client, came, socket } = await meet(['websocket']);
    const asked: string[] = [];
    socket.on('ask', (question: string) => asked.push(question));
    const moves = [1, 2, 3, 4, 5, 6].map((first) => Uint8Array.from(update).fill(first, 0, 1));
    const [one, two, three, four, five, six] = moves.map((move) => maskedMessage(0x82, move));
    const text = (question: string) => maskedMessage(0x81, Buffer.from(`42["ask","${question}"]`));
    const begun = maskedMessage(0x01, Buffer.from('42["ask",'));
    const ended = maskedMessage(0x80, Buffer.from('"in parts"]'));
    // Holds the bytes with which a movement begins.
    const disguised = text('삌삌삌');
    const bytes = Buffer.concat(
      [one, two, text('hello'), three, begun, ended, four, disguised, five, six].map((each) => each ?? Buffer.alloc(0)),
    );
    const { ws } = client.io.engine.transport as unknown as { ws: { _socket: NetSocket } };
    const told = async (count: number) => eventually(() => expect([...came.fast, ...came.stock]).toHaveLength(count));
    ws._socket.write(bytes);
    await told(6);
    expect(came.fast.map(([first]) => first)).toEqual([1, 2]);
    // Byte by byte, and again whole.
    for (const byte of bytes) {
      ws._socket.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await told(12);
    ws._socket.write(Buffer.concat([one ?? bytes, two ?? bytes]));
    await told(14);
    await eventually(() => expect(asked).toHaveLength(6));
    expect(asked.slice(0, 2)).toEqual(['hello', 'in parts']);
    expect([...came.fast, ...came.stock].every((move) => move.slice(1).join() === [...update].slice(1).join())).toBe(
      true,
    );
    expect(came.fast.slice(-2).map(([first]) => first)).toEqual([1, 2]);
    expect(socket.connected).toBe(true);
  });

  it('is not taken in the middle of a message that comes in parts', async () => {
    const { client, came, socket } = await meet(['websocket']);
    const { ws } = client.io.engine.transport as unknown as { ws: { _socket: NetSocket } };
    ws._socket.write(maskedMessage(0x01, Buffer.from('42["ask",')));
    ws._socket.write(maskedMessage(0x82, update));
    await eventually(() => expect(socket.connected).toBe(false));
    expect(came).toEqual({ fast: [], stock: [], unknown: 0 });
  });

  it('goes as Socket.IO’s own event over polling', async () => {
    const { client, heard, came, socket, lane } = await meet(['polling']);
    expect(lane.isThere).toBe(false);
    expect(lane.write(framed(update))).toBe(false);
    client.emit(transformEvent, update);
    socket.emit(transformEvent, update);
    await eventually(() => expect(came.stock).toEqual([[...update]]));
    await eventually(() => expect(heard).toEqual([[...update]]));
    expect(came.fast).toEqual([]);
  });

  it('changes over when a client comes by polling and goes on to a WebSocket', async () => {
    const { client, heard, came, lane } = await meet(['polling', 'websocket']);
    await eventually(() => expect(lane.isThere).toBe(true));
    await eventually(() => expect(client.io.engine.transport.name).toBe('websocket'));
    client.emit(transformEvent, update);
    await eventually(() => expect(came.fast).toEqual([[...update]]));
    expect(lane.write(framed(update))).toBe(true);
    await eventually(() => expect(heard).toEqual([[...update]]));
  });

  it('carries who comes and goes and several frames in one write, in this order, as Socket.IO’s own events', async () => {
    const { client, heard, lane } = await meet(['websocket']);
    const order: string[] = [];
    const told: unknown[] = [];
    client.on('roster', (news: unknown) => {
      order.push('roster');
      told.push(news);
    });
    client.on(transformEvent, () => order.push('frame'));
    const avatar = { look: 'cat', color: '#00ff00' } as const;
    const joined = [{ id: 1, key: 'k', nickname: '둘째 “손님”', role: 'VISITOR', avatar, isMuted: false }] as const;
    const news = { joined: [...joined], left: [7], changed: [] } as unknown as RoomEvents['roster'];
    const message = new TickMessage(new RosterMessage(news), withHeadroom(update), null, withHeadroom(update.slice(1)));
    await eventually(() => expect(lane.write(message.bytes)).toBe(true));
    await eventually(() => expect(order).toEqual(['roster', 'frame', 'frame']));
    expect(told).toEqual([news]);
    const bytes = [...update];
    expect(heard).toEqual([bytes, bytes.slice(1)]);
  });

  it('is no longer written once the connection is gone', async () => {
    const { client, lane, socket } = await meet(['websocket']);
    client.disconnect();
    await eventually(() => expect(socket.connected).toBe(false));
    await eventually(() => expect(lane.write(framed(update))).toBe(false));
  });
});

describe('a connection', () => {
  it.each<[string, string]>([
    ['an event with attachments', '51-["x",{"_placeholder":true,"num":0}]'],
    ['an acknowledgement with attachments', '61-1[{"_placeholder":true,"num":0}]'],
    ['an unknown type', '9["x"]'],
    ['text that is not JSON', '2["x"'],
  ])('that sends %s is closed, and others are not', async (_, text) => {
    const other = await meet(['websocket']);
    const { client, socket } = await meet(['websocket']);
    client.io.engine.write(text);
    await eventually(() => expect(socket.connected).toBe(false));
    expect(other.socket.connected).toBe(true);
  });
});

describe('a WebSocket', () => {
  it('is known only with the inside that we use', async () => {
    const { socket } = await meet(['websocket']);
    const { socket: websocket } = socket.conn.transport as unknown as { socket: Record<string, unknown> };
    expect(isKnown(websocket)).toBe(true);
    const without = (change: Record<string, unknown>) =>
      isKnown(
        Object.create(websocket, Object.fromEntries(Object.entries(change).map(([name, value]) => [name, { value }]))),
      );
    expect(without({})).toBe(true);
    expect(without({ _socket: {} })).toBe(false);
    expect(without({ _sender: undefined })).toBe(false);
    expect(without({ _sender: { _state: 'idle' } })).toBe(false);
    expect(without({ _receiver: { _state: 0, _bufferedBytes: 0 } })).toBe(false);
    expect(without({ extensions: 'permessage-deflate' })).toBe(false);
  });
});
