import { Injectable } from '@nestjs/common';
import type { ProxyUserType } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { isInScope } from '../cafes/cafe-read.sql.js';
import type { CafeScope } from '../cafes/cafe.rules.js';
import { joinFacts, summaryJson } from '../products/product-read.sql.js';
import type { ProductSummaryRecord } from '../products/product-records.js';
import { isProductVisible } from '../products/product-visibility.sql.js';

/** Who wishes: exactly one of the two. */
export type Wisher = { readonly userId: string } | { readonly proxyUserId: string };

/** One wish of a list; the instant as PostgreSQL writes it in JSON. */
export interface ProxyWishRecord {
  readonly code: string;
  readonly name: string;
  readonly wishedAt: string;
  /** Null when visitors do not see it. */
  readonly product: ProductSummaryRecord | null;
}

export interface WishRecord extends ProxyWishRecord {
  readonly isOwn: boolean;
  readonly proxyUsers: readonly {
    readonly id: string;
    readonly type: ProxyUserType;
    readonly displayName: string;
  }[];
}

export interface WishesFound<Item> {
  readonly items: Item[];
  readonly total: number;
}

interface ListPart {
  readonly page: number;
  readonly pageSize: number;
}

/** The wishes `w` of a user: their own and those of the players linked to them. */
const ofUser = (userId: string): Prisma.Sql => Prisma.sql`(
  SELECT own."productId", own."createdAt", NULL::uuid AS player FROM "WishlistProduct" own
  WHERE own."userId" = ${userId}::uuid
  UNION ALL SELECT theirs."productId", theirs."createdAt", u.id FROM "ProxyUser" u
  JOIN "WishlistProduct" theirs ON theirs."proxyUserId" = u.id
  WHERE u."userId" = ${userId}::uuid AND NOT u."isDisabled")`;

const wishFacts = Prisma.sql`
  'code', p.code, 'name', p.name, 'wishedAt', listed."wishedAt",
  'product', CASE WHEN ${isProductVisible} THEN ${summaryJson} END`;

const playersJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', u.id, 'type', u.type, 'displayName', u."displayName") ORDER BY u.id), '[]')
  FROM "ProxyUser" u WHERE u.id = ANY(listed.players))`;

@Injectable()
export class WishesRepository {
  constructor(private readonly database: Database) {}

  /** A part of what a user and the players linked to them wish, each product once, the latest wish first. */
  findOfUser(userId: string, part: ListPart): Promise<WishesFound<WishRecord>> {
    const wishes = Prisma.sql`
      SELECT w."productId", max(w."createdAt") AS "wishedAt", bool_or(w.player IS NULL) AS "isOwn",
        array_agg(w.player) AS players
      FROM ${ofUser(userId)} w GROUP BY w."productId"`;
    return this.findList(
      wishes,
      Prisma.sql`json_build_object(${wishFacts}, 'isOwn', listed."isOwn", 'proxyUsers', ${playersJson})`,
      part,
    );
  }

  /** A part of what a player wishes of the cafés in `scope`, the latest first. */
  findOfPlayer(proxyUserId: string, scope: CafeScope, part: ListPart): Promise<WishesFound<ProxyWishRecord>> {
    const wishes = Prisma.sql`
      SELECT w."productId", w."createdAt" AS "wishedAt" FROM "WishlistProduct" w JOIN "Product" p ON p.id = w."productId"
      WHERE w."proxyUserId" = ${proxyUserId}::uuid AND ${isInScope(scope, 'p."cafeId"')}`;
    return this.findList(wishes, Prisma.sql`json_build_object(${wishFacts})`, part);
  }

  async findCodesOfUser(userId: string): Promise<string[]> {
    const products = await this.database.read<{ code: string }>(Prisma.sql`
      SELECT DISTINCT p.code FROM ${ofUser(userId)} w JOIN "Product" p ON p.id = w."productId" ORDER BY p.code`);
    return products.map(({ code }) => code);
  }

  /** The id of a product of a café in `scope` that visitors see. */
  async findVisible(scope: CafeScope, code: string): Promise<string | null> {
    const [product] = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM "Product" p JOIN "CafeInfo" c ON c.id = p."cafeId"
      WHERE p.code = ${code} AND ${isProductVisible} AND ${isInScope(scope, 'p."cafeId"')}`;
    return product?.id ?? null;
  }

  /** The id of a product of a café in `scope`, seen or not. */
  async find(scope: CafeScope, code: string): Promise<string | null> {
    const [product] = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM "Product" p WHERE p.code = ${code} AND ${isInScope(scope, 'p."cafeId"')}`;
    return product?.id ?? null;
  }

  /** Holds the user to the end of the transaction, so that their wishes are counted and added to by one at a time. */
  async lockUser(userId: string): Promise<void> {
    await this.database.client.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  }

  count(wisher: Wisher): Promise<number> {
    return this.database.client.wishlistProduct.count({ where: wisher });
  }

  /** Whether it was added: not where it was wished already. */
  async insert(wisher: Wisher, productId: string, now: Date): Promise<boolean> {
    const { count } = await this.database.client.wishlistProduct.createMany({
      data: [{ ...wisher, productId, createdAt: now }],
      skipDuplicates: true,
    });
    return count === 1;
  }

  /** Whether there was such a wish. */
  async delete(wisher: Wisher, productId: string): Promise<boolean> {
    const { count } = await this.database.client.wishlistProduct.deleteMany({ where: { ...wisher, productId } });
    return count > 0;
  }

  /** Takes the wish of a user and of the players linked to them away; whether there was one. */
  async deleteOfUser(userId: string, productId: string): Promise<boolean> {
    const { count } = await this.database.client.wishlistProduct.deleteMany({
      where: { productId, OR: [{ userId }, { proxyUser: { userId } }] },
    });
    return count > 0;
  }

  private async findList<Item>(
    wishes: Prisma.Sql,
    itemJson: Prisma.Sql,
    { page, pageSize }: ListPart,
  ): Promise<WishesFound<Item>> {
    const [found] = await this.database.read<WishesFound<Item>>(Prisma.sql`
      WITH matched AS MATERIALIZED (${wishes})
      SELECT (SELECT count(*)::integer FROM matched) AS total, (
        SELECT coalesce(json_agg(${itemJson} ORDER BY listed."wishedAt" DESC, listed."productId" DESC), '[]')
        FROM (
          SELECT * FROM matched ORDER BY "wishedAt" DESC, "productId" DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
        ) listed JOIN "Product" p ON p.id = listed."productId" ${joinFacts}
      ) AS items`);
    if (found === undefined) throw new Error('A SELECT without FROM answers one row');
    return found;
  }
}
