import { Injectable } from '@nestjs/common';
import type { RegionType } from '@virtualcafe/contracts';
import { Database } from '../../platform/database/database.js';
import { ClosureTree } from '../../platform/trees/closure-tree.js';
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
  readonly closure: ClosureTree;

  constructor(private readonly database: Database) {
    this.closure = new ClosureTree(database, 'RegionClosure');
  }

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

  /** Adds a region below its parent and returns its id. */
  async insert(fields: RegionFields): Promise<string> {
    const { id } = await this.database.client.region.create({ data: fields, select: { id: true } });
    await this.closure.add(id, fields.parentId);
    return id;
  }

  async update(id: string, fields: RegionFields): Promise<void> {
    await this.database.client.region.update({ where: { id }, data: fields, select: { id: true } });
  }
}
