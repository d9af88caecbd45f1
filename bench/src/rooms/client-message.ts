/** Not zero: a server skips the unmasking then, and the load would be lighter than that of browsers. */
const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);
const final = 0x80;
const masked = 0x80;
const length16 = 126;

/** A message as a client puts it on the wire (RFC 6455, 5.3): final and masked. At most 65,535 bytes. */
export function clientMessage(opcode: number, payload: Uint8Array): Buffer {
  const headerBytes = payload.byteLength < length16 ? 2 : 4;
  const message = Buffer.alloc(headerBytes + mask.byteLength + payload.byteLength);
  message[0] = final | opcode;
  if (headerBytes === 2) message[1] = masked | payload.byteLength;
  else {
    message[1] = masked | length16;
    message.writeUInt16BE(payload.byteLength, 2);
  }
  mask.copy(message, headerBytes);
  for (let index = 0; index < payload.byteLength; index += 1)
    message[headerBytes + mask.byteLength + index] = (payload[index] ?? 0) ^ (mask[index & 3] ?? 0);
  return message;
}
