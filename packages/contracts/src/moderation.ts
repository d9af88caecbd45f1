import { z } from 'zod';
import { boardType } from './boards.js';
import { id, instant } from './identifiers.js';
import { image } from './images.js';
import { pageOf, pageQuery } from './pagination.js';
import { line } from './text.js';

export const banScopes = ['SITE', 'BOARDS', 'ROOMS'] as const;
export const banScope = z.enum(banScopes).meta({ id: 'BanScope' });

export const reportReasons = ['SPAM', 'ABUSE', 'SEXUAL', 'PRIVACY', 'RIGHTS', 'OTHER'] as const;
export const reportReason = z.enum(reportReasons).meta({ id: 'ReportReason' });

export const reportStatuses = ['OPEN', 'UPHELD', 'DISMISSED'] as const;
export const reportStatus = z.enum(reportStatuses).meta({ id: 'ReportStatus' });

const person = z.object({ id, nickname: z.string() }).meta({ id: 'PersonName' });

/** `user`: null for a visitor without an account. `viewer`: the one room it is of; null for all. `endsAt`: null for good. `isActive`: neither lifted nor over. */
export const ban = z
  .object({
    id,
    scope: banScope,
    user: person.nullable(),
    viewer: z.object({ code: z.string(), name: z.string() }).nullable(),
    /** How they were called when they were banned. */
    nickname: z.string(),
    reason: z.string(),
    startsAt: instant,
    endsAt: instant.nullable(),
    isActive: z.boolean(),
    imposedBy: person.nullable(),
    liftedAt: instant.nullable(),
    liftedBy: person.nullable(),
  })
  .meta({ id: 'Ban' });

export const banPage = pageOf(ban).meta({ id: 'BanPage' });

export const banListQuery = pageQuery.extend({ isActive: z.enum(['true', 'false']).optional() });

/** Whom a new ban is of: a user, or whoever a report is about, who may have no account. One of the two. */
const banTarget = { userId: id.optional(), reportId: id.optional() };

/**
 * By those who keep order on the whole site. `SITE` keeps a user from signing in and everybody from all rooms, `ROOMS` from all rooms,
 * `BOARDS` a user from writing posts and replies.
 * `minutes`: how long, null for good; whoever has no account is known by an address, and so kept out for 30 days at most.
 */
export const imposeBanRequest = z
  .strictObject({
    ...banTarget,
    scope: banScope,
    reason: line(1, 500),
    minutes: z.int().min(1).max(525_600).nullable(),
  })
  .refine(({ userId, reportId }) => (userId === undefined) !== (reportId === undefined), {
    path: ['userId'],
    message: 'either a userId or a reportId',
  })
  .meta({ id: 'ImposeBanRequest' });

/** What was said, as the room's own record had it. `sequence` null and `text` empty: the complaint is about the person, not a message. */
export const chatEvidence = z
  .object({
    room: z.string(),
    shard: z.int(),
    sequence: z.int().nullable(),
    nickname: z.string(),
    text: z.string(),
    atMs: z.number(),
  })
  .meta({ id: 'ChatEvidence' });

/** What a report may be about: a message of a room is reported there, everything else at `POST /api/v1/reports`. */
export const reportTargets = ['BOARD', 'BOARD_REPLY', 'USER', 'CAFE', 'IMAGE'] as const;
export const reportTarget = z.enum(reportTargets).meta({ id: 'ReportTarget' });

export const fileReportRequest = z
  .strictObject({ targetType: reportTarget, targetId: id, reason: reportReason, detail: line(0, 1000).default('') })
  .meta({ id: 'FileReportRequest' });

/** Where to look at what is reported, as far as it has a page: the post (also of a reply), the café, the person. */
export const reportPlaces = z
  .object({
    boardId: id.nullable(),
    boardType: boardType.nullable(),
    replyId: id.nullable(),
    cafeCode: z.string().nullable(),
    userId: id.nullable(),
  })
  .meta({ id: 'ReportPlaces' });

/**
 * What is reported, as it was then. `title`: of a post or a café. `nickname`: how its writer or uploader, or the person, was called.
 * `isDisabled`: whether it is hidden now; null when it is gone. `isHideable`: whether handling the report may hide it.
 */
export const reportSubject = z
  .object({
    title: z.string(),
    text: z.string(),
    nickname: z.string().nullable(),
    images: z.array(image.pick({ id: true, url: true, thumbnailUrl: true })),
    places: reportPlaces,
    isDisabled: z.boolean().nullable(),
    isHideable: z.boolean(),
  })
  .meta({ id: 'ReportSubject' });

/**
 * `aboutUser`, `reporter`: null for visitors without an account. `isBannable`: a ban may name this report: it says who it is about.
 * `evidence`: of a message or a person in a room; `subject`: of everything else.
 */
export const moderationReport = z
  .object({
    id,
    targetType: z.enum([...reportTargets, 'CHAT_MESSAGE']),
    targetId: z.string(),
    aboutUser: person.nullable(),
    isBannable: z.boolean(),
    reporter: person.nullable(),
    reason: reportReason,
    detail: z.string(),
    evidence: chatEvidence.nullable(),
    subject: reportSubject.nullable(),
    status: reportStatus,
    handledBy: person.nullable(),
    handledAt: instant.nullable(),
    resolution: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'ModerationReport' });

export const moderationReportPage = pageOf(moderationReport).meta({ id: 'ModerationReportPage' });
/** Open ones are listed oldest first, handled ones and all together newest first. */
export const moderationReportListQuery = pageQuery.extend({
  status: reportStatus.optional(),
  targetType: moderationReport.shape.targetType.optional(),
});

/** `hidesTarget`: also hides what is reported, in the same act; only of an upheld report whose subject `isHideable`. */
export const handleReportRequest = z
  .strictObject({
    status: z.enum(['UPHELD', 'DISMISSED']),
    resolution: line(0, 1000),
    hidesTarget: z.boolean().optional(),
  })
  .refine(({ status, hidesTarget }) => hidesTarget !== true || status === 'UPHELD', {
    path: ['hidesTarget'],
    message: 'only what is upheld is hidden',
  })
  .meta({ id: 'HandleReportRequest' });

export type BanScope = z.infer<typeof banScope>;
export type Ban = z.infer<typeof ban>;
export type BanPage = z.infer<typeof banPage>;
export type BanListQuery = z.infer<typeof banListQuery>;
export type ImposeBanRequest = z.infer<typeof imposeBanRequest>;
export type ReportTarget = z.infer<typeof reportTarget>;
export type FileReportRequest = z.infer<typeof fileReportRequest>;
export type ReportPlaces = z.infer<typeof reportPlaces>;
export type ReportSubject = z.infer<typeof reportSubject>;
export type ReportReason = z.infer<typeof reportReason>;
export type ReportStatus = z.infer<typeof reportStatus>;
export type ChatEvidence = z.infer<typeof chatEvidence>;
export type ModerationReport = z.infer<typeof moderationReport>;
export type ModerationReportPage = z.infer<typeof moderationReportPage>;
export type ModerationReportListQuery = z.infer<typeof moderationReportListQuery>;
export type HandleReportRequest = z.infer<typeof handleReportRequest>;
