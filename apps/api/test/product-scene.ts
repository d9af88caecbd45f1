import { randomBytes } from 'node:crypto';
import type { ApiScope, CreatedApiKey, ManagedProduct, ManagedProductCategory } from '@virtualcafe/contracts';
import { expect } from 'vitest';
import type { TestApp } from './app.js';

/** A record as its keeper reads it, with the tag an edit must name. */
export type Tagged<Record> = Record & { readonly etag: string };

const fresh = (): string => randomBytes(6).toString('hex');

async function create<Record>(app: TestApp, path: string, token: string, body: object): Promise<Tagged<Record>> {
  const response = await app.call<Record>('POST', path, { token, body });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return { ...response.body, etag: response.headers.get('etag') ?? '' };
}

/** Creates a category through the API, of a code and a name of its own unless some are given; at the root when no parent is. */
export const createCategory = (
  app: TestApp,
  adminToken: string,
  fields: Record<string, unknown> = {},
): Promise<Tagged<ManagedProductCategory>> =>
  create(app, '/api/v1/product-categories', adminToken, {
    code: `kind-${fresh()}`,
    name: `분류 ${fresh()}`,
    ...fields,
  });

/** What a product is created with; a code of its own unless one is given. */
export const productBody = (cafeId: string, categoryId: string, fields: Record<string, unknown> = {}) => ({
  code: `item-${fresh()}`,
  name: '카페 라떼',
  cafeId,
  categoryId,
  price: 5500,
  ...fields,
});

/** Creates a product through the API. */
export const createProduct = (
  app: TestApp,
  token: string,
  cafeId: string,
  categoryId: string,
  fields: Record<string, unknown> = {},
): Promise<Tagged<ManagedProduct>> => create(app, '/api/v1/products', token, productBody(cafeId, categoryId, fields));

/** The text of a new API key; for every café unless some are given. */
export async function createApiKey(
  app: TestApp,
  adminToken: string,
  scopes: readonly ApiScope[],
  cafeIds: readonly string[] = [],
): Promise<string> {
  const body = { name: 'world', scopes, cafeIds };
  const response = await app.call<CreatedApiKey>('POST', '/api/v1/api-keys', { token: adminToken, body });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body.key;
}
