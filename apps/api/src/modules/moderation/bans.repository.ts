import { Injectable } from '@nestjs/common';
import type { BanScope, UserType } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';

const person = { select: { id: true, nickname: true } } as const;

const columns = {
  id: true,
  scope: true,
  user: person,
  viewer: { select: { id: true, code: true, name: true } },
  nickname: true,
  reason: true,
  startsAt: true,
  endsAt: true,
  imposedBy: { select: { id: true, nickname: true, userType: true } },
  liftedAt: true,
  liftedBy: person,
} satisfies Prisma.BanSelect;

export type BanRecord = Prisma.BanGetPayload<{ select: typeof columns }>;

/** Whom a ban keeps out of what; at least one of `userId` and `clientKey`. */
export interface BanTarget {
  readonly scope: BanScope;
  readonly userId: string | null;
  /** Keyed hash of an address. */
  readonly clientKey: string | null;
  /** One room only; null is every room. */
  readonly viewerId: string | null;
}

export interface NewBan extends BanTarget {
  readonly nickname: string;
  readonly reason: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly imposedById: string;
}

export interface ActiveBan {
  readonly id: string;
  readonly reason: string;
  /** Null is for good. */
  readonly endsAt: Date | null;
}

export interface BannedUser {
  readonly nickname: string;
  readonly userType: UserType;
}

export interface BansQuery {
  /** Of one room; null is all. */
  readonly viewerId: string | null;
  /** Null is both. */
  readonly isActive: boolean | null;
  readonly now: Date;
  /** Pages count from 1. */
  readonly page: number;
  readonly pageSize: number;
}

const holdsAt = (now: Date): Prisma.Sql =>
  Prisma.sql`b."liftedAt" IS NULL AND (b."endsAt" IS NULL OR b."endsAt" > ${now})`;

@Injectable()
export class BansRepository {
  constructor(private readonly database: Database) {}

  /** The ban that keeps this user out of the room the longest. */
  findOfUser(userId: string, viewerCode: string, now: Date): Promise<ActiveBan | null> {
    return this.findInRoom(Prisma.sql`b."userId" = ${userId}::uuid`, viewerCode, now);
  }

  /** The same of whoever comes without an account from this address; bans from before `since` do not count. */
  findOfAddress(clientKey: string, viewerCode: string, since: Date, now: Date): Promise<ActiveBan | null> {
    const target = Prisma.sql`b."clientKey" = ${clientKey} AND b."startsAt" > ${since}`;
    return this.findInRoom(target, viewerCode, now);
  }

  /** The ban that keeps this user from signing in the longest. */
  async findFromSite(userId: string, now: Date): Promise<ActiveBan | null> {
    const [ban] = await this.database.client.$queryRaw<ActiveBan[]>`
      SELECT b.id, b.reason, b."endsAt" FROM "Ban" b
      WHERE b."userId" = ${userId}::uuid AND b.scope = 'SITE' AND ${holdsAt(now)}
      ORDER BY b."endsAt" DESC NULLS FIRST LIMIT 1`;
    return ban ?? null;
  }

  /** The ban that keeps this user from writing on the boards the longest. */
  async findOfWriter(userId: string, now: Date): Promise<ActiveBan | null> {
    const [ban] = await this.database.client.$queryRaw<ActiveBan[]>`
      SELECT b.id, b.reason, b."endsAt" FROM "Ban" b
      WHERE b."userId" = ${userId}::uuid AND b.scope IN ('SITE', 'BOARDS') AND ${holdsAt(now)}
      ORDER BY b."endsAt" DESC NULLS FIRST LIMIT 1`;
    return ban ?? null;
  }

  /** Of the same target and extent, still holding. */
  async findStanding(target: BanTarget, now: Date): Promise<BanRecord | null> {
    const { scope, userId, clientKey, viewerId } = target;
    return this.database.client.ban.findFirst({
      where: {
        scope,
        viewerId,
        ...(userId === null ? { userId, clientKey } : { userId }),
        liftedAt: null,
        OR: [{ endsAt: null }, { endsAt: { gt: now } }],
      },
      orderBy: { endsAt: { sort: 'desc', nulls: 'first' } },
      select: columns,
    });
  }

  async create(ban: NewBan): Promise<BanRecord> {
    return this.database.client.ban.create({ data: { ...ban, createdAt: ban.startsAt }, select: columns });
  }

  async extend(id: string, endsAt: Date | null, reason: string): Promise<BanRecord> {
    return this.database.client.ban.update({ where: { id }, data: { endsAt, reason }, select: columns });
  }

  async lift(id: string, liftedById: string, liftedAt: Date): Promise<BanRecord> {
    return this.database.client.ban.update({ where: { id }, data: { liftedById, liftedAt }, select: columns });
  }

  /** Holds the ban to the end of the transaction. */
  async lock(id: string): Promise<BanRecord | null> {
    await this.database.client.$queryRaw`SELECT id FROM "Ban" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return this.database.client.ban.findUnique({ where: { id }, select: columns });
  }

  /** Holds the user to the end of the transaction: a login comes wholly before or wholly after it. */
  async lockUser(id: string): Promise<BannedUser | null> {
    const [user] = await this.database.client.$queryRaw<BannedUser[]>`
      SELECT nickname, "userType" FROM "User" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return user ?? null;
  }

  /** Newest first. */
  async findPage(query: BansQuery): Promise<{ items: BanRecord[]; total: number }> {
    const where = conditionsOf(query);
    const [items, total] = await Promise.all([
      this.database.client.ban.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (query.page - 1) * query.pageSize,
        take: query.pageSize,
        select: columns,
      }),
      this.database.client.ban.count({ where }),
    ]);
    return { items, total };
  }

  private async findInRoom(target: Prisma.Sql, viewerCode: string, now: Date): Promise<ActiveBan | null> {
    const [ban] = await this.database.client.$queryRaw<ActiveBan[]>`
      SELECT b.id, b.reason, b."endsAt" FROM "Ban" b
      WHERE ${target} AND b.scope IN ('SITE', 'ROOMS') AND ${holdsAt(now)}
        AND (b."viewerId" IS NULL OR b."viewerId" = (SELECT v.id FROM "MetaViewerInfo" v WHERE v.code = ${viewerCode}))
      ORDER BY b."endsAt" DESC NULLS FIRST LIMIT 1`;
    return ban ?? null;
  }
}

function conditionsOf({ viewerId, isActive, now }: BansQuery): Prisma.BanWhereInput {
  const holding = { liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  return {
    ...(viewerId === null ? {} : { viewerId }),
    ...(isActive === null ? {} : isActive ? holding : { NOT: holding }),
  };
}
