const finalBinary = 0x82;
/** Payloads below need no further bytes for their length; up to `longest16` two, beyond that eight. */
const first16 = 126;
const longest16 = 0xffff;

/**
 * A binary message as a server puts it on a WebSocket's wire (RFC 6455, 5.2): final, uncompressed, unmasked. Nothing is copied: the header
 * is written over the bytes before the payload in its buffer, up to 10, which nobody else may use.
 */
export function frameInPlace({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  const headerBytes = byteLength < first16 ? 2 : byteLength <= longest16 ? 4 : 10;
  const message = Buffer.from(buffer, byteOffset - headerBytes, headerBytes + byteLength);
  message[0] = finalBinary;
  if (headerBytes === 2) message[1] = byteLength;
  else if (headerBytes === 4) {
    message[1] = first16;
    message.writeUInt16BE(byteLength, 2);
  } else {
    message[1] = first16 + 1;
    message.writeBigUInt64BE(BigInt(byteLength), 2);
  }
  return message;
}
