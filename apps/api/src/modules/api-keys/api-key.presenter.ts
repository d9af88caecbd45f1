import { type ApiKeyView, type ApiScope, apiScopes } from '@virtualcafe/contracts';
import type { ApiKeyRecord } from './api-keys.repository.js';

/** The scopes that still exist: one that was given up opens nothing. */
export const scopesOf = ({ scopes }: Pick<ApiKeyRecord, 'scopes'>): ApiScope[] =>
  apiScopes.filter((scope) => scopes.includes(scope));

export const cafeIdsOf = ({ cafes }: Pick<ApiKeyRecord, 'cafes'>): string[] => cafes.map(({ cafeId }) => cafeId);

export const presentApiKey = (key: ApiKeyRecord): ApiKeyView => ({
  id: key.id,
  name: key.name,
  scopes: scopesOf(key),
  cafeIds: cafeIdsOf(key),
  expiresAt: key.expiresAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  revokedAt: key.revokedAt?.toISOString() ?? null,
  createdAt: key.createdAt.toISOString(),
});
