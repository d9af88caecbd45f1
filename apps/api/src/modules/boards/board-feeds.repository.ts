import { Injectable } from '@nestjs/common';
import type { BoardType } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { isVisible } from '../cafes/cafe-read.sql.js';
import { eventJson, feedEventJson, linkedCafes, passes, summaryJson } from './board-read.sql.js';
import type { BoardSummaryRecord, EventRecord, FeedEventRecord } from './board-records.js';

/** KST days, both inclusive; `to` null is open. */
export interface Days {
  readonly from: string;
  readonly to: string | null;
}

/** What calendars and feeds read of posts: one statement each. */
@Injectable()
export class BoardFeedsRepository {
  constructor(private readonly database: Database) {}

  /** Up to `limit` events that have at least one of the days, by their first day. One without an end stands on its first day. */
  findEvents(days: Days, cafeCode: string | undefined, limit: number): Promise<EventRecord[]> {
    return this.events<EventRecord>(eventJson, days, cafeCode, limit);
  }

  /** The same with what a calendar feed tells. */
  findFeedEvents(days: Days, cafeCode: string | undefined, limit: number): Promise<FeedEventRecord[]> {
    return this.events<FeedEventRecord>(feedEventJson, days, cafeCode, limit);
  }

  async findNewest(type: BoardType | undefined, limit: number): Promise<BoardSummaryRecord[]> {
    const rows = await this.database.read<{ item: BoardSummaryRecord }>(Prisma.sql`
      SELECT ${summaryJson} AS item
      FROM (SELECT b.* FROM "Board" b WHERE ${passes({ isDisabled: false, type, today: '' })}
        ORDER BY b."createdAt" DESC, b.id DESC LIMIT ${limit}) b JOIN "User" u ON u.id = b."authorId"
      ORDER BY b."createdAt" DESC, b.id DESC`);
    return rows.map(({ item }) => item);
  }

  /** The name of a café that visitors see. */
  async findCafeName(code: string): Promise<string | null> {
    const [row] = await this.database.read<{ name: string }>(
      Prisma.sql`SELECT c.name FROM "CafeInfo" c WHERE c.code = ${code} AND ${isVisible('c')}`,
    );
    return row?.name ?? null;
  }

  private async events<Event>(
    json: Prisma.Sql,
    { from, to }: Days,
    cafeCode: string | undefined,
    limit: number,
  ): Promise<Event[]> {
    const filter = passes({ isDisabled: false, type: 'BEVENT', cafeCode, today: '' });
    const until = to === null ? Prisma.sql`true` : Prisma.sql`b."startDay" <= ${to}::date`;
    const rows = await this.database.read<{ event: Event }>(Prisma.sql`
      WITH chosen AS MATERIALIZED (
        SELECT b.id, b."startDay" FROM "Board" b
        WHERE ${filter} AND b."startDay" IS NOT NULL AND ${until} AND coalesce(b."endDay", b."startDay") >= ${from}::date
        ORDER BY b."startDay", b.id LIMIT ${limit}
      ), linked AS MATERIALIZED (${linkedCafes})
      SELECT ${json} AS event
      FROM chosen JOIN "Board" b ON b.id = chosen.id LEFT JOIN linked ON linked."boardId" = chosen.id
      ORDER BY chosen."startDay", chosen.id`);
    return rows.map(({ event }) => event);
  }
}
