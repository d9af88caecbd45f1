import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { LOGGER } from '../../../platform/logging/logging.module.js';
import { MapCollectionService } from './map-collection.service.js';

/** Collects abandoned uploads and unnamed files of maps every hour. */
@Injectable()
export class MapCollectionJob {
  constructor(
    private readonly collection: MapCollectionService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Cron('0 40 * * * *')
  async run(): Promise<void> {
    try {
      const figures = await this.collection.collect();
      if (figures.uploads + figures.files > 0) this.logger.info(figures, 'Collected abandoned maps');
    } catch (error) {
      this.logger.error({ err: error }, 'Could not collect abandoned maps; trying again in an hour');
    }
  }
}
