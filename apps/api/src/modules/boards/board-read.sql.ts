import { Prisma } from '../../generated/prisma/client.js';
import { imageJson, isVisible } from '../cafes/cafe-read.sql.js';
import type { SearchPatterns } from '../../platform/search/search-text.js';
import type { BoardFilter } from './board-filter.js';

// Fragments of the read queries: `b` is the post, `u` its writer; the JSON they make is typed in `board-records.ts`.

/** Null when they have withdrawn: their posts stay. */
export const authorJson = Prisma.sql`CASE WHEN NOT u."isDisabled" AND u."withdrawnAt" IS NULL
  THEN json_build_object('id', u.id, 'nickname', u.nickname) END`;

const cafesJson = (shown: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name) ORDER BY c.name, c.id), '[]')
  FROM "BoardCafe" link JOIN "CafeInfo" c ON c.id = link."cafeId" WHERE link."boardId" = b.id AND ${shown})`;

const visibleCafesJson = cafesJson(isVisible('c'));
const allCafesJson = cafesJson(Prisma.sql`true`);

const thumbnailJson = Prisma.sql`(
  SELECT ${imageJson} FROM "BoardImage" placed JOIN "Image" i ON i.id = placed."imageId"
  WHERE placed."boardId" = b.id AND NOT i."isDisabled"
  ORDER BY placed."isThumbnail" DESC, placed.priority LIMIT 1)`;

const imagesJson = Prisma.sql`(
  SELECT coalesce(json_agg(${imageJson} ORDER BY placed.priority), '[]')
  FROM "BoardImage" placed JOIN "Image" i ON i.id = placed."imageId"
  WHERE placed."boardId" = b.id AND NOT i."isDisabled")`;

const replyCount = Prisma.sql`(
  SELECT count(*)::integer FROM "BoardReply" r
  WHERE r."boardId" = b.id AND r."deletedAt" IS NULL AND NOT r."isDisabled")`;

/** So much of a text is read for its excerpt, in letters. */
const beginning = Prisma.sql`left(b.content, 600)`;

/** `BoardSummaryRecord`. */
export const summaryJson = Prisma.sql`json_build_object(
  'id', b.id, 'type', b.type, 'title', b.title, 'beginning', ${beginning}, 'author', ${authorJson}, 'thumbnail', ${thumbnailJson},
  'cafes', ${visibleCafesJson}, 'startDay', b."startDay", 'endDay', b."endDay", 'replyCount', ${replyCount},
  'isDisabled', b."isDisabled", 'isBlocked', b."isBlocked", 'createdAt', b."createdAt", 'updatedAt', b."updatedAt")`;

const pageJsonWith = (cafes: Prisma.Sql): Prisma.Sql => Prisma.sql`json_build_object(
  'id', b.id, 'type', b.type, 'title', b.title, 'content', b.content, 'link', b.link, 'author', ${authorJson},
  'thumbnail', ${thumbnailJson}, 'images', ${imagesJson}, 'cafes', ${cafes}, 'startDay', b."startDay", 'endDay', b."endDay",
  'isReplyAvailable', b."isReplyAvailable", 'replyCount', ${replyCount}, 'isDisabled', b."isDisabled",
  'isBlocked', b."isBlocked", 'createdAt', b."createdAt", 'updatedAt', b."updatedAt")`;

/** `BoardPageRecord`, as everybody sees it. */
export const pageJson = pageJsonWith(visibleCafesJson);

/** The same with cafés that are hidden: an edit names all of them. */
export const managedPageJson = pageJsonWith(allCafesJson);

/** `EventRecord`; `linked` has the cafés of each. */
export const eventJson = Prisma.sql`json_build_object(
  'id', b.id, 'title', b.title, 'startDay', b."startDay", 'endDay', b."endDay", 'cafes', coalesce(linked.cafes, '[]'))`;

/** `FeedEventRecord`. */
export const feedEventJson = Prisma.sql`json_build_object(
  'id', b.id, 'title', b.title, 'beginning', left(b.content, 300), 'startDay', b."startDay", 'endDay', b."endDay",
  'cafes', coalesce(linked.cafes, '[]'), 'createdAt', b."createdAt", 'updatedAt', b."updatedAt")`;

/** The visible cafés of many posts, found for all of them at once: `boardId` and `cafes` for each of `chosen` that has some. */
export const linkedCafes = Prisma.sql`
  SELECT link."boardId", json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'address', c.address)
    ORDER BY c.name, c.id) AS cafes
  FROM chosen JOIN "BoardCafe" link ON link."boardId" = chosen.id JOIN "CafeInfo" c ON c.id = link."cafeId"
  WHERE ${isVisible('c')} GROUP BY link."boardId"`;

/** Linked with a café that visitors see. */
const isOfCafe = (code: string): Prisma.Sql => Prisma.sql`b.id IN (
  SELECT link."boardId" FROM "CafeInfo" c JOIN "BoardCafe" link ON link."cafeId" = c.id
  WHERE c.code = ${code} AND ${isVisible('c')})`;

/** Whoever has withdrawn is not to be found by who they were. */
const isByAuthor = (authorId: string): Prisma.Sql => Prisma.sql`b."authorId" = (
  SELECT u.id FROM "User" u WHERE u.id = ${authorId}::uuid AND NOT u."isDisabled" AND u."withdrawnAt" IS NULL)`;

function eventConditions({ eventState, eventFrom, eventTo, today }: BoardFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (eventState === 'COMING') conditions.push(Prisma.sql`b."startDay" > ${today}::date`);
  if (eventState === 'ENDED') conditions.push(Prisma.sql`b."endDay" < ${today}::date`);
  if (eventState === 'IN_PROGRESS') conditions.push(startsBy(today), endsFrom(today));
  if (eventTo !== undefined) conditions.push(startsBy(eventTo));
  if (eventFrom !== undefined) conditions.push(endsFrom(eventFrom));
  return conditions;
}

const startsBy = (day: string): Prisma.Sql => Prisma.sql`(b."startDay" <= ${day}::date OR b."startDay" IS NULL)`;
const endsFrom = (day: string): Prisma.Sql => Prisma.sql`(b."endDay" >= ${day}::date OR b."endDay" IS NULL)`;

/** Whether events are chosen by their days. */
export const choosesEvents = (filter: BoardFilter): boolean => eventConditions(filter).length > 0;

/** The post `b` passes the filter, words aside. */
export function passes(filter: BoardFilter): Prisma.Sql {
  const { isDisabled, type, ownerId, authorId, cafeCode, writtenFrom, writtenBefore } = filter;
  const events = eventConditions(filter);
  const conditions = [Prisma.sql`true`, ...events];
  if (isDisabled !== undefined)
    conditions.push(isDisabled ? Prisma.sql`b."isDisabled"` : Prisma.sql`NOT b."isDisabled"`);
  if (type !== undefined) conditions.push(Prisma.sql`b.type = ${type}::"BoardType"`);
  if (events.length > 0) conditions.push(Prisma.sql`b.type = 'BEVENT'`);
  if (ownerId !== undefined) conditions.push(Prisma.sql`b."authorId" = ${ownerId}::uuid`);
  if (authorId !== undefined) conditions.push(isByAuthor(authorId));
  if (cafeCode !== undefined) conditions.push(isOfCafe(cafeCode));
  if (writtenFrom !== undefined)
    conditions.push(Prisma.sql`b."createdAt" >= ${writtenFrom.toISOString()}::timestamptz`);
  if (writtenBefore !== undefined)
    conditions.push(Prisma.sql`b."createdAt" < ${writtenBefore.toISOString()}::timestamptz`);
  return Prisma.join(conditions, ' AND ');
}

/** Every word of the search is in the post's texts. */
export const matches = (search: SearchPatterns, row: 'b' | 'newest'): Prisma.Sql => {
  const post = Prisma.raw(row);
  return Prisma.join(
    [
      ...search.jamo.map((pattern) => Prisma.sql`${post}.jamo LIKE ${pattern}`),
      ...search.choseong.map((pattern) => Prisma.sql`${post}.choseong LIKE ${pattern}`),
    ],
    ' AND ',
  );
};
