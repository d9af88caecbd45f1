import type { RoomEvents } from '@virtualcafe/contracts';
import { transformEvent } from '@virtualcafe/contracts';
import type { Socket } from 'socket.io';
import type { RoomConnection } from './room-connection.js';
import type { TickMessage } from './tick-message.js';
import type { FastLane } from './transport/fast-lane.js';

/** With more than this waiting in the socket a reader is slow, and gets no frame until it has caught up. */
const mostBacklogBytes = 256 * 1024;
/** The same for polling, where packets wait for the next request. */
const mostWaitingPackets = 4;

/** A Socket.IO connection as a room sees it. */
export class SocketConnection implements RoomConnection {
  constructor(
    private readonly socket: Socket,
    private readonly lane: FastLane,
  ) {}

  emit<Name extends keyof RoomEvents>(event: Name, payload: RoomEvents[Name]): void {
    this.socket.emit(event, payload);
  }

  send(message: TickMessage): boolean {
    const { roster, frames } = message;
    const { lane } = this;
    if (lane.isThere && lane.backlogBytes <= mostBacklogBytes && lane.write(message.bytes)) return true;
    const takesFrames = !lane.isThere && lane.heldBack <= mostWaitingPackets;
    if (roster !== null) this.emit('roster', roster.news);
    if (takesFrames) for (const frame of frames) this.socket.emit(transformEvent, frame);
    return takesFrames || frames.length === 0;
  }

  close(notice: RoomEvents['closing']): void {
    this.socket.emit('closing', notice);
    this.socket.disconnect(true);
  }
}
