import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { ImageCollectionService } from './image-collection.service.js';

/** Collects unused images every hour. */
@Injectable()
export class ImageCollectionJob {
  constructor(
    private readonly collection: ImageCollectionService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Cron('0 20 * * * *')
  async run(): Promise<void> {
    try {
      const figures = await this.collection.collect();
      if (figures.images + figures.files > 0) this.logger.info(figures, 'Collected unused images');
    } catch (error) {
      this.logger.error({ err: error }, 'Could not collect unused images; trying again in an hour');
    }
  }
}
