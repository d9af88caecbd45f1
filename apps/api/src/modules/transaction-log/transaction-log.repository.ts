import { Injectable } from '@nestjs/common';
import type { TransactionLogQuery } from '@virtualcafe/contracts';
import { type ActorKind, Prisma, type TransactionLog } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';

export interface NewEntry {
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
  readonly requestId: string | null;
}

@Injectable()
export class TransactionLogRepository {
  constructor(private readonly database: Database) {}

  async append(entry: NewEntry): Promise<void> {
    await this.database.client.transactionLog.create({ data: toRow(entry), select: { id: true } });
  }

  async appendAll(entries: readonly NewEntry[]): Promise<void> {
    await this.database.client.transactionLog.createMany({ data: entries.map(toRow) });
  }

  /** Makes the partitions of the month of `from` and of `monthsAhead` more; returns the names of those it made. */
  async ensurePartitions(from: Date, monthsAhead: number): Promise<string[]> {
    const rows = await this.database.client.$queryRaw<{ name: string }[]>`
      SELECT name FROM ensure_transaction_log_partitions(${from}::timestamptz, ${monthsAhead}::integer) AS name`;
    return rows.map(({ name }) => name);
  }

  async findPage(query: TransactionLogQuery): Promise<{ items: TransactionLog[]; total: number }> {
    const where: Prisma.TransactionLogWhereInput = {
      ...(query.action === undefined ? {} : { action: query.action }),
      ...(query.resourceType === undefined ? {} : { resourceType: query.resourceType }),
      ...(query.resourceId === undefined ? {} : { resourceId: query.resourceId }),
      ...(query.actorId === undefined ? {} : { actorId: query.actorId }),
    };
    const [items, total] = await Promise.all([
      this.database.client.transactionLog.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (query.page - 1) * query.pageSize,
        take: query.pageSize,
      }),
      this.database.client.transactionLog.count({ where }),
    ]);
    return { items, total };
  }
}

// Dates become ISO strings; what has no JSON form is a fault of the caller and throws.
const toJson = (value: Record<string, unknown> | undefined): Prisma.InputJsonObject | typeof Prisma.DbNull =>
  value === undefined ? Prisma.DbNull : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject);

const toRow = ({ before, after, ...columns }: NewEntry) => ({
  ...columns,
  before: toJson(before),
  after: toJson(after),
});
