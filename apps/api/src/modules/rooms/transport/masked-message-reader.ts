const finalBinary = 0x82;
const masked = 0x80;
const maskBytes = 4;
const headerBytes = 2 + maskBytes;

/**
 * Reads binary messages of one length as browsers send them (RFC 6455, 5.2: final, uncompressed, masked), from where a message begins.
 * Makes nothing anew for each: there are tens of thousands a second.
 */
export class MaskedMessageReader {
  private readonly payload: Uint8Array;

  /** `payloadBytes`: below 126. `onMessage`: the bytes are good until it returns. */
  constructor(
    private readonly payloadBytes: number,
    private readonly onMessage: (payload: Uint8Array) => void,
  ) {
    this.payload = new Uint8Array(payloadBytes);
  }

  /** Reads such messages as long as one whole follows another. @returns how many bytes they are; what comes then is something else. */
  read(chunk: Uint8Array): number {
    const { payload, payloadBytes } = this;
    const messageBytes = headerBytes + payloadBytes;
    let at = 0;
    while (
      at + messageBytes <= chunk.length &&
      chunk[at] === finalBinary &&
      chunk[at + 1] === (masked | payloadBytes)
    ) {
      for (let byte = 0; byte < payloadBytes; byte += 1)
        payload[byte] = (chunk[at + headerBytes + byte] ?? 0) ^ (chunk[at + 2 + (byte % maskBytes)] ?? 0);
      this.onMessage(payload);
      at += messageBytes;
    }
    return at;
  }
}
