import { Injectable } from '@nestjs/common';
import type { SystemActor } from '../../access/actor.js';
import { addDays, Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { MediaStorage } from '../../platform/storage/media-storage.js';
import { removeUnnamedFiles } from '../../platform/storage/unnamed-files.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { ImageUploadRepository } from './image-upload.repository.js';
import { mediaFilesLock } from './media-files-lock.js';

export interface CollectionFigures {
  readonly images: number;
  readonly files: number;
}

const collector: SystemActor = { kind: 'system', name: 'image-collection' };
// Whoever uploads attaches within the day; what failed half-way is long over by then.
const keptDays = 1;
// Small enough that an upload waiting for the lock does not notice.
const batchSize = 100;
const collectionLock = 'image-collection';

/** Clears away images that nothing uses and files that no image names, both a day old. */
@Injectable()
export class ImageCollectionService {
  constructor(
    private readonly images: ImageUploadRepository,
    private readonly storage: MediaStorage,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /** Rows first and committed, then files: a row never names a file that is gone. */
  async collect(): Promise<CollectionFigures> {
    const before = addDays(this.clock.now(), -keptDays);
    const images = await this.deleteUnusedImages(before);
    const { storage, database, locks } = this;
    const files = await removeUnnamedFiles({
      folder: storage,
      database,
      locks,
      lockName: mediaFilesLock,
      before,
      namesInUse: (names) => this.images.namesInUse(names),
    });
    await this.storage.removeAbandoned();
    return { images, files };
  }

  // A batch at a time under a lock of its own: where another process is at it, this one leaves it to that.
  private async deleteUnusedImages(before: Date): Promise<number> {
    let total = 0;
    for (;;) {
      let deleted = 0;
      await this.locks.tryRun(collectionLock, async () => {
        const ids = await this.images.deleteUnused(before, batchSize);
        for (const id of ids) await this.recordDeletion(id);
        deleted = ids.length;
      });
      total += deleted;
      if (deleted === 0) return total;
    }
  }

  private async recordDeletion(imageId: string): Promise<void> {
    await this.transactionLog.record(collector, {
      action: 'image.collect',
      resourceType: 'image',
      resourceId: imageId,
    });
  }
}
