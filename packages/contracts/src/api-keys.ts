import { z } from 'zod';
import { apiScope } from './access.js';
import { id, instant } from './identifiers.js';
import { pageOf, pageQuery } from './pagination.js';
import { line } from './text.js';

/** `cafeIds` empty means every café. */
export const createApiKeyRequest = z
  .strictObject({
    name: line(1, 80),
    scopes: z.array(apiScope).min(1).max(10),
    cafeIds: z.array(id).max(100).default([]),
    expiresAt: instant.nullable().default(null),
  })
  .meta({ id: 'CreateApiKeyRequest' });

export const apiKey = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(apiScope),
    cafeIds: z.array(id),
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'ApiKey' });

/** `key` is shown this once; only its hash is kept. */
export const createdApiKey = apiKey.extend({ key: z.string() }).meta({ id: 'CreatedApiKey' });
export const apiKeyPage = pageOf(apiKey).meta({ id: 'ApiKeyPage' });
export const apiKeyListQuery = pageQuery;

export type CreateApiKeyRequest = z.infer<typeof createApiKeyRequest>;
export type ApiKeyView = z.infer<typeof apiKey>;
export type CreatedApiKey = z.infer<typeof createdApiKey>;
export type ApiKeyListQuery = z.infer<typeof apiKeyListQuery>;
