import { Injectable } from '@nestjs/common';
import type { ActivateMapsRequest, ManagedViewer, MapReport, ViewerMapType } from '@virtualcafe/contracts';
import type { Actor } from '../../../access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { AdvisoryLock } from '../../../platform/database/advisory-lock.js';
import { Database } from '../../../platform/database/database.js';
import { AppError, fieldRefused } from '../../../platform/errors/app-error.js';
import { laterVersion } from '../../../platform/http/if-match.js';
import { contentHashOf } from '../../../platform/storage/content-folder.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { managedScopeOf } from '../../cafes/cafe.rules.js';
import { TransactionLogService } from '../../transaction-log/transaction-log.service.js';
import { ViewerChanges } from '../viewer-changes.js';
import { type LockedViewer, ViewersRepository } from '../viewers.repository.js';
import { ViewersService } from '../viewers.service.js';
import { mapFilesLock } from './map-files-lock.js';
import { type MapFile, type MapRecord, MapVersionsRepository } from './map-versions.repository.js';

/** A room's model and what one bumps into, both GLB and as visitors are to get them. */
export interface NewMapPair {
  readonly viewerId: string;
  readonly source: 'UPLOAD' | 'STARTER_ROOM';
  readonly render: Uint8Array;
  readonly collider: Uint8Array;
  /** What is known of the render map. */
  readonly report: MapReport;
  readonly uploadedById: string | null;
  /** Whether visitors get the pair from now on. */
  readonly activate: boolean;
}

export interface MapPair {
  readonly renderMapId: string;
  readonly colliderMapId: string;
}

/** The versions of a room's maps, and which pair of them visitors get. */
@Injectable()
export class MapVersionsService {
  constructor(
    private readonly maps: MapVersionsRepository,
    private readonly viewers: ViewersRepository,
    private readonly viewersService: ViewersService,
    private readonly storage: MapStorage,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly viewerChanges: ViewerChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a finished pair as the next versions, READY. Joins the transaction in progress; whether the actor may is the caller's question.
   * @throws AppError `viewer.not-found` where there is no room of this id.
   */
  async addPair(actor: Actor, pair: NewMapPair): Promise<MapPair> {
    const { viewerId, source, report, uploadedById } = pair;
    return this.database.transaction(async () => {
      const viewer = await this.maps.hold(viewerId);
      if (viewer === null) throw new AppError('viewer.not-found');
      await this.locks.holdShared(mapFilesLock);
      const add = async (type: ViewerMapType, bytes: Uint8Array, its: MapReport | null): Promise<string> => {
        const { id } = await this.maps.insert({
          viewerId,
          type,
          source,
          uploadedById,
          status: 'READY',
          isDraco: false,
          report: its,
          createdAt: this.clock.now(),
          files: await this.storeFile(bytes),
        });
        return id;
      };
      const renderMapId = await add('RENDER', pair.render, report);
      const colliderMapId = await add('COLLIDER', pair.collider, null);
      await this.record(actor, 'viewer.add-maps', viewerId, { after: { source, renderMapId, colliderMapId } });
      if (pair.activate) await this.switchTo(actor, { id: viewerId, ...viewer }, { renderMapId, colliderMapId });
      return { renderMapId, colliderMapId };
    });
  }

  /**
   * Visitors get this pair from now on; an older one is how to go back.
   * @throws AppError `viewer.not-found`; `map.unusable` for a map that is not READY, of another type or of another room.
   */
  async activate(actor: Actor, code: string, pair: ActivateMapsRequest): Promise<ManagedViewer> {
    return this.database.transaction(async () => {
      const viewer = await this.lock(actor, code);
      await this.assertUsable(viewer.id, 'RENDER', pair.renderMapId, '/renderMapId');
      await this.assertUsable(viewer.id, 'COLLIDER', pair.colliderMapId, '/colliderMapId');
      await this.switchTo(actor, { ...viewer, code }, pair);
      return this.viewersService.read(actor, code);
    });
  }

  /**
   * Its files go later, unless another map has the same.
   * @throws AppError `viewer.not-found`, `map.not-found`; `map.active`, `map.processing` while it is needed.
   */
  async delete(actor: Actor, code: string, mapId: string): Promise<void> {
    await this.database.transaction(async () => {
      const viewer = await this.lock(actor, code);
      const map = await this.maps.find(viewer.id, mapId);
      if (map === null) throw new AppError('map.not-found');
      if (map.isActive) throw new AppError('map.active');
      if (map.status === 'PROCESSING') throw new AppError('map.processing');
      await this.maps.delete(map.id);
      await this.record(actor, 'viewer.delete-map', viewer.id, { before: { mapId, ...describe(map) }, after: {} });
    });
  }

  private async lock(actor: Actor, code: string): Promise<LockedViewer> {
    const viewer = await this.viewers.lock(managedScopeOf(actor), code);
    if (viewer === null) throw new AppError('viewer.not-found');
    return viewer;
  }

  private async assertUsable(viewerId: string, type: ViewerMapType, mapId: string, pointer: string): Promise<void> {
    const map = await this.maps.find(viewerId, mapId);
    if (map?.type !== type || map.status !== 'READY')
      throw fieldRefused('map.unusable', pointer, `not a ready ${type} map of this room`);
  }

  private async switchTo(actor: Actor, viewer: LockedViewer & { code: string }, pair: MapPair): Promise<void> {
    const active = await this.maps.findActive(viewer.id);
    const ids = [pair.renderMapId, pair.colliderMapId];
    if (active.length === ids.length && active.every(({ id }) => ids.includes(id))) return;
    await this.maps.activate(viewer.id, ids, laterVersion(viewer.updatedAt, this.clock.now()));
    const idOf = (type: ViewerMapType): string | null => active.find((map) => map.type === type)?.id ?? null;
    await this.record(actor, 'viewer.activate-maps', viewer.id, {
      before: { renderMapId: idOf('RENDER'), colliderMapId: idOf('COLLIDER') },
      after: { ...pair },
    });
    await this.viewerChanges.announce(viewer.code);
  }

  /** Stores one file as what was given and as what visitors get; `mapFilesLock` must be held. */
  async storeFile(bytes: Uint8Array): Promise<MapFile[]> {
    const fileName = await this.storage.put(bytes, '.glb');
    const file = { fileName, contentHash: contentHashOf(fileName), sizeBytes: bytes.byteLength };
    return [
      { ...file, variant: 'ORIGINAL' },
      { ...file, variant: 'DESKTOP' },
    ];
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

const describe = ({ type, version, status }: MapRecord): Record<string, unknown> => ({ type, version, status });
