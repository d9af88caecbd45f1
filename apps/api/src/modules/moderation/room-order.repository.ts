import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Standing } from './rank.rules.js';

/** A room and what some users are to it. */
export interface RoomOrder {
  readonly viewerId: string;
  readonly standings: ReadonlyMap<string, Standing>;
}

@Injectable()
export class RoomOrderRepository {
  constructor(private readonly database: Database) {}

  /** Also of a closed room; null when there is none of this name. Whoever is disabled is nothing to it. */
  async find(viewerCode: string, userIds: readonly string[]): Promise<RoomOrder | null> {
    const rows = await this.database.client.$queryRaw<({ viewerId: string; userId: string | null } & Standing)[]>`
      SELECT v.id AS "viewerId", u.id AS "userId", u."userType",
        EXISTS (SELECT FROM "CafeOwner" o WHERE o."cafeId" = v."cafeId" AND o."userId" = u.id) AS "isOwner"
      FROM "MetaViewerInfo" v LEFT JOIN "User" u ON u.id = ANY(${userIds}::uuid[]) AND NOT u."isDisabled"
      WHERE v.code = ${viewerCode}`;
    const [first] = rows;
    if (first === undefined) return null;
    const known = rows.flatMap(({ userId, userType, isOwner }) =>
      userId === null ? [] : [[userId, { userType, isOwner }] as const],
    );
    return { viewerId: first.viewerId, standings: new Map(known) };
  }

  /** Holds the room to the end of the transaction. */
  async lock(viewerId: string): Promise<void> {
    await this.database.client.$queryRaw`
      SELECT id FROM "MetaViewerInfo" WHERE id = ${viewerId}::uuid FOR NO KEY UPDATE`;
  }
}
