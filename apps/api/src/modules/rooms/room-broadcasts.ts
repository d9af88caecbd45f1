import { Injectable } from '@nestjs/common';
import type { RoomEvents } from '@virtualcafe/contracts';
import type { Server } from 'socket.io';
import type { RoomSocket } from './room-socket.js';
import type { RoomAddress } from './shared/room-sharing.js';

export type Broadcast = <Name extends keyof RoomEvents>(event: Name, payload: RoomEvents[Name]) => void;

const channelOf = ({ code, shard }: RoomAddress): string => `${code} ${shard}`;

/** To all who are connected to a room in this process, written once for all of them: Socket.IO's own rooms. */
@Injectable()
export class RoomBroadcasts {
  private server: Server | undefined;

  /** Where the connections are. */
  useServer(server: Server): void {
    this.server = server;
  }

  /** From now on what is said to the room goes to this connection, until it ends. */
  join(socket: RoomSocket, address: RoomAddress): void {
    void socket.join(channelOf(address));
  }

  to(address: RoomAddress): Broadcast {
    const channel = channelOf(address);
    return (event, payload) => {
      this.server?.to(channel).emit(event, payload);
    };
  }
}
