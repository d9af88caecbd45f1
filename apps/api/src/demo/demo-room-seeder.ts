import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { defaultWorldData, type ManagedCafe, type StarterRoomStyle } from '@virtualcafe/contracts';
import type { SystemActor } from '../access/actor.js';
import { CafesService } from '../modules/cafes/cafes.service.js';
import { MapVersionsService } from '../modules/meta-viewer/maps/map-versions.service.js';
import type { StarterRoom } from '../modules/meta-viewer/starter-room/generate-starter-room.js';
import { furnish, type HungPhoto, reportOf } from '../modules/meta-viewer/starter-room/starter-room.rules.js';
import { StarterRoomWorkshop } from '../modules/meta-viewer/starter-room/starter-room-workshop.js';
import { StarterRoomsRepository } from '../modules/meta-viewer/starter-room/starter-rooms.repository.js';
import { ViewersService } from '../modules/meta-viewer/viewers.service.js';
import { Database } from '../platform/database/database.js';
import { AppError } from '../platform/errors/app-error.js';
import { MediaStorage } from '../platform/storage/media-storage.js';
import { cafeOf, signsOf } from './data/room-signs.js';
import { DEMO_ROOMS, type DemoRoom } from './data/rooms.js';
import { type Shot, wordsOf } from './drawing/cafe-image-texts.js';

const actor: SystemActor = { kind: 'system', name: 'demo' };

/** A style's surfaces are painted once a process, so that each style has one process; the two have about as much to do. */
const workshops: readonly (readonly StarterRoomStyle[])[] = [
  ['wood', 'garden'],
  ['hanok', 'modern', 'industrial'],
];

/** The pictures on the walls, in their order: of the street, of the tables and of the bar. */
const shots: readonly Shot[] = ['front', 'room', 'table', 'bar'];

/** Makes the rooms of the demo's cafés, which are there already. A room that is there is left alone, so that a killed seed can go on. */
@Injectable()
export class DemoRoomSeeder {
  constructor(
    private readonly database: Database,
    private readonly cafes: CafesService,
    private readonly viewers: ViewersService,
    private readonly maps: MapVersionsService,
    private readonly starterRooms: StarterRoomsRepository,
    private readonly storage: MediaStorage,
  ) {}

  async run(onProgress: (message: string) => void): Promise<void> {
    let done = 0;
    const work = async (styles: readonly StarterRoomStyle[]): Promise<void> => {
      const workshop = new StarterRoomWorkshop();
      try {
        for (const room of DEMO_ROOMS.filter(({ style }) => styles.includes(style))) {
          if (!(await this.isThere(room))) await this.make(room, workshop);
          done += 1;
          onProgress(`rooms ${done} of ${DEMO_ROOMS.length}`);
        }
      } finally {
        await workshop.close();
      }
    };
    const results = await Promise.allSettled(workshops.map(work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  private async isThere({ cafe }: DemoRoom): Promise<boolean> {
    try {
      await this.viewers.read(actor, cafe);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'viewer.not-found') return false;
      throw error;
    }
  }

  private async make(room: DemoRoom, workshop: StarterRoomWorkshop): Promise<void> {
    const cafe = await this.cafes.read(actor, room.cafe);
    const photos = photosOf(cafe);
    const files = await this.starterRooms.findPhotoFiles(photos.map(({ imageId }) => imageId));
    const { style, tables, counter, plants, lights, seed, size } = room;
    const [width, depth, height] = size;
    const form = { style, width, depth, height, tables, counter, plants, lights, seed };
    const photoPaths = files.map(({ fileName }) => join(this.storage.root, fileName));
    await this.keep(room, cafe.id, await workshop.make({ form, photoPaths }), photos);
  }

  private async keep(room: DemoRoom, cafeId: string, made: StarterRoom, photos: readonly HungPhoto[]): Promise<void> {
    const hotspots = signsOf(room, made.world.freeSpots);
    const worldData = furnish({ ...defaultWorldData, hotspots }, made, photos);
    await this.database.transaction(async () => {
      const { id } = await this.viewers.create(actor, { code: room.cafe, cafeId, name: room.name, worldData });
      await this.maps.addPair(actor, {
        viewerId: id,
        source: 'STARTER_ROOM',
        render: made.render,
        collider: made.collider,
        report: reportOf(made),
        uploadedById: null,
        activate: true,
      });
    });
  }
}

function photosOf({ code, images }: ManagedCafe): HungPhoto[] {
  const stored = [...images.THUMBNAIL.slice(0, 1), ...images.REAL];
  return shots.flatMap((shot, place): HungPhoto[] => {
    const imageId = stored[place]?.id;
    const [ko, en] = wordsOf(cafeOf(code), shot);
    return imageId === undefined ? [] : [{ imageId, label: { ko, en } }];
  });
}
