import { Prisma } from '../../generated/prisma/client.js';
import type { Database } from '../database/database.js';

/**
 * The closure of a tree: a table of pairs ("ancestorId", "descendantId", "depth"), each node with itself at depth 0. Whoever writes holds
 * the tree's lock, so that the closure always tells what the parents say.
 */
export class ClosureTree {
  private readonly pairs: Prisma.Sql;

  /** `table` is one of our own names. */
  constructor(
    private readonly database: Database,
    table: 'RegionClosure' | 'ProductCategoryClosure',
  ) {
    this.pairs = Prisma.raw(`"${table}"`);
  }

  /** Whether `id` is `ancestorId` itself or stands below it. */
  async isWithin(id: string, ancestorId: string): Promise<boolean> {
    const found = await this.database.client.$queryRaw<unknown[]>`
      SELECT 1 AS found FROM ${this.pairs} WHERE "ancestorId" = ${ancestorId}::uuid AND "descendantId" = ${id}::uuid`;
    return found.length > 0;
  }

  /** Puts a new node below its parent. */
  async add(id: string, parentId: string | null): Promise<void> {
    await this.database.client.$executeRaw`
      INSERT INTO ${this.pairs} ("ancestorId", "descendantId", "depth")
      SELECT "ancestorId", ${id}::uuid, "depth" + 1 FROM ${this.pairs} WHERE "descendantId" = ${parentId}::uuid
      UNION ALL SELECT ${id}::uuid, ${id}::uuid, 0`;
  }

  /** Follows `id` to its new parent: its subtree leaves its old ancestors and joins the new ones. */
  async move(id: string, parentId: string | null): Promise<void> {
    await this.database.client.$executeRaw`
      DELETE FROM ${this.pairs} link
      USING ${this.pairs} below
      WHERE below."ancestorId" = ${id}::uuid AND link."descendantId" = below."descendantId"
        AND NOT EXISTS (
          SELECT 1 FROM ${this.pairs} inner_node
          WHERE inner_node."ancestorId" = ${id}::uuid AND inner_node."descendantId" = link."ancestorId"
        )`;
    await this.database.client.$executeRaw`
      INSERT INTO ${this.pairs} ("ancestorId", "descendantId", "depth")
      SELECT above."ancestorId", below."descendantId", above."depth" + below."depth" + 1
      FROM ${this.pairs} above CROSS JOIN ${this.pairs} below
      WHERE above."descendantId" = ${parentId}::uuid AND below."ancestorId" = ${id}::uuid`;
  }
}
