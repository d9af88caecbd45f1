import { Injectable } from '@nestjs/common';
import type { UserType } from '@virtualcafe/contracts';
import { type Actor, anonymous } from '../../access/actor.js';
import type { SessionEnd } from '../../generated/prisma/client.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { isLive, judgeRepetition, type TokenHash } from './session.rules.js';
import { type SessionRecord, SessionsRepository, type TokenRecord } from './sessions.repository.js';

export interface NewSession {
  readonly userId: string;
  readonly userType: UserType;
  readonly userAgent: string | null;
  /** Of the first refresh token. */
  readonly tokenHash: TokenHash;
  readonly expiresAt: Date;
}

export interface Exchange {
  readonly tokenHash: TokenHash;
  /** Of the token to hand out instead; for one token it is always the same. */
  readonly successorHash: TokenHash;
  readonly expiresAt: Date;
}

/**
 * `continued`: hand out the successor. `unknown`: no live session by that token. `banned`: the session was ended by a ban of its
 * user. `reused`: the session was ended just now.
 */
export type ExchangeOutcome =
  | { readonly kind: 'continued'; readonly sessionId: string; readonly userId: string; readonly expiresAt: Date }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'banned'; readonly userId: string }
  | { readonly kind: 'reused' };

const unknown: ExchangeOutcome = { kind: 'unknown' };

/** Logins and the chains of refresh tokens that grow from them; knows tokens by their hashes only. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and answers its id. */
  async open({ userId, userType, userAgent, tokenHash, expiresAt }: NewSession): Promise<string> {
    return this.database.transaction(async () => {
      const { id } = await this.sessions.create(userId, userAgent, this.clock.now(), expiresAt);
      await this.sessions.addToken(id, tokenHash, expiresAt);
      const actor: Actor = { kind: 'user', userId, userType, sessionId: id };
      await this.transactionLog.record(actor, { action: 'session.open', resourceType: 'session', resourceId: id });
      return id;
    });
  }

  /**
   * Exchanges a refresh token for its successor, once. Who comes a moment later with the same token is answered the
   * same; who comes with one that is spent ends the session. Exchanges are not logged: they are no acts of a person.
   */
  async exchange({ tokenHash, successorHash, expiresAt }: Exchange): Promise<ExchangeOutcome> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const isClaimed = await this.sessions.claimToken(tokenHash, now);
      const token = await this.sessions.findToken(tokenHash);
      if (token === null || token.family.user.isDisabled) return unknown;
      if (!isLive(token.family, now)) return outcomeOfEnded(token.family);
      if (isClaimed) return this.continueFrom(token, successorHash, expiresAt, now);
      switch (judgeRepetition(token, successorHash, now)) {
        case 'expired':
          return unknown;
        case 'repeated':
          return continued(token.family, token.family.expiresAt);
        case 'reused':
          await this.end(anonymous, token.family.id, 'TOKEN_REUSED');
          return { kind: 'reused' };
      }
    });
  }

  /** Ends the session that any of its tokens belongs to; nothing happens when there is none. */
  async endByToken(tokenHash: TokenHash): Promise<void> {
    const token = await this.sessions.findToken(tokenHash);
    if (token === null) return;
    const { id, userId, user } = token.family;
    await this.end({ kind: 'user', userId, userType: user.userType, sessionId: id }, id, 'LOGOUT');
  }

  /** Ends every session of the user, at once and everywhere. */
  async endAllOf(actor: Actor, userId: string, reason: SessionEnd): Promise<void> {
    await this.database.transaction(async () => {
      const ended = await this.sessions.endAllOf(userId, reason, this.clock.now());
      if (ended === 0) return;
      await this.transactionLog.record(actor, {
        action: 'session.end-all',
        resourceType: 'user',
        resourceId: userId,
        after: { endReason: reason, sessions: ended },
      });
    });
  }

  /**
   * The type of the user now, if the session is live and they are enabled; undefined otherwise. Asked at every request
   * that shows an access token, so that an end, a disabling or a new type holds from the next request on.
   */
  async userTypeIn(sessionId: string, userId: string): Promise<UserType | undefined> {
    return (await this.sessions.findUserType(userId, sessionId, this.clock.now())) ?? undefined;
  }

  /** Deletes what expired; answers how many rows went. */
  async deleteExpired(): Promise<number> {
    const now = this.clock.now();
    for (let total = 0; ;) {
      const deleted = await this.sessions.deleteSomeExpired(now);
      total += deleted;
      if (deleted === 0) return total;
    }
  }

  private async continueFrom(
    token: TokenRecord,
    successorHash: TokenHash,
    expiresAt: Date,
    now: Date,
  ): Promise<ExchangeOutcome> {
    if (!(await this.sessions.prolong(token.family.id, now, expiresAt))) return unknown;
    await this.sessions.addToken(token.family.id, successorHash, expiresAt, token.id);
    return continued(token.family, expiresAt);
  }

  private async end(actor: Actor, sessionId: string, endReason: SessionEnd): Promise<void> {
    await this.database.transaction(async () => {
      if (!(await this.sessions.end(sessionId, endReason, this.clock.now()))) return;
      const after = { endReason };
      await this.transactionLog.record(actor, {
        action: 'session.end',
        resourceType: 'session',
        resourceId: sessionId,
        after,
      });
    });
  }
}

const outcomeOfEnded = ({ endReason, userId }: SessionRecord): ExchangeOutcome =>
  endReason === 'USER_BANNED' ? { kind: 'banned', userId } : unknown;

const continued = ({ id, userId }: SessionRecord, expiresAt: Date): ExchangeOutcome => ({
  kind: 'continued',
  sessionId: id,
  userId,
  expiresAt,
});
