import type { MapLink } from '@virtualcafe/contracts';
import { MapLinks } from '../src/modules/meta-viewer/maps/map-links.js';
import { type MapPair, MapVersionsService } from '../src/modules/meta-viewer/maps/map-versions.service.js';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { triangleGlb } from './glb-factory.js';

/** A report of a map without anything to say. */
export const emptyReport = { findings: [], budget: { original: null, desktop: null, mobile: null } };

/** Adds a pair of real small models; their `name` makes their content their own. */
export async function addPair(
  app: TestApp,
  viewerId: string,
  name: string,
  { activate = false } = {},
): Promise<MapPair> {
  return app.app.get(MapVersionsService, { strict: false }).addPair(
    { kind: 'system', name: 'test' },
    {
      viewerId,
      source: 'STARTER_ROOM',
      render: triangleGlb(`${name} render`),
      collider: triangleGlb(`${name} collider`),
      report: emptyReport,
      uploadedById: null,
      activate,
    },
  );
}

/** The links that a participant of the room is given. */
export const linksTo = (app: TestApp, code: string, participantKey: string): Promise<MapLink[]> =>
  app.app.get(MapLinks, { strict: false }).forVisitor(code, participantKey);

/** The row of a complete upload of an owner of the room's café, without a file. Returns its id. */
export async function insertUpload(app: TestApp, viewerId: string): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO "UploadSession" (id, "uploaderId", "viewerId", "mapType", status, "displayName", "sizeBytes", "receivedBytes", "expiresAt")
     SELECT $1, o."userId", v.id, 'RENDER', 'RECEIVED', 'a.glb', 10, 10, now() + interval '1 day'
     FROM "MetaViewerInfo" v JOIN "CafeOwner" o ON o."cafeId" = v."cafeId" WHERE v.id = $2 LIMIT 1`,
    [id, viewerId],
  );
  return id;
}
