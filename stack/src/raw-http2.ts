import type { TLSSocket } from 'node:tls';
import { openTls } from './raw-https.js';
import type { StackPlace } from './stack.js';

const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
const frames = { data: 0, headers: 1, reset: 3, settings: 4, goAway: 7 };
const endStream = 1;
const endHeaders = 4;
/** HPACK's static table (RFC 7541, appendix A) has it so. */
const indexedStatuses = new Map([
  [0x88, 200],
  [0x89, 204],
  [0x8a, 206],
  [0x8b, 304],
  [0x8c, 400],
  [0x8d, 404],
  [0x8e, 500],
]);

export interface StreamAnswer {
  /** Null: the stream or the connection was ended without an answer. */
  readonly status: number | null;
  readonly body: string;
}

/**
 * Sends one request in HTTP/2 frames made by hand: clients refuse to send header fields that HTTP/2 forbids.
 * @param fields As they are, in this order.
 */
export async function sendFrames(
  place: StackPlace,
  fields: readonly (readonly [string, string])[],
  body: string | null = null,
): Promise<StreamAnswer> {
  const socket = await openTls(place, { ALPNProtocols: ['h2'] });
  const block = Buffer.concat(fields.map(([name, value]) => Buffer.concat([Buffer.of(0), text(name), text(value)])));
  const flags = body === null ? endHeaders | endStream : endHeaders;
  socket.write(
    Buffer.concat([
      Buffer.from(preface),
      frame(frames.settings, 0, 0, Buffer.alloc(0)),
      frame(frames.headers, flags, 1, block),
      ...(body === null ? [] : [frame(frames.data, endStream, 1, Buffer.from(body, 'latin1'))]),
    ]),
  );
  const answer = await answerOn(socket);
  socket.destroy();
  return answer;
}

/** A length below 127 fits into one byte, without Huffman's code. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'latin1');
  if (bytes.length >= 127) throw new Error('Only short header fields can be sent');
  return Buffer.concat([Buffer.of(bytes.length), bytes]);
}

function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

async function answerOn(socket: TLSSocket): Promise<StreamAnswer> {
  let rest = Buffer.alloc(0);
  let status: number | null = null;
  let body = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    for (let length = wholeFrame(rest); length !== null; length = wholeFrame(rest)) {
      const [type, flags, payload] = [rest.readUInt8(3), rest.readUInt8(4), rest.subarray(9, length)];
      rest = rest.subarray(length);
      if (type === frames.reset || type === frames.goAway) return { status, body };
      if (type === frames.headers) status = statusIn(payload);
      if (type === frames.data) body += payload.toString('latin1');
      if ((type === frames.headers || type === frames.data) && (flags & endStream) !== 0) return { status, body };
    }
  }
  return { status, body };
}

function wholeFrame(bytes: Buffer): number | null {
  if (bytes.length < 9) return null;
  const length = 9 + bytes.readUIntBE(0, 3);
  return bytes.length < length ? null : length;
}

/** nginx sends it first: as an index, or as a literal of three digits beside the index of `:status`. It may change the table's size before. */
function statusIn(payload: Buffer): number {
  const [first = 0, length = 0] = payload;
  if ((first & 0xe0) === 0x20) return statusIn(payload.subarray(1));
  const indexed = indexedStatuses.get(first);
  if (indexed !== undefined) return indexed;
  if (length === 3) return Number(payload.subarray(2, 5).toString('latin1'));
  throw new Error(`The status cannot be read from ${payload.subarray(0, 8).toString('hex')}`);
}
