import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { checkGivenDatabase } from './given-database.js';
import { checkoutDir, localDataDir } from './checkout.js';
import { localEnvironment } from './local-environment.js';
import { useLocalPostgres, type SharedPostgres } from './local-postgres.js';
import { givenDatabaseUrl } from './open-database.js';

/**
 * Runs a command of the API on the database of a local run; its exit code. When no database is given and `npm start` does
 * not run, PostgreSQL is started for as long as the command takes.
 */
export async function runCommandLine(command: 'cafe' | 'db', args: readonly string[]): Promise<number> {
  const given = givenDatabaseUrl(process.env);
  if (given !== undefined) {
    await checkGivenDatabase(given);
    return runOn(given, command, args);
  }
  const postgres = await useLocalPostgres({ dataDir: join(localDataDir, 'postgres') });
  return untilStopped(postgres, () => runOn(postgres.url, command, args));
}

async function untilStopped<T>(postgres: SharedPostgres, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await postgres.stop();
  }
}

async function runOn(databaseUrl: string, command: string, args: readonly string[]): Promise<number> {
  const program = join(checkoutDir, 'apps/api/dist/cli', `${command}.js`);
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
    env: await localEnvironment(process.env, databaseUrl),
    stdio: 'inherit',
  });
  // Ctrl-C reaches the command too: it ends, and then we do.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
