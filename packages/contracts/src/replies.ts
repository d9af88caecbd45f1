import { z } from 'zod';
import { author } from './boards.js';
import { id, instant } from './identifiers.js';
import { paragraph } from './text.js';

/** Answers to answers: the first have depth 0, and the deepest this one. */
export const maxReplyDepth = 9;

/** `HIDDEN` by a moderator, `DELETED` with answers left: both without text and writer. */
export const replyStates = ['VISIBLE', 'HIDDEN', 'DELETED'] as const;
export const replyState = z.enum(replyStates).meta({ id: 'ReplyState' });

/** `depth`: how many replies it stands below. `author`: null also where the writer has withdrawn. */
export const reply = z
  .object({
    id,
    parentId: id.nullable(),
    depth: z.int(),
    state: replyState,
    author: author.nullable(),
    content: z.string(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Reply' });

/** In the order of threads: each reply is followed by its answers, the older first. `nextCursor`: null at the end. `total`: those one can read. */
export const replyList = z
  .object({ items: z.array(reply), nextCursor: z.string().nullable(), total: z.int() })
  .meta({ id: 'ReplyList' });

export const replyListQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^(?:[0-9a-f]{32}){1,10}$/, 'a cursor as it was given')
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A reply as its writer and moderators see it: with its text while it is hidden. */
export const managedReply = reply.extend({ boardId: id, isDisabled: z.boolean() }).meta({ id: 'ManagedReply' });

const replyText = paragraph(2000).min(1);

export const createReplyRequest = z
  .strictObject({ content: replyText, parentId: id.nullable().default(null) })
  .meta({ id: 'CreateReplyRequest' });

/** `content`: by its writer alone. `isDisabled`: by moderators alone. */
export const updateReplyRequest = z
  .strictObject({ content: replyText, isDisabled: z.boolean() })
  .partial()
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .meta({ id: 'UpdateReplyRequest' });

export type ReplyState = z.infer<typeof replyState>;
export type Reply = z.infer<typeof reply>;
export type ReplyList = z.infer<typeof replyList>;
export type ReplyListQuery = z.infer<typeof replyListQuery>;
export type ManagedReply = z.infer<typeof managedReply>;
export type CreateReplyRequest = z.infer<typeof createReplyRequest>;
export type UpdateReplyRequest = z.infer<typeof updateReplyRequest>;
