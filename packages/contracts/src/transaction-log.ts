import { z } from 'zod';
import { id, instant } from './identifiers.js';
import { pageOf, pageQuery } from './pagination.js';
import { line } from './text.js';

export const transactionLogQuery = pageQuery.extend({
  action: line(1, 80).optional(),
  resourceType: line(1, 60).optional(),
  resourceId: line(1, 80).optional(),
  actorId: id.optional(),
});

/** One state-changing act; `before` and `after` hold what changed, never a secret. */
export const transactionLogEntry = z
  .object({
    id,
    createdAt: instant,
    actorKind: z.enum(['user', 'apiKey', 'system', 'anonymous']),
    actorId: z.string().nullable(),
    action: z.string(),
    resourceType: z.string(),
    resourceId: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'TransactionLogEntry' });

export const transactionLogPage = pageOf(transactionLogEntry).meta({ id: 'TransactionLogPage' });

export type TransactionLogQuery = z.infer<typeof transactionLogQuery>;
export type TransactionLogEntry = z.infer<typeof transactionLogEntry>;
