import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTemporaryPostgres } from '@virtualcafe/scripts/local-postgres';
import { migrate } from '../../apps/api/dist/platform/database/migrations/migrate.js';
import { fillDatabase } from './dataset.js';
import { assertTools, load } from './load.js';
import { type PinnedServer, startPinned } from './pinned-process.js';
import { productionFlags, productionVariables } from './production-flags.js';
import { type Pledge, reportRatios } from './pledged-ratios.js';
import { listQuery } from './rival-queries.js';
import { median, type Row, table } from './report.js';

const cafes = Number(process.env.BENCH_CAFES ?? 2000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const connections = 32;

const api = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const memoryRival = fileURLToPath(new URL('rivals/memory.js', import.meta.url));
const postgresRival = fileURLToPath(new URL('rivals/postgres.js', import.meta.url));

/** One thing that is loaded: a server and a path on it. */
interface Contestant {
  readonly name: string;
  readonly server: PinnedServer;
  readonly path: string;
}

const paths = {
  list: '/api/v1/cafes',
  page: '/api/v1/cafes/cafe-7',
  search: `/api/v1/cafes?q=${encodeURIComponent('강남 카페')}`,
  health: '/api/health/live',
};

const pledges: Pledge[] = [
  { ours: 'list, kept', rival: 'list, node:http', least: 0.4 },
  { ours: 'page, kept', rival: 'page, node:http', least: 0.4 },
  { ours: 'search, kept', rival: 'search, node:http' },
  { ours: 'health', rival: 'health, node:http', least: 0.5 },
  { ours: 'list, kept', rival: 'list, made', least: 4 },
  { ours: 'page, kept', rival: 'page, made', least: 4 },
  { ours: 'list, made', rival: 'list, pg', least: 0.6 },
];

await assertTools();
const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-bench-'));
const postgres = await startTemporaryPostgres();
const running: PinnedServer[] = [];
try {
  await migrate({ databaseUrl: postgres.url, onProgress: () => undefined });
  console.log(`Putting ${cafes} cafés into PostgreSQL ...`);
  await fillDatabase(postgres.url, cafes);
  const contestants = await startAll();
  await report(contestants);
} finally {
  for (const server of running) await server.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function startAll(): Promise<Contestant[]> {
  const kept = await start(api, apiEnvironment('true'), paths.health);
  const made = await start(api, apiEnvironment('false'), paths.health);
  const contestants: Contestant[] = [];
  for (const [name, path] of Object.entries(paths)) {
    const body = await (await fetch(`${kept.origin}${path}`)).text();
    const file = join(folder, `${name}.json`);
    await writeFile(file, body);
    const rival = await start(memoryRival, { BODY_FILE: file }, '/');
    contestants.push({ name: `${name}, node:http`, server: rival, path: '/' });
    if (name === 'health') contestants.push({ name, server: kept, path });
    else contestants.push({ name: `${name}, kept`, server: kept, path }, { name: `${name}, made`, server: made, path });
  }
  contestants.push({ name: 'list, pg', server: await startPgRival(made), path: '/' });
  return contestants;
}

/** @throws when the rival's bytes are not ours: it would be a race over different distances. */
async function startPgRival(ours: PinnedServer): Promise<PinnedServer> {
  const file = join(folder, 'list.sql');
  await writeFile(file, listQuery);
  const settings = { QUERY_FILE: file, DATABASE_URL: postgres.url, DATABASE_POOL_SIZE: '10' };
  const rival = await start(postgresRival, settings, '/');
  const [theirs, own] = await Promise.all(
    [`${rival.origin}/`, `${ours.origin}${paths.list}`].map(async (url) => (await fetch(url)).text()),
  );
  if (theirs !== own)
    throw new Error(
      `The pg rival answers other bytes.\nours:   ${own?.slice(0, 600)}\ntheirs: ${theirs?.slice(0, 600)}`,
    );
  return rival;
}

async function start(program: string, environment: Record<string, string>, probePath: string): Promise<PinnedServer> {
  const server = await startPinned(program, environment, probePath, program === api ? productionFlags : []);
  running.push(server);
  return server;
}

// As production runs, but for the limits: all the load comes from one address.
function apiEnvironment(cacheEnabled: string): Record<string, string> {
  return {
    ...productionVariables,
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    LOG_CONSOLE_LEVEL: 'silent',
    LOG_DIR: join(folder, `logs-${cacheEnabled}`),
    DATABASE_URL: postgres.url,
    MEDIA_DIR: join(folder, 'media'),
    AUTH_TOKEN_SECRET: 'Zk3pQ8vX1nR6tY0wB5mC9dF2gH7jL4sA',
    CACHE_ENABLED: cacheEnabled,
    RATE_LIMIT_READ: '0',
  };
}

async function report(contestants: Contestant[]): Promise<void> {
  const rates = new Map<string, number[]>();
  const latencies = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, server, path } of contestants) {
      const result = await load({ url: `${server.origin}${path}`, seconds: round === 0 ? 1 : seconds, connections });
      // The first round only warms up.
      if (round === 0) continue;
      rates.set(name, [...(rates.get(name) ?? []), result.requestsPerSecond]);
      latencies.set(name, [...(latencies.get(name) ?? []), result.p99Ms]);
    }
    console.log(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds} done.`);
  }
  const rows: Row[] = contestants.map(({ name }) => [
    name,
    median(rates.get(name)).toFixed(0),
    median(latencies.get(name)).toFixed(1),
  ]);
  console.log(table(['served', 'requests/s (median)', 'p99 ms (median)'], rows));
  reportRatios(pledges, rates);
}
