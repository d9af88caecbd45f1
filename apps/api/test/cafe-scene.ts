import { randomBytes, randomUUID } from 'node:crypto';
import type { ManagedCafe, ManagedRegion, Problem, RegionType } from '@virtualcafe/contracts';
import { expect } from 'vitest';
import type { TestApp, TestResponse } from './app.js';

export const unknownId = '019a0000-0000-7000-8000-000000000000';

/** What a café is created with; a code of its own unless one is given. */
export const cafeBody = (regionId: string, fields: Record<string, unknown> = {}) => ({
  code: `cafe-${randomBytes(6).toString('hex')}`,
  name: '온기',
  regionId,
  address: '테헤란로 1',
  latitude: 37.498,
  longitude: 127.028,
  ...fields,
});

/** A café as its keeper reads it, with the tag an edit must name. */
export type MadeCafe = ManagedCafe & { readonly etag: string };

/** Creates a café through the API. */
export async function createCafe(
  app: TestApp,
  token: string,
  regionId: string,
  fields: Record<string, unknown> = {},
): Promise<MadeCafe> {
  const response = await app.call<ManagedCafe>('POST', '/api/v1/cafes', { token, body: cafeBody(regionId, fields) });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return { ...response.body, etag: response.headers.get('etag') ?? '' };
}

/** Creates a region through the API; at the root when no parent is given. */
export async function createRegion(
  app: TestApp,
  adminToken: string,
  name: string,
  type: RegionType,
  parentId: string | null = null,
): Promise<ManagedRegion> {
  const response = await app.call<ManagedRegion>('POST', '/api/v1/regions', {
    token: adminToken,
    body: { name, type, parentId },
  });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body;
}

/** A stored image's row, without its file: a café only refers to it. Returns its id. */
export async function insertImage(
  app: TestApp,
  uploaderId: string | null,
  { isDisabled = false } = {},
): Promise<string> {
  const id = randomUUID();
  const hash = randomBytes(32).toString('hex');
  await app.database.query(
    `INSERT INTO "Image" (id, "contentHash", "fileName", "thumbnailName", width, height, "sizeBytes", "mimeType",
       thumbhash, "uploaderId", "isDisabled")
     VALUES ($1, $2, $3, $4, 1600, 1200, 123456, 'image/webp', '1QcSHQRnh493V4dIh4eXh1h4kJUI', $5, $6)`,
    [id, hash, `${hash.slice(0, 2)}/${hash}.webp`, `${hash.slice(0, 2)}/${hash}.thumb.webp`, uploaderId, isDisabled],
  );
  return id;
}

/** The refusal, by its status and code and, where given, by the fields it names. */
export function expectProblem(
  response: TestResponse<unknown>,
  status: number,
  code: string,
  ...pointers: readonly string[]
): void {
  const body = response.body as Problem;
  expect([response.status, body.code], JSON.stringify(body)).toEqual([status, code]);
  const named = [...new Set(body.errors?.map(({ pointer }) => pointer))];
  if (pointers.length > 0) expect(named).toEqual(pointers);
}
