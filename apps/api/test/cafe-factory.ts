import { randomUUID } from 'node:crypto';
import type { RegionType } from '@virtualcafe/contracts';
import { toCafeSearchText } from '../src/modules/cafes/cafe-search-text.js';
import type { TestDatabase } from './database.js';

type Queries = Pick<TestDatabase, 'query'>;

export interface MadeRegion {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly type: RegionType;
  /** Names from the root to the region itself. */
  readonly path: readonly string[];
}

export interface MadeCafe {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly directions: string;
  readonly region: MadeRegion;
}

const provinces = [
  '서울특별시',
  '부산광역시',
  '대구광역시',
  '인천광역시',
  '경기도',
  '강원특별자치도',
  '충청북도',
  '제주특별자치도',
];
const districtStems = [
  '강남',
  '성동',
  '종로',
  '마포',
  '해운대',
  '수영',
  '중앙',
  '동래',
  '연수',
  '남양',
  '청솔',
  '한빛',
];
const townStems = ['역삼', '성수', '연남', '망원', '서촌', '익선', '광안', '송정', '판교', '정자'];
const nameStems = [
  '온기',
  '달빛',
  '모퉁이',
  '스타벅스',
  '커피한약방',
  '초록',
  '느린오후',
  '골목',
  '햇살',
  '봄날',
  '어니언',
  '블루문',
];
const nameEndings = ['카페', ' 카페', ' 커피', '다방', ' 로스터스', ' 베이커리 카페'];
const roads = ['테헤란로', '성수이로', '백제고분로', '연무장길', '해변로', '은행나무길'];
const directionParts = [
  '지하철 2호선',
  '3번 출구로 나와',
  '오른쪽 골목으로',
  '카페 거리 끝',
  '편의점을 지나',
  '버스 정류장 맞은편',
];

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of `from`, by chance; there must be one. */
export function pickOne<T>(from: readonly T[], random: () => number): T {
  const [picked] = from.slice(Math.floor(random() * from.length));
  if (picked === undefined) throw new Error('There is nothing to pick from');
  return picked;
}

/** Writes 8 시·도 with 12 구 each and 10 동 in every 구 (1,064 regions) with their closure, and returns all of them. */
export async function insertRegions(database: Queries): Promise<MadeRegion[]> {
  const regions: MadeRegion[] = [];
  const add = (name: string, type: RegionType, parent: MadeRegion | null): MadeRegion => {
    const region = {
      id: randomUUID(),
      parentId: parent?.id ?? null,
      name,
      type,
      path: [...(parent?.path ?? []), name],
    };
    regions.push(region);
    return region;
  };
  for (const provinceName of provinces) {
    const province = add(provinceName, 'METROPOLITAN_CITY', null);
    for (const districtStem of districtStems) {
      const district = add(`${districtStem}구`, 'DISTRICT', province);
      for (const townStem of townStems) add(`${townStem}동`, 'NEIGHBORHOOD', district);
    }
  }
  await insertRegionRows(database, regions);
  return regions;
}

/** Writes the regions, parents before children or not, and the closure that follows from them. */
export async function insertRegionRows(database: Queries, regions: readonly MadeRegion[]): Promise<void> {
  await database.query(
    `INSERT INTO "Region" (id, "parentId", name, type)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::"RegionType"[])`,
    [
      regions.map(({ id }) => id),
      regions.map(({ parentId }) => parentId),
      regions.map(({ name }) => name),
      regions.map(({ type }) => type),
    ],
  );
  await database.query(
    `INSERT INTO "RegionClosure" ("ancestorId", "descendantId", "depth")
     WITH RECURSIVE pair AS (
       SELECT id AS ancestor, id AS descendant, 0 AS depth FROM "Region" WHERE id = ANY($1::uuid[])
       UNION ALL SELECT pair.ancestor, r.id, pair.depth + 1 FROM pair JOIN "Region" r ON r."parentId" = pair.descendant
     ) SELECT * FROM pair`,
    [regions.map(({ id }) => id)],
  );
}

/** Writes `count` cafés with believable texts, spread over the 동 of `regions`, newest last, the same for the same seed. */
export async function insertCafes(
  database: Queries,
  regions: readonly MadeRegion[],
  count: number,
  { seed = 1, codePrefix = 'made' } = {},
): Promise<MadeCafe[]> {
  const random = seededRandom(seed);
  const towns = regions.filter(({ type }) => type === 'NEIGHBORHOOD');
  const cafes = Array.from({ length: count }, (_, place) => makeCafe(`${codePrefix}-${place}`, towns, random));
  await insertCafeRows(database, cafes);
  await database.query('ANALYZE');
  return cafes;
}

function makeCafe(code: string, towns: readonly MadeRegion[], random: () => number): MadeCafe {
  const pick = <T>(from: readonly T[]): T => pickOne(from, random);
  const region = pick(towns);
  return {
    id: randomUUID(),
    code,
    name: `${pick(nameStems)}${pick(nameEndings)}`,
    address: `${region.path.join(' ')} ${pick(roads)} ${1 + Math.floor(random() * 300)}`,
    directions: [pick(directionParts), pick(directionParts), pick(directionParts)].join(' '),
    region,
  };
}

/** Writes the cafés as they are given, searchable, each a minute younger than the one before. */
export async function insertCafeRows(database: Queries, cafes: readonly MadeCafe[]): Promise<void> {
  const batchSize = 1000;
  for (let start = 0; start < cafes.length; start += batchSize) {
    await insertBatch(database, cafes.slice(start, start + batchSize), start);
  }
}

async function insertBatch(database: Queries, cafes: readonly MadeCafe[], firstPlace: number): Promise<void> {
  const texts = cafes.map((cafe) => toCafeSearchText({ ...cafe, regionNames: cafe.region.path }));
  await database.query(
    `WITH cafe AS (
       INSERT INTO "CafeInfo" (id, code, name, "regionId", address, directions, introduction, "createdAt", latitude, longitude)
       SELECT id, code, name, region, address, directions, introduction,
         timestamptz '2026-01-01' + ($8 + place) * interval '1 minute', 37.5, 127.0
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
         WITH ORDINALITY AS made(id, code, name, region, address, directions, introduction, place)
       RETURNING id, "regionId", "isDisabled", "createdAt"
     )
     INSERT INTO "CafeSearch" ("cafeId", "regionId", "isDisabled", "createdAt", jamo, choseong)
     SELECT id, "regionId", "isDisabled", "createdAt", jamo, choseong
     FROM cafe JOIN unnest($1::uuid[], $9::text[], $10::text[]) AS made(id, jamo, choseong) USING (id)`,
    [
      cafes.map(({ id }) => id),
      cafes.map(({ code }) => code),
      cafes.map(({ name }) => name),
      cafes.map(({ region }) => region.id),
      cafes.map(({ address }) => address),
      cafes.map(({ directions }) => directions),
      cafes.map(({ name, directions }) => `${name}입니다. ${directions} `.repeat(8)),
      firstPlace,
      texts.map(({ jamo }) => jamo),
      texts.map(({ choseong }) => choseong),
    ],
  );
}
