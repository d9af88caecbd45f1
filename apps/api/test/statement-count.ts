import pg from 'pg';
import { vi } from 'vitest';

/** How many statements go to PostgreSQL while `work` is done; nothing else may ask it meanwhile. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
