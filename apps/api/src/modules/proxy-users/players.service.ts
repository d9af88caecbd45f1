import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { type PlayerName, type ProxyUserRecord, ProxyUsersRepository } from './proxy-users.repository.js';

/** Players of outside worlds, as these name them: made when they are first told of. */
@Injectable()
export class PlayersService {
  constructor(
    private readonly proxyUsers: ProxyUsersRepository,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * The player, held to the end of the transaction in progress, known from now on and called by this name.
   * @throws AppError `proxy-user.disabled`.
   */
  async meet(actor: Actor, name: PlayerName, displayName: string): Promise<ProxyUserRecord> {
    const now = this.clock.now();
    const isNew = await this.proxyUsers.insertUnlessKnown(name, displayName, now);
    const player = await this.proxyUsers.lockPlayer(name);
    if (player === null) throw new Error('A player that was just met is gone');
    assertEnabled(player);
    if (isNew) await this.record(actor, 'proxy-user.create', player.id, { after: { ...name, displayName } });
    if (player.displayName === displayName) return player;
    await this.proxyUsers.rename(player.id, displayName, laterVersion(player.updatedAt, now));
    const change = { before: { displayName: player.displayName }, after: { displayName } };
    await this.record(actor, 'proxy-user.rename', player.id, change);
    return { ...player, displayName };
  }

  /** @throws AppError `proxy-user.not-found`, `proxy-user.disabled`. */
  async find(name: PlayerName): Promise<ProxyUserRecord> {
    const player = await this.proxyUsers.findPlayer(name);
    if (player === null) throw new AppError('proxy-user.not-found');
    assertEnabled(player);
    return player;
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

/** @throws AppError `proxy-user.disabled`. */
export function assertEnabled({ isDisabled }: Pick<ProxyUserRecord, 'isDisabled'>): void {
  if (isDisabled) throw new AppError('proxy-user.disabled');
}
