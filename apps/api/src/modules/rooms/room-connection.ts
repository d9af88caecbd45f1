import type { RoomEvents } from '@virtualcafe/contracts';
import type { OutgoingFrame } from './outgoing-frame.js';

/** A room's way to one person. */
export interface RoomConnection {
  emit<Name extends keyof RoomEvents>(event: Name, payload: RoomEvents[Name]): void;

  /** Sends a frame at once. False, and nothing sent, when the reader is so far behind that it would only queue. */
  sendFrame(frame: OutgoingFrame): boolean;

  /** Tells why, and ends the connection. */
  close(notice: RoomEvents['closing']): void;
}
