import { Injectable } from '@nestjs/common';
import type { MapReport, ViewerMapType } from '@virtualcafe/contracts';
import { Database } from '../../../platform/database/database.js';
import type { MapFile } from './map-versions.repository.js';

/** A map that is worked on, and the file that was uploaded. */
export interface ProcessedMap {
  readonly id: string;
  readonly viewerId: string;
  readonly type: ViewerMapType;
  readonly uploadedById: string | null;
  readonly fileName: string;
}

export interface MapEnd {
  readonly status: 'READY' | 'REFUSED';
  readonly isDraco: boolean;
  readonly report: MapReport;
  readonly files: readonly MapFile[];
}

/** Maps while they are worked on. */
@Injectable()
export class MapProcessingRepository {
  constructor(private readonly database: Database) {}

  /** Null where it is over already, or deleted. */
  async findProcessing(id: string): Promise<ProcessedMap | null> {
    const map = await this.database.client.metaViewerMap.findFirst({
      where: { id, status: 'PROCESSING' },
      select: {
        id: true,
        viewerId: true,
        type: true,
        uploadedById: true,
        files: { where: { variant: 'ORIGINAL' }, select: { fileName: true } },
      },
    });
    const fileName = map?.files[0]?.fileName;
    if (map === null || fileName === undefined) return null;
    const { files: _, ...rest } = map;
    return { ...rest, fileName };
  }

  /** Whether it was this call that ended the work. */
  async end(id: string, { status, isDraco, report, files }: MapEnd): Promise<boolean> {
    const { client } = this.database;
    const { count } = await client.metaViewerMap.updateMany({
      where: { id, status: 'PROCESSING' },
      data: { status, isDraco, report },
    });
    if (count === 0) return false;
    await client.metaViewerMapFile.createMany({ data: files.map((file) => ({ ...file, mapId: id })) });
    return true;
  }
}
