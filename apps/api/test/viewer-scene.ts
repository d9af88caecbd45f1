import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ManagedViewer, ViewerMapStatus, ViewerMapType } from '@virtualcafe/contracts';
import { expect } from 'vitest';
import type { TestApp } from './app.js';

/** What a room is created with; a code of its own unless one is given. */
export const viewerBody = (cafeId: string, fields: Record<string, unknown> = {}) => ({
  code: `room-${randomBytes(6).toString('hex')}`,
  name: '온기 방',
  cafeId,
  ...fields,
});

/** A room as its keeper reads it, with the tag an edit must name. */
export type MadeViewer = ManagedViewer & { readonly etag: string };

/** Creates a room through the API; it has no maps. */
export async function createViewer(
  app: TestApp,
  token: string,
  cafeId: string,
  fields: Record<string, unknown> = {},
): Promise<MadeViewer> {
  const body = viewerBody(cafeId, fields);
  const response = await app.call<ManagedViewer>('POST', '/api/v1/viewers', { token, body });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return { ...response.body, etag: response.headers.get('etag') ?? '' };
}

/** Creates a room with an active pair of maps. */
export async function createOpenViewer(
  app: TestApp,
  token: string,
  cafeId: string,
  fields: Record<string, unknown> = {},
): Promise<MadeViewer> {
  const viewer = await createViewer(app, token, cafeId, fields);
  for (const type of ['RENDER', 'COLLIDER'] as const) await insertMap(app, viewer.id, type, { isActive: true });
  return viewer;
}

interface MapFields {
  readonly version?: number;
  readonly isActive?: boolean;
  readonly status?: ViewerMapStatus;
  readonly report?: Record<string, unknown> | null;
}

/** A map's row with one file's, without the file itself. Returns its id. */
export async function insertMap(
  app: TestApp,
  viewerId: string,
  type: ViewerMapType,
  { version = 1, isActive = false, status = 'READY', report = null }: MapFields = {},
): Promise<string> {
  const id = randomUUID();
  const hash = createHash('sha256').update(id).digest('hex');
  await app.database.query(
    `INSERT INTO "MetaViewerMap" (id, "viewerId", type, version, status, "isActive", report)
     VALUES ($1, $2, $3::"MetaViewerMapType", $4, $5::"MetaViewerMapStatus", $6, $7::jsonb)`,
    [id, viewerId, type, version, status, isActive, report === null ? null : JSON.stringify(report)],
  );
  await app.database.query(
    `INSERT INTO "MetaViewerMapFile" (id, "mapId", variant, "fileName", "contentHash", "sizeBytes")
     VALUES ($1, $2, 'DESKTOP', $3, $4, 1234)`,
    [randomUUID(), id, `${hash.slice(0, 2)}/${hash}.glb`, hash],
  );
  return id;
}
