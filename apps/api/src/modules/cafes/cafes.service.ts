import { Inject, Injectable } from '@nestjs/common';
import type {
  CreateCafeRequest,
  ManagedCafe,
  ManagedCafeListQuery,
  ManagedCafePage,
  UpdateCafeRequest,
} from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { refusingDuplicates } from '../../platform/database/database-errors.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { searchAsTyped } from '../../platform/search/search-as-typed.js';
import type { SearchText } from '../../platform/search/search-text.js';
import { regionTreeLock } from '../regions/region-tree-lock.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { cafeListTag, regionTreeTag } from './cafe-cache-tags.js';
import { CafeEditsService } from './cafe-edits.service.js';
import { presentManagedSummary } from './cafe.presenter.js';
import { CafeReadsRepository } from './cafe-reads.repository.js';
import { applyEdit, firstOwnerOf, managedScopeOf } from './cafe.rules.js';
import { toCafeSearchText } from './cafe-search-text.js';
import { type CafeFields, CafesRepository } from './cafes.repository.js';

/** Cafés as their keepers list, create and edit them. */
@Injectable()
export class CafesService {
  constructor(
    private readonly cafes: CafesRepository,
    private readonly reads: CafeReadsRepository,
    private readonly edits: CafeEditsService,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  async list(actor: Actor, { q, isDisabled, page, pageSize }: ManagedCafeListQuery): Promise<ManagedCafePage> {
    const scope = managedScopeOf(actor);
    const { items, total } = await searchAsTyped(q, (search) =>
      this.reads.findManaged({ scope, search, isDisabled: toFlag(isDisabled), page, pageSize }),
    );
    return { items: items.map(presentManagedSummary), page, pageSize, total };
  }

  read(actor: Actor, code: string): Promise<ManagedCafe> {
    return this.edits.read(actor, code);
  }

  /** A BUSINESS user owns what he creates; an administrator's café has no owner yet. */
  async create(actor: Actor, { code, ...request }: CreateCafeRequest): Promise<ManagedCafe> {
    const fields: CafeFields = { ...request, isDisabled: false };
    const ownerId = firstOwnerOf(actor);
    return this.database.transaction(async () => {
      await this.locks.holdShared(regionTreeLock);
      const text = await this.toSearchText(fields, { isRegionNew: true });
      const id = await refusingDuplicates('code', takenCode, () =>
        this.cafes.insert(code, fields, text, ownerId, this.clock.now()),
      );
      const owners = ownerId === null ? [] : [ownerId];
      await this.transactionLog.record(actor, {
        action: 'cafe.create',
        resourceType: 'cafe',
        resourceId: id,
        after: { code, ...fields, owners },
      });
      await this.database.afterCommit(() => this.cache.invalidate([cafeListTag, regionTreeTag]));
      return this.edits.read(actor, code);
    });
  }

  /** @throws AppError `resource.stale` when the café is no longer the `version` that was edited. */
  async update(actor: Actor, code: string, version: Date, request: UpdateCafeRequest): Promise<ManagedCafe> {
    return this.database.transaction(async () => {
      await this.locks.holdShared(regionTreeLock);
      return this.edits.edit(actor, code, 'cafe.update', async ({ id, updatedAt }) => {
        if (updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
        const current = await this.cafes.findFields(id);
        const next = applyEdit(current, request);
        const changes = changesBetween(current, next);
        if (changes === null) return null;
        const text = await this.toSearchText(next, { isRegionNew: next.regionId !== current.regionId });
        await this.cafes.update(id, next, text);
        const isCountedElsewhere = 'regionId' in changes.after || 'isDisabled' in changes.after;
        return { ...changes, tags: isCountedElsewhere ? [cafeListTag, regionTreeTag] : [cafeListTag] };
      });
    });
  }

  /** A café stays where a region was disabled since, but none moves there. */
  private async toSearchText(cafe: CafeFields, { isRegionNew }: { isRegionNew: boolean }): Promise<SearchText> {
    const path = await this.cafes.findRegionPath(cafe.regionId);
    if (isRegionNew && (path.length === 0 || path.some(({ isDisabled }) => isDisabled)))
      throw fieldRefused('cafe.region-unusable', '/regionId', 'the region does not exist or is disabled');
    return toCafeSearchText({ ...cafe, regionNames: path.map(({ name }) => name) });
  }
}

/** The query's word for a flag; null when it does not ask. */
const toFlag = (word: 'true' | 'false' | undefined): boolean | null => (word === undefined ? null : word === 'true');

const takenCode = (): AppError => fieldRefused('cafe.code-taken', '/code', 'another café has this code');
