import { Inject, Injectable } from '@nestjs/common';
import type { ManagedUser, Page, UpdateUserRequest, UserFigures, UserListQuery } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { addDays, Clock, startOfKstDay } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { userNamesTag } from './user-cache-tags.js';
import { presentFigures, presentManagedUser } from './user.presenter.js';
import { loginIdKeyOf, standingAfter, takesLastAdmin } from './user.rules.js';
import { type UserRecord, UsersRepository } from './users.repository.js';

/** What administrators see of users and change about them. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  async list(query: UserListQuery): Promise<Page<ManagedUser>> {
    const { items, total } = await this.users.findPage(query);
    return { items: items.map(presentManagedUser), page: query.page, pageSize: query.pageSize, total };
  }

  /** Counts of today and of the last seven days (today is the seventh), both days of Korea. */
  async figures(): Promise<UserFigures> {
    const today = startOfKstDay(this.clock.now());
    return presentFigures(await this.users.countByType(today, addDays(today, -6)));
  }

  async get(id: string): Promise<ManagedUser> {
    return presentManagedUser(found(await this.users.findById(id)));
  }

  /**
   * Changes the type of the user as they were at `version`, or lets them in or out.
   * @throws AppError `user.not-found`, `resource.stale`, `user.last-admin`.
   */
  async update(actor: Actor, id: string, version: Date, changes: UpdateUserRequest): Promise<ManagedUser> {
    return this.change(actor, changes, async () => {
      const user = found(await this.users.findById(id));
      if (user.updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
      return user;
    });
  }

  /** The same by login id and whatever the version, for the command line. */
  async updateByLoginId(actor: Actor, loginId: string, changes: UpdateUserRequest): Promise<ManagedUser> {
    return this.change(actor, changes, async () => found(await this.users.findByLoginId(loginIdKeyOf(loginId))));
  }

  private async change(
    actor: Actor,
    changes: UpdateUserRequest,
    load: () => Promise<UserRecord>,
  ): Promise<ManagedUser> {
    return this.database.transaction(async () => {
      // Locked before the user is read: of two administrators who demote each other the second sees what the first did.
      const enabledAdminIds = await this.users.lockEnabledAdmins();
      const before = await load();
      const after = standingAfter(before, changes);
      if (takesLastAdmin(before.id, before, after, enabledAdminIds)) throw new AppError('user.last-admin');
      return presentManagedUser(after.isChanged ? await this.write(actor, before, after) : before);
    });
  }

  private async write(
    actor: Actor,
    before: UserRecord,
    { userType, isDisabled }: Pick<UserRecord, 'userType' | 'isDisabled'>,
  ): Promise<UserRecord> {
    const updatedAt = laterVersion(before.updatedAt, this.clock.now());
    const user = await this.users.updateStanding(before.id, before.updatedAt, { userType, isDisabled, updatedAt });
    if (user === null) throw new AppError('resource.stale');
    if (isDisabled !== before.isDisabled) await this.database.afterCommit(() => this.cache.invalidate([userNamesTag]));
    if (isDisabled && !before.isDisabled) await this.sessions.endAllOf(actor, user.id, 'USER_DISABLED');
    await this.transactionLog.record(actor, {
      action: 'user.update',
      resourceType: 'user',
      resourceId: user.id,
      before: { userType: before.userType, isDisabled: before.isDisabled },
      after: { userType, isDisabled },
    });
    return user;
  }
}

function found(user: UserRecord | null): UserRecord {
  if (user === null) throw new AppError('user.not-found');
  return user;
}
