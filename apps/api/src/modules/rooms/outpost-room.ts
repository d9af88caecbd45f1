import type { Participant } from '@virtualcafe/contracts';
import type { Resident } from './room-member.js';
import type { Order, ResidentMessage } from './room-messages.js';

/** A room as its outpost needs it. */
export interface OutpostRoom {
  /** Those whom this process looks after and whose avatars stand. */
  residents(): readonly Resident[];
  muted(): string[];
  setMuted(name: string, isMuted: boolean): void;
  carryOut(order: Order, nowMs: number): void;
  /** Somebody is in another process's part. False when they are here, and came later. */
  arrive(resident: ResidentMessage, nowMs: number): boolean;
  depart(resident: Resident): void;
  change(participant: Participant): void;
}
