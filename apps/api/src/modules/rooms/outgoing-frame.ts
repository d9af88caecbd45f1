import { frameBinaryMessage } from './transport/websocket-frame.js';

/** A frame on its way to many: framed for WebSockets once, when the first needs it. */
export class OutgoingFrame {
  private framed: Buffer | undefined;

  constructor(readonly payload: Uint8Array) {}

  get message(): Buffer {
    this.framed ??= frameBinaryMessage(this.payload);
    return this.framed;
  }
}
