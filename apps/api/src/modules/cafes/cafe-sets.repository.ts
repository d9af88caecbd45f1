import { Injectable } from '@nestjs/common';
import type { CafeImageSet, VirtualLinkInput } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { selectAttachable } from '../image-upload/attachable-images.sql.js';

/** What hangs on a café: images in their sets, virtual links, owners. Write only while the café is locked. */
@Injectable()
export class CafeSetsRepository {
  constructor(private readonly database: Database) {}

  /** The images of a set in their order. */
  async findImageIds(cafeId: string, set: CafeImageSet): Promise<string[]> {
    const placed = await this.database.client.cafeImage.findMany({
      where: { cafeId, set },
      orderBy: { priority: 'asc' },
      select: { imageId: true },
    });
    return placed.map(({ imageId }) => imageId);
  }

  async replaceImages(cafeId: string, set: CafeImageSet, imageIds: readonly string[]): Promise<void> {
    await this.database.client.cafeImage.deleteMany({ where: { cafeId, set } });
    await this.database.client.cafeImage.createMany({
      data: imageIds.map((imageId, priority) => ({ cafeId, set, imageId, priority })),
    });
  }

  /**
   * Those of `imageIds` that may be attached to the café: enabled, and uploaded by `uploaderId` (null: by anybody) or attached to this
   * café already. They stay so to the end of the transaction.
   */
  async findAttachable(
    cafeId: string,
    imageIds: readonly string[],
    uploaderId: string | null,
  ): Promise<ReadonlySet<string>> {
    const isInUse = Prisma.sql`(
      EXISTS (SELECT FROM "CafeImage" placed WHERE placed."cafeId" = ${cafeId}::uuid AND placed."imageId" = i.id)
      OR EXISTS (SELECT FROM "CafeVirtualLink" link WHERE link."cafeId" = ${cafeId}::uuid AND link."thumbnailId" = i.id))`;
    const images = await this.database.client.$queryRaw<{ id: string }[]>(
      selectAttachable(imageIds, uploaderId, isInUse),
    );
    return new Set(images.map(({ id }) => id));
  }

  /** The virtual links in their order. */
  findLinks(cafeId: string): Promise<VirtualLinkInput[]> {
    return this.database.client.cafeVirtualLink.findMany({
      where: { cafeId },
      orderBy: { priority: 'asc' },
      select: { type: true, name: true, url: true, isAvailable: true, thumbnailId: true },
    });
  }

  /** A link keeps its id while its type stays. */
  async replaceLinks(cafeId: string, links: readonly VirtualLinkInput[]): Promise<void> {
    const types = links.map(({ type }) => type);
    await this.database.client.cafeVirtualLink.deleteMany({ where: { cafeId, type: { notIn: types } } });
    for (const [priority, link] of links.entries()) {
      await this.database.client.cafeVirtualLink.upsert({
        where: { cafeId_type: { cafeId, type: link.type } },
        create: { ...link, cafeId, priority },
        update: { ...link, priority },
        select: { id: true },
      });
    }
  }

  async findOwnerIds(cafeId: string): Promise<string[]> {
    const owners = await this.database.client.cafeOwner.findMany({
      where: { cafeId },
      orderBy: { userId: 'asc' },
      select: { userId: true },
    });
    return owners.map(({ userId }) => userId);
  }

  /** Who stays an owner keeps the day of becoming one. */
  async replaceOwners(cafeId: string, userIds: readonly string[]): Promise<void> {
    await this.database.client.cafeOwner.deleteMany({ where: { cafeId, userId: { notIn: [...userIds] } } });
    await this.database.client.cafeOwner.createMany({
      data: userIds.map((userId) => ({ cafeId, userId })),
      skipDuplicates: true,
    });
  }

  /** Those of `userIds` who may own a café: enabled BUSINESS users. They stay so to the end of the transaction. */
  async findPossibleOwners(userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const users = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT id FROM "User" WHERE id = ANY(${userIds}::uuid[]) AND "userType" = 'BUSINESS' AND NOT "isDisabled"
      FOR SHARE`;
    return new Set(users.map(({ id }) => id));
  }
}
