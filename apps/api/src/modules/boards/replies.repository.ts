import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { authorJson } from './board-read.sql.js';
import type { ReplyRecord } from './reply-records.js';

export interface RepliesQuery {
  readonly boardId: string;
  /** The path of the last reply before these; empty for the first ones. */
  readonly after: string;
  readonly limit: number;
}

export interface RepliesFound {
  /** Up to `limit` and one more. */
  readonly items: ReplyRecord[];
  /** Those one can read. */
  readonly total: number;
}

/** What a writer or a moderator does something to. */
export interface StoredReply {
  readonly id: string;
  readonly boardId: string;
  readonly authorId: string;
  readonly parentId: string | null;
  readonly threadPath: string;
  readonly content: string;
  readonly isDisabled: boolean;
}

const storedColumns = {
  id: true,
  boardId: true,
  authorId: true,
  parentId: true,
  threadPath: true,
  content: true,
  isDisabled: true,
} satisfies Prisma.BoardReplySelect;

const replyJson = Prisma.sql`json_build_object(
  'id', r.id, 'boardId', r."boardId", 'parentId', r."parentId", 'threadPath', r."threadPath", 'author', ${authorJson},
  'content', r.content, 'isDisabled', r."isDisabled", 'isDeleted', r."deletedAt" IS NOT NULL,
  'createdAt', r."createdAt", 'updatedAt', r."updatedAt")`;

@Injectable()
export class RepliesRepository {
  constructor(private readonly database: Database) {}

  /** Replies to a post that visitors see, in the order of threads; null when there is no such post. */
  async findThreads({ boardId, after, limit }: RepliesQuery): Promise<RepliesFound | null> {
    const [found] = await this.database.read<RepliesFound>(
      Prisma.sql`
      SELECT (SELECT count(*)::integer FROM "BoardReply" r
        WHERE r."boardId" = b.id AND r."deletedAt" IS NULL AND NOT r."isDisabled") AS total, (
        SELECT coalesce(json_agg(${replyJson} ORDER BY r."threadPath"), '[]')
        FROM (
          SELECT * FROM "BoardReply" listed WHERE listed."boardId" = b.id AND listed."threadPath" > ${after}
          ORDER BY listed."threadPath" LIMIT ${limit + 1}
        ) r JOIN "User" u ON u.id = r."authorId"
      ) AS items
      FROM "Board" b WHERE b.id = ${boardId}::uuid AND NOT b."isDisabled"`,
    );
    return found ?? null;
  }

  async findRecord(boardId: string, id: string): Promise<ReplyRecord | null> {
    const [row] = await this.database.read<{ reply: ReplyRecord }>(Prisma.sql`
      SELECT ${replyJson} AS reply FROM "BoardReply" r JOIN "User" u ON u.id = r."authorId"
      WHERE r.id = ${id}::uuid AND r."boardId" = ${boardId}::uuid`);
    return row?.reply ?? null;
  }

  /** One that is not deleted. */
  async find(boardId: string, id: string): Promise<StoredReply | null> {
    return this.database.client.boardReply.findFirst({
      where: { id, boardId, deletedAt: null },
      select: storedColumns,
    });
  }

  async findById(id: string): Promise<StoredReply | null> {
    return this.database.client.boardReply.findFirst({ where: { id, deletedAt: null }, select: storedColumns });
  }

  async insert(
    reply: Pick<StoredReply, 'boardId' | 'authorId' | 'parentId' | 'content'>,
    createdAt: Date,
  ): Promise<string> {
    const { id } = await this.database.client.boardReply.create({
      data: { ...reply, createdAt, updatedAt: createdAt },
      select: { id: true },
    });
    return id;
  }

  async update(id: string, changes: { content?: string; isDisabled?: boolean }, updatedAt: Date): Promise<void> {
    await this.database.client.boardReply.update({
      where: { id },
      data: { ...changes, updatedAt },
      select: { id: true },
    });
  }

  async hasAnswers(id: string): Promise<boolean> {
    const answer = await this.database.client.boardReply.findFirst({ where: { parentId: id }, select: { id: true } });
    return answer !== null;
  }

  /** Leaves the place, without the text. */
  async bury(id: string, deletedAt: Date): Promise<void> {
    await this.database.client.boardReply.update({
      where: { id },
      data: { content: '', deletedAt, updatedAt: deletedAt },
      select: { id: true },
    });
  }

  /** Removes a reply without answers, and what it leaves as tombstones without any, up to the thread's first. */
  async remove(id: string): Promise<void> {
    const { parentId } = await this.database.client.boardReply.delete({ where: { id }, select: { parentId: true } });
    if (parentId === null) return;
    const parent = await this.database.client.boardReply.findUniqueOrThrow({
      where: { id: parentId },
      select: { deletedAt: true },
    });
    if (parent.deletedAt !== null && !(await this.hasAnswers(parentId))) await this.remove(parentId);
  }

  /** When somebody wrote replies after `since`, the latest `count` of them, oldest first. */
  async findWritten(authorId: string, since: Date, count: number): Promise<Date[]> {
    const rows = await this.database.client.boardReply.findMany({
      where: { authorId, createdAt: { gt: since } },
      orderBy: { createdAt: 'desc' },
      take: count,
      select: { createdAt: true },
    });
    return rows.map(({ createdAt }) => createdAt).toReversed();
  }
}
