import { Injectable } from '@nestjs/common';
import type { CafeFigures } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { isInScope } from '../cafes/cafe-read.sql.js';
import type { CafeScope } from '../cafes/cafe.rules.js';
import type { VisitCount } from './visit-tally.js';

const mostWished = 10;

/** KST days, the first and the last. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

export type CafeFiguresRecord = Pick<CafeFigures, 'days' | 'products'>;

@Injectable()
export class CafeFiguresRepository {
  constructor(private readonly database: Database) {}

  /** Adds to the days' counts; codes that are no enabled café's or room's count for nothing. */
  async addVisits(counts: readonly VisitCount[]): Promise<void> {
    // In the cafés' order: two processes that write at once never wait for each other.
    await this.database.client.$executeRaw`
      WITH visit AS (
        SELECT * FROM unnest(
          ${counts.map(({ kind }) => kind)}::text[], ${counts.map(({ day }) => day)}::date[],
          ${counts.map(({ code }) => code)}::text[], ${counts.map(({ count }) => count)}::integer[]
        ) AS counted(kind, day, code, count)
      ), place AS (
        SELECT c.id, visit.* FROM visit JOIN "CafeInfo" c ON visit.kind = 'page' AND c.code = visit.code WHERE NOT c."isDisabled"
        UNION ALL
        SELECT c.id, visit.* FROM visit JOIN "MetaViewerInfo" v ON visit.kind = 'room' AND v.code = visit.code
        JOIN "CafeInfo" c ON c.id = v."cafeId" WHERE NOT c."isDisabled"
      )
      INSERT INTO "CafeVisitDay" AS known ("cafeId", day, "pageVisits", "roomVisits")
      SELECT id, day, coalesce(sum(count) FILTER (WHERE kind = 'page'), 0), coalesce(sum(count) FILTER (WHERE kind = 'room'), 0)
      FROM place GROUP BY id, day ORDER BY id, day
      ON CONFLICT ("cafeId", day) DO UPDATE SET
        "pageVisits" = known."pageVisits" + excluded."pageVisits", "roomVisits" = known."roomVisits" + excluded."roomVisits",
        "updatedAt" = now()`;
  }

  /** Every day of the span, and the most wished products of all time; null when there is no such café in `scope`. */
  async find(scope: CafeScope, code: string, { from, to }: DaySpan): Promise<CafeFiguresRecord | null> {
    const [figures] = await this.database.read<CafeFiguresRecord>(Prisma.sql`
      SELECT (
        SELECT json_agg(json_build_object('day', to_char(span.day, 'YYYY-MM-DD'), 'pageVisits', coalesce(visit."pageVisits", 0),
          'roomVisits', coalesce(visit."roomVisits", 0), 'wishes', coalesce(made.wishes, 0)) ORDER BY span.day)
        FROM generate_series(${from}::date, ${to}::date, interval '1 day') span(day)
        LEFT JOIN "CafeVisitDay" visit ON visit."cafeId" = c.id AND visit.day = span.day
        LEFT JOIN (
          SELECT (w."createdAt" AT TIME ZONE 'UTC' + interval '9 hours')::date AS day, count(*)::integer AS wishes
          FROM "Product" p JOIN "WishlistProduct" w ON w."productId" = p.id
          WHERE p."cafeId" = (SELECT id FROM "CafeInfo" WHERE code = ${code})
            AND w."createdAt" >= (${from}::date - interval '9 hours') AT TIME ZONE 'UTC'
          GROUP BY 1
        ) made ON made.day = span.day
      ) AS days, (
        SELECT coalesce(json_agg(json_build_object('code', wished.code, 'name', wished.name, 'wishCount', wished.wishes)
          ORDER BY wished.wishes DESC, wished.code), '[]')
        FROM (
          SELECT p.code, p.name, count(*)::integer AS wishes FROM "Product" p JOIN "WishlistProduct" w ON w."productId" = p.id
          WHERE p."cafeId" = c.id GROUP BY p.id ORDER BY wishes DESC, p.code LIMIT ${mostWished}
        ) wished
      ) AS products
      FROM "CafeInfo" c WHERE c.code = ${code} AND ${isInScope(scope, 'c.id')}`);
    return figures ?? null;
  }
}
