import { Injectable } from '@nestjs/common';
import { addDays, Clock } from '../../../platform/clock/clock.js';
import { AdvisoryLock } from '../../../platform/database/advisory-lock.js';
import { Database } from '../../../platform/database/database.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { removeUnnamedFiles } from '../../../platform/storage/unnamed-files.js';
import { mapFilesLock } from './map-files-lock.js';
import { MapUploadStore } from './map-upload-store.js';
import { MapUploadsRepository } from './map-uploads.repository.js';
import { MapVersionsRepository } from './map-versions.repository.js';

export interface MapCollectionFigures {
  readonly uploads: number;
  readonly files: number;
}

const keptDays = 1;
const batchSize = 100;

/** Clears away uploads that nobody goes on with, and files of maps that no map names, both a day old. */
@Injectable()
export class MapCollectionService {
  constructor(
    private readonly uploads: MapUploadsRepository,
    private readonly store: MapUploadStore,
    private readonly maps: MapVersionsRepository,
    private readonly storage: MapStorage,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly clock: Clock,
  ) {}

  async collect(): Promise<MapCollectionFigures> {
    const { storage, database, locks } = this;
    const uploads = await this.abandonUploads();
    await this.discardLeftovers();
    const files = await removeUnnamedFiles({
      folder: storage,
      database,
      locks,
      lockName: mapFilesLock,
      before: addDays(this.clock.now(), -keptDays),
      namesInUse: (names) => this.maps.namesInUse(names),
    });
    await storage.removeAbandoned();
    return { uploads, files };
  }

  private async abandonUploads(): Promise<number> {
    let total = 0;
    for (;;) {
      const ids = await this.uploads.findExpired(this.clock.now(), batchSize);
      for (const id of ids) await this.uploads.abandon(id);
      total += ids.length;
      if (ids.length === 0) return total;
    }
  }

  /** Bytes whose upload is over: abandoned just now, or complete when the process was killed. */
  private async discardLeftovers(): Promise<void> {
    const ids = await this.store.ids();
    for (let start = 0; start < ids.length; start += batchSize) {
      const batch = ids.slice(start, start + batchSize);
      const open = await this.uploads.findOpen(batch);
      for (const id of batch) if (!open.has(id)) await this.store.discard(id);
    }
  }
}
