import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import type { NoticeFields } from './notice.rules.js';

const summaryColumns = {
  id: true,
  title: true,
  isPinned: true,
  startDay: true,
  endDay: true,
  isDisabled: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.NoticeSelect;
const columns = { ...summaryColumns, content: true, link: true } satisfies Prisma.NoticeSelect;

interface Kept {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NoticeSummaryRecord = Kept & Omit<NoticeFields, 'content' | 'link'>;
export type NoticeRecord = Kept & NoticeFields;

export interface NoticesFound {
  readonly items: NoticeSummaryRecord[];
  readonly total: number;
}

/** Pages count from 1. */
interface ListPart {
  readonly page: number;
  readonly pageSize: number;
}

@Injectable()
export class NoticesRepository {
  constructor(private readonly database: Database) {}

  /** Those that visitors see on the KST day `today`. */
  findShown(today: string, part: ListPart): Promise<NoticesFound> {
    return this.findPage(shownOn(today), part);
  }

  /** All; `titlePart` null is any, `isDisabled` null is both. */
  findManaged(titlePart: string | null, isDisabled: boolean | null, part: ListPart): Promise<NoticesFound> {
    const where = {
      ...(titlePart === null ? {} : { title: { contains: escapeLike(titlePart), mode: 'insensitive' as const } }),
      ...(isDisabled === null ? {} : { isDisabled }),
    };
    return this.findPage(where, part);
  }

  async findShownOne(id: string, today: string): Promise<NoticeRecord | null> {
    const notice = await this.database.client.notice.findFirst({ where: { id, ...shownOn(today) }, select: columns });
    return notice === null ? null : withDays(notice);
  }

  async find(id: string): Promise<NoticeRecord | null> {
    const notice = await this.database.client.notice.findUnique({ where: { id }, select: columns });
    return notice === null ? null : withDays(notice);
  }

  /** Holds the notice to the end of the transaction. */
  async lock(id: string): Promise<NoticeRecord | null> {
    await this.database.client.$queryRaw`SELECT id FROM "Notice" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return this.find(id);
  }

  async insert(fields: NoticeFields, authorId: string, createdAt: Date): Promise<NoticeRecord> {
    const notice = await this.database.client.notice.create({
      data: { ...toColumns(fields), authorId, createdAt, updatedAt: createdAt },
      select: columns,
    });
    return withDays(notice);
  }

  async update(id: string, fields: NoticeFields, updatedAt: Date): Promise<NoticeRecord> {
    const notice = await this.database.client.notice.update({
      where: { id },
      data: { ...toColumns(fields), updatedAt },
      select: columns,
    });
    return withDays(notice);
  }

  async delete(id: string): Promise<void> {
    await this.database.client.notice.delete({ where: { id }, select: { id: true } });
  }

  /** Pinned ones first, then the newest. */
  private async findPage(where: Prisma.NoticeWhereInput, { page, pageSize }: ListPart): Promise<NoticesFound> {
    const [items, total] = await Promise.all([
      this.database.client.notice.findMany({
        where,
        orderBy: [{ isPinned: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
        skip: (page - 1) * pageSize,
        take: pageSize,
        select: summaryColumns,
      }),
      this.database.client.notice.count({ where }),
    ]);
    return { items: items.map(withDays), total };
  }
}

function shownOn(today: string): Prisma.NoticeWhereInput {
  const day = new Date(`${today}T00:00:00Z`);
  return {
    isDisabled: false,
    AND: [
      { OR: [{ startDay: null }, { startDay: { lte: day } }] },
      { OR: [{ endDay: null }, { endDay: { gte: day } }] },
    ],
  };
}

type Days<T> = Omit<T, 'startDay' | 'endDay'> & { startDay: string | null; endDay: string | null };

const withDays = <T extends { startDay: Date | null; endDay: Date | null }>(row: T): Days<T> => ({
  ...row,
  startDay: row.startDay?.toISOString().slice(0, 10) ?? null,
  endDay: row.endDay?.toISOString().slice(0, 10) ?? null,
});

const toColumns = ({ startDay, endDay, ...fields }: NoticeFields) => ({
  ...fields,
  startDay: startDay === null ? null : new Date(`${startDay}T00:00:00Z`),
  endDay: endDay === null ? null : new Date(`${endDay}T00:00:00Z`),
});

// Prisma hands the text to ILIKE as it is.
const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
