import type { BoardType, UpdateBoardRequest } from '@virtualcafe/contracts';
import type { Actor, UserActor } from '../../access/actor.js';

/** What a writer sets of a post, its sets aside; days are KST days. */
export interface BoardFields {
  readonly title: string;
  readonly content: string;
  readonly link: string | null;
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly isReplyAvailable: boolean;
  readonly isDisabled: boolean;
  readonly isBlocked: boolean;
}

/** What hangs on a post. */
export interface BoardSets {
  /** In their order. */
  readonly imageIds: readonly string[];
  readonly thumbnailId: string | null;
  /** In no order: sorted, to be compared. */
  readonly cafeIds: readonly string[];
}

/** Posts and replies that one person writes within an hour, moderators aside. */
export const postsPerHour = 30;
export const repliesPerHour = 120;
export const writingWindowMs = 60 * 60 * 1000;

/** Those who keep order on the boards. */
export const isModerator = ({ userType }: Pick<UserActor, 'userType'>): boolean =>
  userType === 'MANAGER' || userType === 'ADMIN';

/** Whose posts the actor may manage: null is everybody's. */
export const managedAuthorOf = (actor: UserActor): string | null => (isModerator(actor) ? null : actor.userId);

/** Talk, questions and events are everybody's to write; information is the moderators' and café owners'. */
export const mayWrite = (type: BoardType, actor: UserActor, ownsCafe: boolean): boolean =>
  type !== 'BINFORM' || isModerator(actor) || ownsCafe;

/** Whether only owners of a café may link it with a post of this type; to link it with any other says something about it, not for it. */
export const needsOwnership = (type: BoardType, actor: UserActor): boolean => type === 'BEVENT' && !isModerator(actor);

/** Whose uploads the actor may attach: null is everybody's. */
export function attachableUploaderOf(actor: Actor): string | null {
  if (actor.kind === 'user') return actor.userType === 'ADMIN' ? null : actor.userId;
  if (actor.kind === 'system') return null;
  throw new Error(`${actor.kind} attaches no images: the action's rule and its handler disagree`);
}

/**
 * The post after the edit: fields that the request leaves out stay. What a moderator hides of somebody else's is blocked; whoever shows a
 * post again unblocks it.
 */
export function applyEdit(current: BoardFields, request: UpdateBoardRequest, isOwn: boolean): BoardFields {
  const { cafeIds: _cafes, imageIds: _images, thumbnailId: _thumbnail, ...fields } = request;
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const next: BoardFields = { ...current, ...named };
  if (!next.isDisabled) return { ...next, isBlocked: false };
  return { ...next, isBlocked: current.isBlocked || (request.isDisabled === true && !current.isDisabled && !isOwn) };
}

/** What hangs on the post after the edit. A thumbnail that the request does not name stays while its image does; else the first is it. */
export function applySets(current: BoardSets, request: UpdateBoardRequest): BoardSets {
  const imageIds = request.imageIds ?? current.imageIds;
  const cafeIds = request.cafeIds?.toSorted() ?? current.cafeIds;
  const kept = current.thumbnailId !== null && imageIds.includes(current.thumbnailId) ? current.thumbnailId : null;
  const asked = request.thumbnailId === undefined ? kept : request.thumbnailId;
  return { imageIds, cafeIds, thumbnailId: asked ?? imageIds[0] ?? null };
}

/** After how many seconds one more may be written, by when the latest `limit` or more of the window were, oldest first; 0 is now. */
export function waitSeconds(writtenAt: readonly Date[], limit: number, now: Date): number {
  const freeing = writtenAt.at(-limit);
  if (freeing === undefined) return 0;
  return Math.max(1, Math.ceil((freeing.getTime() + writingWindowMs - now.getTime()) / 1000));
}
