import { Injectable } from '@nestjs/common';
import type { ProxyUserListQuery, ProxyUserType } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { escapeLike } from '../../platform/search/escape-like.js';
import type { CodeHash } from './link-code.rules.js';

/** A player as the outside world names them. */
export interface PlayerName {
  readonly type: ProxyUserType;
  readonly memberId: string;
}

const columns = {
  id: true,
  type: true,
  memberId: true,
  displayName: true,
  userId: true,
  linkedAt: true,
  isDisabled: true,
  updatedAt: true,
} satisfies Prisma.ProxyUserSelect;

export type ProxyUserRecord = Prisma.ProxyUserGetPayload<{ select: typeof columns }>;

const managedColumns = {
  ...columns,
  createdAt: true,
  user: { select: { id: true, nickname: true } },
  _count: { select: { wishlist: true } },
} satisfies Prisma.ProxyUserSelect;

export type ManagedProxyUserRecord = Prisma.ProxyUserGetPayload<{ select: typeof managedColumns }>;

@Injectable()
export class ProxyUsersRepository {
  constructor(private readonly database: Database) {}

  /** Adds the player if nobody has yet; tells whether it did. */
  async insertUnlessKnown({ type, memberId }: PlayerName, displayName: string, now: Date): Promise<boolean> {
    const { count } = await this.database.client.proxyUser.createMany({
      data: [{ type, memberId, displayName, createdAt: now, updatedAt: now }],
      skipDuplicates: true,
    });
    return count === 1;
  }

  /** Holds the player to the end of the transaction. */
  async lockPlayer({ type, memberId }: PlayerName): Promise<ProxyUserRecord | null> {
    return this.lockWhere(Prisma.sql`type = ${type}::"ProxyUserType" AND "memberId" = ${memberId}`);
  }

  async lock(id: string): Promise<ProxyUserRecord | null> {
    return this.lockWhere(Prisma.sql`id = ${id}::uuid`);
  }

  async findPlayer({ type, memberId }: PlayerName): Promise<ProxyUserRecord | null> {
    return this.database.client.proxyUser.findUnique({ where: { type_memberId: { type, memberId } }, select: columns });
  }

  async findManaged(id: string): Promise<ManagedProxyUserRecord | null> {
    return this.database.client.proxyUser.findUnique({ where: { id }, select: managedColumns });
  }

  /** Those linked to a user, the latest first. */
  async findLinked(userId: string): Promise<ProxyUserRecord[]> {
    return this.database.client.proxyUser.findMany({
      where: { userId, isDisabled: false },
      orderBy: [{ linkedAt: 'desc' }, { id: 'desc' }],
      select: columns,
    });
  }

  async findPage(query: ProxyUserListQuery): Promise<{ items: ManagedProxyUserRecord[]; total: number }> {
    const where = conditionsOf(query);
    const [items, total] = await Promise.all([
      this.database.client.proxyUser.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (query.page - 1) * query.pageSize,
        take: query.pageSize,
        select: managedColumns,
      }),
      this.database.client.proxyUser.count({ where }),
    ]);
    return { items, total };
  }

  async rename(id: string, displayName: string, updatedAt: Date): Promise<void> {
    await this.database.client.proxyUser.update({ where: { id }, data: { displayName, updatedAt } });
  }

  async disable(id: string, isDisabled: boolean, updatedAt: Date): Promise<void> {
    await this.database.client.proxyUser.update({ where: { id }, data: { isDisabled, updatedAt } });
  }

  /** Links the player to a user, or, with null, to nobody. */
  async link(id: string, userId: string | null, updatedAt: Date): Promise<void> {
    const linkedAt = userId === null ? null : updatedAt;
    await this.database.client.proxyUser.update({ where: { id }, data: { userId, linkedAt, updatedAt } });
  }

  /** Keeps the one code of a player; an earlier one is good no more. */
  async keepLinkCode(proxyUserId: string, codeHash: CodeHash, expiresAt: Date): Promise<void> {
    await this.database.client.proxyUserLinkCode.upsert({
      where: { proxyUserId },
      create: { proxyUserId, codeHash, expiresAt },
      update: { codeHash, expiresAt },
    });
  }

  /** Whose code it is. */
  async findByLinkCode(codeHash: CodeHash): Promise<string | null> {
    const found = await this.database.client.proxyUserLinkCode.findUnique({
      where: { codeHash },
      select: { proxyUserId: true },
    });
    return found?.proxyUserId ?? null;
  }

  /** Takes the code away; whether it was there and good at `now`. */
  async useLinkCode(codeHash: CodeHash, now: Date): Promise<boolean> {
    const { count } = await this.database.client.proxyUserLinkCode.deleteMany({
      where: { codeHash, expiresAt: { gt: now } },
    });
    return count === 1;
  }

  private async lockWhere(condition: Prisma.Sql): Promise<ProxyUserRecord | null> {
    const [player] = await this.database.client.$queryRaw<ProxyUserRecord[]>`
      SELECT id, type::text AS type, "memberId", "displayName", "userId", "linkedAt", "isDisabled", "updatedAt"
      FROM "ProxyUser" WHERE ${condition} FOR NO KEY UPDATE`;
    return player ?? null;
  }
}

function conditionsOf({ q, type, isLinked, isDisabled }: ProxyUserListQuery): Prisma.ProxyUserWhereInput {
  return {
    ...(type === undefined ? {} : { type }),
    ...(isDisabled === undefined ? {} : { isDisabled: isDisabled === 'true' }),
    ...(isLinked === undefined ? {} : { userId: isLinked === 'true' ? { not: null } : null }),
    ...(q === undefined
      ? {}
      : { OR: [{ displayName: { contains: escapeLike(q), mode: 'insensitive' } }, { memberId: q }] }),
  };
}
