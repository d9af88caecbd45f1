import { Injectable } from '@nestjs/common';
import type { ViewerMapType } from '@virtualcafe/contracts';
import { Prisma } from '../../../generated/prisma/client.js';
import { Database } from '../../../platform/database/database.js';
import { isInScope } from '../../cafes/cafe-read.sql.js';
import type { CafeScope } from '../../cafes/cafe.rules.js';

export interface NewUpload {
  readonly uploaderId: string;
  readonly viewerId: string;
  readonly mapType: ViewerMapType;
  readonly displayName: string;
  readonly sizeBytes: number;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

export interface UploadRecord {
  readonly id: string;
  readonly viewerId: string;
  readonly uploaderId: string;
  readonly mapType: ViewerMapType;
  readonly status: string;
  readonly displayName: string;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly mapId: string | null;
  readonly expiresAt: Date;
}

type UploadRow = UploadRecord & { [column: string]: unknown };

const columns = Prisma.sql`u.id, u."viewerId", u."uploaderId", u."mapType", u.status, u."displayName", u."sizeBytes", u."receivedBytes",
  u."mapId", u."expiresAt"`;

/** Uploads of maps as records; their bytes are in `MapUploadStore`. */
@Injectable()
export class MapUploadsRepository {
  constructor(private readonly database: Database) {}

  async insert(upload: NewUpload): Promise<string> {
    const data = { ...upload, updatedAt: upload.createdAt };
    const { id } = await this.database.client.uploadSession.create({ data, select: { id: true } });
    return id;
  }

  /** The uploads of a user that wait for more, but for the `kept` to which something came last. */
  async findOpenBeyond(uploaderId: string, kept: number): Promise<string[]> {
    const uploads = await this.database.client.uploadSession.findMany({
      where: { uploaderId, status: 'RECEIVING' },
      orderBy: [{ expiresAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
      skip: kept,
    });
    return uploads.map(({ id }) => id);
  }

  /** The room of this code of a café in `scope`; its id. */
  async findViewerId(scope: CafeScope, code: string): Promise<string | null> {
    const [viewer] = await this.database.read<{ id: string }>(Prisma.sql`
      SELECT v.id FROM "MetaViewerInfo" v JOIN "CafeInfo" c ON c.id = v."cafeId"
      WHERE v.code = ${code} AND ${isInScope(scope, 'c.id')}`);
    return viewer?.id ?? null;
  }

  /** An upload of a user for a room of a café in `scope`. */
  async find(scope: CafeScope, uploaderId: string, id: string): Promise<UploadRecord | null> {
    const [upload] = await this.database.client.$queryRaw<UploadRow[]>(Prisma.sql`
      SELECT ${columns} FROM "UploadSession" u JOIN "MetaViewerInfo" v ON v.id = u."viewerId" JOIN "CafeInfo" c ON c.id = v."cafeId"
      WHERE u.id = ${id}::uuid AND u."uploaderId" = ${uploaderId}::uuid AND u.status IN ('RECEIVING', 'RECEIVED')
        AND ${isInScope(scope, 'c.id')}`);
    return upload ?? null;
  }

  async findById(id: string): Promise<UploadRecord | null> {
    const [upload] = await this.database.client.$queryRaw<UploadRow[]>(
      Prisma.sql`SELECT ${columns} FROM "UploadSession" u WHERE u.id = ${id}::uuid`,
    );
    return upload ?? null;
  }

  /** Holds an upload to the end of the transaction. */
  async lock(id: string): Promise<UploadRecord | null> {
    const [upload] = await this.database.client.$queryRaw<UploadRow[]>(
      Prisma.sql`SELECT ${columns} FROM "UploadSession" u WHERE u.id = ${id}::uuid FOR UPDATE OF u`,
    );
    return upload ?? null;
  }

  /** Whole it never gets less than it was: of two answers that cross, the later one may be the older. */
  async markReceived(id: string, receivedBytes: number, expiresAt: Date): Promise<void> {
    await this.database.client.uploadSession.updateMany({
      where: { id, status: 'RECEIVING' },
      data: { receivedBytes, expiresAt },
    });
  }

  async finish(id: string, sizeBytes: number, mapId: string): Promise<void> {
    await this.database.client.uploadSession.update({
      where: { id },
      data: { status: 'RECEIVED', receivedBytes: sizeBytes, mapId },
      select: { id: true },
    });
  }

  async abandon(id: string): Promise<void> {
    await this.database.client.uploadSession.updateMany({
      where: { id, status: 'RECEIVING' },
      data: { status: 'ABANDONED' },
    });
  }

  /** Uploads that nobody goes on with. */
  async findExpired(now: Date, limit: number): Promise<string[]> {
    const uploads = await this.database.client.uploadSession.findMany({
      where: { status: 'RECEIVING', expiresAt: { lte: now } },
      select: { id: true },
      take: limit,
    });
    return uploads.map(({ id }) => id);
  }

  /** Those of `ids` whose bytes are still needed. */
  async findOpen(ids: readonly string[]): Promise<Set<string>> {
    const uploads = await this.database.client.uploadSession.findMany({
      where: { id: { in: [...ids] }, status: 'RECEIVING' },
      select: { id: true },
    });
    return new Set(uploads.map(({ id }) => id));
  }
}
