import { Injectable } from '@nestjs/common';
import type { BoardType } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { imageJson, isVisible } from '../cafes/cafe-read.sql.js';
import type { PresentableImage } from '../image-upload/image.presenter.js';

/** Letters of a text that a report keeps. */
const keptLetters = 10_000;

/** What is reported, as the database has it; whatever it has not is left out. */
export interface ReportedRow {
  readonly aboutUserId: string | null;
  readonly title: string;
  readonly text: string;
  readonly nickname: string | null;
  readonly images: readonly PresentableImage[];
  readonly boardId: string | null;
  readonly boardType: BoardType | null;
  readonly replyId: string | null;
  readonly cafeCode: string | null;
}

export type ReportedTable = 'Board' | 'BoardReply' | 'User' | 'CafeInfo' | 'Image';

/** Reads what is reported, as visitors see it. */
@Injectable()
export class ReportingRepository {
  constructor(private readonly database: Database) {}

  findBoard(id: string): Promise<ReportedRow | null> {
    return this.find(Prisma.sql`
      SELECT b."authorId" AS "aboutUserId", b.title, left(b.content, ${keptLetters}) AS text, u.nickname,
        (SELECT coalesce(json_agg(${imageJson} ORDER BY placed.priority), '[]')
          FROM "BoardImage" placed JOIN "Image" i ON i.id = placed."imageId"
          WHERE placed."boardId" = b.id AND NOT i."isDisabled") AS images,
        b.id AS "boardId", b.type AS "boardType", NULL AS "replyId", NULL AS "cafeCode"
      FROM "Board" b JOIN "User" u ON u.id = b."authorId" WHERE b.id = ${id}::uuid AND NOT b."isDisabled"`);
  }

  findReply(id: string): Promise<ReportedRow | null> {
    return this.find(Prisma.sql`
      SELECT r."authorId" AS "aboutUserId", b.title, r.content AS text, u.nickname, '[]'::json AS images,
        b.id AS "boardId", b.type AS "boardType", r.id AS "replyId", NULL AS "cafeCode"
      FROM "BoardReply" r JOIN "Board" b ON b.id = r."boardId" JOIN "User" u ON u.id = r."authorId"
      WHERE r.id = ${id}::uuid AND NOT r."isDisabled" AND r."deletedAt" IS NULL AND NOT b."isDisabled"`);
  }

  findUser(id: string): Promise<ReportedRow | null> {
    return this.find(Prisma.sql`
      SELECT u.id AS "aboutUserId", '' AS title, '' AS text, u.nickname, '[]'::json AS images,
        NULL AS "boardId", NULL AS "boardType", NULL AS "replyId", NULL AS "cafeCode"
      FROM "User" u WHERE u.id = ${id}::uuid AND NOT u."isDisabled" AND u."withdrawnAt" IS NULL`);
  }

  findCafe(id: string): Promise<ReportedRow | null> {
    return this.find(Prisma.sql`
      SELECT NULL AS "aboutUserId", c.name AS title, left(c.introduction, ${keptLetters}) AS text, NULL AS nickname,
        (SELECT coalesce(json_agg(${imageJson} ORDER BY placed."set", placed.priority), '[]')
          FROM "CafeImage" placed JOIN "Image" i ON i.id = placed."imageId"
          WHERE placed."cafeId" = c.id AND NOT i."isDisabled") AS images,
        NULL AS "boardId", NULL AS "boardType", NULL AS "replyId", c.code AS "cafeCode"
      FROM "CafeInfo" c WHERE c.id = ${id}::uuid AND ${isVisible('c')}`);
  }

  /** With the newest post and a café that show it. */
  findImage(id: string): Promise<ReportedRow | null> {
    return this.find(Prisma.sql`
      SELECT i."uploaderId" AS "aboutUserId", '' AS title, '' AS text, u.nickname, json_build_array(${imageJson}) AS images,
        post.id AS "boardId", post.type AS "boardType", NULL AS "replyId", (
          SELECT c.code FROM "CafeImage" placed JOIN "CafeInfo" c ON c.id = placed."cafeId"
          WHERE placed."imageId" = i.id AND ${isVisible('c')} ORDER BY c.code LIMIT 1) AS "cafeCode"
      FROM "Image" i LEFT JOIN "User" u ON u.id = i."uploaderId" LEFT JOIN LATERAL (
        SELECT b.id, b.type FROM "BoardImage" placed JOIN "Board" b ON b.id = placed."boardId"
        WHERE placed."imageId" = i.id AND NOT b."isDisabled" ORDER BY b."createdAt" DESC LIMIT 1) post ON true
      WHERE i.id = ${id}::uuid AND NOT i."isDisabled"`);
  }

  async findCafeCode(id: string): Promise<string | null> {
    const cafe = await this.database.client.cafeInfo.findUnique({ where: { id }, select: { code: true } });
    return cafe?.code ?? null;
  }

  /** Whether each is hidden; those that are gone are left out. */
  async findHidden(table: ReportedTable, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    const isGone = table === 'BoardReply' ? Prisma.sql`"deletedAt" IS NOT NULL` : Prisma.sql`false`;
    const rows = await this.database.client.$queryRaw<{ id: string; isDisabled: boolean }[]>(Prisma.sql`
      SELECT id, "isDisabled" FROM ${Prisma.raw(`"${table}"`)} WHERE id = ANY(${ids}::uuid[]) AND NOT (${isGone})`);
    return new Map(rows.map(({ id, isDisabled }) => [id, isDisabled]));
  }

  private async find(statement: Prisma.Sql): Promise<ReportedRow | null> {
    const [row] = await this.database.read<ReportedRow & Record<string, unknown>>(statement);
    return row ?? null;
  }
}
