import type pg from 'pg';
import { fillDatabase } from './dataset.js';
import { assertTools } from './load.js';
import { measureLists } from './measured-lists.js';
import { withMeasuredServer } from './measured-server.js';

// How long the café search takes over many cafés, nothing kept, and which indexes PostgreSQL used for it.

const cafes = Number(process.env.BENCH_CAFES ?? 20_000);
const repetitions = Number(process.env.BENCH_REPETITIONS ?? 200);
const promisedP95Ms = 30;
/** Nearly every café has it: the whole table is counted, whose time grows with it. Shown, not promised. */
const withoutPromise = 'one consonant: ㅂ';

await assertTools();
await withMeasuredServer(fill, report);

async function fill(databaseUrl: string): Promise<void> {
  console.log(`Putting ${cafes} cafés into PostgreSQL ...`);
  await fillDatabase(databaseUrl, cafes);
}

async function report(origin: string, client: pg.Client): Promise<void> {
  const seoul = await client.query<{ id: string }>(`SELECT id FROM "Region" WHERE name = '서울특별시'`);
  const searches: [string, string][] = [
    ['카페', 'q=카페'],
    ['ㅋㅍ', 'q=ㅋㅍ'],
    ['강남 카페', 'q=강남 카페'],
    ['one syllable: 숲', 'q=숲'],
    [withoutPromise, 'q=ㅂ'],
    ['half typed: 캎', 'q=캎'],
    ['nothing found', 'q=없는이름'],
    ['by relevance', 'q=달빛&sort=relevance'],
    ['서울 and below', `regionId=${seoul.rows[0]?.id ?? ''}`],
    ['서울 and below, 카페', `regionId=${seoul.rows[0]?.id ?? ''}&q=카페`],
    ['newest', ''],
    ['page 50', 'page=50'],
  ];
  const isReached = await measureLists(
    searches.map(([name, query]) => ({
      name,
      url: `${origin}/api/v1/cafes?${encodeURI(query)}`,
      isWithoutPromise: name === withoutPromise,
    })),
    { client, scanned: 'CafeSearch', repetitions, promisedP95Ms },
  );
  console.log(
    `p95 of every search but "${withoutPromise}" at most ${promisedP95Ms} ms: ${isReached ? 'reached' : 'MISSED'}`,
  );
  if (!isReached) process.exitCode = 1;
}
