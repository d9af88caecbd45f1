import { Injectable } from '@nestjs/common';
import { maxBoardsCounted, maxBoardsFound } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { choosesEvents, managedPageJson, matches, pageJson, passes, summaryJson } from './board-read.sql.js';
import type { BoardFilter } from './board-filter.js';
import type { BoardPageRecord, BoardSummaryRecord } from './board-records.js';
import type { SearchPatterns } from '../../platform/search/search-text.js';

export interface BoardsQuery {
  readonly filter: BoardFilter;
  readonly search: SearchPatterns | null;
  /** Pages count from 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface BoardsFound {
  readonly items: BoardSummaryRecord[];
  /** Counted up to a limit. */
  readonly total: number;
  /** False when there may be more. */
  readonly isTotalExact: boolean;
}

/** Posts that are looked at to learn whether a word is frequent. */
const probedPosts = 2000;
/** A word is when so many of them have it: the newest of all with it are near. */
const frequentHits = 50;
/** Posts that are looked through for a frequent word, newest first. */
const scannedPosts = 25_000;

/** What is read of posts: each list and each page is one statement. */
@Injectable()
export class BoardReadsRepository {
  constructor(private readonly database: Database) {}

  /** A part of the posts that pass the filter, newest first. */
  async findPage({ filter, search, page, pageSize }: BoardsQuery): Promise<BoardsFound> {
    const limit = search === null ? maxBoardsCounted : maxBoardsFound;
    const offset = (page - 1) * pageSize;
    const part = Prisma.sql`LIMIT ${Math.max(0, Math.min(pageSize, limit - offset))} OFFSET ${offset}`;
    const statement = search === null ? this.listing(filter, part) : this.searching(filter, search, part);
    const [found] = await this.database.read<BoardsFound>(statement);
    if (found === undefined) throw new Error('A SELECT without FROM answers one row');
    return { ...found, total: Math.min(found.total, limit) };
  }

  /** A post that visitors see. */
  async findVisible(id: string): Promise<BoardPageRecord | null> {
    const [row] = await this.database.read<{ page: BoardPageRecord }>(
      Prisma.sql`SELECT ${pageJson} AS page FROM "Board" b JOIN "User" u ON u.id = b."authorId"
        WHERE b.id = ${id}::uuid AND NOT b."isDisabled"`,
      { isPlannedOnce: true },
    );
    return row?.page ?? null;
  }

  /** A post of `ownerId` (null: of anybody), also a hidden one. */
  async findManaged(id: string, ownerId: string | null): Promise<BoardPageRecord | null> {
    const [row] = await this.database.read<{ page: BoardPageRecord }>(Prisma.sql`
      SELECT ${managedPageJson} AS page FROM "Board" b JOIN "User" u ON u.id = b."authorId"
      WHERE b.id = ${id}::uuid AND (${ownerId}::uuid IS NULL OR b."authorId" = ${ownerId}::uuid)`);
    return row?.page ?? null;
  }

  private listing(filter: BoardFilter, part: Prisma.Sql): Prisma.Sql {
    const where = passes(filter);
    return Prisma.sql`
      WITH counted AS MATERIALIZED (
        SELECT count(*)::integer AS total FROM (SELECT 1 FROM "Board" b WHERE ${where} LIMIT ${maxBoardsCounted + 1}) passing)
      SELECT counted.total, counted.total <= ${maxBoardsCounted} AS "isTotalExact", (${this.items(
        Prisma.sql`(SELECT b.id, b."createdAt" FROM "Board" b WHERE ${where}
          ORDER BY b."createdAt" DESC, b.id DESC ${part})`,
      )}) AS items FROM counted`;
  }

  // Trigrams find a rare word at once, and far too many posts with a frequent one; reading on from the newest is the other way round. PostgreSQL
  // cannot tell beforehand which a word is: it keeps no figures of long texts. So the newest posts are asked first, and only one way is gone.
  private searching(filter: BoardFilter, search: SearchPatterns, part: Prisma.Sql): Prisma.Sql {
    const where = passes(filter);
    const { chosen, newest } = choosesEvents(filter) ? chosenEvents(where) : chosenPosts(where);
    return Prisma.sql`
      WITH ${chosen} probe AS MATERIALIZED (
        SELECT count(*) < ${probedPosts} OR count(*) FILTER (WHERE ${matches(search, 'newest')}) >= ${frequentHits} AS "isFrequent"
        FROM ${newest(probedPosts)}
      ), near AS MATERIALIZED (
        SELECT newest.id, newest."createdAt" FROM ${newest(scannedPosts)}
        WHERE (SELECT "isFrequent" FROM probe) AND ${matches(search, 'newest')} LIMIT ${maxBoardsFound + 1}
      ), anywhere AS MATERIALIZED (
        SELECT b.id, b."createdAt" FROM "Board" b
        WHERE (SELECT NOT "isFrequent" FROM probe) AND ${where} AND ${matches(search, 'b')}
      ), found AS MATERIALIZED (SELECT * FROM near UNION ALL SELECT * FROM anywhere),
      counted AS MATERIALIZED (SELECT count(*)::integer AS total FROM found)
      SELECT counted.total, CASE
        WHEN counted.total > ${maxBoardsFound} THEN false
        WHEN NOT probe."isFrequent" THEN true
        ELSE (SELECT count(*) <= ${scannedPosts} FROM (SELECT 1 FROM "Board" b WHERE ${where} LIMIT ${scannedPosts + 1}) passing)
      END AS "isTotalExact", (${this.items(
        Prisma.sql`(SELECT id, "createdAt" FROM found ORDER BY "createdAt" DESC, id DESC ${part})`,
      )}) AS items FROM counted, probe`;
  }

  private items(listed: Prisma.Sql): Prisma.Sql {
    return Prisma.sql`
      SELECT coalesce(json_agg(${summaryJson} ORDER BY listed."createdAt" DESC, listed.id DESC), '[]')
      FROM ${listed} listed JOIN "Board" b ON b.id = listed.id JOIN "User" u ON u.id = b."authorId"`;
  }
}

interface Choice {
  /** A table of the statement, or nothing. */
  readonly chosen: Prisma.Sql;
  /** The newest posts that pass, up to a limit, with their texts. */
  readonly newest: (limit: number) => Prisma.Sql;
}

/** An index gives posts in their order. */
const chosenPosts = (where: Prisma.Sql): Choice => ({
  chosen: Prisma.empty,
  newest: (limit) => Prisma.sql`(
    SELECT b.id, b."createdAt", b.jamo, b.choseong FROM "Board" b WHERE ${where}
    ORDER BY b."createdAt" DESC, b.id DESC LIMIT ${limit}) newest`,
});

/** Events by their days have to be sorted, which is quick only without their texts. */
const chosenEvents = (where: Prisma.Sql): Choice => ({
  chosen: Prisma.sql`chosen AS MATERIALIZED (
    SELECT b.id, b."createdAt" FROM "Board" b WHERE ${where} ORDER BY b."createdAt" DESC, b.id DESC LIMIT ${scannedPosts}),`,
  newest: (limit) => Prisma.sql`(
    SELECT first.id, first."createdAt", post.jamo, post.choseong FROM (SELECT * FROM chosen LIMIT ${limit}) AS first
    CROSS JOIN LATERAL (SELECT b.jamo, b.choseong FROM "Board" b WHERE b.id = first.id LIMIT 1) post) newest`,
});
