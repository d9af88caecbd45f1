import { Injectable } from '@nestjs/common';
import type { RegionType } from '@virtualcafe/contracts';
import { Database } from '../../platform/database/database.js';
import type { TreeRegion } from './region.rules.js';

/** What an administrator sets of a region. */
export interface RegionFields {
  readonly name: string;
  readonly type: RegionType;
  readonly parentId: string | null;
  readonly isDisabled: boolean;
}

const regionFields = { name: true, type: true, parentId: true, isDisabled: true } as const;

@Injectable()
export class RegionsRepository {
  constructor(private readonly database: Database) {}

  /** Every region with the number of enabled cafés that stand in it. */
  findTree(): Promise<TreeRegion[]> {
    return this.database.client.$queryRaw<TreeRegion[]>`
      SELECT r.id, r."parentId", r.name, r.type::text AS type, r."isDisabled", count(c.id)::integer AS "ownCafeCount"
      FROM "Region" r
      LEFT JOIN "CafeInfo" c ON c."regionId" = r.id AND NOT c."isDisabled"
      GROUP BY r.id`;
  }

  find(id: string): Promise<RegionFields | null> {
    return this.database.client.region.findUnique({ where: { id }, select: regionFields });
  }

  /** The regions from the root to `id` itself. */
  findPath(id: string): Promise<Pick<RegionFields, 'name' | 'type'>[]> {
    return this.database.client.$queryRaw<Pick<RegionFields, 'name' | 'type'>[]>`
      SELECT r.name, r.type::text AS type FROM "RegionClosure" path JOIN "Region" r ON r.id = path."ancestorId"
      WHERE path."descendantId" = ${id}::uuid ORDER BY path."depth" DESC`;
  }

  async findChildTypes(id: string): Promise<RegionType[]> {
    const children = await this.database.client.region.findMany({
      where: { parentId: id },
      distinct: ['type'],
      select: { type: true },
    });
    return children.map(({ type }) => type);
  }

  /** Whether `id` is `ancestorId` itself or stands below it. */
  async isWithin(id: string, ancestorId: string): Promise<boolean> {
    const pair = await this.database.client.regionClosure.findUnique({
      where: { ancestorId_descendantId: { ancestorId, descendantId: id } },
      select: { depth: true },
    });
    return pair !== null;
  }

  /** Adds a region below its parent and returns its id. */
  async insert(fields: RegionFields): Promise<string> {
    const { id } = await this.database.client.region.create({ data: fields, select: { id: true } });
    await this.database.client.$executeRaw`
      INSERT INTO "RegionClosure" ("ancestorId", "descendantId", "depth")
      SELECT "ancestorId", ${id}::uuid, "depth" + 1 FROM "RegionClosure" WHERE "descendantId" = ${fields.parentId}::uuid
      UNION ALL SELECT ${id}::uuid, ${id}::uuid, 0`;
    return id;
  }

  async update(id: string, fields: RegionFields): Promise<void> {
    await this.database.client.region.update({ where: { id }, data: fields, select: { id: true } });
  }

  /** Brings the closure in step after `id` got the parent `parentId`: its subtree leaves its old ancestors and joins the new ones. */
  async moveSubtree(id: string, parentId: string | null): Promise<void> {
    await this.database.client.$executeRaw`
      DELETE FROM "RegionClosure" link
      USING "RegionClosure" below
      WHERE below."ancestorId" = ${id}::uuid AND link."descendantId" = below."descendantId"
        AND NOT EXISTS (
          SELECT 1 FROM "RegionClosure" inner_node
          WHERE inner_node."ancestorId" = ${id}::uuid AND inner_node."descendantId" = link."ancestorId"
        )`;
    await this.database.client.$executeRaw`
      INSERT INTO "RegionClosure" ("ancestorId", "descendantId", "depth")
      SELECT above."ancestorId", below."descendantId", above."depth" + below."depth" + 1
      FROM "RegionClosure" above CROSS JOIN "RegionClosure" below
      WHERE above."descendantId" = ${parentId}::uuid AND below."ancestorId" = ${id}::uuid`;
  }
}
