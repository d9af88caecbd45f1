import { Injectable } from '@nestjs/common';
import type { Image } from '@virtualcafe/contracts';
import { type Actor, asUser } from '../../access/actor.js';
import type { Image as ImageRecord } from '../../generated/prisma/client.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { contentHashOf } from '../../platform/storage/content-folder.js';
import { MediaStorage } from '../../platform/storage/media-storage.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { presentImage } from './image.presenter.js';
import { ImageIntake } from './image-intake.js';
import type { RenderedImage } from './image-processor.js';
import { ImageUploadRepository } from './image-upload.repository.js';
import { mediaFilesLock } from './media-files-lock.js';
import type { ReceivedFile } from './received-file.js';

@Injectable()
export class ImageUploadService {
  constructor(
    private readonly intake: ImageIntake,
    private readonly storage: MediaStorage,
    private readonly images: ImageUploadRepository,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  /** Keeps what a user sent. */
  async upload(actor: Actor, file: ReceivedFile): Promise<Image> {
    const { userId } = asUser(actor);
    return this.intake.render(file, (rendered) => this.keep(actor, rendered, userId));
  }

  /** Keeps an image that is at hand, by the same rules; `uploaderId` is who may attach it beside administrators. */
  async importImage(actor: Actor, bytes: Buffer, uploaderId: string | null = null): Promise<Image> {
    const source = { read: (length = bytes.byteLength) => Promise.resolve(bytes.subarray(0, length)) };
    return this.intake.render(source, (rendered) => this.keep(actor, rendered, uploaderId));
  }

  async get(actor: Actor, id: string): Promise<Image> {
    const user = asUser(actor);
    const image = await this.images.find(id);
    const isTheirs = image !== null && image.uploaderId === user.userId && !image.isDisabled;
    if (image === null || !(isTheirs || user.userType === 'ADMIN')) throw new AppError('image.not-found');
    return presentImage(image);
  }

  // Files first, then the row: a row never names a file that is not there, and files that got no row are collected.
  private async keep(actor: Actor, rendered: RenderedImage, uploaderId: string | null): Promise<Image> {
    const kept = await this.database.transaction(async () => {
      await this.locks.holdShared(mediaFilesLock);
      const fileName = await this.storage.put(rendered.full, '.webp');
      const thumbnailName = await this.storage.put(rendered.thumbnail, '.thumb.webp');
      const image = await this.images.insert({
        contentHash: contentHashOf(fileName),
        fileName,
        thumbnailName,
        width: rendered.width,
        height: rendered.height,
        sizeBytes: rendered.full.byteLength,
        mimeType: 'image/webp',
        thumbhash: rendered.thumbhash,
        uploaderId,
        createdAt: this.clock.now(),
      });
      await this.recordUpload(actor, image);
      return image;
    });
    return presentImage(kept);
  }

  private async recordUpload(actor: Actor, { id, fileName, width, height, sizeBytes }: ImageRecord): Promise<void> {
    await this.transactionLog.record(actor, {
      action: 'image.upload',
      resourceType: 'image',
      resourceId: id,
      after: { fileName, width, height, sizeBytes },
    });
  }
}
