import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MapProgress } from '@virtualcafe/contracts';
import type { SystemActor } from '../../../access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { AdvisoryLock } from '../../../platform/database/advisory-lock.js';
import { Database } from '../../../platform/database/database.js';
import type { JobHandler, JobPayload, JobRun } from '../../../platform/jobs/job-handler.js';
import { laterVersion } from '../../../platform/http/if-match.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { MediaStorage } from '../../../platform/storage/media-storage.js';
import { TransactionLogService } from '../../transaction-log/transaction-log.service.js';
import { mapFilesLock } from '../maps/map-files-lock.js';
import { MapVersionsRepository } from '../maps/map-versions.repository.js';
import { MapVersionsService } from '../maps/map-versions.service.js';
import { photosOf, viewerChangesBetween } from '../viewer.rules.js';
import { ViewersRepository } from '../viewers.repository.js';
import type { StarterRoom } from './generate-starter-room.js';
import { makeStarterRoomJob, type StarterRoomPayload, starterRoomPayload } from './starter-room-payload.js';
import { failureReport, furnish, type HungPhoto, numberedLabel, reportOf } from './starter-room.rules.js';
import { StarterRoomWorkshop } from './starter-room-workshop.js';
import { StarterRoomsRepository } from './starter-rooms.repository.js';

const actor: SystemActor = { kind: 'system', name: 'starter-room' };

/** Makes the starter rooms that were ordered. Until its maps are READY nothing has happened, so that a killed job is done anew. */
@Injectable()
export class StarterRoomJob implements JobHandler, OnModuleInit {
  readonly kind = makeStarterRoomJob;

  constructor(
    private readonly starterRooms: StarterRoomsRepository,
    private readonly viewers: ViewersRepository,
    private readonly maps: MapVersionsRepository,
    private readonly mapVersions: MapVersionsService,
    private readonly media: MediaStorage,
    private readonly jobs: JobQueue,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  retryAfterMs(attempt: number): number {
    return attempt * 5000;
  }

  async run(given: JobPayload, { signal, report }: JobRun): Promise<void> {
    const payload = starterRoomPayload.parse(given);
    const tell = (progress: MapProgress): Promise<void> => report({ ...progress });
    await tell({ stage: 'converting', done: 0.1 });
    const { imageIds, ...form } = payload.order;
    const photos = await this.starterRooms.findPhotoFiles(imageIds);
    const photoPaths = photos.map(({ fileName }) => join(this.media.root, fileName));
    const workshop = new StarterRoomWorkshop(signal);
    try {
      const room = await workshop.make({ form, photoPaths });
      await tell({ stage: 'storing', done: 0.9 });
      const hung = photos.map(({ imageId }, place) => ({ imageId, label: numberedLabel(place) }));
      await this.database.transaction(() => this.keep(payload, room, hung));
    } finally {
      await workshop.close();
    }
  }

  async giveUp(given: JobPayload, lastError: string): Promise<void> {
    const { viewerId, renderMapId, colliderMapId } = starterRoomPayload.parse(given);
    await this.maps.hold(viewerId);
    await this.starterRooms.refuseMaps([renderMapId, colliderMapId], failureReport(lastError), this.clock.now());
    const { worldData } = await this.viewers.findFields(viewerId);
    await this.viewers.replaceImages(viewerId, imageIdsOf(worldData));
  }

  private async keep(payload: StarterRoomPayload, room: StarterRoom, photos: readonly HungPhoto[]): Promise<void> {
    const { viewerId, renderMapId, colliderMapId } = payload;
    const viewer = await this.maps.hold(viewerId);
    if (viewer === null) throw new Error(`The room ${viewerId}, whose maps were ordered, is gone`);
    // Done before: by this very job, whose end was not written down.
    if ((await this.maps.find(viewerId, renderMapId))?.status !== 'PROCESSING') return;
    await this.locks.holdShared(mapFilesLock);
    const now = this.clock.now();
    const render = await this.mapVersions.storeFile(room.render);
    await this.starterRooms.finishMap(renderMapId, render, reportOf(room), now);
    await this.starterRooms.finishMap(colliderMapId, await this.mapVersions.storeFile(room.collider), null, now);
    await this.furnish(viewerId, room, photos, laterVersion(viewer.updatedAt, now));
    await this.mapVersions.activate(actor, viewer.code, { renderMapId, colliderMapId });
  }

  private async furnish(viewerId: string, room: StarterRoom, photos: readonly HungPhoto[], at: Date): Promise<void> {
    const current = await this.viewers.findFields(viewerId);
    const next = { ...current, worldData: furnish(current.worldData, room, photos) };
    await this.viewers.replaceImages(viewerId, imageIdsOf(next.worldData));
    const changes = viewerChangesBetween(current, next);
    if (changes === null) return;
    await this.viewers.update(viewerId, next, at);
    await this.transactionLog.record(actor, {
      action: 'viewer.update',
      resourceType: 'viewer',
      resourceId: viewerId,
      ...changes,
    });
  }
}

const imageIdsOf = (worldData: Parameters<typeof photosOf>[0]): string[] => [
  ...new Set(photosOf(worldData).map(({ imageId }) => imageId)),
];
