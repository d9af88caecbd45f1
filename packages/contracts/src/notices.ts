import { z } from 'zod';
import { day } from './days.js';
import { id, instant } from './identifiers.js';
import { pageOf, pageQuery } from './pagination.js';
import { line, paragraph, webUrl } from './text.js';

/** A word from the site to everybody, in a list. */
export const noticeSummary = z
  .object({
    id,
    title: z.string(),
    isPinned: z.boolean(),
    startDay: day.nullable(),
    endDay: day.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'NoticeSummary' });

/** Pinned ones first, then the newest. */
export const noticePage = pageOf(noticeSummary).meta({ id: 'NoticePage' });

/** `content`: Markdown as it was typed, to be made harmless by whoever shows it. */
export const notice = noticeSummary.extend({ content: z.string(), link: z.string().nullable() }).meta({ id: 'Notice' });

/** `isShown`: enabled, and today is one of its days. */
const managedFields = { isDisabled: z.boolean(), isShown: z.boolean() };
export const managedNotice = notice.extend(managedFields).meta({ id: 'ManagedNotice' });
export const managedNoticeSummary = noticeSummary.extend(managedFields).meta({ id: 'ManagedNoticeSummary' });
export const managedNoticePage = pageOf(managedNoticeSummary).meta({ id: 'ManagedNoticePage' });

export const noticeListQuery = pageQuery;
/** `q`: a part of the title. */
export const managedNoticeListQuery = pageQuery.extend({
  q: line(0, 100).optional(),
  isDisabled: z.enum(['true', 'false']).optional(),
});

const noticeFields = {
  title: line(1, 200),
  content: paragraph(50_000).min(1),
  link: webUrl.nullable(),
  startDay: day.nullable(),
  endDay: day.nullable(),
  isPinned: z.boolean(),
  isDisabled: z.boolean(),
};

type Period = { startDay?: string | null | undefined; endDay?: string | null | undefined };
const isInOrder = ({ startDay, endDay }: Period): boolean =>
  typeof startDay !== 'string' || typeof endDay !== 'string' || startDay <= endDay;
const order = { path: ['endDay'], message: 'must not be before startDay' };

/** Days are inclusive days of Korea; null is open. */
export const createNoticeRequest = z
  .strictObject({
    ...noticeFields,
    link: noticeFields.link.default(null),
    startDay: noticeFields.startDay.default(null),
    endDay: noticeFields.endDay.default(null),
    isPinned: noticeFields.isPinned.default(false),
    isDisabled: noticeFields.isDisabled.default(false),
  })
  .refine(isInOrder, order)
  .meta({ id: 'CreateNoticeRequest' });

export const updateNoticeRequest = z
  .strictObject(noticeFields)
  .partial()
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .refine(isInOrder, order)
  .meta({ id: 'UpdateNoticeRequest' });

export type NoticeSummary = z.infer<typeof noticeSummary>;
export type NoticePage = z.infer<typeof noticePage>;
export type Notice = z.infer<typeof notice>;
export type ManagedNotice = z.infer<typeof managedNotice>;
export type ManagedNoticeSummary = z.infer<typeof managedNoticeSummary>;
export type ManagedNoticePage = z.infer<typeof managedNoticePage>;
export type NoticeListQuery = z.infer<typeof noticeListQuery>;
export type ManagedNoticeListQuery = z.infer<typeof managedNoticeListQuery>;
export type CreateNoticeRequest = z.infer<typeof createNoticeRequest>;
export type UpdateNoticeRequest = z.infer<typeof updateNoticeRequest>;
