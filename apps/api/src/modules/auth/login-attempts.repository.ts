import { Injectable } from '@nestjs/common';
import type { LoginAttempt } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';

/** Whose door is tried, and from where. */
export interface AttemptKey {
  readonly loginIdKey: string;
  readonly clientKey: string;
}

export type AttemptRecord = Pick<LoginAttempt, 'failureCount' | 'lastFailedAt' | 'lockedUntil'>;

const columns = { failureCount: true, lastFailedAt: true, lockedUntil: true } as const;

@Injectable()
export class LoginAttemptsRepository {
  constructor(private readonly database: Database) {}

  /** The notes, made if there are none; nobody else changes them until the transaction ends. */
  async lock({ loginIdKey, clientKey }: AttemptKey, now: Date): Promise<AttemptRecord> {
    const rows = await this.database.client.$queryRaw<AttemptRecord[]>`
      INSERT INTO "LoginAttempt" ("loginIdKey", "clientKey", "firstFailedAt", "lastFailedAt", "updatedAt")
      VALUES (${loginIdKey}, ${clientKey}, ${now}, ${now}, ${now})
      ON CONFLICT ("loginIdKey", "clientKey") DO UPDATE SET "updatedAt" = EXCLUDED."updatedAt"
      RETURNING "failureCount", "lastFailedAt", "lockedUntil"`;
    if (rows[0] === undefined) throw new Error('An upsert returned no row');
    return rows[0];
  }

  async update(key: AttemptKey, failures: AttemptRecord): Promise<void> {
    await this.database.client.loginAttempt.update({
      where: { loginIdKey_clientKey: key },
      data: failures,
      select: columns,
    });
  }

  /** Puts `before` back in the place of `noted`, unless something else happened since. */
  async takeBack(key: AttemptKey, noted: AttemptRecord, before: AttemptRecord): Promise<void> {
    const { failureCount } = noted;
    await this.database.client.loginAttempt.updateMany({ where: { ...key, failureCount }, data: before });
  }

  async delete(key: AttemptKey): Promise<void> {
    await this.database.client.loginAttempt.deleteMany({ where: key });
  }

  /** Deletes notes whose last failure is older than `before`; answers how many. */
  async deleteOlderThan(before: Date): Promise<number> {
    const { count } = await this.database.client.loginAttempt.deleteMany({ where: { lastFailedAt: { lt: before } } });
    return count;
  }
}
