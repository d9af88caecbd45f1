import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTemporaryPostgres } from '@virtualcafe/scripts/local-postgres';
import pg from 'pg';
import { migrate } from '../../apps/api/dist/platform/database/migrations/migrate.js';
import { fillDatabase } from './dataset.js';
import { assertTools } from './load.js';
import { startPinned } from './pinned-process.js';
import { productionFlags, productionVariables } from './production-flags.js';
import { percentile, type Row, table } from './report.js';

// How long the café search takes over many cafés, nothing kept, and which indexes PostgreSQL used for it.

const cafes = Number(process.env.BENCH_CAFES ?? 20_000);
const repetitions = Number(process.env.BENCH_REPETITIONS ?? 200);
const promisedP95Ms = 30;
/** Nearly every café has it: the whole table is counted, whose time grows with it. Shown, not promised. */
const withoutPromise = 'one consonant: ㅂ';

const api = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

await assertTools();
const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-bench-'));
const postgres = await startTemporaryPostgres();
const client = new pg.Client({ connectionString: postgres.url });
try {
  await migrate({ databaseUrl: postgres.url, onProgress: () => undefined });
  console.log(`Putting ${cafes} cafés into PostgreSQL ...`);
  await fillDatabase(postgres.url, cafes);
  await client.connect();
  const server = await startPinned(api, environment(), '/api/health/live', productionFlags);
  try {
    await report(server.origin);
  } finally {
    await server.stop();
  }
} finally {
  await client.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function report(origin: string): Promise<void> {
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
  const rows: Row[] = [];
  let isMissed = false;
  for (const [name, query] of searches) {
    const url = `${origin}/api/v1/cafes?${encodeURI(query)}`;
    const { total } = (await (await fetch(url)).json()) as { total: number };
    const before = await scans();
    const times = await time(url);
    const used = await usedSince(before);
    const p95 = percentile(times, 0.95);
    isMissed ||= name !== withoutPromise && p95 > promisedP95Ms;
    rows.push([name, String(total), percentile(times, 0.5).toFixed(1), p95.toFixed(1), used]);
  }
  console.log(table(['search', 'found', 'p50 ms', 'p95 ms', 'scans of CafeSearch'], rows));
  console.log(
    `p95 of every search but "${withoutPromise}" at most ${promisedP95Ms} ms: ${isMissed ? 'MISSED' : 'reached'}`,
  );
  if (isMissed) process.exitCode = 1;
}

async function time(url: string): Promise<number[]> {
  const times: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const begun = performance.now();
    const response = await fetch(url);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    times.push(performance.now() - begun);
  }
  return times;
}

/** How often each index of "CafeSearch", and the table as a whole, was read so far. */
async function scans(): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string; scans: string }>(
    `SELECT indexrelname AS name, idx_scan AS scans FROM pg_stat_user_indexes WHERE relname = 'CafeSearch'
     UNION ALL SELECT 'whole table', seq_scan FROM pg_stat_user_tables WHERE relname = 'CafeSearch'`,
  );
  return new Map(rows.map(({ name, scans: count }) => [name, Number(count)]));
}

async function usedSince(before: Map<string, number>): Promise<string> {
  // Processes report their counts when they are idle for a moment.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await client.query('SELECT pg_stat_clear_snapshot()');
  const after = await scans();
  const used = [...after].filter(([name, count]) => count > (before.get(name) ?? 0));
  return used.map(([name]) => name.replace(/^CafeSearch_/, '')).join(', ');
}

function environment(): Record<string, string> {
  return {
    ...productionVariables,
    NODE_ENV: 'production',
    LOG_CONSOLE_LEVEL: 'silent',
    DATABASE_URL: postgres.url,
    MEDIA_DIR: join(folder, 'media'),
    AUTH_TOKEN_SECRET: 'Zk3pQ8vX1nR6tY0wB5mC9dF2gH7jL4sA',
    CACHE_ENABLED: 'false',
    RATE_LIMIT_READ: '0',
  };
}
