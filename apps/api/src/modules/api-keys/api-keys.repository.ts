import { Injectable } from '@nestjs/common';
import type { ApiKeyListQuery, ApiScope } from '@virtualcafe/contracts';
import type { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import type { SecretHash } from './api-key.rules.js';

// Never the secret's hash: it is read by `findByPublicId` alone.
const columns = {
  id: true,
  name: true,
  scopes: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  createdAt: true,
  cafes: { select: { cafeId: true }, orderBy: { cafeId: 'asc' } },
} satisfies Prisma.ApiKeySelect;

export type ApiKeyRecord = Prisma.ApiKeyGetPayload<{ select: typeof columns }>;

const presentedColumns = { ...columns, secretHash: true } satisfies Prisma.ApiKeySelect;

export type PresentedApiKey = Prisma.ApiKeyGetPayload<{ select: typeof presentedColumns }>;

export interface NewApiKey {
  readonly publicId: string;
  readonly secretHash: SecretHash;
  readonly name: string;
  readonly scopes: ApiScope[];
  readonly expiresAt: Date | null;
  readonly createdById: string | null;
}

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  async create(key: NewApiKey, cafeIds: readonly string[]): Promise<ApiKeyRecord> {
    return this.database.client.apiKey.create({
      data: { ...key, cafes: { create: cafeIds.map((cafeId) => ({ cafeId })) } },
      select: columns,
    });
  }

  async countCafes(cafeIds: readonly string[]): Promise<number> {
    return this.database.client.cafeInfo.count({ where: { id: { in: [...cafeIds] } } });
  }

  async findByPublicId(publicId: string): Promise<PresentedApiKey | null> {
    return this.database.client.apiKey.findUnique({ where: { publicId }, select: presentedColumns });
  }

  async exists(id: string): Promise<boolean> {
    return (await this.database.client.apiKey.count({ where: { id } })) > 0;
  }

  /** Revokes the key if it was not yet; tells whether it did. */
  async revoke(id: string, now: Date): Promise<boolean> {
    const { count } = await this.database.client.apiKey.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now },
    });
    return count === 1;
  }

  /** Notes the use, unless another process has noted one since `before`. */
  async noteUse(id: string, before: Date | null, now: Date): Promise<void> {
    await this.database.client.apiKey.updateMany({ where: { id, lastUsedAt: before }, data: { lastUsedAt: now } });
  }

  async findPage({ page, pageSize }: ApiKeyListQuery): Promise<{ items: ApiKeyRecord[]; total: number }> {
    const [items, total] = await Promise.all([
      this.database.client.apiKey.findMany({
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (page - 1) * pageSize,
        take: pageSize,
        select: columns,
      }),
      this.database.client.apiKey.count(),
    ]);
    return { items, total };
  }
}
