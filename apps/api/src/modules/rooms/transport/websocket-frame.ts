const finalBinary = 0x82;
/** Payloads below need no further bytes for their length; up to `longest16` two, beyond that eight. */
const first16 = 126;
const longest16 = 0xffff;

/** A binary message as a server puts it on a WebSocket's wire (RFC 6455, 5.2): final, uncompressed, unmasked. */
export function frameBinaryMessage(payload: Uint8Array): Buffer {
  const length = payload.byteLength;
  const headerBytes = length < first16 ? 2 : length <= longest16 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerBytes + length);
  frame[0] = finalBinary;
  if (headerBytes === 2) frame[1] = length;
  else if (headerBytes === 4) {
    frame[1] = first16;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = first16 + 1;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(payload, headerBytes);
  return frame;
}
