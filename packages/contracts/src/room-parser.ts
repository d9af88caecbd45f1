import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';
import type { RoomEvents } from './rooms.js';

/** The event that carries movement both ways: 12 bytes up, frames down (`room-wire.ts`). */
export const transformEvent = 'transforms';

/** Its bytes, when a packet is movement and nothing else. */
function movementIn({ type, nsp, data, id }: Packet): Uint8Array | undefined {
  if (type !== PacketType.EVENT || nsp !== '/' || id !== undefined) return undefined;
  const [event, bytes, ...more] = data as unknown[];
  return event === transformEvent && bytes instanceof Uint8Array && more.length === 0 ? bytes : undefined;
}

class RoomEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const movement = movementIn(packet);
    // Stock packets are text or `[text, ...attachments]`; what follows is sent as it is in either case.
    return movement === undefined ? super.encode(packet) : [movement];
  }
}

/** Event and acknowledgement with attachments, of which rooms have none. */
const attachmentTypes = new Set(['5', '6']);

class RoomDecoder extends Decoder {
  /** @throws Error for a packet that is none of ours; Socket.IO then closes the connection. */
  override add(message: unknown): void {
    if (typeof message !== 'string') {
      const data = [transformEvent, toBytes(message)];
      this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data });
      return;
    }
    if (attachmentTypes.has(message.charAt(0))) throw new Error('A room takes no attachments');
    super.add(message);
  }
}

/** Node gives a Buffer, browsers an ArrayBuffer. */
function toBytes(message: unknown): Uint8Array {
  if (message instanceof Uint8Array) return message;
  if (message instanceof ArrayBuffer) return new Uint8Array(message);
  throw new Error('Neither text nor bytes');
}

/**
 * Socket.IO's parser for rooms, at both ends: movement is one lone binary message instead of a text that announces an attachment,
 * everything else is as usual.
 */
export const roomParser = { Encoder: RoomEncoder, Decoder: RoomDecoder };

const encoder = new RoomEncoder();
/** Engine.IO's type of a packet that carries one of Socket.IO's. */
const engineMessage = '4';

/** An event as the text of the one WebSocket message that Socket.IO would send for it. */
export function roomEventText<Name extends keyof RoomEvents>(event: Name, payload: RoomEvents[Name]): string {
  const packet = encoder.encode({ type: PacketType.EVENT, nsp: '/', data: [event, payload] });
  return `${engineMessage}${packet.join('')}`;
}
