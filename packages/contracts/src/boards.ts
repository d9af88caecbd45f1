import { z } from 'zod';
import { day, month } from './days.js';
import { cafeCode, id, instant } from './identifiers.js';
import { image } from './images.js';
import { pageOf, pageQuery } from './pagination.js';
import { line, paragraph, webUrl } from './text.js';

/** Talk, information, question, event. */
export const boardTypes = ['BTALK', 'BINFORM', 'BQUESTION', 'BEVENT'] as const;
export const boardType = z.enum(boardTypes).meta({ id: 'BoardType' });
export type BoardType = z.infer<typeof boardType>;

export const eventStates = ['COMING', 'IN_PROGRESS', 'ENDED'] as const;
export const eventState = z.enum(eventStates).meta({ id: 'EventState' });
export type EventState = z.infer<typeof eventState>;

export const maxImagesPerBoard = 20;
export const maxCafesPerBoard = 10;

/** How far a list of posts is counted, and so how far it can be paged: all posts of a filter, and those that match words. */
export const maxBoardsCounted = 10_000;
export const maxBoardsFound = 500;

/** Who wrote something; where this is null, the writer has withdrawn. */
export const author = z.object({ id, nickname: z.string() }).meta({ id: 'Author' });

export const linkedCafe = z.object({ id, code: cafeCode, name: z.string() }).meta({ id: 'LinkedCafe' });

/**
 * A post in a list. `excerpt`: the beginning of its text, without Markdown's signs. `eventState`: only of events. `replyCount`: those one
 * can read.
 */
export const boardSummary = z
  .object({
    id,
    type: boardType,
    title: z.string(),
    excerpt: z.string(),
    author: author.nullable(),
    thumbnail: image.nullable(),
    cafes: z.array(linkedCafe),
    startDay: day.nullable(),
    endDay: day.nullable(),
    eventState: eventState.nullable(),
    replyCount: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'BoardSummary' });

/** `total` is counted up to a limit (`maxBoardsCounted`, with words `maxBoardsFound`): `isTotalExact` is false where there may be more. */
export const boardPage = pageOf(boardSummary).extend({ isTotalExact: z.boolean() }).meta({ id: 'BoardPage' });

/** A post with its whole text: Markdown as it was typed, to be made harmless by whoever shows it. */
export const board = boardSummary
  .omit({ excerpt: true })
  .extend({
    content: z.string(),
    link: z.string().nullable(),
    images: z.array(image),
    isReplyAvailable: z.boolean(),
  })
  .meta({ id: 'Board' });

/** What its writer and moderators see beside the page; `cafes` also tells hidden ones. `isBlocked`: hidden by a moderator, whom alone it takes to show it again. */
export const managedBoard = board
  .extend({ isDisabled: z.boolean(), isBlocked: z.boolean() })
  .meta({ id: 'ManagedBoard' });

export const managedBoardSummary = boardSummary
  .extend({ isDisabled: z.boolean(), isBlocked: z.boolean() })
  .meta({ id: 'ManagedBoardSummary' });

export const managedBoardPage = boardPage
  .extend({ items: z.array(managedBoardSummary) })
  .meta({ id: 'ManagedBoardPage' });

/** A period whose end, where both are given, is not before its start. */
const endsBeforeStart = (start: string | null | undefined, end: string | null | undefined): boolean =>
  typeof start === 'string' && typeof end === 'string' && end < start;
const periodOrder = (startName: string, endName: string) => ({
  path: [endName],
  message: `must not be before ${startName}`,
});

/**
 * `q`: words split on spaces, all must be in the title or the text's first 10,000 letters; one of initial consonants alone (초성) in the title.
 * `from`, `to`: days on which it was written. `eventFrom`, `eventTo`: days of which an event has at least one. `eventState`,
 * `eventFrom` and `eventTo` leave nothing but events. `cafeCode`: linked with this café. Newest first.
 */
const boardFilter = {
  type: boardType.optional(),
  q: line(0, 100).optional(),
  authorId: id.optional(),
  cafeCode: cafeCode.optional(),
  from: day.optional(),
  to: day.optional(),
  eventFrom: day.optional(),
  eventTo: day.optional(),
  eventState: eventState.optional(),
};

export const boardListQuery = pageQuery
  .extend(boardFilter)
  .refine(({ from, to }) => !endsBeforeStart(from, to), periodOrder('from', 'to'))
  .refine(({ eventFrom, eventTo }) => !endsBeforeStart(eventFrom, eventTo), periodOrder('eventFrom', 'eventTo'));

