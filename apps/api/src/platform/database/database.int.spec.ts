import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { noTracer } from '../tracing/tracer.js';
import { Database } from './database.js';
import { isDatabaseUnavailable, isTransactionConflict, isUniqueViolation } from './database-errors.js';

const settings = { DATABASE_POOL_SIZE: 8, DATABASE_CONNECT_TIMEOUT_MS: 3000, DATABASE_STATEMENT_TIMEOUT_MS: 5000 };
const silent = pino({ level: 'silent' });

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = new Database({ ...settings, DATABASE_URL: test.url }, silent, noTracer);
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await test.drop();
});

const createRegion = (name: string) => database.client.region.create({ data: { name, type: 'PROVINCE' } });
const regionNames = async () =>
  (await test.query<{ name: string }>('SELECT name FROM "Region" ORDER BY name')).map(({ name }) => name);

describe('the ambient transaction', () => {
  it('takes in everything done inside it, nested calls too, and rolls all of it back', async () => {
    const before = await regionNames();
    const work = database.transaction(async () => {
      await createRegion('하나');
      await database.transaction(() => createRegion('둘'));
      expect(await database.client.region.count({ where: { name: { in: ['하나', '둘'] } } })).toBe(2);
      throw new Error('back');
    });
    await expect(work).rejects.toThrow('back');
    expect(await regionNames()).toEqual(before);
  });

  it('runs effects after the commit, in order, and none after a roll-back', async () => {
    const seen: string[] = [];
    const effect = (name: string) => async () => {
      seen.push(`${name}:${(await regionNames()).includes('셋')}`);
    };
    await database.transaction(async () => {
      await createRegion('셋');
      await database.afterCommit(effect('first'));
      await database.afterCommit(effect('second'));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['first:true', 'second:true']);
    const failing = database.transaction(async () => {
      await database.afterCommit(effect('never'));
      throw new Error('back');
    });
    await expect(failing).rejects.toThrow('back');
    expect(seen).toHaveLength(2);
  });

  it('answers with what was committed even when an effect fails', async () => {
    const result = await database.transaction(async () => {
      await database.afterCommit(() => {
        throw new Error('the effect failed');
      });
      return 'committed';
    });
    expect(result).toBe('committed');
  });

  it('keeps parallel transactions apart', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `평행${index}`);
    await Promise.all(
      names.map((name) =>
        database.transaction(async () => {
          await createRegion(name);
          expect(
            await database.client.region.count({ where: { name: { startsWith: '평행' } } }),
          ).toBeGreaterThanOrEqual(1);
        }),
      ),
    );
    expect(await regionNames()).toEqual(expect.arrayContaining(names));
  });

  it('tries the work again after a deadlock', async () => {
    const [first, second] = [await createRegion('교착가'), await createRegion('교착나')];
    const disable = (id: string) => database.client.region.update({ where: { id }, data: { isDisabled: true } });
    let attempts = 0;
    // Each waits, the first time, until the other holds its first row: a certain deadlock.
    let meet: (() => void)[] = [];
    const bothHoldOne = () =>
      new Promise<void>((resolve) => {
        meet.push(resolve);
        if (meet.length === 2) meet.splice(0).forEach((go) => go());
      });
    const cross = (from: string, to: string) => {
      let isFirst = true;
      return database.transaction(async () => {
        attempts += 1;
        await disable(from);
        if (isFirst) {
          isFirst = false;
          await bothHoldOne();
        }
        await disable(to);
      });
    };
    await Promise.all([cross(first.id, second.id), cross(second.id, first.id)]);
    expect(attempts).toBe(3);
    meet = [];
    expect(await database.client.region.count({ where: { id: { in: [first.id, second.id] }, isDisabled: true } })).toBe(
      2,
    );
  });
});

describe('what an error of the database means', () => {
  it('knows a unique violation by its column', async () => {
    await createRegion('하나뿐');
    const error: unknown = await createRegion('하나뿐').catch((thrown: unknown) => thrown);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'name')).toBe(true);
    expect(isUniqueViolation(error, 'code')).toBe(false);
    expect(isDatabaseUnavailable(error)).toBe(false);
    expect(isTransactionConflict(error)).toBe(false);
  });

  it.each([
    ['nothing listens', 'postgresql://postgres@127.0.0.1:9/none'],
    ['there is no such database', undefined],
  ])('knows that the database cannot be asked when %s', async (_, url) => {
    const missing = new URL(test.url);
    missing.pathname = '/no_such_database';
    const gone = new Database({ ...settings, DATABASE_URL: url ?? missing.href }, silent, noTracer);
    const error: unknown = await gone.client.region.count().catch((thrown: unknown) => thrown);
    const inTransaction: unknown = await gone
      .transaction(() => gone.client.region.count())
      .catch((thrown: unknown) => thrown);
    await gone.onApplicationShutdown();
    expect([isDatabaseUnavailable(error), isDatabaseUnavailable(inTransaction)]).toEqual([true, true]);
  });
});
