import type { TransactionLogEntry } from '@virtualcafe/contracts';
import type { ActorKind, TransactionLog } from '../../generated/prisma/client.js';

const actorKinds: Record<ActorKind, TransactionLogEntry['actorKind']> = {
  USER: 'user',
  API_KEY: 'apiKey',
  SYSTEM: 'system',
  ANONYMOUS: 'anonymous',
};

export const presentEntry = (entry: TransactionLog): TransactionLogEntry => ({
  id: entry.id,
  createdAt: entry.createdAt.toISOString(),
  actorKind: actorKinds[entry.actorKind],
  actorId: entry.actorId,
  action: entry.action,
  resourceType: entry.resourceType,
  resourceId: entry.resourceId,
  before: entry.before,
  after: entry.after,
  requestId: entry.requestId,
});
