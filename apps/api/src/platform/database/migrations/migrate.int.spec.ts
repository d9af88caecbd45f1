import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../../../test/database.js';
import { createScratchMigrations, type ScratchMigrations } from '../../../../test/migration-folder.js';
import { runSource } from '../../../../test/typescript/run-source.js';
import { checkDrift } from './check-drift.js';
import { migrate } from './migrate.js';
import { migrationStatus } from './migration-status.js';

const migrateProcess = new URL('../../../../test/migrate-process.ts', import.meta.url);
const first = 'CREATE TABLE a (id int); INSERT INTO a VALUES (1);';

let database: TestDatabase;
let scratch: ScratchMigrations;
let progress: string[];

beforeEach(async () => {
  database = await createEmptyDatabase();
  scratch = await createScratchMigrations({ '1_first': first });
  progress = [];
});

afterEach(async () => {
  await database.drop();
  await scratch.remove();
});

const migrateScratch = () =>
  migrate({
    databaseUrl: database.url,
    migrationsFolder: scratch.path,
    onProgress: (message) => progress.push(message),
  });
const statusOfScratch = () => migrationStatus({ databaseUrl: database.url, migrationsFolder: scratch.path });
const tables = async () =>
  (
    await database.query<{ name: string }>(`SELECT relname AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' ORDER BY relname`)
  ).map(({ name }) => name);
/** The last line of a process that migrates. */
const appliedIn = (output: string) => JSON.parse(output.trim().split('\n').at(-1) ?? '') as string[];
/** What kept it alive when it had nothing more to do. */
const heldIn = (output: string) => JSON.parse(output.trim().split('\n').at(-2) ?? '') as string[];
/** Waits until a statement like this runs in the database. */
async function untilRunning(pattern: string): Promise<void> {
  const running = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
    AND pid <> pg_backend_pid() AND query LIKE $1`;
  await vi.waitUntil(async () => (await database.query(running, [pattern])).length > 0, {
    timeout: 60_000,
    interval: 20,
  });
}

describe('migrate', () => {
  it('applies what is missing, in order, and then nothing', async () => {
    await scratch.write('2_second', 'ALTER TABLE a ADD COLUMN name text; -- no line end after this comment');
    expect(await migrateScratch()).toEqual(['1_first', '2_second']);
    expect(progress).toEqual(['1_first (1 of 2)', '2_second (2 of 2)']);
    expect(await migrateScratch()).toEqual([]);
    await scratch.write('3_third', 'CREATE TABLE c ()');
    expect(await statusOfScratch()).toEqual({
      applied: ['1_first', '2_second'],
      pending: ['3_third'],
      unfinished: [],
      unknown: [],
      edited: [],
    });
    expect(await migrateScratch()).toEqual(['3_third']);
    expect(await tables()).toEqual(['a', 'c']);
  });

  it('leaves nothing behind that would keep its process from ending', async () => {
    // In a process of its own: here, other tests' timers come and go.
    const { output } = await runSource(migrateProcess, [database.url, scratch.path]).result;
    expect(appliedIn(output)).toEqual(['1_first']);
    expect(heldIn(output)).toEqual([]);
  });

  it('takes semicolons in function bodies, strings and comments as they are meant', async () => {
    await scratch.write(
      '2_second',
      `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1 + 1; END $$; -- one; two
       INSERT INTO a SELECT two() WHERE ';' = ';';`,
    );
    await migrateScratch();
    expect(await database.query('SELECT id FROM a ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('leaves nothing of a migration that fails, says where, and goes on once it is mended', async () => {
    await scratch.write('2_second', 'CREATE TABLE b ();\nINSERT INTO a VALUES (2);\n\nSELECT nonsense;\n');
    await expect(migrateScratch()).rejects.toThrow(
      'Migration 2_second failed and left nothing behind: column "nonsense" does not exist, line 4',
    );
    expect(await tables()).toEqual(['a']);
    expect(await database.query('SELECT id FROM a')).toEqual([{ id: 1 }]);
    expect((await statusOfScratch()).unfinished).toEqual(['2_second']);
    await expect(migrateScratch()).rejects.toThrow('line 4');
    await scratch.write('2_second', 'CREATE TABLE b ();');
    expect(await migrateScratch()).toEqual(['2_second']);
    expect(await statusOfScratch()).toMatchObject({ applied: ['1_first', '2_second'], unfinished: [], edited: [] });
  });

  it('says so when something else has made what a migration makes', async () => {
    await migrateScratch();
    await database.query('CREATE TABLE b ()');
    await scratch.write('2_second', 'CREATE TABLE b ()');
    await expect(migrateScratch()).rejects.toThrow(/relation "b" already exists.*something else than these migrations/);
  });

  it('does not touch a database that was made without migrations', async () => {
    await database.query('CREATE TABLE b ()');
    await expect(migrateScratch()).rejects.toThrow('The database schema is not empty');
    expect(await tables()).toEqual(['b']);
  });

  it('refuses a script that would end its own transaction', async () => {
    await scratch.write('2_second', 'CREATE TABLE b (); COMMIT; SELECT nonsense;');
    await expect(migrateScratch()).rejects.toThrow('Migration 2_second has "COMMIT"');
    expect(await tables()).toEqual([]);
  });

  it('leaves the migrations of a newer version of the program in peace', async () => {
    const newer = await createScratchMigrations({ '1_first': first, '9_newer': 'CREATE TABLE newer ()' });
    await migrate({ databaseUrl: database.url, migrationsFolder: newer.path, onProgress: () => undefined });
    await newer.remove();
    expect(await migrateScratch()).toEqual([]);
    expect(await statusOfScratch()).toMatchObject({ applied: ['1_first'], pending: [], unknown: ['9_newer'] });
  });

  it.each([
    [
      'nothing listens',
      'postgresql://u:secret@127.0.0.1:9/none',
      /^Cannot use the database 127\.0\.0\.1:9\/none: connect ECONNREFUSED/,
    ],
    ['there is no such database', undefined, /database "no_such_database" does not exist/],
  ])('gives one line without the password when %s', async (_, url, message) => {
    const missing = new URL(database.url);
    missing.pathname = '/no_such_database';
    const work = migrate({ databaseUrl: url ?? missing.href, onProgress: () => undefined });
    await expect(work).rejects.toThrow(message);
    await expect(work).rejects.not.toThrow(/\n|secret/);
  });
});

describe('several processes', () => {
  it('apply the product’s migrations once', async () => {
    const runs = Array.from({ length: 4 }, () => runSource(migrateProcess, [database.url]));
    const results = await Promise.all(runs.map(({ result }) => result));
    expect(results.map(({ code, errors }) => ({ code, errors }))).toEqual(runs.map(() => ({ code: 0, errors: '' })));
    const applied = results.map(({ output }) => appliedIn(output));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    const [counts] = await database.query(
      'SELECT count(*)::int AS all, count(finished_at)::int AS finished FROM _prisma_migrations',
    );
    expect(counts).toEqual({ all: applied.flat().length, finished: applied.flat().length });
  });

  it('wait for the one that migrates', async () => {
    await scratch.write('2_slow', 'SELECT pg_sleep(1);');
    const other = runSource(migrateProcess, [database.url, scratch.path]);
    await untilRunning('%pg_sleep(1)%');
    expect(await migrateScratch()).toEqual([]);
    expect(progress).toEqual(['waiting for another process that migrates']);
    expect(appliedIn((await other.result).output)).toEqual(['1_first', '2_slow']);
  });
});

describe('a process killed in the middle of a migration', () => {
  /** The same text sleeps long or not at all. */
  const slow = `CREATE TABLE before ();
    INSERT INTO a VALUES (2);
    SELECT pg_sleep(seconds) FROM speed;
    CREATE TABLE after ();`;

  beforeEach(async () => {
    await migrateScratch();
    await database.query('CREATE TABLE speed AS SELECT 600 AS seconds');
    await scratch.write('2_slow', slow);
    const run = runSource(migrateProcess, [database.url, scratch.path]);
    await untilRunning('%pg_sleep(seconds)%');
    run.child.kill('SIGKILL');
    expect((await run.result).signal).toBe('SIGKILL');
    progress = [];
  });

  async function expectAllApplied(): Promise<void> {
    expect(await tables()).toEqual(['a', 'after', 'before', 'speed']);
    expect(await database.query('SELECT id FROM a ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await statusOfScratch()).toMatchObject({ applied: ['1_first', '2_slow'], pending: [], unfinished: [] });
  }

  it('leaves its script running on the server; the next start ends it and applies all of the migration', async () => {
    await untilRunning('%pg_sleep(seconds)%');
    expect((await statusOfScratch()).unfinished).toEqual(['2_slow']);
    await database.query('UPDATE speed SET seconds = 0');
    expect(await migrateScratch()).toEqual(['2_slow']);
    expect(progress).toContain('ending a migration that a killed process left running');
    await expectAllApplied();
  });

  it('takes the migration with it when the server ends too', async () => {
    await database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%pg_sleep(seconds)%' AND pid <> pg_backend_pid()`);
    await vi.waitUntil(async () => (await tables()).join() === 'a,speed');
    await database.query('UPDATE speed SET seconds = 0');
    expect(await migrateScratch()).toEqual(['2_slow']);
    await expectAllApplied();
  });
});

