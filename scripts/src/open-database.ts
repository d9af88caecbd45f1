import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runStep } from './boot/progress.mjs';
import { UserFacingError } from './boot/user-facing-error.mjs';
import { localDataDir } from './checkout.js';
import { checkGivenDatabase } from './given-database.js';
import { startLocalPostgres, type LocalPostgres } from './local-postgres.js';
import { isServerOf, signalProcess } from './postgres-process.js';
import type { Run } from './run-until-stopped.js';

/** How often we look whether our PostgreSQL still runs: without it nothing here works. */
const WATCH_MS = 2_000;

/** The database that DATABASE_URL names, in itself or through the file in DATABASE_URL_FILE; undefined without both. */
export function givenDatabaseUrl(given: NodeJS.ProcessEnv): string | undefined {
  const { DATABASE_URL: url, DATABASE_URL_FILE: file } = given;
  if (url || !file) return url || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new UserFacingError(`DATABASE_URL_FILE names ${file}, which cannot be read.`, { cause: error });
  }
}

/** The address of the run's database: the given one, checked, or that of a local PostgreSQL, which ends with the run. */
export async function openDatabase(run: Run, given: NodeJS.ProcessEnv): Promise<string> {
  const url = givenDatabaseUrl(given);
  if (url !== undefined) {
    await runStep(run.progress, 'Connecting to the database', () => checkGivenDatabase(url));
    return url;
  }
  const postgres = await runStep(run.progress, 'Starting PostgreSQL', () =>
    startLocalPostgres({ dataDir: join(localDataDir, 'postgres'), onProgress: run.progress.note }),
  );
  keepWith(run, postgres);
  return postgres.url;
}

function keepWith(run: Run, postgres: LocalPostgres): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  run.opened.push('Stopping PostgreSQL', async () => {
    state = 'stopping';
    await postgres.stop();
    state = 'stopped';
  });
  const watch = setInterval(() => {
    if (isServerOf(postgres.pid, postgres.dataDir)) return;
    clearInterval(watch);
    if (state === 'running')
      run.stop.fail(new UserFacingError(`PostgreSQL has ended; its log is ${postgres.dataDir}.log.`));
  }, WATCH_MS);
  watch.unref();
  // When the process ends in some other way than through the run, nobody can wait any more: only ask.
  process.on('exit', () => {
    if (state !== 'stopped') signalProcess(postgres.pid, state === 'stopping' ? 'SIGQUIT' : 'SIGINT');
  });
}
