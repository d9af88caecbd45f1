import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/metrics/metrics.js';
import { RoomDirectory } from './room-directory.js';
import { RoomTicker } from './room-ticker.js';
import type { Room } from './room.js';
import { RoomsGateway } from './rooms.gateway.js';

/** What rooms tell of themselves, as far as they are in this process. */
@Injectable()
export class RoomMetrics {
  constructor(metrics: Metrics, directory: RoomDirectory, ticker: RoomTicker, gateway: RoomsGateway) {
    const add = (name: string, help: string, value: () => number): void => {
      const type = name.endsWith('_total') ? 'counter' : 'gauge';
      metrics.add({ name, help, type, read: () => [{ value: value() }] });
    };
    add('rooms_open', 'Open rooms', () => directory.rooms().length);
    add('room_players', 'People whose connections to rooms are here', () =>
      directory.rooms().reduce((sum, room) => sum + connectedIn(room), 0),
    );
    add('room_connections', 'Open connections to rooms, let in or not yet', () => gateway.connectionCount);
    add('room_tick_interval_seconds', 'Time from tick to tick', () => ticker.tickMs / 1000);
    add('room_ticks_total', 'Ticks of all rooms', () => ticker.ticks);
    add('room_late_ticks_total', 'Ticks that came more than a tick late', () => ticker.lateTicks);
    add('room_failed_ticks_total', 'Ticks that threw', () => ticker.failedTicks);
  }
}

const connectedIn = (room: Room): number => room.membersHere().filter(({ connection }) => connection !== null).length;
