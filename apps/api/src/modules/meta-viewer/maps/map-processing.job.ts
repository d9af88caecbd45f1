import { rm } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { MapFinding, MapProgress, MapReport } from '@virtualcafe/contracts';
import type { Logger } from 'pino';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import type { JobHandler, JobPayload, JobRun } from '../../../platform/jobs/job-handler.js';
import { LOGGER } from '../../../platform/logging/logging.module.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { processMapJob } from './map-jobs.js';
import { MapProcessingRepository, type ProcessedMap } from './map-processing.repository.js';
import { MapResults } from './map-results.js';
import type { MapOutcome } from './processing/map-order.js';
import { refusal } from './processing/map-refusal.js';
import { MapWorkshop } from './processing/map-workshop.js';

const noBudget: MapReport['budget'] = { original: null, desktop: null, mobile: null };

/** Checks an uploaded map and makes of it what visitors get. Cut off anywhere, it begins anew: until its end nothing is written. */
@Injectable()
export class MapProcessingJob implements JobHandler, OnModuleInit {
  readonly kind = processMapJob;

  constructor(
    private readonly queue: JobQueue,
    private readonly maps: MapProcessingRepository,
    private readonly results: MapResults,
    private readonly workshop: MapWorkshop,
    private readonly storage: MapStorage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.queue.register(this);
  }

  retryAfterMs(attempt: number): number {
    return 10_000 * 4 ** (attempt - 1);
  }

  async run(payload: JobPayload, run: JobRun): Promise<void> {
    const map = await this.maps.findProcessing(mapIdOf(payload));
    if (map === null) return;
    const folder = await this.storage.makeScratchFolder();
    try {
      await this.results.keep(map, await this.work(map, folder, run));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async giveUp(payload: JobPayload): Promise<void> {
    const map = await this.maps.findProcessing(mapIdOf(payload));
    const findings: MapFinding[] = [
      refusal('map.unreadable', 'The file could not be worked on, however often it was tried'),
    ];
    if (map !== null) await this.results.refuse(map, { findings, budget: noBudget });
  }

  private async work(
    { id, type, fileName }: ProcessedMap,
    folder: string,
    { signal, report }: JobRun,
  ): Promise<MapOutcome> {
    let telling: Promise<void> = Promise.resolve();
    const tell = async (before: Promise<void>, progress: MapProgress): Promise<void> => {
      await before;
      // The work goes on without: the next word comes, or the end.
      await report({ ...progress }).catch((error: unknown) =>
        this.logger.debug({ err: error, mapId: id }, 'Could not tell how far a map is'),
      );
    };
    const onProgress = (progress: MapProgress): void => {
      telling = tell(telling, progress);
    };
    const order = { type, path: this.storage.pathOf(fileName), folder };
    try {
      return await this.workshop.make(order, { signal, onProgress });
    } finally {
      await telling;
    }
  }
}

const mapIdOf = ({ mapId }: JobPayload): string => {
  if (typeof mapId !== 'string') throw new Error('The job names no map');
  return mapId;
};
