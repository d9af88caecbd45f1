import type { RoomRequests, transformEvent } from '@virtualcafe/contracts';
import type { Socket } from 'socket.io';
import type { Admission } from './room-tickets.js';

type Listener = (...given: unknown[]) => void;

/** A connection that was let in. What it sends is unknown until a schema has read it. */
export type RoomSocket = Socket<
  Record<keyof RoomRequests | typeof transformEvent, Listener>,
  Record<string, Listener>,
  Record<string, never>,
  { admission: Admission; since: number }
>;
