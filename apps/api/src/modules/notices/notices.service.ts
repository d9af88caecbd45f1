import { Inject, Injectable } from '@nestjs/common';
import {
  type CreateNoticeRequest,
  kstDayOf,
  type ManagedNotice,
  type ManagedNoticeListQuery,
  type ManagedNoticePage,
  type Notice,
  type NoticeListQuery,
  type NoticePage,
  type UpdateNoticeRequest,
} from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { noticesTag } from './notice-cache-tags.js';
import { presentManagedNotice, presentManagedSummary, presentNotice, presentSummary } from './notice.presenter.js';
import { applyEdit, type NoticeFields } from './notice.rules.js';
import { type NoticeRecord, NoticesRepository } from './notices.repository.js';

/** Words from the site to everybody. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  async list({ page, pageSize }: NoticeListQuery): Promise<NoticePage> {
    const { items, total } = await this.notices.findShown(this.today(), { page, pageSize });
    return { items: items.map(presentSummary), page, pageSize, total };
  }

  /** @throws AppError `notice.not-found` also outside of its days. */
  async read(id: string): Promise<Notice> {
    return presentNotice(found(await this.notices.findShownOne(id, this.today())));
  }

  async listManaged({ q, isDisabled, page, pageSize }: ManagedNoticeListQuery): Promise<ManagedNoticePage> {
    const isHidden = isDisabled === undefined ? null : isDisabled === 'true';
    const { items, total } = await this.notices.findManaged(q ?? null, isHidden, { page, pageSize });
    const today = this.today();
    return { items: items.map((notice) => presentManagedSummary(notice, today)), page, pageSize, total };
  }

  async readManaged(id: string): Promise<ManagedNotice> {
    return presentManagedNotice(found(await this.notices.find(id)), this.today());
  }

  async create(actor: UserActor, fields: CreateNoticeRequest): Promise<ManagedNotice> {
    return this.database.transaction(async () => {
      const notice = await this.notices.insert(fields, actor.userId, this.clock.now());
      await this.announce(actor, 'notice.create', notice.id, { after: { ...fields } });
      return presentManagedNotice(notice, this.today());
    });
  }

  /** @throws AppError `resource.stale` when the notice is no longer the `version` that was edited, `notice.days-reversed`. */
  async update(actor: UserActor, id: string, version: Date, request: UpdateNoticeRequest): Promise<ManagedNotice> {
    return this.database.transaction(async () => {
      const notice = found(await this.notices.lock(id));
      if (notice.updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
      const current = fieldsOf(notice);
      const next = applyEdit(current, request);
      if (next.startDay !== null && next.endDay !== null && next.endDay < next.startDay)
        throw fieldRefused(
          'notice.days-reversed',
          request.endDay === undefined ? '/startDay' : '/endDay',
          'the end is before the start',
        );
      const changes = changesBetween(current, next);
      if (changes === null) return presentManagedNotice(notice, this.today());
      const updated = await this.notices.update(id, next, laterVersion(notice.updatedAt, this.clock.now()));
      await this.announce(actor, 'notice.update', id, changes);
      return presentManagedNotice(updated, this.today());
    });
  }

  async delete(actor: UserActor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const before = { ...fieldsOf(found(await this.notices.lock(id))) };
      await this.notices.delete(id);
      await this.announce(actor, 'notice.delete', id, { before });
    });
  }

  /** What is shown changes with the day. */
  beginDay(): Promise<void> {
    return this.cache.invalidate([noticesTag]);
  }

  private today(): string {
    return kstDayOf(this.clock.now());
  }

  private async announce(
    actor: UserActor,
    action: string,
    resourceId: string,
    changes: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    await this.transactionLog.record(actor, { action, resourceType: 'notice', resourceId, ...changes });
    await this.database.afterCommit(() => this.cache.invalidate([noticesTag]));
  }
}

function found(notice: NoticeRecord | null): NoticeRecord {
  if (notice === null) throw new AppError('notice.not-found');
  return notice;
}

const fieldsOf = ({ id: _id, createdAt: _made, updatedAt: _changed, ...fields }: NoticeRecord): NoticeFields => fields;
