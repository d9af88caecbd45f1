import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { AdvisoryLock } from '../../../platform/database/advisory-lock.js';
import { Database } from '../../../platform/database/database.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { contentHashOf, hashOfFile } from '../../../platform/storage/content-folder.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { TransactionLogService } from '../../transaction-log/transaction-log.service.js';
import { mapFilesLock } from './map-files-lock.js';
import { processMapJob } from './map-jobs.js';
import { MapUploadStore } from './map-upload-store.js';
import { MapUploadsRepository, type UploadRecord } from './map-uploads.repository.js';
import { MapVersionsRepository } from './map-versions.repository.js';

const mostAttempts = 3;

/** Makes maps of complete uploads. */
@Injectable()
export class MapIntake {
  constructor(
    private readonly uploads: MapUploadsRepository,
    private readonly store: MapUploadStore,
    private readonly maps: MapVersionsRepository,
    private readonly storage: MapStorage,
    private readonly jobs: JobQueue,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Turns an upload whose last byte has come into the next version of a map, PROCESSING, and has it worked on: all of it or nothing.
   * Once is enough, however often it is called.
   */
  async complete(actor: Actor, uploadId: string): Promise<void> {
    const path = this.store.pathOf(uploadId);
    const hash = await hashUnlessGone(path);
    if (hash === null) return;
    await this.database.transaction(
      async () => {
        const upload = await this.uploads.lock(uploadId);
        if (upload?.status !== 'RECEIVING' || (await this.store.receivedBytes(uploadId)) !== upload.sizeBytes) return;
        await this.maps.hold(upload.viewerId);
        await this.locks.holdShared(mapFilesLock);
        const fileName = await this.storage.adopt(path, '.glb', hash);
        await this.record(actor, upload, fileName);
        await this.database.afterCommit(() => this.store.discard(uploadId));
      },
      { timeoutMs: 60_000 },
    );
  }

  private async record(actor: Actor, upload: UploadRecord, fileName: string): Promise<void> {
    const { viewerId, sizeBytes, mapType: type } = upload;
    const contentHash = contentHashOf(fileName);
    const { id: mapId, version } = await this.maps.insert({
      viewerId,
      type,
      status: 'PROCESSING',
      source: 'UPLOAD',
      isDraco: false,
      report: null,
      uploadedById: upload.uploaderId,
      createdAt: this.clock.now(),
      files: [{ variant: 'ORIGINAL', fileName, contentHash, sizeBytes }],
    });
    await this.uploads.finish(upload.id, sizeBytes, mapId);
    await this.jobs.enqueue({ kind: processMapJob, payload: { mapId }, dedupeKey: mapId, maxAttempts: mostAttempts });
    await this.transactionLog.record(actor, {
      action: 'viewer.upload-map',
      resourceType: 'viewer',
      resourceId: viewerId,
      after: { mapId, type, version, contentHash, sizeBytes },
    });
  }
}

/** Null where another request has completed the upload already. */
async function hashUnlessGone(path: string): Promise<string | null> {
  try {
    return await hashOfFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
