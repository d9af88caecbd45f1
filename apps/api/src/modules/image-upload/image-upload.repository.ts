import { Injectable } from '@nestjs/common';
import { type Image, Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';

export type NewImage = Pick<
  Image,
  | 'contentHash'
  | 'fileName'
  | 'thumbnailName'
  | 'width'
  | 'height'
  | 'sizeBytes'
  | 'mimeType'
  | 'thumbhash'
  | 'uploaderId'
  | 'createdAt'
>;

// Every column that refers to an image. Each refuses the deletion of an image it names, so a forgotten one loses nothing.
const isUnused = Prisma.sql`
  NOT EXISTS (SELECT 1 FROM "CafeImage" WHERE "imageId" = image.id)
  AND NOT EXISTS (SELECT 1 FROM "CafeVirtualLink" WHERE "thumbnailId" = image.id)
  AND NOT EXISTS (SELECT 1 FROM "BoardImage" WHERE "imageId" = image.id)
  AND NOT EXISTS (SELECT 1 FROM "ProductImage" WHERE "imageId" = image.id)
  AND NOT EXISTS (SELECT 1 FROM "MetaViewerImage" WHERE "imageId" = image.id)
  AND NOT EXISTS (SELECT 1 FROM "CouponCampaign" WHERE "imageId" = image.id)`;

@Injectable()
export class ImageUploadRepository {
  constructor(private readonly database: Database) {}

  async insert(image: NewImage): Promise<Image> {
    return this.database.client.image.create({ data: image });
  }

  /** Holds the image to the end of the transaction. */
  async lock(id: string): Promise<Image | null> {
    await this.database.client.$queryRaw`SELECT id FROM "Image" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return this.find(id);
  }

  async setDisabled(id: string, isDisabled: boolean, updatedAt: Date): Promise<void> {
    await this.database.client.image.update({ where: { id }, data: { isDisabled, updatedAt }, select: { id: true } });
  }

  async find(id: string): Promise<Image | null> {
    return this.database.client.image.findUnique({ where: { id } });
  }

  /**
   * Deletes up to `limit` images made before `moment` that nothing uses; returns the ids. To be called in a transaction.
   * The rows are locked first and looked at again afterwards: whoever attaches an image in between is seen, or waits and
   * finds it gone.
   */
  async deleteUnused(madeBefore: Date, limit: number): Promise<string[]> {
    const { client } = this.database;
    const candidates = await client.$queryRaw<{ id: string }[]>`
      SELECT image.id FROM "Image" image WHERE image."createdAt" < ${madeBefore} AND ${isUnused}
      ORDER BY image."createdAt" LIMIT ${limit} FOR UPDATE OF image SKIP LOCKED`;
    const ids = candidates.map(({ id }) => id);
    const deleted = await client.$queryRaw<{ id: string }[]>`
      DELETE FROM "Image" image WHERE image.id = ANY(${ids}::uuid[]) AND ${isUnused} RETURNING image.id`;
    return deleted.map(({ id }) => id);
  }

  /** Which of the files `names` some image names. */
  async namesInUse(names: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.client.$queryRaw<{ name: string }[]>`
      SELECT name FROM unnest(${names}::text[]) AS name
      WHERE EXISTS (SELECT 1 FROM "Image" WHERE "fileName" = name)
         OR EXISTS (SELECT 1 FROM "Image" WHERE "thumbnailName" = name)`;
    return new Set(rows.map(({ name }) => name));
  }
}
