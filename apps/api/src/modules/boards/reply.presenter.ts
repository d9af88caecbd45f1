import type { ManagedReply, Reply } from '@virtualcafe/contracts';
import type { ReplyRecord } from './reply-records.js';
import { depthOf, stateOf } from './reply.rules.js';

const toInstant = (written: string): string => new Date(written).toISOString();

const presentFacts = (reply: ReplyRecord): Reply => ({
  id: reply.id,
  parentId: reply.parentId,
  depth: depthOf(reply.threadPath),
  state: stateOf(reply),
  author: reply.author === null ? null : { id: reply.author.id, nickname: reply.author.nickname },
  content: reply.content,
  createdAt: toInstant(reply.createdAt),
  updatedAt: toInstant(reply.updatedAt),
});

/** As everybody sees it: of what is hidden or deleted only where it stood. */
export function presentReply(reply: ReplyRecord): Reply {
  const facts = presentFacts(reply);
  return facts.state === 'VISIBLE' ? facts : { ...facts, author: null, content: '' };
}

export const presentManagedReply = (reply: ReplyRecord): ManagedReply => ({
  ...presentFacts(reply),
  boardId: reply.boardId,
  isDisabled: reply.isDisabled,
});
