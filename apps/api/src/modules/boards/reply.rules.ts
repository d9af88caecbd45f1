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

/** The field that would change and is not the actor's to change: text is its writer's, hiding the moderators'. Null when all are. */
export function forbiddenField(
  request: UpdateReplyRequest,
  actor: UserActor,
  reply: { readonly authorId: string; readonly content: string; readonly isDisabled: boolean },
): 'content' | 'isDisabled' | null {
  const { content = reply.content, isDisabled = reply.isDisabled } = request;
  if (content !== reply.content && actor.userId !== reply.authorId) return 'content';
  return isDisabled !== reply.isDisabled && !isModerator(actor) ? 'isDisabled' : null;
}
