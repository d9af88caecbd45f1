import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../test/database.js';
import { createScratchMigrations } from '../../test/migration-folder.js';
import { runSource } from '../../test/typescript/run-source.js';
import { checkDrift } from '../platform/database/migrations/check-drift.js';
import { createMigration } from '../platform/database/migrations/create-migration.js';
import { migrate } from '../platform/database/migrations/migrate.js';
import { migrationsFolder, schemaFolder } from '../platform/database/migrations/migration-files.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

const db = (args: string[], environment: NodeJS.ProcessEnv = {}) =>
  runSource(new URL('db.ts', import.meta.url), args, { DATABASE_URL: database.url, NODE_ENV: 'test', ...environment })
    .result;
const migrateQuietly = () => migrate({ databaseUrl: database.url, onProgress: () => undefined });

describe('npm run db', () => {
  it('migrates, tells where the database stands, and ends with 1 when it is behind', async () => {
    const behind = await db(['status']);
    expect([behind.code, behind.output]).toEqual([1, expect.stringContaining('Pending:\n  20261124080000_initial')]);
    const migrated = await db(['migrate']);
    expect([migrated.code, migrated.errors]).toEqual([0, '']);
    expect(migrated.output).toContain('Applied 20261124080000_initial');
    const current = await db(['status']);
    expect([current.code, current.output]).toEqual([0, expect.stringContaining('The database is up to date.')]);
  });

  it('gives one line and ends with 1 when it cannot do it', async () => {
    expect(await db(['migrate'], { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:9/none' })).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^Cannot use the database 127\.0\.0\.1:9\/none: connect ECONNREFUSED.*\n$/),
    });
    expect(await db(['migrate'], { DATABASE_URL: '' })).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^DATABASE_URL is not set: .*\n$/),
    });
  });
});

describe('reset', () => {
  it('wants to be meant, is refused in production, and leaves an empty database that is up to date', async () => {
    await migrateQuietly();
    await database.query(`INSERT INTO "SystemState" (key, value) VALUES ('x', '1')`);
    expect(await db(['reset'])).toMatchObject({ code: 1, errors: expect.stringContaining('--yes') });
    expect(await db(['reset', '--yes'], { NODE_ENV: 'production' })).toMatchObject({
      code: 1,
      errors: expect.stringContaining('NODE_ENV=production'),
    });
    expect(await database.query('SELECT key FROM "SystemState"')).toHaveLength(1);
    expect((await db(['reset', '--yes'])).code).toBe(0);
    expect(await database.query('SELECT key FROM "SystemState"')).toEqual([]);
    expect(await checkDrift({ databaseUrl: database.url })).toMatchObject({ missing: [], unexpected: [] });
  });
});

describe('drift', () => {
  it('is none between the product’s schema and its migrations', async () => {
    expect(await db(['drift', '--files-only'])).toMatchObject({ code: 0, output: 'No drift.\n' });
  });

  it('cannot be told when a migration fails, which is said in one line', async () => {
    const scratch = await createScratchMigrations({ '1_bad': 'SELECT nonsense;' });
    const work = checkDrift({ databaseUrl: database.url, isFilesOnly: true, migrationsFolder: scratch.path });
    await expect(work).rejects.toThrow(/^The migration engine: Migration `1_bad` failed .*nonsense/);
    await expect(work).rejects.not.toThrow(/\n/);
    await scratch.remove();
  });

  it('is told down to checks, triggers, functions and partial indexes, but not of partitions', async () => {
    await migrateQuietly();
    await database.query(`SELECT ensure_transaction_log_partitions('2031-05-01', 2)`);
    expect((await checkDrift({ databaseUrl: database.url })).unexpected).toEqual([]);
    await database.query('ALTER TABLE "User" DROP CONSTRAINT "User_email_check"');
    await database.query('DROP TRIGGER "CouponHistory_append_only" ON "CouponHistory"');
    await database.query('DROP INDEX "MetaViewerMap_active_key"');
    await database.query('CREATE FUNCTION extra() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$');
    const { code, output } = await db(['drift']);
    expect(code).toBe(1);
    for (const name of [
      'User_email_check',
      'CouponHistory_append_only',
      'MetaViewerMap_active_key',
      'public.extra()',
    ]) {
      expect(output).toContain(name);
    }
  });
});

describe('new', () => {
  it('writes what the schema has and the migrations have not, and then finds nothing more', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-new-'));
    const options = {
      databaseUrl: database.url,
      name: 'add_stamp',
      now: new Date('2031-02-03T04:05:06Z'),
      migrationsFolder: join(folder, 'migrations'),
      schemaFolder: join(folder, 'schema'),
    };
    await cp(migrationsFolder, options.migrationsFolder, { recursive: true });
    await cp(schemaFolder, options.schemaFolder, { recursive: true });
    await writeFile(join(options.schemaFolder, 'stamps.prisma'), 'model Stamp {\n  id String @id @db.Uuid\n}\n');

    expect((await checkDrift({ ...options, isFilesOnly: true })).schema).toContain('CREATE TABLE "Stamp"');
    const path = await createMigration(options);
    expect(path).toBe(join(options.migrationsFolder, '20310203040506_add_stamp', 'migration.sql'));
    expect(await readFile(path ?? '', 'utf8')).toMatch(/^-- CreateTable\nCREATE TABLE "Stamp"/);
    expect(await createMigration(options)).toBeNull();
    await migrate({ ...options, onProgress: () => undefined });
    expect(await database.query('SELECT id FROM "Stamp"')).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('refuses names that do not belong into a path', async () => {
    for (const name of ['../x', 'Add Stamp', '', 'a'.repeat(61)]) {
      await expect(createMigration({ databaseUrl: database.url, name, now: new Date() })).rejects.toThrow('is no name');
    }
    expect((await readdir(migrationsFolder)).filter((name) => name.includes('stamp'))).toEqual([]);
  });
});
