import { Injectable } from '@nestjs/common';
import type { ChangePasswordRequest, SignupRequest, UserType } from '@virtualcafe/contracts';
import type { Actor, UserActor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { PasswordHasher } from '../../platform/passwords/password-hasher.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { commonPasswords } from './common-passwords.js';
import { passwordFault } from './password.rules.js';
import { loginIdKeyOf } from './user.rules.js';
import { type NewUser, type UniqueField, type UserRecord, UsersRepository } from './users.repository.js';

export type { UserRecord } from './users.repository.js';

/** A person who logs in with a password. Only the system and administrators' tools name a `userType`. */
export interface NewLocalUser extends SignupRequest {
  readonly name?: string;
  readonly userType?: UserType;
}

const takenCodes = {
  loginId: 'user.login-id-taken',
  nickname: 'user.nickname-taken',
  email: 'user.email-taken',
} as const;

/** Accounts that log in with a password: the only place where a password's hash is read or written. */
@Injectable()
export class UserAccountsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: PasswordHasher,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a user who logs in with a password.
   * `isPasswordExempt` lets a well-known password pass: for the demo's users, whose password everybody is told.
   * @throws AppError `user.…-taken`, `auth.password-…`.
   */
  async createLocalUser(actor: Actor, user: NewLocalUser, { isPasswordExempt = false } = {}): Promise<UserRecord> {
    if (!isPasswordExempt) await assertPasswordAllowed(user.password, user.loginId, '/password');
    else if (actor.kind !== 'system') throw new Error('Only the system may exempt a password');
    const loginIdKey = loginIdKeyOf(user.loginId);
    const taken = await this.users.findTaken(loginIdKey, user.nickname, user.email);
    if (taken !== undefined) throw takenError(taken);
    const { password, name = null, userType = 'GENERAL', ...rest } = user;
    const passwordHash = await this.passwords.hash(password);
    return this.write(actor, { ...rest, name, userType, loginIdKey, passwordHash });
  }

  async findById(id: string): Promise<UserRecord | null> {
    return this.users.findById(id);
  }

  async findByLoginId(loginId: string): Promise<UserRecord | null> {
    return this.users.findByLoginId(loginIdKeyOf(loginId));
  }

  /**
   * Checks the credentials and, if they are right, runs `work` in the transaction that notes the login: whoever is
   * disabled or gets a new password meanwhile is either refused here or has what `work` made ended by that change.
   * @returns undefined for an unknown or disabled user and for a wrong password, after the same time.
   */
  async logIn<T>(loginId: string, password: string, work: (user: UserRecord) => Promise<T>): Promise<T | undefined> {
    const found = await this.users.findCredentialsByLoginId(loginIdKeyOf(loginId));
    const passwordHash = found?.passwordHash ?? undefined;
    const isRight = await this.passwords.verify(passwordHash, password);
    if (found === null || passwordHash === undefined || !isRight) return undefined;
    return this.database.transaction(async () => {
      if (!(await this.users.markLoggedIn(found.id, passwordHash, this.clock.now()))) return undefined;
      const user = await this.users.findById(found.id);
      return user === null ? undefined : work(user);
    });
  }

  /**
   * Gives the actor a new password and runs `work` in the same transaction.
   * @returns undefined when the current password is wrong.
   * @throws AppError `auth.password-…` for a new password that is refused.
   */
  async changePassword<T>(
    actor: UserActor,
    { currentPassword, newPassword }: ChangePasswordRequest,
    work: (user: UserRecord) => Promise<T>,
  ): Promise<T | undefined> {
    const found = await this.users.findCredentialsById(actor.userId);
    const currentHash = found?.passwordHash ?? undefined;
    const isRight = await this.passwords.verify(currentHash, currentPassword);
    if (found === null || currentHash === undefined || !isRight) return undefined;
    await assertPasswordAllowed(newPassword, found.loginId ?? undefined, '/newPassword');
    const newHash = await this.passwords.hash(newPassword);
    return this.database.transaction(async () => {
      if (!(await this.users.replacePasswordHash(found.id, currentHash, newHash))) return undefined;
      await this.transactionLog.record(actor, {
        action: 'account.change-password',
        resourceType: 'user',
        resourceId: found.id,
      });
      const user = await this.users.findById(found.id);
      return user === null ? undefined : work(user);
    });
  }

  private async write(actor: Actor, columns: NewUser): Promise<UserRecord> {
    try {
      return await this.database.transaction(async () => {
        const user = await this.users.create(columns);
        const after = { loginType: user.loginType, userType: user.userType };
        const act = { action: 'user.create', resourceType: 'user', resourceId: user.id, after };
        await this.transactionLog.record(actor, act);
        return user;
      });
    } catch (error) {
      throw takenErrorOf(error) ?? error;
    }
  }
}

async function assertPasswordAllowed(password: string, loginId: string | undefined, pointer: string): Promise<void> {
  const fault = passwordFault(password, loginId, await commonPasswords());
  if (fault === 'auth.password-holds-login-id') throw fieldRefused(fault, pointer, 'contains the login id');
  if (fault !== undefined) throw fieldRefused(fault, pointer, 'is among the passwords that are tried first');
}

const fieldMessages: Record<UniqueField, string> = {
  loginId: 'is taken by another user',
  nickname: 'is taken by another user',
  email: 'belongs to another account',
};

const takenError = (field: UniqueField): AppError => fieldRefused(takenCodes[field], `/${field}`, fieldMessages[field]);

/** Two at once: the database lets one through, and this says which field the other lost by. */
function takenErrorOf(error: unknown): AppError | undefined {
  const field = (['loginId', 'nickname', 'email'] as const).find((each) => isUniqueViolation(error, each));
  return field === undefined ? undefined : takenError(field);
}