/** One's own posts; moderators' are everybody's. */
export const managedBoardListQuery = pageQuery.extend({
  type: boardType.optional(),
  q: line(0, 100).optional(),
  authorId: id.optional(),
  isDisabled: z.enum(['true', 'false']).optional(),
});

const distinctIds = (max: number) =>
  z
    .array(id)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length, 'each stands here once');

/** `imageIds`: all of them in their order. `thumbnailId`: one of them; null is the first. */
const boardFields = {
  title: line(1, 200),
  content: paragraph(50_000).min(1),
  link: webUrl.nullable(),
  startDay: day.nullable(),
  endDay: day.nullable(),
  isReplyAvailable: z.boolean(),
  cafeIds: distinctIds(maxCafesPerBoard),
  imageIds: distinctIds(maxImagesPerBoard),
  thumbnailId: id.nullable(),
};

export const createBoardRequest = z
  .strictObject({
    ...boardFields,
    type: boardType,
    link: boardFields.link.default(null),
    startDay: boardFields.startDay.default(null),
    endDay: boardFields.endDay.default(null),
    isReplyAvailable: boardFields.isReplyAvailable.default(true),
    cafeIds: boardFields.cafeIds.default([]),
    imageIds: boardFields.imageIds.default([]),
    thumbnailId: boardFields.thumbnailId.default(null),
  })
  .refine(({ startDay, endDay }) => !endsBeforeStart(startDay, endDay), periodOrder('startDay', 'endDay'))
  .meta({ id: 'CreateBoardRequest' });

/** What is left out stays; null clears. `imageIds` without `thumbnailId` keeps the thumbnail while its image stays. */
export const updateBoardRequest = z
  .strictObject({ ...boardFields, isDisabled: z.boolean() })
  .partial()
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .refine(({ startDay, endDay }) => !endsBeforeStart(startDay, endDay), periodOrder('startDay', 'endDay'))
  .meta({ id: 'UpdateBoardRequest' });

export const calendarQuery = z.strictObject({ month, cafeCode: cafeCode.optional() });

/** An event of the calendar; one without an end stands on its first day. */
export const calendarEvent = z
  .object({
    id,
    title: z.string(),
    startDay: day,
    endDay: day,
    eventState,
    cafes: z.array(linkedCafe),
  })
  .meta({ id: 'CalendarEvent' });

export const maxCalendarEvents = 500;

/** The events of one month by their first day. `isComplete`: false where there are more than `maxCalendarEvents`. */
export const eventCalendar = z
  .object({ month, items: z.array(calendarEvent), isComplete: z.boolean() })
  .meta({ id: 'EventCalendar' });

export const calendarFeedQuery = z.strictObject({ cafeCode: cafeCode.optional() });
export const boardFeedQuery = z.strictObject({ type: boardType.optional() });

/** Where an event stands on a day: days are inclusive, a missing one is open. */
export function eventStateOn(startDay: string | null, endDay: string | null, today: string): EventState {
  if (startDay !== null && startDay > today) return 'COMING';
  return endDay !== null && endDay < today ? 'ENDED' : 'IN_PROGRESS';
}

export type Author = z.infer<typeof author>;
export type LinkedCafe = z.infer<typeof linkedCafe>;
export type BoardSummary = z.infer<typeof boardSummary>;
export type BoardPage = z.infer<typeof boardPage>;
export type Board = z.infer<typeof board>;
export type ManagedBoard = z.infer<typeof managedBoard>;
export type ManagedBoardSummary = z.infer<typeof managedBoardSummary>;
export type ManagedBoardPage = z.infer<typeof managedBoardPage>;
export type BoardListQuery = z.infer<typeof boardListQuery>;
export type ManagedBoardListQuery = z.infer<typeof managedBoardListQuery>;
export type CreateBoardRequest = z.infer<typeof createBoardRequest>;
export type UpdateBoardRequest = z.infer<typeof updateBoardRequest>;
export type CalendarQuery = z.infer<typeof calendarQuery>;
export type CalendarEvent = z.infer<typeof calendarEvent>;
export type EventCalendar = z.infer<typeof eventCalendar>;
export type CalendarFeedQuery = z.infer<typeof calendarFeedQuery>;
export type BoardFeedQuery = z.infer<typeof boardFeedQuery>;
