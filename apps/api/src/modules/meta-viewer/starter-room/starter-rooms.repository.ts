import { Injectable } from '@nestjs/common';
import type { MapReport } from '@virtualcafe/contracts';
import { Database } from '../../../platform/database/database.js';
import type { MapFile } from '../maps/map-versions.repository.js';

/** The photos and the waiting maps of starter rooms. */
@Injectable()
export class StarterRoomsRepository {
  constructor(private readonly database: Database) {}

  /** Names of the stored files, in the order of `imageIds`; an image that is gone or disabled is left out. */
  async findPhotoFiles(imageIds: readonly string[]): Promise<{ imageId: string; fileName: string }[]> {
    const images = await this.database.client.image.findMany({
      where: { id: { in: [...imageIds] }, isDisabled: false },
      select: { id: true, fileName: true },
    });
    const names = new Map(images.map(({ id, fileName }) => [id, fileName]));
    return imageIds.flatMap((imageId) => {
      const fileName = names.get(imageId);
      return fileName === undefined ? [] : [{ imageId, fileName }];
    });
  }

  /** Puts the images to use in the room beside those that are, so that none is collected before it hangs there. */
  async addImages(viewerId: string, imageIds: readonly string[]): Promise<void> {
    await this.database.client.metaViewerImage.createMany({
      data: [...new Set(imageIds)].map((imageId) => ({ viewerId, imageId })),
      skipDuplicates: true,
    });
  }

  /** Whether a starter room is waited for in the room. */
  async isBeingMade(viewerId: string): Promise<boolean> {
    const waiting = await this.database.client.metaViewerMap.findFirst({
      where: { viewerId, source: 'STARTER_ROOM', status: 'PROCESSING' },
      select: { id: true },
    });
    return waiting !== null;
  }

  /** A waiting map has its files now. */
  async finishMap(id: string, files: readonly MapFile[], report: MapReport | null, at: Date): Promise<void> {
    await this.database.client.metaViewerMap.update({
      where: { id },
      data: {
        status: 'READY',
        updatedAt: at,
        ...(report === null ? {} : { report }),
        files: { create: files.map((file) => ({ ...file })) },
      },
      select: { id: true },
    });
  }

  /** What still waits of the maps will not come. */
  async refuseMaps(ids: readonly string[], report: MapReport, at: Date): Promise<void> {
    await this.database.client.metaViewerMap.updateMany({
      where: { id: { in: [...ids] }, status: 'PROCESSING' },
      data: { status: 'REFUSED', report, updatedAt: at },
    });
  }
}
