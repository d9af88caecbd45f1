import { Injectable } from '@nestjs/common';
import type {
  ManagedProxyUser,
  ManagedProxyUserPage,
  ProxyUserListQuery,
  UpdateProxyUserRequest,
} from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { presentManagedProxyUser } from './proxy-user.presenter.js';
import { ProxyUsersRepository } from './proxy-users.repository.js';

/** Players of outside worlds as administrators see them. */
@Injectable()
export class ProxyUsersService {
  constructor(
    private readonly proxyUsers: ProxyUsersRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  async list(query: ProxyUserListQuery): Promise<ManagedProxyUserPage> {
    const { items, total } = await this.proxyUsers.findPage(query);
    return { items: items.map(presentManagedProxyUser), page: query.page, pageSize: query.pageSize, total };
  }

  /** @throws AppError `proxy-user.not-found`. */
  async read(id: string): Promise<ManagedProxyUser> {
    const player = await this.proxyUsers.findManaged(id);
    if (player === null) throw new AppError('proxy-user.not-found');
    return presentManagedProxyUser(player);
  }

  /** @throws AppError `resource.stale` when the player is no longer the `version` that was edited. */
  async update(
    actor: Actor,
    id: string,
    version: Date,
    { isDisabled }: UpdateProxyUserRequest,
  ): Promise<ManagedProxyUser> {
    return this.database.transaction(async () => {
      const player = await this.proxyUsers.lock(id);
      if (player === null) throw new AppError('proxy-user.not-found');
      if (player.updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
      if (player.isDisabled !== isDisabled) {
        await this.proxyUsers.disable(id, isDisabled, laterVersion(player.updatedAt, this.clock.now()));
        const change = { before: { isDisabled: player.isDisabled }, after: { isDisabled } };
        await this.transactionLog.record(actor, {
          action: 'proxy-user.update',
          resourceType: 'proxy-user',
          resourceId: id,
          ...change,
        });
      }
      return this.read(id);
    });
  }
}
