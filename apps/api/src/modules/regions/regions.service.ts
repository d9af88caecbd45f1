import { Inject, Injectable } from '@nestjs/common';
import {
  type CreateRegionRequest,
  type ManagedRegion,
  type ManagedRegionTree,
  mayStandUnder,
  type RegionTree,
  type RegionType,
  type UpdateRegionRequest,
} from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { refusingDuplicates } from '../../platform/database/database-errors.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { regionTreeTag } from '../cafes/cafe-cache-tags.js';
import { CafeRegionsService } from '../cafes/cafe-regions.service.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { presentManagedRegion, presentRegion } from './region.presenter.js';
import { arrangeRegions, shortNameOf } from './region.rules.js';
import { regionTreeLock } from './region-tree-lock.js';
import { type RegionFields, RegionsRepository } from './regions.repository.js';

/** A 시·도 renamed takes all its cafés along: 20,000 of them are rewritten in some ten seconds. */
const changeTimeoutMs = 120_000;

@Injectable()
export class RegionsService {
  constructor(
    private readonly regions: RegionsRepository,
    private readonly cafeRegions: CafeRegionsService,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  async list(): Promise<RegionTree> {
    const regions = arrangeRegions(await this.regions.findTree());
    return { items: regions.filter(({ isHidden }) => !isHidden).map(presentRegion) };
  }

  async listManaged(): Promise<ManagedRegionTree> {
    return { items: arrangeRegions(await this.regions.findTree()).map(presentManagedRegion) };
  }

  async create(actor: Actor, request: CreateRegionRequest): Promise<ManagedRegion> {
    return this.changeTree(async () => {
      const fields: RegionFields = { ...request, isDisabled: false };
      await this.assertMayStand(fields);
      const id = await this.regions.insert(fields);
      await this.transactionLog.record(actor, {
        action: 'region.create',
        resourceType: 'region',
        resourceId: id,
        after: { ...fields },
      });
      const shortName = shortNameOf(await this.regions.findPath(id));
      return { id, ...fields, shortName, cafeCount: 0 };
    });
  }

  /** A new parent moves the whole subtree; a disabled region hides it. */
  async update(actor: Actor, id: string, request: UpdateRegionRequest): Promise<ManagedRegion> {
    return this.changeTree(async () => {
      const current = await this.regions.find(id);
      if (current === null) throw new AppError('region.not-found');
      const next = merge(current, request);
      const changes = changesBetween(current, next);
      if (changes === null) return this.read(id);
      await this.assertMayBecome(id, current, next);
      await this.regions.update(id, next);
      if (next.parentId !== current.parentId) await this.regions.closure.move(id, next.parentId);
      const isRenamed = next.name !== current.name || next.parentId !== current.parentId;
      await this.cafeRegions.followRegion(id, { isRenamed });
      await this.transactionLog.record(actor, {
        action: 'region.update',
        resourceType: 'region',
        resourceId: id,
        ...changes,
      });
      return this.read(id);
    });
  }

  /** One writer at a time: what `change` read of the tree still holds when it writes. */
  private async changeTree(change: () => Promise<ManagedRegion>): Promise<ManagedRegion> {
    return this.database.transaction(
      async () => {
        await this.locks.hold(regionTreeLock);
        const region = await refusingDuplicates('name', takenName, change);
        await this.database.afterCommit(() => this.cache.invalidate([regionTreeTag]));
        return region;
      },
      { timeoutMs: changeTimeoutMs },
    );
  }

  private async read(id: string): Promise<ManagedRegion> {
    const region = arrangeRegions(await this.regions.findTree()).find((each) => each.id === id);
    if (region === undefined) throw new Error(`Region ${id} is not in the tree`);
    return presentManagedRegion(region);
  }

  private async assertMayBecome(id: string, current: RegionFields, next: RegionFields): Promise<void> {
    const isMoved = next.parentId !== current.parentId;
    if (isMoved && next.parentId !== null && (await this.regions.closure.isWithin(next.parentId, id)))
      throw fieldRefused('region.move-into-descendant', '/parentId', 'the region stands above this one');
    if (isMoved || next.type !== current.type) await this.assertMayStand(next);
    if (next.type !== current.type) assertMayHold(next.type, await this.regions.findChildTypes(id));
  }

  private async assertMayStand({ type, parentId }: Pick<RegionFields, 'type' | 'parentId'>): Promise<void> {
    const parent = parentId === null ? null : await this.regions.find(parentId);
    if (parentId !== null && parent === null)
      throw fieldRefused('region.parent-unusable', '/parentId', 'there is no such region');
    if (!mayStandUnder(type, parent?.type ?? null))
      throw fieldRefused(
        'region.type-not-allowed',
        '/type',
        `${type} cannot stand under ${parent?.type ?? 'the root'}`,
      );
  }
}

function assertMayHold(type: RegionType, childTypes: readonly RegionType[]): void {
  const misplaced = childTypes.find((childType) => !mayStandUnder(childType, type));
  if (misplaced !== undefined)
    throw fieldRefused('region.type-not-allowed', '/type', `${type} cannot hold the ${misplaced} below it`);
}

const merge = (current: RegionFields, request: UpdateRegionRequest): RegionFields => ({
  name: request.name ?? current.name,
  type: request.type ?? current.type,
  parentId: request.parentId === undefined ? current.parentId : request.parentId,
  isDisabled: request.isDisabled ?? current.isDisabled,
});

const takenName = (): AppError => fieldRefused('region.name-taken', '/name', 'a region beside it has this name');
