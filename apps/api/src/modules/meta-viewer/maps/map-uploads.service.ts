import { Injectable } from '@nestjs/common';
import { type MapUpload, maxMapBytes, type ViewerMapType } from '@virtualcafe/contracts';
import { type Actor, asUser, type UserActor } from '../../../access/actor.js';
import { addDays, Clock } from '../../../platform/clock/clock.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { managedScopeOf } from '../../cafes/cafe.rules.js';
import { MapIntake } from './map-intake.js';
import { MapUploadStore } from './map-upload-store.js';
import { MapUploadsRepository, type UploadRecord } from './map-uploads.repository.js';

/** What an upload begins with. */
export interface UploadPlan {
  readonly viewerCode: string;
  readonly type: ViewerMapType;
  readonly fileName: string;
  readonly sizeBytes: number;
}

const keptDays = 1;
const mostOpen = 5;

/** Uploads of maps' files in parts, each of one user for one room, and what they become. */
@Injectable()
export class MapUploadsService {
  constructor(
    private readonly uploads: MapUploadsRepository,
    private readonly store: MapUploadStore,
    private readonly intake: MapIntake,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins an upload; it is kept for a day after its last part. Of more than five at once the one that has waited longest is given up.
   * @throws AppError `viewer.not-found`, `map-upload.too-large`, `map-upload.no-space`.
   */
  async begin(actor: Actor, { viewerCode, type, fileName, sizeBytes }: UploadPlan): Promise<UploadRecord> {
    const { userId } = asUser(actor);
    const viewerId = await this.uploads.findViewerId(managedScopeOf(actor), viewerCode);
    if (viewerId === null) throw new AppError('viewer.not-found');
    if (sizeBytes > maxMapBytes) throw new AppError('map-upload.too-large');
    const now = this.clock.now();
    for (const old of await this.uploads.findOpenBeyond(userId, mostOpen - 1)) await this.abandon(old);
    await this.store.assertRoom(sizeBytes);
    const id = await this.uploads.insert({
      uploaderId: userId,
      viewerId,
      mapType: type,
      displayName: fileName,
      sizeBytes,
      expiresAt: addDays(now, keptDays),
      createdAt: now,
    });
    return this.open(actor, id);
  }

  /** An upload of the actor's own. @throws AppError `map-upload.not-found`, also once it has expired. */
  async open(actor: Actor, id: string): Promise<UploadRecord> {
    const upload = await this.uploads.find(managedScopeOf(actor), asUser(actor).userId, id);
    const isOver = upload?.status === 'RECEIVING' && upload.expiresAt <= this.clock.now();
    if (upload === null || isOver) throw new AppError('map-upload.not-found');
    return upload;
  }

  /** An upload as it is now. One whose last part came while the process was killed is completed here. */
  async read(actor: Actor, id: string): Promise<MapUpload> {
    return present(await this.refresh(asUser(actor), id));
  }

  /** @throws AppError `map-upload.not-found`. */
  async refresh(actor: UserActor, id: string): Promise<UploadRecord> {
    const upload = await this.open(actor, id);
    if (upload.status !== 'RECEIVING') return upload;
    const receivedBytes = await this.store.receivedBytes(id);
    if (receivedBytes === null) return this.reopened(actor, upload);
    if (receivedBytes < upload.sizeBytes) return { ...upload, receivedBytes };
    await this.intake.complete(actor, id);
    return this.open(actor, id);
  }

  /** A part has arrived; answers the upload as it is then. */
  async advance(actor: UserActor, id: string, receivedBytes: number): Promise<UploadRecord> {
    await this.uploads.markReceived(id, receivedBytes, addDays(this.clock.now(), keptDays));
    return this.refresh(actor, id);
  }

  /** Ends an upload and forgets what has come of it. @throws AppError `map-upload.not-found`; `map-upload.over` for a complete one. */
  async cancel(actor: Actor, id: string): Promise<void> {
    const upload = await this.open(actor, id);
    if (upload.status !== 'RECEIVING') throw new AppError('map-upload.over');
    await this.abandon(id);
  }

  /** Ends an upload that waits for more, whoever's it is. */
  async abandon(id: string): Promise<void> {
    await this.uploads.abandon(id);
    await this.store.discard(id);
  }

  // Its file is gone: another request has completed it meanwhile, or somebody has removed the file.
  private async reopened(actor: UserActor, { id }: UploadRecord): Promise<UploadRecord> {
    const upload = await this.open(actor, id);
    if (upload.status === 'RECEIVING') throw new AppError('map-upload.not-found');
    return upload;
  }
}

const present = (upload: UploadRecord): MapUpload => ({
  id: upload.id,
  status: upload.status === 'RECEIVED' ? 'RECEIVED' : 'RECEIVING',
  type: upload.mapType,
  fileName: upload.displayName,
  sizeBytes: upload.sizeBytes,
  receivedBytes: upload.receivedBytes,
  mapId: upload.mapId,
  expiresAt: upload.expiresAt.toISOString(),
});
