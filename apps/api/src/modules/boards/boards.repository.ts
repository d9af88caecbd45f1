import { Injectable } from '@nestjs/common';
import type { BoardType } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import type { SearchText } from '../../platform/search/search-text.js';
import type { BoardFields } from './board.rules.js';

/** A post that the transaction in progress holds. */
export interface LockedBoard {
  readonly id: string;
  readonly type: BoardType;
  readonly authorId: string;
  readonly isDisabled: boolean;
  readonly isReplyAvailable: boolean;
  readonly updatedAt: Date;
}

const editedFields = {
  title: true,
  content: true,
  link: true,
  startDay: true,
  endDay: true,
  isReplyAvailable: true,
  isDisabled: true,
  isBlocked: true,
} as const satisfies Record<keyof BoardFields, true>;

const lockedColumns = Prisma.sql`b.id, b.type, b."authorId", b."isDisabled", b."isReplyAvailable", b."updatedAt"`;

/** The post itself, its search text included. */
@Injectable()
export class BoardsRepository {
  constructor(private readonly database: Database) {}

  async insert(
    board: BoardFields & { readonly type: BoardType; readonly authorId: string },
    text: SearchText,
    createdAt: Date,
  ): Promise<string> {
    const { id } = await this.database.client.board.create({
      data: { ...toColumns(board), ...text, createdAt, updatedAt: createdAt },
      select: { id: true },
    });
    return id;
  }

  /** Holds a post of `ownerId` (null: of anybody) to the end of the transaction: whatever makes it another one is written by one at a time. */
  async lock(id: string, ownerId: string | null): Promise<LockedBoard | null> {
    const [board] = await this.database.client.$queryRaw<LockedBoard[]>`
      SELECT ${lockedColumns} FROM "Board" b
      WHERE b.id = ${id}::uuid AND (${ownerId}::uuid IS NULL OR b."authorId" = ${ownerId}::uuid) FOR NO KEY UPDATE`;
    return board ?? null;
  }

  /** Keeps the post as it is to the end of the transaction: others may at the same time. */
  async holdShared(id: string): Promise<LockedBoard | null> {
    const [board] = await this.database.client.$queryRaw<LockedBoard[]>`
      SELECT ${lockedColumns} FROM "Board" b WHERE b.id = ${id}::uuid FOR SHARE`;
    return board ?? null;
  }

  async findFields(id: string): Promise<BoardFields> {
    const { startDay, endDay, ...fields } = await this.database.client.board.findUniqueOrThrow({
      where: { id },
      select: editedFields,
    });
    return { ...fields, startDay: toDay(startDay), endDay: toDay(endDay) };
  }

  async update(id: string, fields: BoardFields, text: SearchText): Promise<void> {
    await this.database.client.board.update({
      where: { id },
      data: { ...toColumns(fields), ...text },
      select: { id: true },
    });
  }

  /** Makes the post a later version of itself. */
  async touch(id: string, updatedAt: Date): Promise<void> {
    await this.database.client.board.update({ where: { id }, data: { updatedAt }, select: { id: true } });
  }

  /** With all that hangs on it; images themselves are collected later. */
  async delete(id: string): Promise<void> {
    // Replies answer each other: gone at once, none refers to one that is gone before it.
    await this.database.client.boardReply.deleteMany({ where: { boardId: id } });
    await this.database.client.board.delete({ where: { id }, select: { id: true } });
  }

  /** When somebody wrote posts after `since`, the latest `count` of them, oldest first. */
  async findWritten(authorId: string, since: Date, count: number): Promise<Date[]> {
    const rows = await this.database.client.board.findMany({
      where: { authorId, createdAt: { gt: since } },
      orderBy: { createdAt: 'desc' },
      take: count,
      select: { createdAt: true },
    });
    return rows.map(({ createdAt }) => createdAt).toReversed();
  }
}

const toDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
const toDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

const toColumns = <T extends BoardFields>({ startDay, endDay, ...fields }: T) => ({
  ...fields,
  startDay: toDate(startDay),
  endDay: toDate(endDay),
});
