import type pg from 'pg';
import { toBoardSearchText } from '../../apps/api/dist/modules/boards/board-search-text.js';

/** What the lists are asked for. */
export interface BoardsToFind {
  readonly authorId: string;
  readonly cafeCode: string;
  /** In which events are on, as `YYYY-MM`. */
  readonly month: string;
  /** On which posts were written. */
  readonly day: string;
  /** A post with many replies. */
  readonly boardId: string;
}

const subjects = ['카페', '원두', '라떼', '디저트', '로스팅', '드립', '브런치', '테라스', '책방', '베이커리'];
const places = ['강남', '성수동', '연남동', '해운대', '서촌', '판교', '전주', '제주', '망원동', '광안리'];
const doings = ['다녀왔어요', '추천해 주세요', '어떤가요?', '후기 남깁니다', '같이 가실 분', '정보 공유해요'];
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
/** Words and how many of 10,000 texts have each. */
const rareWords: readonly (readonly [string, number])[] = [
  ['오로라', 1],
  ['숲', 30],
  ['콜드브루', 200],
];
const texts = 10_000;
const authors = 2000;
const replies = 2000;

/** Writes `count` posts, each linked with a café, their writers, and replies to one of them: with plain SQL, as what is measured is reading. */
export async function fillBoards(client: pg.Client, count: number): Promise<BoardsToFind> {
  await client.query(`INSERT INTO "User" (id, "loginId", "loginIdKey", "passwordHash", nickname)
    SELECT gen_random_uuid(), 'writer' || n, 'writer' || n, 'hash', '글쓴이' || n FROM generate_series(1, ${authors}) n`);
  await insertTexts(client);
  const indexes = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'Board' AND indexdef LIKE '%gin_trgm_ops%'`,
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
  await insertPosts(client, count);
  for (const { definition } of indexes.rows) await client.query(definition);
  const known = await choose(client);
  await client.query(
    `INSERT INTO "BoardReply" (id, "boardId", "authorId", content)
     SELECT gen_random_uuid(), $1, $2, '저도 그렇게 생각해요' FROM generate_series(1, ${replies})`,
    [known.boardId, known.authorId],
  );
  await client.query('VACUUM ANALYZE');
  return known;
}

async function insertTexts(client: pg.Client): Promise<void> {
  const made = Array.from({ length: texts }, (_, place) => makeText(place));
  const searched = made.map(toBoardSearchText);
  await client.query(
    'CREATE TEMPORARY TABLE made (place int PRIMARY KEY, title text, content text, jamo text, choseong text)',
  );
  await client.query(
    `INSERT INTO made SELECT place - 1, title, content, jamo, choseong
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS t(title, content, jamo, choseong, place)`,
    [
      made.map(({ title }) => title),
      made.map(({ content }) => content),
      searched.map(({ jamo }) => jamo),
      searched.map(({ choseong }) => choseong),
    ],
  );
}

// Prime numbers, so that texts, writers, cafés and days that follow each other have nothing in common.
async function insertPosts(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `WITH writer AS (SELECT array_agg(id ORDER BY nickname) AS ids FROM "User" WHERE nickname LIKE '글쓴이%')
     INSERT INTO "Board" (id, type, title, content, "startDay", "endDay", "authorId", "isDisabled", jamo, choseong, "createdAt", "updatedAt")
     SELECT gen_random_uuid(), kind::"BoardType", made.title, made.content,
       CASE WHEN kind = 'BEVENT' THEN current_date - 600 + (n * 17) % 730 END,
       CASE WHEN kind = 'BEVENT' THEN current_date - 600 + (n * 17) % 730 + n % 30 END,
       writer.ids[1 + (n * 13) % ${authors}], n % 20 = 19, made.jamo, made.choseong, moment, moment
     FROM writer, generate_series(1, $1::int) n
     JOIN made ON made.place = (n::bigint * 7919) % ${texts},
     LATERAL (SELECT (ARRAY['BTALK', 'BTALK', 'BINFORM', 'BQUESTION', 'BEVENT'])[1 + (n / 20 + n) % 5] AS kind,
       now() - ($1::int - n) * interval '2 minutes' AS moment) picked
     ORDER BY n`,
    [count],
  );
  await client.query(`WITH cafe AS (SELECT array_agg(id ORDER BY code) AS ids, count(*)::int AS count FROM "CafeInfo")
    INSERT INTO "BoardCafe" ("boardId", "cafeId")
    SELECT b.id, cafe.ids[1 + (row_number() OVER (ORDER BY b."createdAt") / 7) % cafe.count] FROM "Board" b, cafe`);
}

async function choose(client: pg.Client): Promise<BoardsToFind> {
  const { rows } = await client.query<BoardsToFind>(`
    SELECT b."authorId", c.code AS "cafeCode", b.id AS "boardId", to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY-MM') AS month,
      to_char(now() AT TIME ZONE 'Asia/Seoul' - interval '30 days', 'YYYY-MM-DD') AS day
    FROM "Board" b JOIN "BoardCafe" link ON link."boardId" = b.id JOIN "CafeInfo" c ON c.id = link."cafeId"
    WHERE NOT b."isDisabled" ORDER BY b."createdAt" DESC OFFSET 100 LIMIT 1`);
  const [known] = rows;
  if (known === undefined) throw new Error('There are no posts');
  return known;
}

function makeText(place: number): { title: string; content: string } {
  const pick = (from: readonly string[], factor: number): string =>
    from[(place * factor + (place >> 3)) % from.length] ?? '';
  const title = `${pick(places, 3)} ${pick(subjects, 7)} ${pick(doings, 5)}`;
  const paragraphs = Array.from(
    { length: 3 + (place % 5) },
    (_, line) => `${pick(sentences, 3 + line)} ${pick(sentences, 5 + line)}`,
  );
  const rare = rareWords.flatMap(([word, often]) => ((place * 7) % texts < often ? [`**${word}**`] : []));
  return { title, content: [`## ${pick(subjects, 11)} 이야기`, ...paragraphs, ...rare].join('\n\n') };
}
