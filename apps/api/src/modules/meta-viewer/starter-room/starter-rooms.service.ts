import { Injectable } from '@nestjs/common';
import type { FieldError, ManagedViewer, StarterRoomRequest, ViewerMapType } from '@virtualcafe/contracts';
import { type Actor, asUser } from '../../../access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { attachableUploaderOf, managedScopeOf } from '../../cafes/cafe.rules.js';
import { TransactionLogService } from '../../transaction-log/transaction-log.service.js';
import { MapVersionsRepository } from '../maps/map-versions.repository.js';
import { ViewersRepository } from '../viewers.repository.js';
import { ViewersService } from '../viewers.service.js';
import { makeStarterRoomJob, type StarterRoomPayload } from './starter-room-payload.js';
import { StarterRoomsRepository } from './starter-rooms.repository.js';

const mostAttempts = 3;

/** Rooms that keepers order by a form instead of a model of their own. */
@Injectable()
export class StarterRoomsService {
  constructor(
    private readonly starterRooms: StarterRoomsRepository,
    private readonly viewers: ViewersRepository,
    private readonly viewersService: ViewersService,
    private readonly maps: MapVersionsRepository,
    private readonly jobs: JobQueue,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Has the room made: its maps are there at once, PROCESSING, and become the active pair when they are done.
   * @throws AppError `viewer.not-found`; `viewer.image-unusable` naming every such photo; `starter-room.in-progress` while one is being made.
   */
  async order(actor: Actor, code: string, order: StarterRoomRequest): Promise<ManagedViewer> {
    return this.database.transaction(async () => {
      const viewer = await this.viewers.lock(managedScopeOf(actor), code);
      if (viewer === null) throw new AppError('viewer.not-found');
      if (await this.starterRooms.isBeingMade(viewer.id)) throw new AppError('starter-room.in-progress');
      await this.usePhotos(actor, viewer.id, order.imageIds);
      const renderMapId = await this.addWaiting(actor, viewer.id, 'RENDER');
      const colliderMapId = await this.addWaiting(actor, viewer.id, 'COLLIDER', renderMapId);
      const payload: StarterRoomPayload = { viewerId: viewer.id, renderMapId, colliderMapId, order };
      const job = { kind: makeStarterRoomJob, payload, dedupeKey: renderMapId, maxAttempts: mostAttempts };
      await this.jobs.enqueue(job);
      await this.transactionLog.record(actor, {
        action: 'viewer.order-starter-room',
        resourceType: 'viewer',
        resourceId: viewer.id,
        after: { renderMapId, colliderMapId, order },
      });
      return this.viewersService.read(actor, code);
    });
  }

  /** The next version of a map, whose files are still to come; a collider comes of the same work as its render map. */
  private async addWaiting(actor: Actor, viewerId: string, type: ViewerMapType, sourceMapId?: string): Promise<string> {
    const { id } = await this.maps.insert({
      viewerId,
      type,
      status: 'PROCESSING',
      source: 'STARTER_ROOM',
      ...(sourceMapId === undefined ? {} : { sourceMapId }),
      isDraco: false,
      report: null,
      uploadedById: asUser(actor).userId,
      createdAt: this.clock.now(),
      files: [],
    });
    return id;
  }

  private async usePhotos(actor: Actor, viewerId: string, imageIds: readonly string[]): Promise<void> {
    const usable = await this.viewers.findUsableImages(viewerId, imageIds, attachableUploaderOf(actor));
    const errors = imageIds.flatMap((imageId, place): FieldError[] =>
      usable.has(imageId)
        ? []
        : [{ pointer: `/imageIds/${place}`, in: 'body', message: 'does not exist or is not yours' }],
    );
    if (errors.length > 0) throw new AppError('viewer.image-unusable', { errors });
    await this.starterRooms.addImages(viewerId, imageIds);
  }
}
