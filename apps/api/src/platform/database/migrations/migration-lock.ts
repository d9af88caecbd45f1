import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { MigrationError, toMigrationError } from './migration-error.js';

/** Held by the process that migrates, as long as its session lives. Any number that nothing else uses. */
const processLock = 6_180_339_887;
/** Held by the transaction of a running script, which outlives a killed process: the server reads on to the end of the text. */
export const scriptLock = 6_180_339_888;

/** Migrations of other processes may take long, an abandoned script ends within seconds of being told to. */
const waitLimitMs = 30 * 60_000;
const abandonedLimitMs = 30_000;
const pollMs = 50;

/**
 * Runs `work` while no other process migrates the database; waits for one that does. The lock belongs to the connection that `work`
 * gets, so it goes with the process however that ends.
 */
export async function withMigrationLock<T>(
  databaseUrl: string,
  onProgress: (message: string) => void,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return withClient(databaseUrl, async (client) => {
    if (!(await tryLock(client, processLock))) {
      onProgress('waiting for another process that migrates');
      await client.query(`SET statement_timeout = ${waitLimitMs}`);
      await client.query('SELECT pg_advisory_lock($1)', [processLock]);
      await client.query('RESET statement_timeout');
    }
    await endAbandonedScript(client, onProgress);
    return work(client);
  });
}

/** Runs `work` on a connection of its own, and closes it. */
export async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'virtualcafe-migrate' });
  // A lost connection fails the query under way; without a listener it would also end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw toMigrationError(error, databaseUrl);
  } finally {
    await client.end();
  }
}

/** A process killed in the middle leaves its script running on the server: the script is ended, and what it did is rolled back. */
async function endAbandonedScript(client: pg.Client, onProgress: (message: string) => void): Promise<void> {
  const started = performance.now();
  while (!(await tryLock(client, scriptLock))) {
    onProgress('ending a migration that a killed process left running');
    if (performance.now() - started > abandonedLimitMs) {
      throw new MigrationError('A migration that a killed process left running does not end: end its session by hand');
    }
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND (classid::bigint << 32) + objid::bigint = $1 AND pid <> pg_backend_pid()`,
      [scriptLock],
    );
    await delay(pollMs);
  }
  await client.query('SELECT pg_advisory_unlock($1)', [scriptLock]);
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ isHeld: boolean }>('SELECT pg_try_advisory_lock($1) AS "isHeld"', [key]);
  return rows[0]?.isHeld === true;
}
