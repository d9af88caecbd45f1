import { Injectable } from '@nestjs/common';
import type {
  LinkCode,
  LinkProxyUserRequest,
  ProxyUser,
  ProxyUserList,
  ProxyUserRequest,
} from '@virtualcafe/contracts';
import { type Actor, asUser } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { drawLinkCode, formatLinkCode, hashLinkCode, linkCodeEnd, readLinkCode } from './link-code.rules.js';
import { assertEnabled, PlayersService } from './players.service.js';
import { presentProxyUser } from './proxy-user.presenter.js';
import { type PlayerName, ProxyUsersRepository } from './proxy-users.repository.js';

/** Players of outside worlds and the accounts they belong to. */
@Injectable()
export class ProxyLinksService {
  constructor(
    private readonly proxyUsers: ProxyUsersRepository,
    private readonly players: PlayersService,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * A code that links the player to whoever enters it; one that was issued before is good no more.
   * @throws AppError `proxy-user.linked-already`, `proxy-user.disabled`.
   */
  async issueCode(actor: Actor, name: PlayerName, { displayName }: ProxyUserRequest): Promise<LinkCode> {
    return this.database.transaction(async () => {
      const player = await this.players.meet(actor, name, displayName);
      if (player.userId !== null) throw new AppError('proxy-user.linked-already');
      const code = drawLinkCode();
      const expiresAt = linkCodeEnd(this.clock.now());
      await this.proxyUsers.keepLinkCode(player.id, hashLinkCode(code), expiresAt);
      await this.record(actor, 'proxy-user.issue-link-code', player.id, { after: { expiresAt } });
      return { code: formatLinkCode(code), expiresAt: expiresAt.toISOString() };
    });
  }

  /** @throws AppError `proxy-user.link-code-invalid`, `proxy-user.disabled`. */
  async link(actor: Actor, { code }: LinkProxyUserRequest): Promise<ProxyUser> {
    const { userId } = asUser(actor);
    const codeHash = hashLinkCode(readLinkCode(code));
    return this.database.transaction(async () => {
      const id = await this.proxyUsers.findByLinkCode(codeHash);
      // The player first, as whoever issues a code holds them: two never wait for each other.
      const player = id === null ? null : await this.proxyUsers.lock(id);
      const now = this.clock.now();
      if (player === null || !(await this.proxyUsers.useLinkCode(codeHash, now))) throw invalidCode();
      assertEnabled(player);
      const linkedAt = laterVersion(player.updatedAt, now);
      await this.proxyUsers.link(player.id, userId, linkedAt);
      await this.record(actor, 'proxy-user.link', player.id, { before: { userId: null }, after: { userId } });
      return presentProxyUser({ ...player, linkedAt });
    });
  }

  /** @throws AppError `proxy-user.not-found` also for a player that is linked to somebody else. */
  async unlink(actor: Actor, id: string): Promise<void> {
    const { userId } = asUser(actor);
    await this.database.transaction(async () => {
      const player = await this.proxyUsers.lock(id);
      if (player === null || player.userId !== userId) throw new AppError('proxy-user.not-found');
      await this.proxyUsers.link(id, null, laterVersion(player.updatedAt, this.clock.now()));
      await this.record(actor, 'proxy-user.unlink', id, { before: { userId }, after: { userId: null } });
    });
  }

  async list(actor: Actor): Promise<ProxyUserList> {
    return { items: (await this.proxyUsers.findLinked(asUser(actor).userId)).map(presentProxyUser) };
  }

  private async record(
    actor: Actor,
    action: string,
    id: string,
    change: { before?: Record<string, unknown>; after: Record<string, unknown> },
  ): Promise<void> {
    await this.transactionLog.record(actor, { action, resourceType: 'proxy-user', resourceId: id, ...change });
  }
}

const invalidCode = (): AppError =>
  fieldRefused('proxy-user.link-code-invalid', '/code', 'is wrong, was used or has expired');
