import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { isVisible } from '../cafes/cafe-read.sql.js';
import { selectAttachable } from '../image-upload/attachable-images.sql.js';
import type { BoardSets } from './board.rules.js';

/** What hangs on a post: images in their order, cafés. Write only while the post is locked, or new. */
@Injectable()
export class BoardSetsRepository {
  constructor(private readonly database: Database) {}

  async find(boardId: string): Promise<BoardSets> {
    const images = await this.database.client.boardImage.findMany({
      where: { boardId },
      orderBy: { priority: 'asc' },
      select: { imageId: true, isThumbnail: true },
    });
    const cafes = await this.database.client.boardCafe.findMany({
      where: { boardId },
      orderBy: { cafeId: 'asc' },
      select: { cafeId: true },
    });
    return {
      imageIds: images.map(({ imageId }) => imageId),
      thumbnailId: images.find(({ isThumbnail }) => isThumbnail)?.imageId ?? null,
      cafeIds: cafes.map(({ cafeId }) => cafeId),
    };
  }

  async replaceImages(boardId: string, { imageIds, thumbnailId }: BoardSets): Promise<void> {
    await this.database.client.boardImage.deleteMany({ where: { boardId } });
    await this.database.client.boardImage.createMany({
      data: imageIds.map((imageId, priority) => ({
        boardId,
        imageId,
        priority,
        isThumbnail: imageId === thumbnailId,
      })),
    });
  }

  async replaceCafes(boardId: string, { cafeIds }: BoardSets): Promise<void> {
    await this.database.client.boardCafe.deleteMany({ where: { boardId, cafeId: { notIn: [...cafeIds] } } });
    await this.database.client.boardCafe.createMany({
      data: cafeIds.map((cafeId) => ({ boardId, cafeId })),
      skipDuplicates: true,
    });
  }

  /**
   * Those of `imageIds` that may be attached to the post (null: to a new one): enabled, and uploaded by `uploaderId` (null: by anybody) or
   * attached to it already. They stay so to the end of the transaction.
   */
  async findAttachable(
    boardId: string | null,
    imageIds: readonly string[],
    uploaderId: string | null,
  ): Promise<ReadonlySet<string>> {
    const isInUse = Prisma.sql`EXISTS (
      SELECT FROM "BoardImage" placed WHERE placed."boardId" = ${boardId}::uuid AND placed."imageId" = i.id)`;
    const images = await this.database.client.$queryRaw<{ id: string }[]>(
      selectAttachable(imageIds, uploaderId, isInUse),
    );
    return new Set(images.map(({ id }) => id));
  }

  /**
   * Those of `cafeIds` that may be linked with a post: visitors see them and, unless it is null, `ownerId` owns them. They stay to the end
   * of the transaction.
   */
  async findLinkable(cafeIds: readonly string[], ownerId: string | null): Promise<ReadonlySet<string>> {
    const cafes = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM "CafeInfo" c
      WHERE c.id = ANY(${cafeIds}::uuid[]) AND ${isVisible('c')} AND (${ownerId}::uuid IS NULL OR EXISTS (
        SELECT FROM "CafeOwner" owner WHERE owner."cafeId" = c.id AND owner."userId" = ${ownerId}::uuid))
      FOR KEY SHARE OF c`;
    return new Set(cafes.map(({ id }) => id));
  }

  async ownsCafe(userId: string): Promise<boolean> {
    const owned = await this.database.client.cafeOwner.findFirst({ where: { userId }, select: { cafeId: true } });
    return owned !== null;
  }
}
