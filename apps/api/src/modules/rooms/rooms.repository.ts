import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import { isOpen } from '../meta-viewer/viewer-read.sql.js';

/** What a room is to somebody who asks to enter. */
export interface RoomEntry {
  /** Whether they own the room's café; false for nobody. */
  readonly isOwner: boolean;
}

@Injectable()
export class RoomsRepository {
  constructor(private readonly database: Database) {}

  /** An open room and what it is to this user; null when there is none of this name. */
  async findEntry(code: string, userId: string | null): Promise<RoomEntry | null> {
    const [entry] = await this.database.read<RoomEntry>(Prisma.sql`
      SELECT EXISTS (SELECT FROM "CafeOwner" o WHERE o."cafeId" = c.id AND o."userId" = ${userId}::uuid) AS "isOwner"
      FROM "MetaViewerInfo" v JOIN "CafeInfo" c ON c.id = v."cafeId" WHERE v.code = ${code} AND ${isOpen}`);
    return entry ?? null;
  }
}
