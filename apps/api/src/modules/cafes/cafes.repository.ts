import { Injectable } from '@nestjs/common';
import type { CreateCafeRequest, OpeningHours } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import type { SearchText } from '../../platform/search/search-text.js';
import { isInScope } from './cafe-read.sql.js';
import type { CafeScope } from './cafe.rules.js';

/** What a keeper sets of a café. */
export type CafeFields = Omit<CreateCafeRequest, 'code'> & { readonly isDisabled: boolean };

/** A café that the transaction in progress holds. */
export interface LockedCafe {
  readonly id: string;
  readonly code: string;
  readonly updatedAt: Date;
}

/** A region of a path, root first. */
export interface RegionStep {
  readonly name: string;
  readonly isDisabled: boolean;
}

const editedFields = {
  name: true,
  tagline: true,
  regionId: true,
  address: true,
  directions: true,
  businessNumber: true,
  ceoName: true,
  latitude: true,
  longitude: true,
  openingHours: true,
  phone: true,
  introduction: true,
  isDisabled: true,
} as const satisfies Record<keyof CafeFields, true>;

/** The café itself, its search text included. */
@Injectable()
export class CafesRepository {
  constructor(private readonly database: Database) {}

  async insert(
    code: string,
    fields: CafeFields,
    text: SearchText,
    ownerId: string | null,
    createdAt: Date,
  ): Promise<string> {
    const { id } = await this.database.client.cafeInfo.create({
      data: {
        ...toColumns(fields),
        code,
        createdAt,
        updatedAt: createdAt,
        search: { create: text },
        ...(ownerId === null ? {} : { owners: { create: { userId: ownerId } } }),
      },
      select: { id: true },
    });
    return id;
  }

  /** Holds a café in `scope` to the end of the transaction: whatever makes it another one is written by one at a time. */
  async lock(scope: CafeScope, code: string): Promise<LockedCafe | null> {
    const [cafe] = await this.database.client.$queryRaw<LockedCafe[]>`
      SELECT c.id, c.code, c."updatedAt" FROM "CafeInfo" c
      WHERE c.code = ${code} AND ${isInScope(scope, 'c.id')} FOR NO KEY UPDATE`;
    return cafe ?? null;
  }

  async findFields(id: string): Promise<CafeFields> {
    const fields = await this.database.client.cafeInfo.findUniqueOrThrow({ where: { id }, select: editedFields });
    return { ...fields, openingHours: fields.openingHours as OpeningHours | null };
  }

  async update(id: string, fields: CafeFields, text: SearchText): Promise<void> {
    await this.database.client.cafeInfo.update({
      where: { id },
      data: { ...toColumns(fields), search: { update: text } },
      select: { id: true },
    });
  }

  /** Makes the café a later version of itself. */
  async touch(id: string, updatedAt: Date): Promise<void> {
    await this.database.client.cafeInfo.update({ where: { id }, data: { updatedAt }, select: { id: true } });
  }

  /** The regions from the root to `regionId`; empty when there is no such region. */
  findRegionPath(regionId: string): Promise<RegionStep[]> {
    return this.database.client.$queryRaw<RegionStep[]>`
      SELECT r.name, r."isDisabled" FROM "RegionClosure" path JOIN "Region" r ON r.id = path."ancestorId"
      WHERE path."descendantId" = ${regionId}::uuid ORDER BY path."depth" DESC`;
  }
}

/** Prisma writes JSON null only when told which null is meant. */
const toColumns = ({ openingHours, ...fields }: CafeFields) => ({
  ...fields,
  openingHours: openingHours ?? Prisma.DbNull,
});
