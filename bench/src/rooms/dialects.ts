import { frameEntryBytes, frameHeaderBytes, transformBytes } from '@virtualcafe/contracts';
import { clientMessage } from './client-message.js';
import { opcodes } from './message-reader.js';

/** What a text of the server means to a player. */
export type Heard =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'welcomed'; readonly id: number }
  | { readonly kind: 'refused' | 'warned'; readonly why: string }
  | { readonly kind: 'corrected' | 'nothing' };

/** Metres, and the wire's clock. */
export interface Place {
  readonly x: number;
  readonly z: number;
  readonly clock: number;
}

export type Sighting = (id: number, clock: number) => void;

/** How the server of one contestant is spoken with. */
export interface Dialect {
  /** Whether one needs a ticket from the API first. */
  readonly needsTicket: boolean;
  /** Path and query with which a connection is opened. */
  path(room: string): string;
  /** `start`: the first 256 bytes of a text message. */
  hear(start: string, ticket: string): Heard;
  /** A movement as it goes on the wire. */
  movement(place: Place): Buffer;
  /** Whether such a message tells everybody's place at once. */
  isSnapshot(opcode: number, start: Buffer): boolean;
  /** Hands over everybody of whom a whole message tells. */
  sightings(opcode: number, payload: Buffer, see: Sighting): void;
  /** What one sends before going; null for nothing. */
  readonly farewell: string | null;
}

export const dialectNames = ['rooms', 'json', 'bare'] as const;
export type DialectName = (typeof dialectNames)[number];

const nothing: Heard = { kind: 'nothing' };
const engineQuery = '/socket.io/?EIO=4&transport=websocket';

/** What Engine.IO and Socket.IO say beside events; null for an event. */
function hearSocketIo(start: string, connect: string): Heard | null {
  if (start.startsWith('0')) return { kind: 'answer', text: connect };
  if (start.startsWith('2')) return { kind: 'answer', text: '3' };
  if (start.startsWith('40')) return nothing;
  if (start.startsWith('42')) return null;
  return { kind: 'refused', why: start };
}

/** The 12 bytes, little endian, at a scale of a centimetre. */
function packedMovement({ x, z, clock }: Place): Buffer {
  const bytes = Buffer.alloc(transformBytes);
  bytes.writeInt16LE(Math.round(x * 100), 0);
  bytes.writeInt16LE(Math.round(z * 100), 4);
  bytes.writeUInt16LE(Math.round(clock) & 0xffff, 6);
  bytes.writeUInt8(1, 8);
  bytes.writeUInt16LE(clock, 10);
  return clientMessage(opcodes.binary, bytes);
}

/** Placed by the server: what stands for the clock is not the sender's. */
const placedFlag = 2;
const fullKind = 0;
const leftKind = 2;

function packedSightings(opcode: number, frame: Buffer, see: Sighting): void {
  if (opcode !== opcodes.binary || frame[1] === leftKind) return;
  for (let at = frameHeaderBytes; at < frame.length; at += frameEntryBytes) {
    if (((frame[at + 11] ?? 0) & placedFlag) === 0)
      see((frame[at] ?? 0) | ((frame[at + 1] ?? 0) << 8), (frame[at + 12] ?? 0) | ((frame[at + 13] ?? 0) << 8));
  }
}

const isFullFrame = (opcode: number, start: Buffer): boolean => opcode === opcodes.binary && start[1] === fullKind;

const rooms: Dialect = {
  needsTicket: true,
  path: (room) => `${engineQuery}&room=${room}`,
  hear: (start, ticket) => {
    const said = hearSocketIo(start, `40${JSON.stringify({ ticket })}`);
    if (said !== null) return said;
    const id = /^42\["welcome",.*?"self":\{"id":(\d+)/.exec(start)?.[1];
    if (id !== undefined) return { kind: 'welcomed', id: Number(id) };
    if (start.startsWith('42["closing"')) return { kind: 'refused', why: start };
    if (start.startsWith('42["warning"')) return { kind: 'warned', why: start };
    return start.startsWith('42["corrected"') ? { kind: 'corrected' } : nothing;
  },
  movement: packedMovement,
  isSnapshot: isFullFrame,
  sightings: packedSightings,
  farewell: '41',
};

/** Of one entry in what the JSON rival sends. */
interface JsonEntry {
  readonly id: number;
  readonly clock: number;
}

const json: Dialect = {
  needsTicket: false,
  path: (room) => `${engineQuery}&room=${room}`,
  hear: (start) => {
    const said = hearSocketIo(start, '40');
    if (said !== null) return said;
    const id = /^42\["welcome",(\d+)\]/.exec(start)?.[1];
    return id === undefined ? nothing : { kind: 'welcomed', id: Number(id) };
  },
  movement: ({ x, z, clock }) => {
    const position = `"x":${x.toFixed(2)},"y":0,"z":${z.toFixed(2)}`;
    const text = `42["move",{${position},"yaw":${((clock / 65_536) * 6.283).toFixed(3)},"animation":"walk","clock":${clock}}]`;
    return clientMessage(opcodes.text, Buffer.from(text));
  },
  isSnapshot: (opcode, start) => opcode === opcodes.text && start.toString('latin1').startsWith('42["everybody"'),
  sightings: (opcode, payload, see) => {
    const text = payload.toString('latin1');
    if (opcode !== opcodes.text || !text.startsWith('42["moves"')) return;
    const [, entries] = JSON.parse(text.slice(2)) as [string, JsonEntry[]];
    for (const { id, clock } of entries) see(id, clock);
  },
  farewell: '41',
};

const bare: Dialect = {
  needsTicket: false,
  path: (room) => `/?room=${room}`,
  hear: (start) => ({ kind: 'welcomed', id: Number(start) }),
  movement: packedMovement,
  isSnapshot: isFullFrame,
  sightings: packedSightings,
  farewell: null,
};

export const dialects: Readonly<Record<DialectName, Dialect>> = { rooms, json, bare };
