/** Kinds of WebSocket messages (RFC 6455, 5.2) that a server of ours sends. */
export const opcodes = { text: 1, binary: 2, close: 8 } as const;

export interface MessageListener {
  /** How many of the first bytes of a message of this kind and length are worth looking at; the rest is skipped. */
  wants(opcode: number, length: number): number;
  /** A message has come to its end. `start` is its first bytes, as many as were wanted; good only during the call. */
  message(opcode: number, start: Buffer, length: number): void;
}

const longestHeaderBytes = 10;
const length16 = 126;
const length64 = 127;

/** Takes a server's unmasked, unfragmented messages off a stream of bytes. Cheap: what nobody wants is not even copied. */
export class MessageReader {
  private readonly header = Buffer.alloc(longestHeaderBytes);
  private headerBytes = 0;
  private opcode = 0;
  private length = 0;
  private remaining = 0;
  private kept = Buffer.alloc(0);
  private keptBytes = 0;

  constructor(private readonly listener: MessageListener) {}

  /** Reads `bytes`, which may be overwritten after the call. */
  read(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) at = this.remaining > 0 ? this.takePayload(bytes, at) : this.takeHeader(bytes, at);
  }

  private takeHeader(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length) {
      this.header[this.headerBytes] = bytes[at] ?? 0;
      this.headerBytes += 1;
      at += 1;
      if (this.headerBytes < 2 || this.headerBytes < headerBytesFor(this.header[1] ?? 0)) continue;
      this.headerBytes = 0;
      this.begin();
      break;
    }
    return at;
  }

  private begin(): void {
    this.opcode = (this.header[0] ?? 0) & 0x0f;
    const short = this.header[1] ?? 0;
    if (short === length16) this.length = this.header.readUInt16BE(2);
    else this.length = short === length64 ? Number(this.header.readBigUInt64BE(2)) : short;
    this.remaining = this.length;
    this.keptBytes = 0;
    if (this.length === 0) this.listener.message(this.opcode, this.kept.subarray(0, 0), 0);
  }

  private takePayload(bytes: Buffer, at: number): number {
    const isWhole = this.remaining === this.length && bytes.length - at >= this.length;
    const end = Math.min(bytes.length, at + this.remaining);
    const wanted = Math.min(this.length, this.listener.wants(this.opcode, this.length));
    if (!isWhole) this.keep(bytes, at, end, wanted);
    this.remaining -= end - at;
    if (this.remaining > 0) return end;
    const start = isWhole ? bytes.subarray(at, at + wanted) : this.kept.subarray(0, this.keptBytes);
    this.listener.message(this.opcode, start, this.length);
    return end;
  }

  private keep(bytes: Buffer, at: number, end: number, wanted: number): void {
    if (this.keptBytes >= wanted) return;
    if (this.kept.length < wanted) {
      const larger = Buffer.alloc(wanted * 2);
      this.kept.copy(larger, 0, 0, this.keptBytes);
      this.kept = larger;
    }
    this.keptBytes += bytes.copy(this.kept, this.keptBytes, at, Math.min(end, at + wanted - this.keptBytes));
  }
}

function headerBytesFor(short: number): number {
  if (short === length16) return 4;
  return short === length64 ? longestHeaderBytes : 2;
}
