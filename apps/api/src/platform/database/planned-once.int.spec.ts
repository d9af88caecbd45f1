import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { Database } from './database.js';
import { plannedOnce } from './planned-once.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

it('keeps a marked statement on its connection, and no other', async () => {
  const database = app.app.get(Database);
  const kept = await database.transaction(async () => {
    for (const number of [1, 2, 3]) {
      await database.client.$queryRaw`${plannedOnce} SELECT ${number}::integer AS marked`;
      await database.client.$queryRaw`SELECT ${number}::integer AS plain`;
    }
    return database.client.$queryRaw<{ statement: string }[]>`
      SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%::integer AS %' AND name <> ''`;
  });
  expect(kept).toEqual([{ statement: '/* planned once */ SELECT $1::integer AS marked' }]);
});
