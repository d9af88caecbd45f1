import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

/** What starter rooms need to know of images. */
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
}
