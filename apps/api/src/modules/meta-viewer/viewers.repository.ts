import { Injectable } from '@nestjs/common';
import type { WorldData } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { isInScope } from '../cafes/cafe-read.sql.js';
import type { CafeScope } from '../cafes/cafe.rules.js';
import { selectAttachable } from '../image-upload/attachable-images.sql.js';
import { completeWorldData, type ViewerFields } from './viewer.rules.js';

/** A room that the transaction in progress holds. */
export interface LockedViewer {
  readonly id: string;
  readonly updatedAt: Date;
}

/** The room itself and the images it uses. */
@Injectable()
export class ViewersRepository {
  constructor(private readonly database: Database) {}

  /** Whether the café exists in `scope`; its owners do not change before the end of the transaction. */
  async holdCafe(scope: CafeScope, cafeId: string): Promise<boolean> {
    const cafes = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM "CafeInfo" c WHERE c.id = ${cafeId}::uuid AND ${isInScope(scope, 'c.id')} FOR SHARE OF c`;
    return cafes.length > 0;
  }

  async insert(code: string, cafeId: string, fields: ViewerFields, createdAt: Date): Promise<string> {
    const { id } = await this.database.client.metaViewerInfo.create({
      data: { ...fields, code, cafeId, createdAt, updatedAt: createdAt },
      select: { id: true },
    });
    return id;
  }

  /** Holds a room of a café in `scope` to the end of the transaction: whatever makes it another one is written by one at a time. */
  async lock(scope: CafeScope, code: string): Promise<LockedViewer | null> {
    const [viewer] = await this.database.client.$queryRaw<LockedViewer[]>`
      SELECT v.id, v."updatedAt" FROM "MetaViewerInfo" v JOIN "CafeInfo" c ON c.id = v."cafeId"
      WHERE v.code = ${code} AND ${isInScope(scope, 'c.id')} FOR NO KEY UPDATE OF v`;
    return viewer ?? null;
  }

  /** @throws when there is no room of this code. */
  async findCafeCode(code: string): Promise<string> {
    const { cafe } = await this.database.client.metaViewerInfo.findUniqueOrThrow({
      where: { code },
      select: { cafe: { select: { code: true } } },
    });
    return cafe.code;
  }

  async findFields(id: string): Promise<ViewerFields> {
    const fields = await this.database.client.metaViewerInfo.findUniqueOrThrow({
      where: { id },
      select: { name: true, worldData: true, isDisabled: true },
    });
    return { ...fields, worldData: completeWorldData(fields.worldData as Partial<WorldData>) };
  }

  async update(id: string, fields: ViewerFields, updatedAt: Date): Promise<void> {
    await this.database.client.metaViewerInfo.update({
      where: { id },
      data: { ...fields, updatedAt },
      select: { id: true },
    });
  }

  /**
   * Those of `imageIds` that may be used in the room: enabled, and uploaded by `uploaderId` (null: by anybody) or used in this room already.
   * They stay so to the end of the transaction.
   */
  async findUsableImages(
    viewerId: string,
    imageIds: readonly string[],
    uploaderId: string | null,
  ): Promise<ReadonlySet<string>> {
    const isInUse = Prisma.sql`EXISTS (
      SELECT FROM "MetaViewerImage" placed WHERE placed."viewerId" = ${viewerId}::uuid AND placed."imageId" = i.id)`;
    const images = await this.database.client.$queryRaw<{ id: string }[]>(
      selectAttachable(imageIds, uploaderId, isInUse),
    );
    return new Set(images.map(({ id }) => id));
  }

  /** Write only while the room is locked or new. */
  async replaceImages(viewerId: string, imageIds: readonly string[]): Promise<void> {
    await this.database.client.metaViewerImage.deleteMany({ where: { viewerId, imageId: { notIn: [...imageIds] } } });
    await this.database.client.metaViewerImage.createMany({
      data: imageIds.map((imageId) => ({ viewerId, imageId })),
      skipDuplicates: true,
    });
  }
}
