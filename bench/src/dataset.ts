import pg from 'pg';
import { toCafeSearchText } from '../../apps/api/dist/modules/cafes/cafe-search-text.js';

const provinces = [
  '서울특별시',
  '부산광역시',
  '대구광역시',
  '인천광역시',
  '경기도',
  '강원특별자치도',
  '제주특별자치도',
];
const districts = ['강남구', '마포구', '중구', '서구', '남구', '북구', '동구', '해운대구'];
const places = ['연남동', '역삼동', '성수동', '중동', '서교동', '효자동'];
const moods = ['바람', '달빛', '느린', '푸른', '오래된', '고요한', '따뜻한', '작은', '숲속', '바다'];
const nouns = ['카페', '커피', '다방', '로스터스', '베이커리', '찻집', '책방', '정원'];
const imagesPerCafe = 4;

interface Place {
  readonly id: string;
  readonly names: string[];
}

/**
 * Fills a migrated database with `count` cafés in a region tree of three levels, each with images, deterministic but for
 * ids. Written with plain SQL: what is measured is reading.
 */
export async function fillDatabase(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const leaves = await insertRegions(client);
    await client.query('BEGIN');
    for (let index = 0; index < count; index += 1) await insertCafe(client, index, leaves[(index * 7) % leaves.length]);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function insertRegions(client: pg.Client): Promise<Place[]> {
  const leaves: Place[] = [];
  for (const province of provinces) {
    const type = province.endsWith('시') ? 'METROPOLITAN_CITY' : 'PROVINCE';
    const top = await insertRegion(client, province, type, []);
    for (const district of districts) {
      const middle = await insertRegion(client, district, 'DISTRICT', [top]);
      for (const place of places) {
        const leaf = await insertRegion(client, place, 'NEIGHBORHOOD', [middle, top]);
        leaves.push({ id: leaf, names: [province, district, place] });
      }
    }
  }
  return leaves;
}

/** `ancestors` from the parent up. */
async function insertRegion(client: pg.Client, name: string, type: string, ancestors: string[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "Region" (id, name, type, "parentId") VALUES (gen_random_uuid(), $1, $2::"RegionType", $3) RETURNING id`,
    [name, type, ancestors[0] ?? null],
  );
  const id = rows[0]?.id ?? '';
  for (const [depth, ancestor] of [id, ...ancestors].entries()) {
    await client.query('INSERT INTO "RegionClosure" ("ancestorId", "descendantId", depth) VALUES ($1, $2, $3)', [
      ancestor,
      id,
      depth,
    ]);
  }
  return id;
}

async function insertCafe(client: pg.Client, index: number, place: Place | undefined): Promise<void> {
  if (place === undefined) throw new Error('There are no regions');
  const name = `${moods[index % moods.length]} ${nouns[(index >> 3) % nouns.length]} ${index}`;
  const address = `${place.names.join(' ')} ${index % 300}길 ${index % 90}`;
  const directions = `${place.names[2]}역 ${(index % 8) + 1}번 출구에서 걸어서 ${(index % 12) + 1}분`;
  const columns = [
    `cafe-${index}`,
    name,
    '창가에 앉아 천천히 마시는 한 잔',
    place.id,
    address,
    directions,
    37 + (index % 1000) / 1000,
    127 + (index % 700) / 1000,
    '골목 안쪽의 작은 카페입니다. '.repeat(20).trim(),
    new Date(Date.UTC(2025, 0, 1) + index * 60_000),
  ];
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "CafeInfo" (id, code, name, tagline, "regionId", address, directions, latitude, longitude, introduction, "createdAt")
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    columns,
  );
  const id = rows[0]?.id ?? '';
  const { jamo, choseong } = toCafeSearchText({ name, address, directions, regionNames: place.names });
  await client.query(
    `INSERT INTO "CafeSearch" ("cafeId", "regionId", "isDisabled", "createdAt", jamo, choseong)
     SELECT id, "regionId", "isDisabled", "createdAt", $2, $3 FROM "CafeInfo" WHERE id = $1`,
    [id, jamo, choseong],
  );
  await client.query(
    `WITH image AS (
       INSERT INTO "Image" (id, "contentHash", "fileName", "thumbnailName", width, height, "sizeBytes", "mimeType", thumbhash)
       SELECT gen_random_uuid(), hash, left(hash, 2) || '/' || hash || '.webp', left(hash, 2) || '/' || hash || '.thumb.webp',
              1600, 1067, 184000, 'image/webp', '1QcSHQRnh493V4dIh4eXh1h4kJUI'
       FROM (SELECT encode(sha256(convert_to($1 || ':' || n, 'UTF8')), 'hex') AS hash FROM generate_series(1, $2::int) n) made
       RETURNING id)
     INSERT INTO "CafeImage" (id, "cafeId", "set", "imageId", priority)
     SELECT gen_random_uuid(), $3, CASE WHEN n = 1 THEN 'THUMBNAIL' ELSE 'REAL' END::"CafeImageSet", id, n - 1
     FROM (SELECT id, row_number() OVER () AS n FROM image) placed`,
    [`cafe-${index}`, imagesPerCafe, id],
  );
}
