import { Injectable } from '@nestjs/common';
import type { UserActor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { BansService } from '../moderation/bans.service.js';
import { isModerator, postsPerHour, repliesPerHour, waitSeconds, writingWindowMs } from './board.rules.js';
import { BoardsRepository } from './boards.repository.js';
import { RepliesRepository } from './replies.repository.js';

/** Who may write now. Call it in the transaction that writes. */
@Injectable()
export class WritingAdmission {
  constructor(
    private readonly bans: BansService,
    private readonly boards: BoardsRepository,
    private readonly replies: RepliesRepository,
    private readonly locks: AdvisoryLock,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `board.banned`. */
  assertMayWrite(actor: UserActor): Promise<void> {
    return this.bans.assertMayWrite(actor.userId);
  }

  /** @throws AppError `board.banned`, `rate.limited` with the seconds to wait. */
  async admitPost(actor: UserActor): Promise<void> {
    await this.admit(actor, 'post', postsPerHour, (since) =>
      this.boards.findWritten(actor.userId, since, postsPerHour),
    );
  }

  /** @throws AppError `board.banned`, `rate.limited` with the seconds to wait. */
  async admitReply(actor: UserActor): Promise<void> {
    await this.admit(actor, 'reply', repliesPerHour, (since) =>
      this.replies.findWritten(actor.userId, since, repliesPerHour),
    );
  }

  private async admit(
    actor: UserActor,
    what: 'post' | 'reply',
    limit: number,
    findWritten: (since: Date) => Promise<Date[]>,
  ): Promise<void> {
    await this.assertMayWrite(actor);
    if (isModerator(actor)) return;
    // Of many at once each sees those before it.
    await this.locks.hold(`${what} by ${actor.userId}`);
    const now = this.clock.now();
    const written = await findWritten(new Date(now.getTime() - writingWindowMs));
    const retryAfterSeconds = waitSeconds(written, limit, now);
    if (retryAfterSeconds === 0) return;
    throw new AppError('rate.limited', { detail: 'You have written much lately', retryAfterSeconds });
  }
}
