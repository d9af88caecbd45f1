import { Injectable } from '@nestjs/common';
import type { CafeLabel } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { matches } from '../../platform/search/search.sql.js';
import type { SearchPatterns } from '../../platform/search/search-text.js';
import { isInScope, isVisible } from '../cafes/cafe-read.sql.js';
import type { CafeScope } from '../cafes/cafe.rules.js';
import { joinFacts, managedPageJson, managedSummaryJson, pageJson, summaryJson } from './product-read.sql.js';
import type {
  ManagedPageRecord,
  ManagedSummaryRecord,
  ProductPageRecord,
  ProductSummaryRecord,
} from './product-records.js';
import { isListed, isProductVisible, isWithinCategory } from './product-visibility.sql.js';

export type ProductOrder = 'newest' | 'oldest' | 'name' | 'cheapest' | 'dearest' | 'signature';

export interface ProductsQuery {
  readonly search: SearchPatterns | null;
  /** Codes; null is every one. A category covers those below it. */
  readonly cafe: string | null;
  readonly category: string | null;
  readonly sort: ProductOrder;
  /** Counts from 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface ManagedProductsQuery extends ProductsQuery {
  readonly scope: CafeScope;
  /** Null is both. */
  readonly isDisabled: boolean | null;
  readonly isAvailable: boolean | null;
  readonly isSignature: boolean | null;
}

export interface ProductsFound<Item> {
  readonly items: Item[];
  /** All matches, not only this part of them. */
  readonly total: number;
}

/** Each is one index, read from one end. */
const columnsOf: Record<ProductOrder, readonly string[]> = {
  newest: ['"createdAt" DESC', '"productId" DESC'],
  oldest: ['"createdAt"', '"productId"'],
  name: ['name', '"productId"'],
  cheapest: ['price', '"productId"'],
  dearest: ['price DESC', '"productId" DESC'],
  signature: ['"isSignature" DESC', '"createdAt" DESC', '"productId" DESC'],
};

const orderOf = (sort: ProductOrder, row: 's' | 'listed'): Prisma.Sql =>
  Prisma.raw(columnsOf[sort].map((column) => `${row}.${column}`).join(', '));

/** What is read of products: each list and each page is one statement. */
@Injectable()
export class ProductReadsRepository {
  constructor(private readonly database: Database) {}

  /** A part of the products that visitors see. */
  findVisible(query: ProductsQuery): Promise<ProductsFound<ProductSummaryRecord>> {
    return this.findList([isListed, ...filtersOf(query)], query, summaryJson);
  }

  /** A part of what visitors see of a café's products, each with all of it. */
  findShowcase(query: ProductsQuery): Promise<ProductsFound<ProductPageRecord>> {
    return this.findList([isListed, ...filtersOf(query)], query, pageJson);
  }

  /** A part of the products of the cafés in `scope`, also the hidden ones. */
  findManaged(query: ManagedProductsQuery): Promise<ProductsFound<ManagedSummaryRecord>> {
    const { scope, isDisabled, isAvailable, isSignature } = query;
    const conditions = [isInScope(scope, 's."cafeId"'), ...filtersOf(query)];
    if (isDisabled !== null) conditions.push(Prisma.sql`s."isDisabled" = ${isDisabled}`);
    if (isAvailable !== null) conditions.push(Prisma.sql`s."isAvailable" = ${isAvailable}`);
    if (isSignature !== null) conditions.push(Prisma.sql`s."isSignature" = ${isSignature}`);
    return this.findList(conditions, query, managedSummaryJson);
  }

  /** A product that visitors see. */
  async findVisiblePage(code: string): Promise<ProductPageRecord | null> {
    const [row] = await this.database.read<{ page: ProductPageRecord }>(
      Prisma.sql`SELECT ${pageJson} AS page FROM "Product" p ${joinFacts} WHERE p.code = ${code} AND ${isProductVisible}`,
      { isPlannedOnce: true },
    );
    return row?.page ?? null;
  }

  /** A product of a café in `scope`. */
  async findManagedPage(scope: CafeScope, code: string): Promise<ManagedPageRecord | null> {
    const [row] = await this.database.read<{ page: ManagedPageRecord }>(Prisma.sql`
      SELECT ${managedPageJson} AS page FROM "Product" p ${joinFacts}
      WHERE p.code = ${code} AND ${isInScope(scope, 'p."cafeId"')}`);
    return row?.page ?? null;
  }

  /** A café in `scope` that visitors see. */
  async findShownCafe(scope: CafeScope, code: string): Promise<CafeLabel | null> {
    const [cafe] = await this.database.read<CafeLabel>(Prisma.sql`
      SELECT c.id, c.code, c.name FROM "CafeInfo" c WHERE c.code = ${code} AND ${isVisible('c')} AND ${isInScope(scope, 'c.id')}`);
    return cafe ?? null;
  }

  // Without a search, counting and listing are planned apart: an index gives the first page in its order without a look at the rest. With
  // one, the texts are compared once for both.
  private async findList<Item>(
    conditions: readonly Prisma.Sql[],
    { search, sort, page, pageSize }: ProductsQuery,
    itemJson: Prisma.Sql,
  ): Promise<ProductsFound<Item>> {
    const rows = Prisma.sql`SELECT s."productId", s."createdAt", s.name, s.price, s."isSignature"
      FROM "ProductSearch" s WHERE ${Prisma.join([...conditions], ' AND ')}`;
    const source = search === null ? Prisma.sql`(${rows})` : Prisma.sql`matched`;
    const withMatched = search === null ? Prisma.empty : Prisma.sql`WITH matched AS MATERIALIZED (${rows})`;
    const [found] = await this.database.read<ProductsFound<Item>>(Prisma.sql`
      ${withMatched} SELECT (SELECT count(*)::integer FROM ${source} s) AS total, (
        SELECT coalesce(json_agg(${itemJson} ORDER BY ${orderOf(sort, 'listed')}), '[]')
        FROM (
          SELECT s.* FROM ${source} s ORDER BY ${orderOf(sort, 's')} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
        ) listed JOIN "Product" p ON p.id = listed."productId" ${joinFacts}
      ) AS items`);
    if (found === undefined) throw new Error('A SELECT without FROM answers one row');
    return found;
  }
}

function filtersOf({ search, cafe, category }: ProductsQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (search !== null) conditions.push(matches(search));
  if (cafe !== null) conditions.push(Prisma.sql`s."cafeId" = (SELECT id FROM "CafeInfo" WHERE code = ${cafe})`);
  if (category !== null) conditions.push(isWithinCategory(category));
  return conditions;
}
