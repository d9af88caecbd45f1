import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { assertMayActOn, noRank, rankOf } from './rank.rules.js';
import { RoomOrderRepository } from './room-order.repository.js';

/** What keepers do to somebody in a room that no row of its own is kept of. */
export interface RoomAct {
  readonly act: 'mute' | 'unmute' | 'kick';
  readonly viewerCode: string;
  /** Whom; null for a visitor without an account. */
  readonly userId: string | null;
  /** How they are called. */
  readonly nickname: string;
  readonly reason: string;
}

export interface RoomKeeping {
  readonly viewerId: string;
  readonly keeperId: string;
  readonly rank: number;
}

const mutedBy: Readonly<Record<RoomAct['act'], boolean | undefined>> = { mute: true, unmute: false, kick: undefined };

/** Who may keep order in a room, and the record of what they did there. */
@Injectable()
export class RoomOrderService {
  constructor(
    private readonly order: RoomOrderRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
  ) {}

  /** The room, and the actor's rank in it as it is now; null for whoever keeps no order there, and when there is no such room. */
  async keepingOf(actor: Actor, viewerCode: string): Promise<RoomKeeping | null> {
    if (actor.kind !== 'user') return null;
    const room = await this.order.find(viewerCode, [actor.userId]);
    const rank = rankOf(room?.standings.get(actor.userId));
    return room === null || rank === noRank ? null : { viewerId: room.viewerId, keeperId: actor.userId, rank };
  }

  /**
   * The room, when the actor may act on this person (null: without an account) in it.
   * @throws AppError `viewer.not-found`, `access.denied`, `moderation.oneself`, `moderation.outranked`.
   */
  async authorize(actor: Actor, viewerCode: string, targetId: string | null): Promise<RoomKeeping> {
    if (actor.kind !== 'user') throw new AppError('access.denied');
    const { userId: keeperId } = actor;
    const room = await this.order.find(viewerCode, targetId === null ? [keeperId] : [keeperId, targetId]);
    if (room === null) throw new AppError('viewer.not-found');
    const rank = rankOf(room.standings.get(keeperId));
    if (rank === noRank) throw new AppError('access.denied', { detail: 'You do not keep order in this room' });
    const targetRank = targetId === null ? noRank : rankOf(room.standings.get(targetId));
    assertMayActOn(keeperId, rank, targetId, targetRank);
    return { viewerId: room.viewerId, keeperId, rank };
  }

  /** Writes the act down, when the actor may do it. @throws AppError as `authorize`. */
  async record(actor: Actor, { act, viewerCode, userId, nickname, reason }: RoomAct): Promise<void> {
    await this.database.transaction(async () => {
      const { viewerId } = await this.authorize(actor, viewerCode, userId);
      const isMuted = mutedBy[act];
      await this.transactionLog.record(actor, {
        action: `room.${act}`,
        resourceType: 'viewer',
        resourceId: viewerId,
        ...(isMuted === undefined ? {} : { before: { isMuted: !isMuted } }),
        after: { userId, nickname, reason, ...(isMuted === undefined ? {} : { isMuted }) },
      });
    });
  }

  /** Holds the room to the end of the transaction: of two bans of one person the second sees the first. */
  hold({ viewerId }: RoomKeeping): Promise<void> {
    return this.order.lock(viewerId);
  }
}
