/** First bytes: final, and what the payload is (RFC 6455, 5.2). */
const finalText = 0x81;
const finalBinary = 0x82;
/** Payloads below need no further bytes for their length; up to `longest16` two, beyond that eight. */
const first16 = 126;
const longest16 = 0xffff;

const headerBytesFor = (payloadBytes: number): number =>
  payloadBytes < first16 ? 2 : payloadBytes <= longest16 ? 4 : 10;

/**
 * A binary message as a server puts it on a WebSocket's wire: final, uncompressed, unmasked. Nothing is copied: the header is written over
 * the bytes before the payload in its buffer, up to 10, which nobody else may use.
 */
export function frameInPlace({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  const headerBytes = headerBytesFor(byteLength);
  const message = Buffer.from(buffer, byteOffset - headerBytes, headerBytes + byteLength);
  writeHeader(message, finalBinary, headerBytes);
  return message;
}

/** A text message, likewise. */
export function frameText(text: string): Buffer {
  const headerBytes = headerBytesFor(Buffer.byteLength(text));
  const message = Buffer.allocUnsafe(headerBytes + Buffer.byteLength(text));
  message.write(text, headerBytes);
  writeHeader(message, finalText, headerBytes);
  return message;
}

function writeHeader(message: Buffer, first: number, headerBytes: number): void {
  const payloadBytes = message.byteLength - headerBytes;
  message[0] = first;
  if (headerBytes === 2) message[1] = payloadBytes;
  else if (headerBytes === 4) {
    message[1] = first16;
    message.writeUInt16BE(payloadBytes, 2);
  } else {
    message[1] = first16 + 1;
    message.writeBigUInt64BE(BigInt(payloadBytes), 2);
  }
}
