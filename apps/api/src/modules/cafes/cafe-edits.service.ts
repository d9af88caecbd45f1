import { Inject, Injectable } from '@nestjs/common';
import type { ManagedCafe } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { cafePageTag } from './cafe-cache-tags.js';
import { presentManagedCafe } from './cafe.presenter.js';
import { CafeReadsRepository } from './cafe-reads.repository.js';
import { managedScopeOf } from './cafe.rules.js';
import { CafesRepository, type LockedCafe } from './cafes.repository.js';

/** What an edit did: for the log, and the answers beside the café's page that tell of it. */
export interface CafeChange {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
  readonly tags: readonly string[];
}

/** What all edits of a café have in common. */
@Injectable()
export class CafeEditsService {
  constructor(
    private readonly cafes: CafesRepository,
    private readonly reads: CafeReadsRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  /**
   * Runs `change` on a café that the actor may manage, alone, and makes the café a later version; `null` says that nothing changed.
   * @throws AppError `cafe.not-found`.
   */
  async edit(
    actor: Actor,
    code: string,
    action: string,
    change: (cafe: LockedCafe) => Promise<CafeChange | null>,
  ): Promise<ManagedCafe> {
    return this.database.transaction(async () => {
      const cafe = await this.cafes.lock(managedScopeOf(actor), code);
      if (cafe === null) throw new AppError('cafe.not-found');
      const changed = await change(cafe);
      if (changed !== null) {
        const { tags, ...changes } = changed;
        await this.cafes.touch(cafe.id, laterVersion(cafe.updatedAt, this.clock.now()));
        await this.transactionLog.record(actor, { action, resourceType: 'cafe', resourceId: cafe.id, ...changes });
        await this.database.afterCommit(() => this.cache.invalidate([cafePageTag(code), ...tags]));
      }
      return this.read(actor, code);
    });
  }

  /** @throws AppError `cafe.not-found` also for a café that the actor may not manage. */
  async read(actor: Actor, code: string): Promise<ManagedCafe> {
    const cafe = await this.reads.findManagedPage(managedScopeOf(actor), code);
    if (cafe === null) throw new AppError('cafe.not-found');
    return presentManagedCafe(cafe.page, cafe.keepers);
  }
}
