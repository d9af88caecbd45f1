import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { isInScope } from '../cafes/cafe-read.sql.js';
import type { CafeScope } from '../cafes/cafe.rules.js';
import { holdsWord, isOpen, pageJson, summaryJson } from './viewer-read.sql.js';
import type { ViewerPageRecord, ViewerSummaryRecord } from './viewer-records.js';

export interface ViewersQuery {
  readonly scope: CafeScope;
  /** All must be found. */
  readonly words: readonly string[];
  readonly cafeId: string | null;
  /** Null is both. */
  readonly isDisabled: boolean | null;
  /** Pages count from 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface ViewersFound {
  readonly items: ViewerSummaryRecord[];
  /** All matches, not only this part of them. */
  readonly total: number;
}

const rooms = Prisma.sql`"MetaViewerInfo" v JOIN "CafeInfo" c ON c.id = v."cafeId"`;

/** What is read of rooms: each list and each page is one statement. */
@Injectable()
export class ViewerReadsRepository {
  constructor(private readonly database: Database) {}

  /** A part of the rooms of the cafés in `scope`, also the hidden ones, newest first. */
  async find({ scope, words, cafeId, isDisabled, page, pageSize }: ViewersQuery): Promise<ViewersFound> {
    const conditions = [isInScope(scope, 'c.id'), ...words.map(holdsWord)];
    if (cafeId !== null) conditions.push(Prisma.sql`v."cafeId" = ${cafeId}::uuid`);
    if (isDisabled !== null) conditions.push(Prisma.sql`v."isDisabled" = ${isDisabled}`);
    const where = Prisma.join(conditions, ' AND ');
    const [found] = await this.database.read<{ items: ViewerSummaryRecord[]; total: number }>(Prisma.sql`
      SELECT (SELECT count(*)::integer FROM ${rooms} WHERE ${where}) AS total, (
        SELECT coalesce(json_agg(${summaryJson} ORDER BY v."createdAt" DESC, v.id DESC), '[]')
        FROM (
          SELECT v.id FROM ${rooms} WHERE ${where} ORDER BY v."createdAt" DESC, v.id DESC
          LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
        ) listed JOIN "MetaViewerInfo" v ON v.id = listed.id JOIN "CafeInfo" c ON c.id = v."cafeId"
      ) AS items`);
    if (found === undefined) throw new Error('A SELECT without FROM answers one row');
    return found;
  }

  /** A room that visitors may enter. */
  findOpenPage(code: string): Promise<ViewerPageRecord | null> {
    return this.findPage(Prisma.sql`v.code = ${code} AND ${isOpen}`);
  }

  /** A room of a café in `scope`. */
  findManagedPage(scope: CafeScope, code: string): Promise<ViewerPageRecord | null> {
    return this.findPage(Prisma.sql`v.code = ${code} AND ${isInScope(scope, 'c.id')}`);
  }

  private async findPage(where: Prisma.Sql): Promise<ViewerPageRecord | null> {
    const [row] = await this.database.read<{ page: ViewerPageRecord }>(
      Prisma.sql`SELECT ${pageJson} AS page FROM ${rooms} WHERE ${where}`,
    );
    return row?.page ?? null;
  }
}
