import { Injectable } from '@nestjs/common';
import type { Page, TransactionLogEntry, TransactionLogQuery } from '@virtualcafe/contracts';
import type { Actor, UserActor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { currentRequest } from '../../platform/request-context/request-context.js';
import { presentEntry } from './transaction-log.presenter.js';
import { TransactionLogRepository } from './transaction-log.repository.js';

/** A state-changing act to record. `before` and `after` hold what changed, and never a secret. */
export interface RecordedAct {
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

/** Whom an act is recorded of; of a user no more is needed than who. */
export type RecordedActor = Exclude<Actor, UserActor> | Pick<UserActor, 'kind' | 'userId'>;

const monthsAhead = 3;

@Injectable()
export class TransactionLogService {
  constructor(
    private readonly entries: TransactionLogRepository,
    private readonly clock: Clock,
  ) {}

  /** Writes the act into the ambient transaction: call it inside `database.transaction`, beside the change itself. */
  async record(actor: RecordedActor, act: RecordedAct): Promise<void> {
    await this.entries.append({ ...act, ...actorColumns(actor), requestId: currentRequest()?.requestId ?? null });
  }

  /** Writes several acts of one request as `record` does one. */
  async recordAll(actor: RecordedActor, acts: readonly RecordedAct[]): Promise<void> {
    const shared = { ...actorColumns(actor), requestId: currentRequest()?.requestId ?? null };
    await this.entries.appendAll(acts.map((act) => ({ ...act, ...shared })));
  }

  async list(query: TransactionLogQuery): Promise<Page<TransactionLogEntry>> {
    const { items, total } = await this.entries.findPage(query);
    return { items: items.map(presentEntry), page: query.page, pageSize: query.pageSize, total };
  }

  /** Makes the partitions of this month and the next ones that are missing; answers their names. */
  async makePartitions(): Promise<string[]> {
    return this.entries.ensurePartitions(this.clock.now(), monthsAhead);
  }
}

function actorColumns(actor: RecordedActor): {
  actorKind: 'USER' | 'API_KEY' | 'SYSTEM' | 'ANONYMOUS';
  actorId: string | null;
} {
  switch (actor.kind) {
    case 'user':
      return { actorKind: 'USER', actorId: actor.userId };
    case 'apiKey':
      return { actorKind: 'API_KEY', actorId: actor.apiKeyId };
    case 'system':
      return { actorKind: 'SYSTEM', actorId: null };
    case 'anonymous':
      return { actorKind: 'ANONYMOUS', actorId: null };
  }
}
