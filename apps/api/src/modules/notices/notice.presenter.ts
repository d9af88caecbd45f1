import type { ManagedNotice, ManagedNoticeSummary, Notice, NoticeSummary } from '@virtualcafe/contracts';
import { isShownOn } from './notice.rules.js';
import type { NoticeRecord, NoticeSummaryRecord } from './notices.repository.js';

export const presentSummary = (notice: NoticeSummaryRecord): NoticeSummary => ({
  id: notice.id,
  title: notice.title,
  isPinned: notice.isPinned,
  startDay: notice.startDay,
  endDay: notice.endDay,
  createdAt: notice.createdAt.toISOString(),
  updatedAt: notice.updatedAt.toISOString(),
});

export const presentNotice = (notice: NoticeRecord): Notice => ({
  ...presentSummary(notice),
  content: notice.content,
  link: notice.link,
});

/** `today`: the KST day it is. */
export const presentManagedSummary = (notice: NoticeSummaryRecord, today: string): ManagedNoticeSummary => ({
  ...presentSummary(notice),
  isDisabled: notice.isDisabled,
  isShown: isShownOn(notice, today),
});

export const presentManagedNotice = (notice: NoticeRecord, today: string): ManagedNotice => ({
  ...presentNotice(notice),
  isDisabled: notice.isDisabled,
  isShown: isShownOn(notice, today),
});
