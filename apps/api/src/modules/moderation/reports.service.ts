import { Injectable } from '@nestjs/common';
import type {
  ChatEvidence,
  HandleReportRequest,
  ModerationReport,
  ModerationReportListQuery,
  ModerationReportPage,
  ReportReason,
  ReportTarget,
} from '@virtualcafe/contracts';
import { anonymous, type UserActor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { type RecordedActor, TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { type ReportedThing, ReportTargets } from './report-targets.js';
import { presentReport } from './report.presenter.js';
import { reportsPerWindow, reportWindowMs, targetIdOf, waitSeconds } from './report.rules.js';
import { type NewReport, type Reporter, type ReportRecord, ReportsRepository } from './reports.repository.js';

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

/** A complaint about anything else. */
export interface ThingReport {
  /** Null for a visitor without an account. */
  readonly reporterUserId: string | null;
  /** Keyed hash of the reporter's address. */
  readonly reporterKey: string;
  readonly aboutUserId: string | null;
  readonly targetType: ReportTarget;
  readonly targetId: string;
  /** As it is shown at this moment, never by the reporter's word. */
  readonly evidence: ReportedThing;
  readonly reason: ReportReason;
  readonly detail: string;
}

/** Complaints and what became of them. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly targets: ReportTargets,
    private readonly database: Database,
    private readonly lock: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Files a complaint; nothing happens when one of this reporter about the same is open already.
   * @throws AppError `rate.limited` after ten within an hour, with the seconds to wait.
   */
  async fileAboutChat({ participantKey, ...report }: ChatReport): Promise<void> {
    const targetId = targetIdOf(report.evidence, participantKey);
    await this.file(report, { ...report, targetType: 'CHAT_MESSAGE', targetId });
  }

  /** The same about anything else. */
  async fileAboutThing(report: ThingReport): Promise<void> {
    await this.file(report, { ...report, aboutKey: null });
  }

  async list(actor: UserActor, query: ModerationReportListQuery): Promise<ModerationReportPage> {
    const { items, total } = await this.reports.findPage(query);
    return { items: await this.present(actor, items), page: query.page, pageSize: query.pageSize, total };
  }

  /**
   * Closes a complaint and, when it is asked to, hides what it is about.
   * @throws AppError `report.not-found`, `report.handled-already`, `report.about-oneself`, `report.target-not-hideable`.
   */
  async handle(actor: UserActor, id: string, request: HandleReportRequest): Promise<ModerationReport> {
    const { status, resolution, hidesTarget = false } = request;
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
        after: { status, resolution, ...(hidesTarget ? { hidesTarget } : {}) },
      });
      if (hidesTarget) await this.hideTarget(actor, report);
      const handled = await this.reports.find(id);
      if (handled === null) throw new Error('A report vanished while it was handled');
      const [presented] = await this.present(actor, [handled]);
      if (presented === undefined) throw new Error('One report is presented as one');
      return presented;
    });
  }

  private async hideTarget(actor: UserActor, { targetType, targetId }: ReportRecord): Promise<void> {
    const kind = this.targets.find(targetType);
    const isThere = kind?.mayHide(actor) === true && (await kind.findHidden([targetId])).has(targetId);
    if (kind === undefined || !isThere)
      throw fieldRefused('report.target-not-hideable', '/hidesTarget', 'is gone, or not for you to hide');
    await kind.hide(actor, targetId);
  }

  /** One more question for each kind of things among them. */
  private async present(actor: UserActor, reports: readonly ReportRecord[]): Promise<ModerationReport[]> {
    const hidden = new Map<string, ReadonlyMap<string, boolean>>();
    for (const type of new Set(reports.map(({ targetType }) => targetType))) {
      const ids = reports.filter(({ targetType }) => targetType === type).map(({ targetId }) => targetId);
      const kind = this.targets.find(type);
      if (kind !== undefined) hidden.set(type, await kind.findHidden(ids));
    }
    return reports.map((report) =>
      presentReport(report, actor, this.targets, ({ targetType, targetId }) => hidden.get(targetType)?.get(targetId)),
    );
  }

  private async file(
    { reporterUserId, reporterKey }: Pick<ChatReport, 'reporterUserId' | 'reporterKey'>,
    {
      targetType,
      targetId,
      aboutUserId,
      aboutKey,
      reason,
      detail,
      evidence,
    }: Omit<NewReport, keyof Reporter | 'createdAt'>,
  ): Promise<void> {
    const reporter: Reporter =
      reporterUserId === null ? { reporterId: null, reporterKey } : { reporterId: reporterUserId, reporterKey: null };
    await this.database.transaction(async () => {
      await this.lock.hold(`report by ${reporterUserId ?? reporterKey}`);
      const createdAt = this.clock.now();
      const about = { targetType, targetId, aboutUserId, reason };
      const id = await this.reports.insert({ ...reporter, ...about, aboutKey, detail, evidence, createdAt });
      if (id === null) return;
      await this.assertNotTooMany(reporter, createdAt);
      await this.transactionLog.record(recorderOf(reporterUserId), {
        action: 'report.file',
        resourceType: 'report',
        resourceId: id,
        after: about,
      });
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

const recorderOf = (reporterUserId: string | null): RecordedActor =>
  reporterUserId === null ? anonymous : { kind: 'user', userId: reporterUserId };
