import { Injectable } from '@nestjs/common';
import type {
  ChatEvidence,
  HandleReportRequest,
  ModerationReport,
  ModerationReportListQuery,
  ModerationReportPage,
  ReportReason,
} from '@virtualcafe/contracts';
import { anonymous, type UserActor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type RecordedActor, TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { presentReport } from './report.presenter.js';
import { reportsPerWindow, reportWindowMs, targetIdOf, waitSeconds } from './report.rules.js';
import { type Reporter, ReportsRepository } from './reports.repository.js';

/** A complaint about a message or a person in a room. */
export interface ChatReport {
  /** Null for a visitor without an account. */
  readonly reporterUserId: string | null;
  /** Keyed hash of the reporter's address. */
  readonly reporterKey: string;
  readonly aboutUserId: string | null;
  /** Keyed hash of the address of whom it is about, where it is known: for them to be banned by. */
  readonly aboutKey: string | null;
  /** Of whom it is about, as others in the room know them. */
  readonly participantKey: string;
  /** By the room's own record, never by the reporter's word. */
  readonly evidence: ChatEvidence;
  readonly reason: ReportReason;
  readonly detail: string;
}

/** Complaints and what became of them. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly database: Database,
    private readonly lock: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Files a complaint; nothing happens when one of this reporter about the same is open already.
   * @throws AppError `rate.limited` after ten within an hour, with the seconds to wait.
   */
  async fileAboutChat(report: ChatReport): Promise<void> {
    const reporter: Reporter =
      report.reporterUserId === null
        ? { reporterId: null, reporterKey: report.reporterKey }
        : { reporterId: report.reporterUserId, reporterKey: null };
    await this.database.transaction(async () => {
      await this.lock.hold(`report by ${reporter.reporterId ?? reporter.reporterKey}`);
      const now = this.clock.now();
      const id = await this.insert(report, reporter, now);
      if (id === null) return;
      await this.assertNotTooMany(reporter, now);
      const { reason, aboutUserId, evidence, participantKey } = report;
      const targetId = targetIdOf(evidence, participantKey);
      const after = { targetType: 'CHAT_MESSAGE', targetId, aboutUserId, reason };
      await this.transactionLog.record(recorderOf(report), {
        action: 'report.file',
        resourceType: 'report',
        resourceId: id,
        after,
      });
    });
  }

  async list({ status, page, pageSize }: ModerationReportListQuery): Promise<ModerationReportPage> {
    const { items, total } = await this.reports.findPage(status, page, pageSize);
    return { items: items.map(presentReport), page, pageSize, total };
  }

  /** @throws AppError `report.not-found`, `report.handled-already`, `report.about-oneself`. */
  async handle(actor: UserActor, id: string, { status, resolution }: HandleReportRequest): Promise<ModerationReport> {
    return this.database.transaction(async () => {
      const report = await this.reports.find(id);
      if (report === null) throw new AppError('report.not-found');
      if (report.aboutUser?.id === actor.userId) throw new AppError('report.about-oneself');
      const handling = { status, resolution, handledById: actor.userId, handledAt: this.clock.now() };
      if (!(await this.reports.close(id, handling))) throw new AppError('report.handled-already');
      await this.transactionLog.record(actor, {
        action: 'report.handle',
        resourceType: 'report',
        resourceId: id,
        before: { status: report.status },
        after: { status, resolution },
      });
      const handled = await this.reports.find(id);
      if (handled === null) throw new Error('A report vanished while it was handled');
      return presentReport(handled);
    });
  }

  private insert(report: ChatReport, reporter: Reporter, createdAt: Date): Promise<string | null> {
    const { aboutUserId, aboutKey, participantKey, evidence, reason, detail } = report;
    const targetId = targetIdOf(evidence, participantKey);
    return this.reports.insertAboutChat({
      ...reporter,
      targetId,
      aboutUserId,
      aboutKey,
      reason,
      detail,
      evidence,
      createdAt,
    });
  }

  /** Counts the one just written too: its transaction is undone when it is too many. */
  private async assertNotTooMany(reporter: Reporter, now: Date): Promise<void> {
    const since = new Date(now.getTime() - reportWindowMs);
    const filed = await this.reports.findFiled(reporter, since, reportsPerWindow + 1);
    const retryAfterSeconds = waitSeconds(filed.slice(0, -1), now);
    if (retryAfterSeconds === 0) return;
    throw new AppError('rate.limited', { detail: 'You have filed many reports lately', retryAfterSeconds });
  }
}

const recorderOf = ({ reporterUserId }: ChatReport): RecordedActor =>
  reporterUserId === null ? anonymous : { kind: 'user', userId: reporterUserId };
