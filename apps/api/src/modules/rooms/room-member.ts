import type { Participant, RoomRole, Transform } from '@virtualcafe/contracts';
import { TokenBucket } from '@virtualcafe/world';
import type { RoomConnection } from './room-connection.js';

/** Chat: five messages in ten seconds. */
const chatBurst = 5;
const chatPerSecond = 0.5;

/** Who enters, as their ticket says. `userId`: null for a guest. `clientKey`: keyed hash of their address. Neither is told to others. */
export interface Entrant {
  readonly key: string;
  readonly nickname: string;
  readonly role: RoomRole;
  readonly userId: string | null;
  readonly clientKey: string;
}

/** Somebody in a room, and who they are to those who keep order. */
export interface Resident {
  readonly participant: Participant;
  readonly userId: string | null;
  readonly clientKey: string;
  /** How often they have come into a process, coming back included: of two that think they have somebody, the later is right. */
  readonly turn: number;
}

/** Whom a keeper's word means: the user however often they come, a guest for this visit. */
export const mutedNameOf = ({ participant, userId }: Resident): string => userId ?? participant.key;

/** Somebody whom this process looks after, also while their connection is lost. */
export class RoomMember implements Resident {
  readonly chatAllowance: TokenBucket;
  /** Null while the connection is lost. */
  connection: RoomConnection | null = null;
  lostAtMs: number | null = null;
  /** Where they are to stand when they come back, once their avatar has gone. */
  kept: Transform | null = null;
  /** Has missed a frame and needs a full one. */
  isBehind = false;
  /** What of theirs was last kept for other processes. */
  keptText = '';

  constructor(
    public participant: Participant,
    readonly userId: string | null,
    readonly clientKey: string,
    readonly turn: number,
    nowMs: number,
  ) {
    this.chatAllowance = new TokenBucket(chatBurst, chatPerSecond, nowMs);
  }
}
