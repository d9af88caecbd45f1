import pg from 'pg';
import { vi } from 'vitest';

/** How many statements `work` sends to PostgreSQL from this process; nothing else may run meanwhile. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  // The test's own connections are not the application's: `work` calls it over HTTP alone.
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
