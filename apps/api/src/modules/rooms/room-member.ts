import type { Participant, Transform } from '@virtualcafe/contracts';
import { TokenBucket } from '@virtualcafe/world';
import type { RoomConnection } from './room-connection.js';

/** Chat: five messages in ten seconds. */
const chatBurst = 5;
const chatPerSecond = 0.5;

/** Somebody who has a place in a room, also while their connection is lost. */
export class RoomMember {
  readonly chatAllowance: TokenBucket;
  /** Null while the connection is lost. */
  connection: RoomConnection | null = null;
  lostAtMs: number | null = null;
  /** Where they are to stand when they come back, once their avatar has gone. */
  kept: Transform | null = null;
  /** Has missed a frame and needs a full one. */
  isBehind = false;

  constructor(
    public participant: Participant,
    nowMs: number,
  ) {
    this.chatAllowance = new TokenBucket(chatBurst, chatPerSecond, nowMs);
  }
}
