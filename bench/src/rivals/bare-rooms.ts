import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { frameEntryBytes, frameHeaderBytes, transformBytes, writeFrameHeader } from '@virtualcafe/contracts';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

// The limit in Node: bare `ws`, our packed frames, one prepared for each room and tick and written to each socket. Nobody is asked who
// they are, and nothing is checked.
const tickMs = 50;
/** Holds each frame back, so that the harness can be checked against a delay that is known. */
const holdBackMs = Number(process.env['HOLD_BACK_MS'] ?? 0);

interface Player {
  readonly id: number;
  readonly socket: Socket;
}

class Room {
  private readonly players = new Map<number, Player>();
  private readonly entries = new Map<number, Uint8Array>();
  private lastId = 0;
  private tick = 0;

  constructor() {
    setInterval(() => this.flush(), tickMs);
  }

  enter(websocket: WebSocket, socket: Socket): void {
    this.lastId += 1;
    const id = this.lastId;
    this.players.set(id, { id, socket });
    websocket.send(String(id));
    websocket.send(this.frame(0, []));
    websocket.on('message', (data: RawData) => this.entries.set(id, data as Buffer));
    websocket.on('close', () => this.players.delete(id));
  }

  private flush(): void {
    if (this.entries.size === 0) return;
    this.tick += 1;
    const message = framed(this.frame(1, [...this.entries]));
    this.entries.clear();
    if (holdBackMs === 0) this.write(message);
    else setTimeout(() => this.write(message), holdBackMs);
  }

  private write(message: Buffer): void {
    for (const { socket } of this.players.values()) socket.write(message);
  }

  private frame(kind: 0 | 1, entries: readonly [number, Uint8Array][]): Buffer {
    const frame = Buffer.alloc(frameHeaderBytes + entries.length * frameEntryBytes);
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    writeFrameHeader(view, 0, kind === 0 ? 'full' : 'delta', entries.length, this.tick);
    let at = frameHeaderBytes;
    for (const [id, transform] of entries) {
      frame.writeUInt16LE(id, at);
      frame.set(transform.subarray(0, transformBytes), at + 2);
      at += frameEntryBytes;
    }
    return frame;
  }
}

/** Unmasked, final, binary; as RFC 6455, 5.2 has it. */
function framed(payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header[0] = 0x82;
  if (length < 126) header[1] = length;
  else if (length < 65_536) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}

const rooms = new Map<string, Room>();
const http = createServer((_, response) => response.end('ok'));
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (websocket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Room();
  rooms.set(name, room);
  room.enter(websocket, request.socket);
});
http.listen(Number(process.env['PORT']), process.env['HOST']);
process.on('SIGTERM', () => process.exit(0));
