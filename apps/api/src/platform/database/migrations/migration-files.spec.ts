import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScratchMigrations, type ScratchMigrations } from '../../../../test/migration-folder.js';
import { migrationsFolder, readMigrations, readSchema, schemaFolder } from './migration-files.js';

let scratch: ScratchMigrations;

beforeEach(async () => {
  scratch = await createScratchMigrations({ '2_b': 'SELECT 2;', '1_a': 'SELECT 1;' });
});

afterEach(() => scratch.remove());

describe('readMigrations', () => {
  it('reads them in the order of their names, with the checksums of their bytes', async () => {
    const { migrations, lockfile } = await readMigrations(scratch.path);
    expect(lockfile).toContain('postgresql');
    expect(migrations).toEqual([
      { name: '1_a', script: 'SELECT 1;', checksum: createHash('sha256').update('SELECT 1;').digest('hex') },
      { name: '2_b', script: 'SELECT 2;', checksum: createHash('sha256').update('SELECT 2;').digest('hex') },
    ]);
  });

  it.each([
    'BEGIN; SELECT 1; COMMIT;',
    'SELECT 1;\ncommit',
    'SELECT 1; /* one */ ROLLBACK;',
    'START TRANSACTION ISOLATION LEVEL SERIALIZABLE;',
    "SELECT ';'; END;",
  ])('refuses transaction control: %s', async (script) => {
    await scratch.write('3_c', script);
    await expect(readMigrations(scratch.path)).rejects.toThrow('Migration 3_c has "');
  });

  it.each([
    'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;',
    'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$\nBEGIN\n  RETURN 1;\nEND;\n$body$;',
    "SELECT 'it''s; COMMIT; done';",
    'SELECT 1; -- COMMIT;',
    'SELECT 1; /* ; COMMIT; */ SELECT 2;',
    'SELECT ";COMMIT;" FROM t;',
    'CREATE TABLE begin_of_day ();',
  ])('knows what only looks like it: %s', async (script) => {
    await scratch.write('3_c', script);
    expect((await readMigrations(scratch.path)).migrations).toHaveLength(3);
  });

  it('says which migration has no script, and that there is no folder', async () => {
    await expect(readMigrations(`${scratch.path}/1_a`)).resolves.toMatchObject({ migrations: [] });
    await expect(readMigrations(`${scratch.path}/none`)).rejects.toThrow('There is no folder of migrations at');
    const inside = await createScratchMigrations({ '1_a/deeper': 'SELECT 1;' });
    await expect(readMigrations(inside.path)).rejects.toThrow('Migration 1_a has no readable migration.sql');
    await inside.remove();
  });
});

describe('the product’s own files', () => {
  it('are found beside the sources', async () => {
    expect((await readMigrations(migrationsFolder)).migrations.length).toBeGreaterThan(0);
    const schema = await readSchema(schemaFolder);
    expect(schema.map(({ content }) => content).join()).toContain('model CafeInfo {');
  });
});
