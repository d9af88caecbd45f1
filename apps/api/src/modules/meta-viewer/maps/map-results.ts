import { Injectable } from '@nestjs/common';
import type { MapReport } from '@virtualcafe/contracts';
import type { SystemActor } from '../../../access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { AdvisoryLock } from '../../../platform/database/advisory-lock.js';
import { Database } from '../../../platform/database/database.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { TransactionLogService } from '../../transaction-log/transaction-log.service.js';
import { mapFilesLock } from './map-files-lock.js';
import { MapProcessingRepository, type ProcessedMap } from './map-processing.repository.js';
import { type MapFile, type MapVariant, MapVersionsRepository } from './map-versions.repository.js';
import type { MadeFile, MapOutcome, MapWork } from './processing/map-order.js';

const worker: SystemActor = { kind: 'system', name: 'map-processing' };
const emptyBudget: MapReport['budget'] = { original: null, desktop: null, mobile: null };

/** Writes down what has become of uploaded maps: files, report and state at once, or nothing. */
@Injectable()
export class MapResults {
  constructor(
    private readonly maps: MapProcessingRepository,
    private readonly versions: MapVersionsRepository,
    private readonly storage: MapStorage,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  async keep(map: ProcessedMap, outcome: MapOutcome): Promise<void> {
    if (outcome.kind === 'refused') return this.refuse(map, { findings: outcome.findings, budget: emptyBudget });
    await this.database.transaction(() => this.accept(map, outcome.work), { timeoutMs: 60_000 });
  }

  async refuse(map: ProcessedMap, report: MapReport): Promise<void> {
    await this.database.transaction(async () => {
      const isEnded = await this.maps.end(map.id, { status: 'REFUSED', isDraco: false, report, files: [] });
      if (isEnded) await this.record(map, 'REFUSED', { findings: report.findings.map(({ code }) => code) });
    });
  }

  private async accept(map: ProcessedMap, work: MapWork): Promise<void> {
    await this.versions.hold(map.viewerId);
    await this.locks.holdShared(mapFilesLock);
    const files = [await this.adopt('DESKTOP', work.desktop)];
    if (work.mobile !== undefined) files.push(await this.adopt('MOBILE', work.mobile));
    const { isDraco, report } = work;
    if (!(await this.maps.end(map.id, { status: 'READY', isDraco, report, files }))) return;
    const collider = work.collider === undefined ? {} : await this.addCollider(map, work.collider);
    await this.record(map, 'READY', collider);
  }

  private async addCollider(map: ProcessedMap, made: MadeFile): Promise<{ colliderMapId: string }> {
    const { id } = await this.versions.insert({
      viewerId: map.viewerId,
      type: 'COLLIDER',
      status: 'READY',
      source: 'DERIVED',
      sourceMapId: map.id,
      isDraco: false,
      report: null,
      uploadedById: map.uploadedById,
      createdAt: this.clock.now(),
      files: [await this.adopt('DESKTOP', made)],
    });
    return { colliderMapId: id };
  }

  private async adopt(variant: MapVariant, { path, hash: contentHash, sizeBytes }: MadeFile): Promise<MapFile> {
    return { variant, fileName: await this.storage.adopt(path, '.glb', contentHash), contentHash, sizeBytes };
  }

  private async record(map: ProcessedMap, status: string, more: Record<string, unknown>): Promise<void> {
    await this.transactionLog.record(worker, {
      action: 'viewer.check-map',
      resourceType: 'viewer',
      resourceId: map.viewerId,
      after: { mapId: map.id, status, ...more },
    });
  }
}
