import { maxReplyDepth, type ReplyState, type UpdateReplyRequest } from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';
import { isModerator } from './board.rules.js';

/** Digits of a thread's path for each level. */
const idLength = 32;

/** How many replies a reply stands below. */
export const depthOf = (threadPath: string): number => threadPath.length / idLength - 1;

export const mayBeAnswered = (threadPath: string): boolean => depthOf(threadPath) < maxReplyDepth;

export function stateOf({ isDeleted, isDisabled }: { isDeleted: boolean; isDisabled: boolean }): ReplyState {
  if (isDeleted) return 'DELETED';
  return isDisabled ? 'HIDDEN' : 'VISIBLE';
}

/** The field of the request that is not the actor's to change: text is its writer's, hiding the moderators'. Null when all are. */
export function forbiddenField(
  request: UpdateReplyRequest,
  actor: UserActor,
  authorId: string,
): 'content' | 'isDisabled' | null {
  if (request.content !== undefined && actor.userId !== authorId) return 'content';
  if (request.isDisabled !== undefined && !isModerator(actor)) return 'isDisabled';
  return null;
}
