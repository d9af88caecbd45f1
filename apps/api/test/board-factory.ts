import { randomUUID } from 'node:crypto';
import { toBoardSearchText } from '../src/modules/boards/board-search-text.js';
import { pickOne, seededRandom } from './cafe-factory.js';
import type { TestDatabase } from './database.js';

type Queries = Pick<TestDatabase, 'query'>;

const subjects = ['카페', '원두', '라떼', '디저트', '로스팅', '드립', '브런치', '테라스', '책방', '베이커리'];
const places = ['강남', '성수동', '연남동', '해운대', '서촌', '판교', '전주', '제주', '망원동', '광안리'];
const doings = [
  '다녀왔어요',
  '추천해 주세요',
  '어떤가요?',
  '후기 남깁니다',
  '같이 가실 분',
  '정보 공유해요',
  '문 열었습니다',
];
const sentences = [
  '주말 오후에 들렀는데 창가 자리가 참 좋았습니다.',
  '원두는 산미가 있는 편이고 향이 오래 남아요.',
  '주차는 어렵지만 지하철역에서 걸어서 오 분이면 됩니다.',
  '디저트는 당근 케이크가 제일 맛있다고 하네요.',
  '사장님이 직접 볶는다고 해서 한 봉지 사 왔어요.',
  '콘센트가 많아서 작업하기에도 괜찮았습니다.',
  '다음에는 친구들과 같이 가 보려고 합니다.',
  '반려동물도 함께 들어갈 수 있다고 적혀 있었어요.',
];
/** Words of few posts: so many in ten thousand. */
export const rareWords = [
  ['오로라', 1],
  ['숲', 30],
  ['콜드브루', 200],
] as const;

export interface PostsToMake {
  readonly count: number;
  readonly authorIds: readonly string[];
  /** Every post is linked with one of them, in turn; none where there are none. */
  readonly cafeIds?: readonly string[];
  readonly seed?: number;
}

/** So many different texts are written: what is beyond repeats them. */
const distinctTexts = 4000;

/**
 * Writes posts with believable texts, a minute apart, the newest last: of ten one is disabled, four are BTALK, two each of the others;
 * events begin on a day within two years and last up to 30 days.
 */
export async function insertPosts(database: Queries, { count, authorIds, cafeIds = [], seed = 1 }: PostsToMake) {
  const random = seededRandom(seed);
  const texts = Array.from({ length: Math.min(count, distinctTexts) }, () => makeText(random));
  await database.query('CREATE TABLE made (place int PRIMARY KEY, title text, content text, jamo text, choseong text)');
  const searched = texts.map(toBoardSearchText);
  await database.query(
    `INSERT INTO made SELECT place - 1, title, content, jamo, choseong
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS t(title, content, jamo, choseong, place)`,
    [
      texts.map(({ title }) => title),
      texts.map(({ content }) => content),
      searched.map(({ jamo }) => jamo),
      searched.map(({ choseong }) => choseong),
    ],
  );
  await withoutTrigrams(database, () => insertRows(database, count, texts.length, authorIds));
  if (cafeIds.length > 0)
    await database.query(
      `INSERT INTO "BoardCafe" ("boardId", "cafeId")
       SELECT id, ($1::uuid[])[1 + (row_number() OVER (ORDER BY id)) % $2] FROM "Board"`,
      [cafeIds, cafeIds.length],
    );
  await database.query('DROP TABLE made');
}

/** Building the indexes once is much faster than adding to them. */
async function withoutTrigrams(database: Queries, insert: () => Promise<void>): Promise<void> {
  const indexes = await database.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'Board' AND indexdef LIKE '%gin_trgm_ops%'`,
  );
  for (const { name } of indexes) await database.query(`DROP INDEX "${name}"`);
  await insert();
  for (const { definition } of indexes) await database.query(definition);
}

// The texts' places are multiplied so that neighbours in time differ; 7919 is prime.
async function insertRows(database: Queries, count: number, texts: number, authorIds: readonly string[]) {
  await database.query(
    `INSERT INTO "Board" (id, type, title, content, "startDay", "endDay", "authorId", "isDisabled", jamo, choseong, "createdAt", "updatedAt")
     SELECT gen_random_uuid(), kind::"BoardType", made.title, made.content,
       CASE WHEN kind = 'BEVENT' THEN date '2026-01-01' + (n * 17) % 730 END,
       CASE WHEN kind = 'BEVENT' THEN date '2026-01-01' + (n * 17) % 730 + n % 30 END,
       ($1::uuid[])[1 + n % $2], n % 10 = 9, made.jamo, made.choseong, moment, moment
     FROM generate_series(1, $3::int) n
     JOIN made ON made.place = (n::bigint * 7919) % $4,
     LATERAL (SELECT (ARRAY['BTALK', 'BTALK', 'BINFORM', 'BQUESTION', 'BEVENT'])[1 + (n / 10 + n) % 5] AS kind,
       timestamptz '2026-06-01' + n * interval '1 minute' AS moment) picked
     ORDER BY n`,
    [authorIds, authorIds.length, count, texts],
  );
}

function makeText(random: () => number): { title: string; content: string } {
  const pick = <T>(from: readonly T[]): T => pickOne(from, random);
  const rare = rareWords.flatMap(([word, often]) => (random() * 10_000 < often ? [word] : []));
  const title = `${pick(places)} ${pick(subjects)} ${pick(doings)}`;
  const paragraphs = Array.from(
    { length: 2 + Math.floor(random() * 4) },
    () => `${pick(sentences)} ${pick(sentences)}`,
  );
  return {
    title,
    content: [`## ${pick(subjects)} 이야기`, ...paragraphs, ...rare.map((word) => `**${word}**`)].join('\n\n'),
  };
}

/** Writes users who may be authors; returns their ids. */
export async function insertAuthors(database: Queries, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `INSERT INTO "User" (id, "loginId", "loginIdKey", "passwordHash", nickname)
     SELECT id, 'author' || place, 'author' || place, 'hash', '글쓴이' || place FROM unnest($1::uuid[]) WITH ORDINALITY AS u(id, place)`,
    [ids],
  );
  return ids;
}

/** One post about nothing. Returns its id. */
export async function insertBoard(database: Queries, authorId: string): Promise<string> {
  const id = randomUUID();
  await database.query(
    `INSERT INTO "Board" (id, type, title, content, "authorId") VALUES ($1, 'BTALK', '글', '내용', $2)`,
    [id, authorId],
  );
  return id;
}

/** One reply to a post. Returns its id. */
export async function insertReply(database: Queries, boardId: string, authorId: string): Promise<string> {
  const id = randomUUID();
  await database.query(`INSERT INTO "BoardReply" (id, "boardId", "authorId", content) VALUES ($1, $2, $3, '댓글')`, [
    id,
    boardId,
    authorId,
  ]);
  return id;
}
