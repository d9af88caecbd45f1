import { Injectable } from '@nestjs/common';
import type { MapReport, ViewerMapStatus, ViewerMapType } from '@virtualcafe/contracts';
import { Prisma } from '../../../generated/prisma/client.js';
import { Database } from '../../../platform/database/database.js';
import { isInScope } from '../../cafes/cafe-read.sql.js';
import type { CafeScope } from '../../cafes/cafe.rules.js';

export type MapVariant = 'ORIGINAL' | 'DESKTOP' | 'MOBILE';

/** A file in `MapStorage`. */
export interface MapFile {
  readonly variant: MapVariant;
  readonly fileName: string;
  readonly contentHash: string;
  readonly sizeBytes: number;
}

export interface NewMap {
  readonly viewerId: string;
  readonly type: ViewerMapType;
  readonly status: ViewerMapStatus;
  readonly source: 'UPLOAD' | 'DERIVED' | 'STARTER_ROOM';
  readonly sourceMapId?: string;
  readonly isDraco: boolean;
  readonly report: MapReport | null;
  readonly uploadedById: string | null;
  readonly createdAt: Date;
  readonly files: readonly MapFile[];
}

export interface MapRecord {
  readonly id: string;
  readonly type: ViewerMapType;
  readonly version: number;
  readonly status: ViewerMapStatus;
  readonly isActive: boolean;
}

/** A file of an active map, as visitors get it. */
export interface VisibleMapFile extends MapFile {
  readonly id: string;
  readonly mapId: string;
  readonly type: ViewerMapType;
  readonly version: number;
}

/** Versions of rooms' maps. Written only while the room is held (`ViewersRepository.lock`, `hold`). */
@Injectable()
export class MapVersionsRepository {
  constructor(private readonly database: Database) {}

  /** Holds a room to the end of the transaction; its code and when it was last changed, null where there is none. */
  async hold(viewerId: string): Promise<{ code: string; updatedAt: Date } | null> {
    const [viewer] = await this.database.client.$queryRaw<{ code: string; updatedAt: Date }[]>`
      SELECT code, "updatedAt" FROM "MetaViewerInfo" WHERE id = ${viewerId}::uuid FOR NO KEY UPDATE`;
    return viewer ?? null;
  }

  /** Writes the next version of its type; answers its id and number. */
  async insert({ files, report, ...map }: NewMap): Promise<{ id: string; version: number }> {
    const { client } = this.database;
    const { _max } = await client.metaViewerMap.aggregate({
      where: { viewerId: map.viewerId, type: map.type },
      _max: { version: true },
    });
    return client.metaViewerMap.create({
      data: {
        ...map,
        report: report ?? Prisma.DbNull,
        version: (_max.version ?? 0) + 1,
        updatedAt: map.createdAt,
        files: { create: files.map((file) => ({ ...file })) },
      },
      select: { id: true, version: true },
    });
  }

  async find(viewerId: string, id: string): Promise<MapRecord | null> {
    return this.database.client.metaViewerMap.findFirst({
      where: { viewerId, id },
      select: { id: true, type: true, version: true, status: true, isActive: true },
    });
  }

  async findActive(viewerId: string): Promise<MapRecord[]> {
    return this.database.client.metaViewerMap.findMany({
      where: { viewerId, isActive: true },
      select: { id: true, type: true, version: true, status: true, isActive: true },
    });
  }

  /** From now on these are the room's active maps, and no others; `changedAt` becomes the room's `updatedAt`. */
  async activate(viewerId: string, mapIds: readonly string[], changedAt: Date): Promise<void> {
    const { client } = this.database;
    const ids = [...mapIds];
    const others = { viewerId, isActive: true, id: { notIn: ids } };
    await client.metaViewerMap.updateMany({ where: others, data: { isActive: false } });
    await client.metaViewerMap.updateMany({ where: { viewerId, id: { in: ids } }, data: { isActive: true } });
    await client.metaViewerInfo.update({
      where: { id: viewerId },
      data: { updatedAt: changedAt },
      select: { id: true },
    });
  }

  async delete(id: string): Promise<void> {
    await this.database.client.metaViewerMap.delete({ where: { id }, select: { id: true } });
  }

  /** What visitors may be given of a room's active maps: of each what was made for devices, never the file as it was uploaded. */
  async findVisibleFiles(code: string): Promise<VisibleMapFile[]> {
    return this.database.read<VisibleMapFile & { [column: string]: unknown }>(Prisma.sql`
      SELECT f.id, m.id AS "mapId", m.type::text, m.version, f.variant::text, f."fileName", trim(f."contentHash") AS "contentHash", f."sizeBytes"
      FROM "MetaViewerInfo" v JOIN "MetaViewerMap" m ON m."viewerId" = v.id JOIN "MetaViewerMapFile" f ON f."mapId" = m.id
      WHERE v.code = ${code} AND m."isActive" AND f.variant <> 'ORIGINAL'
      ORDER BY m.type, f.variant`);
  }

  /** A file of any map of the room of this code; where `scope` is given, only of a room of a café in it. */
  async findFile(code: string, fileId: string, scope: CafeScope = { kind: 'all' }): Promise<MapFile | null> {
    const [file] = await this.database.read<MapFile & { [column: string]: unknown }>(Prisma.sql`
      SELECT f.variant::text, f."fileName", f."contentHash", f."sizeBytes"
      FROM "MetaViewerMapFile" f JOIN "MetaViewerMap" m ON m.id = f."mapId"
        JOIN "MetaViewerInfo" v ON v.id = m."viewerId" JOIN "CafeInfo" c ON c.id = v."cafeId"
      WHERE f.id = ${fileId}::uuid AND v.code = ${code} AND ${isInScope(scope, 'c.id')}`);
    return file ?? null;
  }

  /** Which of the files `names` some map names. */
  async namesInUse(names: readonly string[]): Promise<Set<string>> {
    const files = await this.database.client.metaViewerMapFile.findMany({
      where: { fileName: { in: [...names] } },
      select: { fileName: true },
    });
    return new Set(files.map(({ fileName }) => fileName));
  }
}
