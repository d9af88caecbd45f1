import { Injectable } from '@nestjs/common';
import type { ChatEvidence, ModerationReportListQuery, ReportReason, ReportTarget } from '@virtualcafe/contracts';
import { z } from 'zod';
import type { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import type { ReportedThing } from './report-targets.js';

const person = { select: { id: true, nickname: true } } as const;

const columns = {
  id: true,
  targetType: true,
  targetId: true,
  aboutUser: person,
  aboutKey: true,
  reporter: person,
  reason: true,
  detail: true,
  evidence: true,
  status: true,
  handledBy: person,
  handledAt: true,
  resolution: true,
  createdAt: true,
} satisfies Prisma.ModerationReportSelect;

/** What all evidence tells of whom it is about: how they were called. */
const named = z.object({ nickname: z.string().nullish() });

export type ReportRecord = Prisma.ModerationReportGetPayload<{ select: typeof columns }>;

/** Who files a report: by account or, without one, by the keyed hash of the address. */
export type Reporter =
  | { readonly reporterId: string; readonly reporterKey: null }
  | { readonly reporterId: null; readonly reporterKey: string };

export type NewReport = Reporter & {
  readonly targetType: ReportTarget | 'CHAT_MESSAGE';
  readonly targetId: string;
  readonly aboutUserId: string | null;
  readonly aboutKey: string | null;
  readonly reason: ReportReason;
  readonly detail: string;
  readonly evidence: ChatEvidence | ReportedThing;
  readonly createdAt: Date;
};

export interface Handling {
  readonly status: 'UPHELD' | 'DISMISSED';
  readonly resolution: string;
  readonly handledById: string;
  readonly handledAt: Date;
}

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  /** The id of the new report; null when one of this reporter about this is open already. */
  async insert(report: NewReport): Promise<string | null> {
    const [made] = await this.database.client.moderationReport.createManyAndReturn({
      data: [report],
      skipDuplicates: true,
      select: { id: true },
    });
    return made?.id ?? null;
  }

  /** When the reporter filed reports after `since`, the latest `count` of them, oldest first. */
  async findFiled(reporter: Reporter, since: Date, count: number): Promise<Date[]> {
    const { reporterId, reporterKey } = reporter;
    const rows = await this.database.client.moderationReport.findMany({
      where: { ...(reporterId === null ? { reporterKey } : { reporterId }), createdAt: { gt: since } },
      orderBy: { createdAt: 'desc' },
      take: count,
      select: { createdAt: true },
    });
    return rows.map(({ createdAt }) => createdAt).toReversed();
  }

  async find(id: string): Promise<ReportRecord | null> {
    return this.database.client.moderationReport.findUnique({ where: { id }, select: columns });
  }

  /** Whom the report is about, as far as it says; null when it does not, or there is none. */
  async findAbout(id: string): Promise<{ userId: string | null; clientKey: string | null; nickname: string } | null> {
    const report = await this.database.client.moderationReport.findUnique({
      where: { id },
      select: { aboutUserId: true, aboutKey: true, evidence: true },
    });
    if (report === null || (report.aboutUserId === null && report.aboutKey === null)) return null;
    const { nickname } = named.parse(report.evidence ?? {});
    return { userId: report.aboutUserId, clientKey: report.aboutKey, nickname: nickname ?? '' };
  }

  /** Closes an open report; whether it was open: of any number at the same time one is told `true`. */
  async close(id: string, handling: Handling): Promise<boolean> {
    const { count } = await this.database.client.moderationReport.updateMany({
      where: { id, status: 'OPEN' },
      data: handling,
    });
    return count === 1;
  }

  /** Open ones oldest first, others newest first. Pages count from 1. */
  async findPage({
    status,
    targetType,
    page,
    pageSize,
  }: ModerationReportListQuery): Promise<{ items: ReportRecord[]; total: number }> {
    const where = {
      ...(status === undefined ? {} : { status }),
      ...(targetType === undefined ? {} : { targetType }),
    };
    const order = status === 'OPEN' ? 'asc' : 'desc';
    const [items, total] = await Promise.all([
      this.database.client.moderationReport.findMany({
        where,
        orderBy: [{ createdAt: order }, { id: order }],
        skip: (page - 1) * pageSize,
        take: pageSize,
        select: columns,
      }),
      this.database.client.moderationReport.count({ where }),
    ]);
    return { items, total };
  }
}
