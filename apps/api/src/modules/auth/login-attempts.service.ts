import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { addressKey } from '../../platform/rate-limit/rate-limit.hook.js';
import { AuthKeys } from './auth-keys.js';
import { afterFailure, forgetAfterMs, lockedForSeconds } from './login-attempt.rules.js';
import { type AttemptKey, type AttemptRecord, LoginAttemptsRepository } from './login-attempts.repository.js';

const maxLoginIdLength = 20;

/**
 * Slows down guessing. Failures are counted by login id and address together: a stranger's never lock the owner out,
 * who comes from elsewhere. They are counted alike whether or not there is such a user.
 */
@Injectable()
export class LoginAttemptsService {
  constructor(
    private readonly attempts: LoginAttemptsRepository,
    private readonly keys: AuthKeys,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets `check` judge a password, which answers undefined for a wrong one. The failure is noted before the check and
   * taken back when there was none: a hundred guesses at the same time count as a hundred.
   * @throws AppError `auth.too-many-attempts` while locked, without a check.
   */
  async judge<T>(loginId: string, address: string, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const key = this.keyOf(loginId, address);
    const { before, noted } = await this.noteFailure(key);
    let result: T | undefined;
    try {
      result = await check();
    } catch (error) {
      // No verdict: too busy, or a new password that was refused. Neither says that the password was wrong.
      await this.attempts.takeBack(key, noted, before);
      throw error;
    }
    if (result !== undefined) await this.attempts.delete(key);
    return result;
  }

  /** Deletes what no longer counts; answers how many notes went. */
  async deleteForgotten(): Promise<number> {
    return this.attempts.deleteOlderThan(new Date(this.clock.now().getTime() - forgetAfterMs));
  }

  private async noteFailure(key: AttemptKey): Promise<{ before: AttemptRecord; noted: AttemptRecord }> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const before = await this.attempts.lock(key, now);
      const retryAfterSeconds = lockedForSeconds(before, now);
      if (retryAfterSeconds > 0) throw new AppError('auth.too-many-attempts', { retryAfterSeconds });
      const noted = afterFailure(before, now);
      await this.attempts.update(key, noted);
      return { before, noted };
    });
  }

  private keyOf(loginId: string, address: string): AttemptKey {
    const loginIdKey = loginId.toLowerCase().slice(0, maxLoginIdLength).toWellFormed();
    const clientKey = createHmac('sha256', this.keys.clientAddress).update(addressKey(address)).digest('hex');
    return { loginIdKey, clientKey };
  }
}
