import { frameInPlace } from './transport/websocket-frame.js';

/** A frame on its way: framed for WebSockets once, when the first needs it. */
export class OutgoingFrame {
  private framed: Buffer | undefined;

  /** `payload`: with `frameHeadroomBytes` before it, as a `World` writes it. */
  constructor(readonly payload: Uint8Array) {}

  get message(): Buffer {
    this.framed ??= frameInPlace(this.payload);
    return this.framed;
  }
}
