const finalBinary = 0x82;
/** Payloads below need no further bytes for their length; up to `longest16` two, beyond that eight. */
const first16 = 126;
const longest16 = 0xffff;

const headerBytesFor = (length: number): number => (length < first16 ? 2 : length <= longest16 ? 4 : 10);

/** A binary message as a server puts it on a WebSocket's wire (RFC 6455, 5.2): final, uncompressed, unmasked. */
export function frameBinaryMessage(payload: Uint8Array): Buffer {
  const message = Buffer.allocUnsafe(headerBytesFor(payload.byteLength) + payload.byteLength);
  writeHeader(message, payload.byteLength);
  message.set(payload, message.byteLength - payload.byteLength);
  return message;
}

/** The same without a copy: writes the header over the bytes before the payload in its buffer, up to 10, which nobody else may use. */
export function frameInPlace({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  const headerBytes = headerBytesFor(byteLength);
  const message = Buffer.from(buffer, byteOffset - headerBytes, headerBytes + byteLength);
  writeHeader(message, byteLength);
  return message;
}

function writeHeader(message: Buffer, length: number): void {
  message[0] = finalBinary;
  if (length < first16) message[1] = length;
  else if (length <= longest16) {
    message[1] = first16;
    message.writeUInt16BE(length, 2);
  } else {
    message[1] = first16 + 1;
    message.writeBigUInt64BE(BigInt(length), 2);
  }
}
