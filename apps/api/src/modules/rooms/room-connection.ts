import type { RoomEvents } from '@virtualcafe/contracts';
import type { TickMessage } from './tick-message.js';

/** A room's way to one person. */
export interface RoomConnection {
  emit<Name extends keyof RoomEvents>(event: Name, payload: RoomEvents[Name]): void;

  /**
   * Sends what a tick has for somebody. News of who is there is sent in any case; frames only at once.
   * @returns false when frames were left out, because the reader is so far behind that they would only queue.
   */
  send(message: TickMessage): boolean;

  /** Tells why, and ends the connection. */
  close(notice: RoomEvents['closing']): void;
}
