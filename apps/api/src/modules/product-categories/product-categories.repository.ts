import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { ClosureTree } from '../../platform/trees/closure-tree.js';
import { isInOpenCafe, isListed, isWithinCategory } from '../products/product-visibility.sql.js';
import type { CategoryFields, PlacedCategory, TreeCategory } from './product-category.rules.js';

/** A category as it is edited. */
export interface CategoryRecord extends Omit<CategoryFields, 'position'> {
  readonly id: string;
  readonly code: string;
  readonly updatedAt: Date;
}

const recordColumns = { id: true, code: true, name: true, parentId: true, isDisabled: true, updatedAt: true } as const;

/** The category tree. Write only while the tree's lock is held. */
@Injectable()
export class ProductCategoriesRepository {
  readonly closure: ClosureTree;

  constructor(private readonly database: Database) {
    this.closure = new ClosureTree(database, 'ProductCategoryClosure');
  }

  /** Every category with its products that are enabled in visible cafés; or, of these, the ones of a single café. */
  findTree(cafeId: string | null = null): Promise<TreeCategory[]> {
    const ofCafe = cafeId === null ? Prisma.empty : Prisma.sql`AND s."cafeId" = ${cafeId}::uuid`;
    return this.database.client.$queryRaw<TreeCategory[]>`
      SELECT k.id, k.code, k."parentId", k.name, k.priority, k."isDisabled", k."createdAt", k."updatedAt",
        coalesce(own.count, 0) AS "ownProductCount"
      FROM "ProductCategory" k LEFT JOIN (
        SELECT s."categoryId", count(*)::integer AS count FROM "ProductSearch" s
        WHERE ${isInOpenCafe} ${ofCafe} GROUP BY s."categoryId"
      ) own ON own."categoryId" = k.id`;
  }

  /** One category as it stands in the tree. */
  async findPlaced(code: string): Promise<PlacedCategory | null> {
    const [category] = await this.database.client.$queryRaw<PlacedCategory[]>`
      SELECT k.id, k.code, k."parentId", k.name, k.priority, k."isDisabled", k."createdAt", k."updatedAt", (
        SELECT count(*)::integer FROM "ProductSearch" s WHERE ${isListed} AND ${isWithinCategory(code)}
      ) AS "productCount" FROM "ProductCategory" k WHERE k.code = ${code}`;
    return category ?? null;
  }

  find(code: string): Promise<CategoryRecord | null> {
    return this.database.client.productCategory.findUnique({ where: { code }, select: recordColumns });
  }

  async exists(id: string): Promise<boolean> {
    return (await this.database.client.productCategory.count({ where: { id } })) > 0;
  }

  /** The children of `parentId` (null: the roots) in their order. */
  async findChildIds(parentId: string | null): Promise<string[]> {
    const children = await this.database.client.productCategory.findMany({
      where: { parentId },
      orderBy: [{ priority: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    return children.map(({ id }) => id);
  }

  /** Adds a category below its parent and returns its id. */
  async insert(code: string, { name, parentId, isDisabled }: CategoryFields, now: Date): Promise<string> {
    const { id } = await this.database.client.productCategory.create({
      data: { code, name, parentId, isDisabled, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await this.closure.add(id, parentId);
    return id;
  }

  async update(id: string, { name, parentId, isDisabled }: CategoryFields, updatedAt: Date): Promise<void> {
    await this.database.client.productCategory.update({
      where: { id },
      data: { name, parentId, isDisabled, updatedAt },
      select: { id: true },
    });
  }

  /** Gives these siblings this order. They stay the versions they are: nobody's edit turns stale because a neighbour was moved. */
  async order(ids: readonly string[]): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE "ProductCategory" k SET priority = placed.place - 1
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS placed(id, place)
      WHERE k.id = placed.id AND k.priority <> placed.place - 1`;
  }

  /** Deletes a category that nothing hangs on, disabled products included; tells whether it did. */
  async deleteEmpty(id: string): Promise<boolean> {
    // Whoever is adding a product to it has finished, or finds it gone.
    await this.database.client.$queryRaw`SELECT id FROM "ProductCategory" WHERE id = ${id}::uuid FOR UPDATE`;
    const deleted = await this.database.client.$executeRaw`
      DELETE FROM "ProductCategory" k WHERE k.id = ${id}::uuid
        AND NOT EXISTS (SELECT FROM "ProductCategory" child WHERE child."parentId" = k.id)
        AND NOT EXISTS (SELECT FROM "Product" p WHERE p."categoryId" = k.id)`;
    return deleted === 1;
  }
}
