import { Injectable } from '@nestjs/common';
import type { CafeImageSet, ManagedRegion } from '@virtualcafe/contracts';
import type { SystemActor } from '../access/actor.js';
import { CafeSetsService } from '../modules/cafes/cafe-sets.service.js';
import { CafesService } from '../modules/cafes/cafes.service.js';
import { ImageUploadService } from '../modules/image-upload/image-upload.service.js';
import { RegionsService } from '../modules/regions/regions.service.js';
import { TransactionLogService } from '../modules/transaction-log/transaction-log.service.js';
import { UserAccountsService } from '../modules/users/user-accounts.service.js';
import { Database } from '../platform/database/database.js';
import { AppError } from '../platform/errors/app-error.js';
import { DemoRoomSeeder } from './demo-room-seeder.js';
import { demoBegun, demoComplete } from './demo-state.js';
import { DEMO_CAFES } from './data/cafes.js';
import type { DemoCafe } from './data/demo-cafe.js';
import { DEMO_PEOPLE } from './data/people.js';
import type { DemoRegion } from './data/region-tree.js';
import { DEMO_REGIONS } from './data/regions.js';
import { DrawingStudio } from './drawing-studio.js';

type Progress = (message: string) => void;

export interface SeedRun {
  readonly onProgress: Progress;
  /** Whether an earlier run was killed. */
  readonly isResumed: boolean;
  /** Pixels for each unit of a drawing; by default what a café's page shows. */
  readonly resolution?: number | undefined;
}

/** Of every demo login; `npm start` tells it. */
const demoPassword = 'virtualcafe';

const actor: SystemActor = { kind: 'system', name: 'demo' };

// Each draws one café at a time, while the other's pictures are encoded.
const studios = 2;

/** Makes the demo with the product's own services. Every step leaves alone what is there, so that a killed seed can go on. */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly database: Database,
    private readonly accounts: UserAccountsService,
    private readonly regions: RegionsService,
    private readonly cafes: CafesService,
    private readonly sets: CafeSetsService,
    private readonly images: ImageUploadService,
    private readonly rooms: DemoRoomSeeder,
    private readonly transactionLog: TransactionLogService,
  ) {}

  async run({ isResumed, resolution, onProgress }: SeedRun): Promise<void> {
    if (!isResumed) await this.note(demoBegun);
    const userIds = await this.createUsers(onProgress);
    const regionIds = await this.createRegions(onProgress);
    await this.createCafes(userIds, regionIds, resolution, onProgress);
    await this.rooms.run(onProgress);
    await this.note(demoComplete);
  }

  private note(action: string): Promise<void> {
    return this.transactionLog.record(actor, { action, resourceType: 'demo', resourceId: null });
  }

  /** Ids by login id. */
  private async createUsers(onProgress: Progress): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const [index, person] of DEMO_PEOPLE.entries()) {
      onProgress(`people ${index + 1} of ${DEMO_PEOPLE.length}`);
      const found = await this.accounts.findByLoginId(person.loginId);
      const { id } =
        found ??
        (await this.accounts.createLocalUser(actor, { ...person, password: demoPassword }, { isPasswordExempt: true }));
      ids.set(person.loginId, id);
    }
    return ids;
  }

  /** Ids by the names from the root down, joined by spaces. */
  private async createRegions(onProgress: Progress): Promise<Map<string, string>> {
    onProgress('regions');
    const { items } = await this.regions.listManaged();
    const existing = new Map(items.map((region) => [siblingKey(region.parentId, region.name), region]));
    const ids = new Map<string, string>();
    const total = countRegions(DEMO_REGIONS);
    const plant = async (
      parentId: string | null,
      parentPath: string,
      children: readonly DemoRegion[],
    ): Promise<void> => {
      for (const { name, type, children: below } of children) {
        const path = parentPath === '' ? name : `${parentPath} ${name}`;
        const region: Pick<ManagedRegion, 'id'> =
          existing.get(siblingKey(parentId, name)) ?? (await this.regions.create(actor, { name, type, parentId }));
        ids.set(path, region.id);
        onProgress(`regions ${ids.size} of ${total}`);
        await plant(region.id, path, below);
      }
    };
    // One commit instead of hundreds, each of which waits for the disk.
    await this.database.transaction(() => plant(null, '', DEMO_REGIONS), { timeoutMs: 120_000 });
    return ids;
  }

  private async createCafes(
    userIds: ReadonlyMap<string, string>,
    regionIds: ReadonlyMap<string, string>,
    resolution: number | undefined,
    onProgress: Progress,
  ): Promise<void> {
    let done = 0;
    const waiting = [...DEMO_CAFES];
    const work = async (): Promise<void> => {
      const studio = new DrawingStudio(resolution);
      try {
        for (let cafe = waiting.shift(); cafe !== undefined; cafe = waiting.shift()) {
          const regionId = required(regionIds, cafe.region.join(' '));
          await this.createCafe(cafe, required(userIds, cafe.owner), regionId, studio);
          done += 1;
          onProgress(`cafés ${done} of ${DEMO_CAFES.length}`);
        }
      } finally {
        await studio.close();
      }
    };
    const results = await Promise.allSettled(Array.from({ length: studios }, work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  private async createCafe(cafe: DemoCafe, ownerId: string, regionId: string, studio: DrawingStudio): Promise<void> {
    const current = await this.findOrCreate(cafe, regionId);
    // The last step of each café: where the links stand, everything before them does.
    if (current.virtualLinks.length > 0) return;
    await this.sets.replaceOwners(actor, cafe.code, { userIds: [ownerId] });
    const imageIds: Record<CafeImageSet, string[]> = { THUMBNAIL: [], VIRTUAL: [], REAL: [] };
    for (const { set, jpeg } of await studio.draw(cafe.code)) {
      imageIds[set].push((await this.images.importImage(actor, jpeg, ownerId)).id);
    }
    for (const set of ['THUMBNAIL', 'VIRTUAL', 'REAL'] as const) {
      await this.sets.replaceImages(actor, cafe.code, set, { imageIds: imageIds[set] });
    }
    const thumbnailId = imageIds.VIRTUAL[0] ?? null;
    await this.sets.replaceLinks(actor, cafe.code, {
      links: cafe.links.map((link) => ({ ...link, thumbnailId })),
    });
  }

  private async findOrCreate(cafe: DemoCafe, regionId: string) {
    try {
      return await this.cafes.read(actor, cafe.code);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cafe.not-found')) throw error;
    }
    const { code, name, tagline, address, directions, businessNumber, ceoName, latitude, longitude } = cafe;
    const { openingHours, phone, introduction } = cafe;
    const texts = { name, tagline, address, directions, introduction };
    const facts = { code, regionId, businessNumber, ceoName, latitude, longitude, openingHours, phone };
    return this.cafes.create(actor, { ...texts, ...facts });
  }
}

const siblingKey = (parentId: string | null, name: string): string => `${parentId ?? ''}/${name}`;

const countRegions = (regions: readonly DemoRegion[]): number =>
  regions.reduce((total, { children }) => total + 1 + countRegions(children), 0);

function required(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demo names "${key}", which it does not make`);
  return id;
}