describe('a migration that another process has taken over', () => {
  it('comes to nothing, however late it ends', async () => {
    await migrateScratch();
    const gate = new pg.Client({ connectionString: database.url });
    await gate.connect();
    await gate.query('SELECT pg_advisory_lock(42)');
    await scratch.write('2_waits', 'CREATE TABLE b (); SELECT pg_advisory_xact_lock(42);');
    const run = runSource(migrateProcess, [database.url, scratch.path]);
    await untilRunning('%pg_advisory_xact_lock(42)%');
    await database.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL');
    await gate.end();
    const { code, errors } = await run.result;
    expect(code).toBe(1);
    expect(errors).toContain('the record of this migration is gone');
    expect(await tables()).toEqual(['a']);
  });
});

describe('a process killed at any moment', () => {
  it.each([0, 100, 300, 700])('of applying the product’s migrations (%i ms after it began)', async (afterMs) => {
    const run = runSource(migrateProcess, [database.url]);
    await Promise.race([run.child.stdout === null ? undefined : once(run.child.stdout, 'data'), run.result]);
    await delay(afterMs);
    run.child.kill('SIGKILL');
    await run.result;
    await migrate({ databaseUrl: database.url, onProgress: () => undefined });
    expect(await checkDrift({ databaseUrl: database.url })).toEqual({
      schema: null,
      pending: [],
      missing: [],
      unexpected: [],
    });
    expect(await migrate({ databaseUrl: database.url, onProgress: () => undefined })).toEqual([]);
  });
});
