import { Prisma } from '../../generated/prisma/client.js';
import type { SearchPatterns } from '../../platform/search/search-text.js';
import { hasActivePair } from '../meta-viewer/active-pair.sql.js';
import type { CafeScope } from './cafe.rules.js';

// Fragments of the read queries: `c` is the café, `s` its row of "CafeSearch"; the JSON they make is typed in `cafe-records.ts`.

/** An image of the row `i` as `PresentableImage`. */
export const imageJson = Prisma.sql`json_build_object(
  'id', i.id, 'fileName', i."fileName", 'thumbnailName', i."thumbnailName", 'width', i.width, 'height', i.height,
  'sizeBytes', i."sizeBytes", 'mimeType', i."mimeType", 'thumbhash', i.thumbhash)`;

const regionPathJson = Prisma.sql`(
  SELECT json_agg(json_build_object('id', r.id, 'name', r.name, 'type', r.type) ORDER BY path."depth" DESC)
  FROM "RegionClosure" path JOIN "Region" r ON r.id = path."ancestorId"
  WHERE path."descendantId" = c."regionId")`;

const thumbnailJson = Prisma.sql`(
  SELECT ${imageJson} FROM "CafeImage" placed JOIN "Image" i ON i.id = placed."imageId"
  WHERE placed."cafeId" = c.id AND placed."set" = 'THUMBNAIL' AND NOT i."isDisabled"
  ORDER BY placed.priority LIMIT 1)`;

const imagesJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('set', placed."set", 'image', ${imageJson})
    ORDER BY placed."set", placed.priority), '[]')
  FROM "CafeImage" placed JOIN "Image" i ON i.id = placed."imageId"
  WHERE placed."cafeId" = c.id AND NOT i."isDisabled")`;

const virtualLinksJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', link.id, 'type', link.type, 'name', link.name, 'url', link.url, 'isAvailable', link."isAvailable",
    'thumbnail', CASE WHEN i.id IS NOT NULL THEN ${imageJson} END) ORDER BY link.priority), '[]')
  FROM "CafeVirtualLink" link LEFT JOIN "Image" i ON i.id = link."thumbnailId" AND NOT i."isDisabled"
  WHERE link."cafeId" = c.id)`;

/** Those that visitors may enter while they may see the café. */
const roomsJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('code', v.code, 'name', v.name) ORDER BY v."createdAt", v.id), '[]')
  FROM "MetaViewerInfo" v WHERE v."cafeId" = c.id AND NOT v."isDisabled" AND ${hasActivePair})`;

const ownersJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', u.id, 'nickname', u.nickname, 'loginId', u."loginId")
    ORDER BY u.nickname), '[]')
  FROM "CafeOwner" owner JOIN "User" u ON u.id = owner."userId"
  WHERE owner."cafeId" = c.id)`;

/** `CafeSummaryRecord`. */
export const summaryJson = Prisma.sql`json_build_object(
  'id', c.id, 'code', c.code, 'name', c.name, 'tagline', c.tagline, 'address', c.address, 'latitude', c.latitude,
  'longitude', c.longitude, 'isDisabled', c."isDisabled", 'updatedAt', c."updatedAt", 'regionPath', ${regionPathJson},
  'thumbnail', ${thumbnailJson})`;

/** `CafePageRecord`. */
export const pageJson = Prisma.sql`json_build_object(
  'id', c.id, 'code', c.code, 'name', c.name, 'tagline', c.tagline, 'address', c.address, 'latitude', c.latitude,
  'longitude', c.longitude, 'updatedAt', c."updatedAt", 'regionPath', ${regionPathJson}, 'directions', c.directions,
  'phone', c.phone, 'introduction', c.introduction, 'openingHours', c."openingHours", 'images', ${imagesJson},
  'virtualLinks', ${virtualLinksJson}, 'rooms', ${roomsJson})`;

/** `CafeKeepersRecord`. */
export const keepersJson = Prisma.sql`json_build_object(
  'businessNumber', c."businessNumber", 'ceoName', c."ceoName", 'isDisabled', c."isDisabled",
  'createdAt', c."createdAt", 'owners', ${ownersJson})`;

/** The café and every region above it are enabled; both tables know the café's region and whether it is disabled. */
export const isVisible = (row: 'c' | 's'): Prisma.Sql => {
  const cafe = Prisma.raw(row);
  return Prisma.sql`NOT ${cafe}."isDisabled" AND NOT EXISTS (
    SELECT 1 FROM "RegionClosure" path JOIN "Region" r ON r.id = path."ancestorId"
    WHERE path."descendantId" = ${cafe}."regionId" AND r."isDisabled")`;
};

export const isWithinRegion = (regionId: string): Prisma.Sql => Prisma.sql`s."regionId" IN (
  SELECT "descendantId" FROM "RegionClosure" WHERE "ancestorId" = ${regionId}::uuid)`;

/** The café with this id is in `scope`. */
export function isInScope(scope: CafeScope, cafeId: 'c.id' | 's."cafeId"' | 'p."cafeId"'): Prisma.Sql {
  const cafe = Prisma.raw(cafeId);
  switch (scope.kind) {
    case 'all':
      return Prisma.sql`true`;
    case 'ownedBy':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM "CafeOwner" owner WHERE owner."cafeId" = ${cafe} AND owner."userId" = ${scope.userId}::uuid)`;
    case 'among':
      return Prisma.sql`${cafe} = ANY(${scope.cafeIds}::uuid[])`;
  }
}

/** How many words of the search stand in the name, the first line of both texts. A lone consonant is indexed apart and never counts. */
export const countWordsInName = (search: SearchPatterns): Prisma.Sql =>
  Prisma.join(
    [
      ...search.jamo.map((pattern) => Prisma.sql`(split_part(s.jamo, E'\n', 1) LIKE ${pattern})::integer`),
      ...search.choseong.map((pattern) => Prisma.sql`(split_part(s.choseong, E'\n', 1) LIKE ${pattern})::integer`),
    ],
    ' + ',
  );
