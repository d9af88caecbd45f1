import { Inject, Injectable } from '@nestjs/common';
import type { ManagedImage } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { presentImage } from './image.presenter.js';
import { ImageUploadRepository } from './image-upload.repository.js';

/** Whether images show, as moderators say. */
@Injectable()
export class ImageStandingService {
  constructor(
    private readonly images: ImageUploadRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  /** Hides an image wherever it stands, or shows it again. Its file stays for whoever knows its name. @throws AppError `image.not-found`. */
  async set(actor: Actor, id: string, isDisabled: boolean): Promise<ManagedImage> {
    return this.database.transaction(async () => {
      const image = await this.images.lock(id);
      if (image === null) throw new AppError('image.not-found');
      if (image.isDisabled !== isDisabled) {
        await this.images.setDisabled(id, isDisabled, this.clock.now());
        await this.transactionLog.record(actor, {
          action: 'image.update',
          resourceType: 'image',
          resourceId: id,
          before: { isDisabled: image.isDisabled },
          after: { isDisabled },
        });
        // It may stand in any answer, and is hidden seldom.
        await this.database.afterCommit(() => this.cache.clear());
      }
      return { ...presentImage(image), isDisabled };
    });
  }
}
