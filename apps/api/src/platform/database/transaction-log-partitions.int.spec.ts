import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.drop());

const ensure = async (from: string, monthsAhead: number) =>
  (
    await database.query<{ name: string }>(
      'SELECT name FROM ensure_transaction_log_partitions($1, $2) AS name ORDER BY name',
      [from, monthsAhead],
    )
  ).map(({ name }) => name);
const write = (createdAt: string) =>
  database.query(
    `INSERT INTO "TransactionLog" (id, "createdAt", "actorKind", action, "resourceType")
     VALUES (gen_random_uuid(), $1, 'SYSTEM', 'test.write', 'Test')`,
    [createdAt],
  );
const places = () =>
  database.query(`SELECT tableoid::regclass::text AS partition, to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS at
    FROM "TransactionLog" ORDER BY "createdAt"`);

describe('ensure_transaction_log_partitions', () => {
  it('makes the month and those after it, across a year’s end, and does nothing the second time', async () => {
    expect(await ensure('2030-11-15', 3)).toEqual([
      'TransactionLog_2030_11',
      'TransactionLog_2030_12',
      'TransactionLog_2031_01',
      'TransactionLog_2031_02',
    ]);
    expect(await ensure('2030-11-15', 3)).toEqual([]);
    expect(await ensure('2030-12-01', 3)).toEqual(['TransactionLog_2031_03']);
  });

  it('divides months in UTC, whatever the session’s time zone', async () => {
    // One after the other, the statements run on one connection.
    await database.query(`SET timezone = 'Asia/Seoul'`);
    expect(await database.query('SHOW timezone')).toEqual([{ TimeZone: 'Asia/Seoul' }]);
    await ensure('2030-12-31T23:59:59Z', 1);
    await write('2030-12-31T23:59:59Z');
    await write('2031-01-01T00:00:00Z');
    expect(await places()).toEqual([
      { partition: '"TransactionLog_2030_12"', at: '2030-12-31 23:59' },
      { partition: '"TransactionLog_2031_01"', at: '2031-01-01 00:00' },
    ]);
  });

  it('moves rows out of the default partition into their months, also months long gone', async () => {
    await write('2029-03-05T10:00:00Z');
    await write('2030-06-01T00:00:00Z');
    await write('2030-07-10T00:00:00Z');
    expect(new Set((await places()).map((row) => row['partition']))).toEqual(new Set(['"TransactionLog_default"']));
    expect(await ensure('2030-06-20', 1)).toEqual([
      'TransactionLog_2029_03',
      'TransactionLog_2030_06',
      'TransactionLog_2030_07',
    ]);
    expect(await places()).toEqual([
      { partition: '"TransactionLog_2029_03"', at: '2029-03-05 10:00' },
      { partition: '"TransactionLog_2030_06"', at: '2030-06-01 00:00' },
      { partition: '"TransactionLog_2030_07"', at: '2030-07-10 00:00' },
    ]);
    await write('2040-01-01T00:00:00Z');
    expect((await places()).at(-1)?.['partition']).toBe('"TransactionLog_default"');
  });

  it('may be called by several processes at once while others write', async () => {
    await write('2030-06-01T00:00:00Z');
    const writes = Array.from({ length: 30 }, (_, day) =>
      write(`2030-06-${String(day + 1).padStart(2, '0')}T12:00:00Z`),
    );
    const [made] = await Promise.all([
      Promise.all([ensure('2030-06-20', 2), ensure('2030-06-20', 2), ensure('2030-06-20', 2)]),
      ...writes,
    ]);
    expect(made.flat().sort()).toEqual(['TransactionLog_2030_06', 'TransactionLog_2030_07', 'TransactionLog_2030_08']);
    await ensure('2030-06-20', 2);
    expect(await places()).toHaveLength(31);
  });
});

describe('the log is append-only', () => {
  it.each(['"TransactionLog"', '"TransactionLog_default"', '"TransactionLog_2030_06"'])('in %s', async (table) => {
    await ensure('2030-06-01', 0);
    await write(table.includes('default') ? '2040-01-01T00:00:00Z' : '2030-06-01T00:00:00Z');
    await expect(database.query(`UPDATE ${table} SET action = 'x'`)).rejects.toThrow('append-only: UPDATE refused');
    await expect(database.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only: DELETE refused');
    await expect(database.query(`TRUNCATE ${table}`)).rejects.toThrow('append-only: TRUNCATE refused');
    expect(await places()).toHaveLength(1);
  });

  it('in a default partition made anew by a move', async () => {
    await write('2030-06-01T00:00:00Z');
    await ensure('2030-06-01', 0);
    await write('2040-01-01T00:00:00Z');
    await expect(database.query('DELETE FROM "TransactionLog_default"')).rejects.toThrow('append-only');
    await expect(database.query('TRUNCATE "TransactionLog_default"')).rejects.toThrow('append-only');
  });
});
