// What somebody would write by hand: one statement whose text is the whole answer, byte for byte ours.

const imageFields = `i.id, '/media/' || i."fileName" AS url, '/media/' || i."thumbnailName" AS "thumbnailUrl",
  i.width, i.height, i."sizeBytes", i."mimeType", i.thumbhash`;

const isVisible = (row: string) => `NOT ${row}."isDisabled" AND NOT EXISTS (
  SELECT 1 FROM "RegionClosure" p JOIN "Region" r ON r.id = p."ancestorId"
  WHERE p."descendantId" = ${row}."regionId" AND r."isDisabled")`;

const regionLabel = (regionId: string) => `(
  SELECT row_to_json(label) FROM (
    SELECT g.id, g.name, (
      SELECT string_agg(r.name, ' ' ORDER BY p.depth DESC) FROM "RegionClosure" p JOIN "Region" r ON r.id = p."ancestorId"
      WHERE p."descendantId" = g.id AND r.type NOT IN ('DISTRICT', 'COUNTY')) AS "shortName"
    FROM "Region" g WHERE g.id = ${regionId}) label)`;

const thumbnail = `(
  SELECT row_to_json(picture) FROM (
    SELECT ${imageFields} FROM "CafeImage" u JOIN "Image" i ON i.id = u."imageId"
    WHERE u."cafeId" = c.id AND u."set" = 'THUMBNAIL' AND NOT i."isDisabled" ORDER BY u.priority LIMIT 1) picture)`;

const summaryColumns = `c.id, c.code, c.name, c.tagline, c.address, ${regionLabel('c."regionId"')} AS region,
  c.latitude, c.longitude, ${thumbnail} AS thumbnail`;

/** The first page of the list: what `GET /api/v1/cafes` answers. */
export const listQuery = `
  SELECT '{"items":[' || coalesce((
    SELECT string_agg(row_to_json(item)::text, ',') FROM (
      SELECT ${summaryColumns} FROM (
        SELECT s."cafeId" FROM "CafeSearch" s WHERE ${isVisible('s')}
        ORDER BY s."createdAt" DESC, s."cafeId" DESC LIMIT 20) listed
      JOIN "CafeInfo" c ON c.id = listed."cafeId" ORDER BY c."createdAt" DESC, c.id DESC) item), '')
  || '],"page":1,"pageSize":20,"total":' || (SELECT count(*) FROM "CafeSearch" s WHERE ${isVisible('s')}) || '}' AS body`;
