import {
  type BoardListQuery,
  type BoardType,
  dayAfter,
  type EventState,
  kstDayOf,
  type ManagedBoardListQuery,
  startOfDay,
} from '@virtualcafe/contracts';

/** Which posts a list holds, words aside. What is left out lets all pass. */
export interface BoardFilter {
  readonly isDisabled?: boolean | undefined;
  readonly type?: BoardType | undefined;
  /** Whose posts: also of somebody who has withdrawn. */
  readonly ownerId?: string | undefined;
  /** The same as visitors ask for it. */
  readonly authorId?: string | undefined;
  readonly cafeCode?: string | undefined;
  readonly writtenFrom?: Date | undefined;
  readonly writtenBefore?: Date | undefined;
  /** These three leave nothing but events. */
  readonly eventFrom?: string | undefined;
  readonly eventTo?: string | undefined;
  readonly eventState?: EventState | undefined;
  /** The KST day it is. */
  readonly today: string;
}

/** What visitors ask for. */
export const publicFilterOf = (query: BoardListQuery, now: Date): BoardFilter => ({
  isDisabled: false,
  type: query.type,
  authorId: query.authorId,
  cafeCode: query.cafeCode,
  writtenFrom: query.from === undefined ? undefined : startOfDay(query.from),
  writtenBefore: query.to === undefined ? undefined : startOfDay(dayAfter(query.to)),
  eventFrom: query.eventFrom,
  eventTo: query.eventTo,
  eventState: query.eventState,
  today: kstDayOf(now),
});

/** What writers ask for of their own (`ownerId`), moderators (null) of everybody's. */
export const managedFilterOf = (query: ManagedBoardListQuery, ownerId: string | null, now: Date): BoardFilter => ({
  isDisabled: query.isDisabled === undefined ? undefined : query.isDisabled === 'true',
  type: query.type,
  ownerId: ownerId ?? query.authorId,
  today: kstDayOf(now),
});
