import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTemporaryPostgres } from '@virtualcafe/scripts/local-postgres';
import { migrate } from '../../apps/api/dist/platform/database/migrations/migrate.js';
import { assertTools, loadCore } from './load.js';
import { fillRooms } from './rooms/contestants.js';
import { printPledges } from './rooms/pledges.js';
import { runScenarios, scenarioNames } from './rooms/scenarios.js';

// How many people rooms hold, and how fast they see each other: ours beside the usual way and beside the limit. See docs/benchmarks.md.

const only = process.env.BENCH_ONLY?.split(',');
const timing = {
  settleMs: Number(process.env.BENCH_SETTLE_SECONDS ?? 3) * 1000,
  windowMs: Number(process.env.BENCH_SECONDS ?? 3) * 1000,
};
const tries = Number(process.env.BENCH_TRIES ?? 2);
const mostRooms = 400;

for (const name of only ?? [])
  if (!scenarioNames.includes(name))
    throw new Error(`BENCH_ONLY knows no scenario "${name}", but ${scenarioNames.join(', ')}`);
await assertTools(['taskset']);
// Whatever is started from here, PostgreSQL too, stays off the server's core.
await promisify(execFile)('taskset', ['-a', '-cp', loadCore, String(process.pid)]);
const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const postgres = await startTemporaryPostgres();
try {
  await migrate({ databaseUrl: postgres.url, onProgress: () => undefined });
  console.log(`Putting ${mostRooms} rooms into PostgreSQL ...`);
  await fillRooms(postgres.url, mostRooms);
  const results = await runScenarios({ databaseUrl: postgres.url, folder, timing, tries, only });
  if (!printPledges(results)) process.exitCode = 1;
} finally {
  await postgres.stop();
}
