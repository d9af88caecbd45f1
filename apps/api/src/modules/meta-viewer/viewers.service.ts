import { Injectable } from '@nestjs/common';
import {
  type CreateViewerRequest,
  defaultWorldData,
  type ManagedViewer,
  type UpdateViewerRequest,
  type ViewerListQuery,
  type ViewerPage,
  type WorldData,
} from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { refusingDuplicates } from '../../platform/database/database-errors.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { attachableUploaderOf, managedScopeOf } from '../cafes/cafe.rules.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { ViewerChanges } from './viewer-changes.js';
import { presentManagedViewer, presentSummary } from './viewer.presenter.js';
import { ViewerReadsRepository } from './viewer-reads.repository.js';
import { assertUsable, changeWorldData, editViewer, photosOf, viewerChangesBetween, wordsOf } from './viewer.rules.js';
import { ViewersRepository } from './viewers.repository.js';

/** Rooms as their café's keepers list, create and edit them. */
@Injectable()
export class ViewersService {
  constructor(
    private readonly viewers: ViewersRepository,
    private readonly reads: ViewerReadsRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    private readonly viewerChanges: ViewerChanges,
  ) {}

  async list(actor: Actor, { q, cafeId, isDisabled, page, pageSize }: ViewerListQuery): Promise<ViewerPage> {
    const { items, total } = await this.reads.find({
      scope: managedScopeOf(actor),
      words: wordsOf(q),
      cafeId: cafeId ?? null,
      isDisabled: isDisabled === undefined ? null : isDisabled === 'true',
      page,
      pageSize,
    });
    return { items: items.map(presentSummary), page, pageSize, total };
  }

  /** @throws AppError `viewer.not-found` also for a room of a café that the actor may not manage. */
  async read(actor: Actor, code: string): Promise<ManagedViewer> {
    const viewer = await this.reads.findManagedPage(managedScopeOf(actor), code);
    if (viewer === null) throw new AppError('viewer.not-found');
    return presentManagedViewer(viewer);
  }

  /** The room opens once it has an active pair of maps. */
  async create(actor: Actor, { code, cafeId, name, worldData }: CreateViewerRequest): Promise<ManagedViewer> {
    const fields = { name, worldData: changeWorldData(defaultWorldData, worldData), isDisabled: false };
    return this.database.transaction(async () => {
      if (!(await this.viewers.holdCafe(managedScopeOf(actor), cafeId)))
        throw fieldRefused('viewer.cafe-unusable', '/cafeId', 'the café does not exist or is not yours');
      const id = await refusingDuplicates('code', takenCode, () =>
        this.viewers.insert(code, cafeId, fields, this.clock.now()),
      );
      await this.usePhotos(actor, id, fields.worldData);
      await this.record(actor, 'viewer.create', id, { after: { code, cafeId, ...fields } });
      return this.read(actor, code);
    });
  }

  /** @throws AppError `resource.stale` when the room is no longer the `version` that was edited. */
  async update(actor: Actor, code: string, version: Date, request: UpdateViewerRequest): Promise<ManagedViewer> {
    return this.database.transaction(async () => {
      const viewer = await this.viewers.lock(managedScopeOf(actor), code);
      if (viewer === null) throw new AppError('viewer.not-found');
      if (viewer.updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
      const current = await this.viewers.findFields(viewer.id);
      const next = editViewer(current, request);
      const changes = viewerChangesBetween(current, next);
      if (changes === null) return this.read(actor, code);
      if (request.worldData?.hotspots !== undefined) await this.usePhotos(actor, viewer.id, next.worldData);
      await this.viewers.update(viewer.id, next, laterVersion(viewer.updatedAt, this.clock.now()));
      await this.record(actor, 'viewer.update', viewer.id, changes);
      await this.viewerChanges.announce(code);
      return this.read(actor, code);
    });
  }

  /** An image that a hotspot names is in use, and so is not collected. */
  private async usePhotos(actor: Actor, viewerId: string, worldData: WorldData): Promise<void> {
    const photos = photosOf(worldData);
    const imageIds = [...new Set(photos.map(({ imageId }) => imageId))];
    assertUsable(photos, await this.viewers.findUsableImages(viewerId, imageIds, attachableUploaderOf(actor)));
    await this.viewers.replaceImages(viewerId, imageIds);
  }

  private async record(
    actor: Actor,
    action: string,
    resourceId: string,
    changes: { before?: Record<string, unknown>; after: Record<string, unknown> },
  ): Promise<void> {
    await this.transactionLog.record(actor, { action, resourceType: 'viewer', resourceId, ...changes });
  }
}

const takenCode = (): AppError => fieldRefused('viewer.code-taken', '/code', 'another room has this code');
