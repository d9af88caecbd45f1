import { Injectable } from '@nestjs/common';
import type { UserListQuery, UserType } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { escapeLike } from '../../platform/search/escape-like.js';

// Never the password's hash: it is read by `findCredentials…` alone.
const columns = {
  id: true,
  loginId: true,
  nickname: true,
  name: true,
  email: true,
  loginType: true,
  userType: true,
  isDisabled: true,
  lastLoginAt: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.UserSelect;

export type UserRecord = Prisma.UserGetPayload<{ select: typeof columns }>;

const credentialColumns = { id: true, loginId: true, passwordHash: true, isDisabled: true } satisfies Prisma.UserSelect;

export type UserCredentials = Prisma.UserGetPayload<{ select: typeof credentialColumns }>;

export interface NewUser {
  readonly loginId: string;
  readonly loginIdKey: string;
  readonly passwordHash: string;
  readonly nickname: string;
  readonly name: string | null;
  readonly email: string;
  readonly userType: UserType;
}

export type UniqueField = 'loginId' | 'nickname' | 'email';

export interface TypeCount {
  readonly userType: UserType;
  readonly total: number;
  readonly sinceToday: number;
  readonly sinceWeek: number;
}

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  async findById(id: string): Promise<UserRecord | null> {
    return this.database.client.user.findUnique({ where: { id }, select: columns });
  }

  async findByLoginId(loginIdKey: string): Promise<UserRecord | null> {
    return this.database.client.user.findUnique({ where: { loginIdKey }, select: columns });
  }

  async findCredentialsByLoginId(loginIdKey: string): Promise<UserCredentials | null> {
    return this.database.client.user.findUnique({ where: { loginIdKey }, select: credentialColumns });
  }

  async findCredentialsById(id: string): Promise<UserCredentials | null> {
    return this.database.client.user.findUnique({ where: { id }, select: credentialColumns });
  }

  /** Which of the three somebody else has already. */
  async findTaken(loginIdKey: string, nickname: string, email: string): Promise<UniqueField | undefined> {
    const rows = await this.database.client.$queryRaw<{ loginId: boolean; nickname: boolean }[]>`
      SELECT "loginIdKey" IS NOT DISTINCT FROM ${loginIdKey} AS "loginId", lower("nickname") = lower(${nickname}) AS "nickname"
      FROM "User"
      WHERE "loginIdKey" = ${loginIdKey} OR lower("nickname") = lower(${nickname}) OR "email" = ${email}`;
    if (rows.length === 0) return undefined;
    if (rows.some((row) => row.loginId)) return 'loginId';
    return rows.some((row) => row.nickname) ? 'nickname' : 'email';
  }

  async create(user: NewUser): Promise<UserRecord> {
    return this.database.client.user.create({ data: { ...user, loginType: 'LOCAL' }, select: columns });
  }

  /**
   * Notes the login if the user may still log in by that password, and holds the row until the transaction ends, so
   * that a disabling or a new password comes wholly before or wholly after it. An edit's version stays as it is.
   */
  async markLoggedIn(id: string, passwordHash: string, now: Date): Promise<boolean> {
    const count = await this.database.client.$executeRaw`
      UPDATE "User" SET "lastLoginAt" = ${now}
      WHERE "id" = ${id}::uuid AND "passwordHash" = ${passwordHash} AND NOT "isDisabled"`;
    return count === 1;
  }

  /** Puts `to` in the place of the hash `from`, unless that is gone already. */
  async replacePasswordHash(id: string, from: string, to: string): Promise<boolean> {
    const { count } = await this.database.client.user.updateMany({
      where: { id, passwordHash: from, isDisabled: false },
      data: { passwordHash: to },
    });
    return count === 1;
  }

  /** The ids of the administrators who can log in; none of them changes until the transaction ends. */
  async lockEnabledAdmins(): Promise<string[]> {
    const rows = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User" WHERE "userType" = 'ADMIN' AND NOT "isDisabled" ORDER BY "id" FOR UPDATE`;
    return rows.map(({ id }) => id);
  }

  /** Changes the standing of the user as they were at `version`; null when they have changed since. */
  async updateStanding(
    id: string,
    version: Date,
    to: { userType: UserType; isDisabled: boolean; updatedAt: Date },
  ): Promise<UserRecord | null> {
    const rows = await this.database.client.user.updateManyAndReturn({
      where: { id, updatedAt: version },
      data: to,
      select: columns,
    });
    return rows[0] ?? null;
  }

  async findPage(query: UserListQuery): Promise<{ items: UserRecord[]; total: number }> {
    const where = conditionsOf(query);
    const [items, total] = await Promise.all([
      this.database.client.user.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (query.page - 1) * query.pageSize,
        take: query.pageSize,
        select: columns,
      }),
      this.database.client.user.count({ where }),
    ]);
    return { items, total };
  }

  /** Users by type: all, and those who came since the beginning of two periods. Types nobody has are left out. */
  async countByType(today: Date, week: Date): Promise<TypeCount[]> {
    return this.database.client.$queryRaw<TypeCount[]>`
      SELECT "userType", count(*)::integer AS "total",
             (count(*) FILTER (WHERE "createdAt" >= ${today}))::integer AS "sinceToday",
             (count(*) FILTER (WHERE "createdAt" >= ${week}))::integer AS "sinceWeek"
      FROM "User" GROUP BY "userType"`;
  }
}

function conditionsOf({ q, userType, isDisabled }: UserListQuery): Prisma.UserWhereInput {
  // Prisma hands the text to ILIKE as it is.
  const match = q === undefined ? undefined : ({ contains: escapeLike(q), mode: 'insensitive' } as const);
  return {
    ...(userType === undefined ? {} : { userType }),
    ...(isDisabled === undefined ? {} : { isDisabled: isDisabled === 'true' }),
    ...(match === undefined
      ? {}
      : { OR: [{ nickname: match }, { loginId: match }, { name: match }, { email: match }] }),
  };
}
