import { Injectable } from '@nestjs/common';
import type { UserType } from '@virtualcafe/contracts';
import type { Prisma, SessionEnd } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import type { TokenHash } from './session.rules.js';

const sessionColumns = {
  id: true,
  userId: true,
  revokedAt: true,
  expiresAt: true,
  endReason: true,
} satisfies Prisma.SessionFamilySelect;

export type SessionRecord = Prisma.SessionFamilyGetPayload<{ select: typeof sessionColumns }>;

const tokenColumns = {
  id: true,
  usedAt: true,
  expiresAt: true,
  family: { select: { ...sessionColumns, user: { select: { userType: true, isDisabled: true } } } },
  successor: { select: { tokenHash: true, usedAt: true } },
} satisfies Prisma.RefreshTokenSelect;

export type TokenRecord = Prisma.RefreshTokenGetPayload<{ select: typeof tokenColumns }>;

// A statement of the nightly cleaning stays far below the time that one may take.
const deletedAtOnce = 2000;

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async create(userId: string, userAgent: string | null, now: Date, expiresAt: Date): Promise<SessionRecord> {
    return this.database.client.sessionFamily.create({
      data: { userId, userAgent, lastUsedAt: now, expiresAt },
      select: sessionColumns,
    });
  }

  /** Adds a token; `predecessorId` is the one it was exchanged for. */
  async addToken(familyId: string, tokenHash: TokenHash, expiresAt: Date, predecessorId?: string): Promise<void> {
    const { id } = await this.database.client.refreshToken.create({
      data: { familyId, tokenHash, expiresAt },
      select: { id: true },
    });
    if (predecessorId !== undefined)
      await this.database.client.refreshToken.update({
        where: { id: predecessorId },
        data: { successorId: id },
        select: { id: true },
      });
  }

  /** Marks an unused token as used, once: of any number of callers at the same time one is told `true`. */
  async claimToken(tokenHash: TokenHash, now: Date): Promise<boolean> {
    const { count } = await this.database.client.refreshToken.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    return count === 1;
  }

  async findToken(tokenHash: TokenHash): Promise<TokenRecord | null> {
    return this.database.client.refreshToken.findUnique({
      where: { tokenHash },
      select: tokenColumns,
    });
  }

  /** Prolongs a session that has not ended meanwhile. */
  async prolong(id: string, now: Date, expiresAt: Date): Promise<boolean> {
    const { count } = await this.database.client.sessionFamily.updateMany({
      where: { id, revokedAt: null },
      data: { lastUsedAt: now, expiresAt },
    });
    return count === 1;
  }

  /** Ends a session that has not ended yet; tells whether it did. */
  async end(id: string, endReason: SessionEnd, now: Date): Promise<boolean> {
    const { count } = await this.database.client.sessionFamily.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now, endReason },
    });
    return count === 1;
  }

  /** Ends every session of the user; answers how many there were. */
  async endAllOf(userId: string, endReason: SessionEnd, now: Date): Promise<number> {
    const { count } = await this.database.client.sessionFamily.updateMany({
      where: { userId, revokedAt: null },
      data: { revokedAt: now, endReason },
    });
    return count;
  }

  /** The type of the user if the session is theirs and live and they are enabled: one statement on two primary keys. */
  async findUserType(userId: string, sessionId: string, now: Date): Promise<UserType | null> {
    const user = await this.database.client.user.findFirst({
      where: {
        id: userId,
        isDisabled: false,
        sessionFamilies: { some: { id: sessionId, revokedAt: null, expiresAt: { gt: now } } },
      },
      select: { userType: true },
    });
    return user?.userType ?? null;
  }

  /** Deletes some of the sessions and tokens that expired; answers how many. Several processes share the work. */
  async deleteSomeExpired(now: Date): Promise<number> {
    const tokens = await this.database.client.$executeRaw`
      DELETE FROM "RefreshToken" WHERE "id" IN (
        SELECT "id" FROM "RefreshToken" WHERE "expiresAt" < ${now} LIMIT ${deletedAtOnce} FOR UPDATE SKIP LOCKED)`;
    const sessions = await this.database.client.$executeRaw`
      DELETE FROM "SessionFamily" WHERE "id" IN (
        SELECT "id" FROM "SessionFamily" WHERE "expiresAt" < ${now} LIMIT ${deletedAtOnce} FOR UPDATE SKIP LOCKED)`;
    return tokens + sessions;
  }
}
