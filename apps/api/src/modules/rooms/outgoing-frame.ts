import { frameBinaryMessage, frameInPlace } from './transport/websocket-frame.js';

/** A frame on its way: framed for WebSockets once, when the first needs it. */
export class OutgoingFrame {
  private framed: Buffer | undefined;

  /** `hasHeadroom`: before the payload its buffer has room for a message's header. */
  constructor(
    readonly payload: Uint8Array,
    private readonly hasHeadroom = false,
  ) {}

  get message(): Buffer {
    this.framed ??= this.hasHeadroom ? frameInPlace(this.payload) : frameBinaryMessage(this.payload);
    return this.framed;
  }
}
