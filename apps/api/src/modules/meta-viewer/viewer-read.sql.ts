import { Prisma } from '../../generated/prisma/client.js';
import { escapeLike } from '../../platform/search/escape-like.js';
import { imageJson, isVisible } from '../cafes/cafe-read.sql.js';
import { hasActivePair } from './active-pair.sql.js';

// Fragments of the read queries: `v` is the room, `c` its café; the JSON they make is typed in `viewer-records.ts`.

const cafeJson = Prisma.sql`json_build_object('id', c.id, 'code', c.code, 'name', c.name)`;

const photosJson = Prisma.sql`(
  SELECT coalesce(json_agg(${imageJson} ORDER BY i.id), '[]')
  FROM "MetaViewerImage" placed JOIN "Image" i ON i.id = placed."imageId"
  WHERE placed."viewerId" = v.id AND NOT i."isDisabled")`;

const variantsJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'fileId', f.id, 'variant', f.variant, 'sizeBytes', f."sizeBytes") ORDER BY f.variant), '[]')
  FROM "MetaViewerMapFile" f WHERE f."mapId" = m.id)`;

// While the map is worked on, its job (of kind `processMapJob` in `maps/map-jobs.ts` or `makeStarterRoomJob` in
// `starter-room/starter-room-payload.ts`, one for both maps) knows how far it is.
const progressJson = Prisma.sql`CASE WHEN m.status = 'PROCESSING' THEN coalesce((
  SELECT j.progress FROM "BackgroundJob" j
  WHERE j.status IN ('PENDING', 'RUNNING') AND (j.kind, j."dedupeKey") IN (
    ('map.process', m.id::text), ('starter-room.make', m.id::text), ('starter-room.make', m."sourceMapId"::text))),
  '{"stage": "waiting", "done": 0}') END`;

const mapsJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', m.id, 'type', m.type, 'version', m.version, 'isDraco', m."isDraco", 'variants', ${variantsJson},
    'status', m.status, 'isActive', m."isActive", 'source', m.source, 'sourceMapId', m."sourceMapId",
    'report', m.report, 'progress', ${progressJson}, 'createdAt', m."createdAt")
    ORDER BY m.type, m.version DESC), '[]')
  FROM "MetaViewerMap" m WHERE m."viewerId" = v.id)`;

/** Visitors may enter. */
export const isOpen = Prisma.sql`(NOT v."isDisabled" AND ${isVisible('c')} AND ${hasActivePair})`;

const summaryFields = Prisma.sql`
  'id', v.id, 'code', v.code, 'name', v.name, 'cafe', ${cafeJson}, 'isDisabled', v."isDisabled", 'isOpen', ${isOpen},
  'createdAt', v."createdAt", 'updatedAt', v."updatedAt"`;

/** `ViewerSummaryRecord`. */
export const summaryJson = Prisma.sql`json_build_object(${summaryFields})`;

/** `ViewerPageRecord`. */
export const pageJson = Prisma.sql`json_build_object(
  ${summaryFields}, 'worldData', v."worldData", 'photos', ${photosJson}, 'maps', ${mapsJson})`;

/** The word stands in the room's name or code or in the café's name. */
export function holdsWord(word: string): Prisma.Sql {
  const pattern = `%${escapeLike(word)}%`;
  return Prisma.sql`(v.name ILIKE ${pattern} OR v.code ILIKE ${pattern} OR c.name ILIKE ${pattern})`;
}
