import { type RoomEvents, roomEventText } from '@virtualcafe/contracts';
import { frameInPlace, frameText } from './transport/websocket-frame.js';

/** Who has come, gone or changed, on its way: framed for WebSockets once, when the first needs it. */
export class RosterMessage {
  private framed: Buffer | undefined;

  constructor(readonly news: RoomEvents['roster']) {}

  get bytes(): Buffer {
    this.framed ??= frameText(roomEventText('roster', this.news));
    return this.framed;
  }
}

/** What a tick has for somebody: who is there, then where. Put together for WebSockets once, when the first needs it, for one write. */
export class TickMessage {
  readonly frames: readonly Uint8Array[];
  private joined: Buffer | undefined;

  /** `frames`: each with `frameHeadroomBytes` before it, as a `World` writes them; null where there is none. */
  constructor(
    readonly roster: RosterMessage | null,
    ...frames: readonly (Uint8Array | null)[]
  ) {
    this.frames = frames.filter((frame) => frame !== null);
  }

  get isEmpty(): boolean {
    return this.roster === null && this.frames.length === 0;
  }

  get bytes(): Buffer {
    this.joined ??= this.join();
    return this.joined;
  }

  private join(): Buffer {
    const parts = this.frames.map(frameInPlace);
    if (this.roster !== null) parts.unshift(this.roster.bytes);
    const [only, ...more] = parts;
    return only !== undefined && more.length === 0 ? only : Buffer.concat(parts);
  }
}
