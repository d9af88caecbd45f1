import pg from 'pg';

/** How far the demo has come in a database. */
export type DemoState = 'absent' | 'begun' | 'complete' | 'foreign';

export const demoBegun = 'demo.begin';
export const demoComplete = 'demo.complete';

/**
 * Looks without starting anything: most starts find the demo complete. `foreign`: somebody's own data is there, which the
 * demo must not be mixed into.
 */
export async function readDemoState(databaseUrl: string): Promise<DemoState> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ isBegun: boolean; isComplete: boolean; hasUsers: boolean }>(
      `SELECT EXISTS (SELECT FROM "TransactionLog" WHERE action = $1) AS "isBegun",
              EXISTS (SELECT FROM "TransactionLog" WHERE action = $2) AS "isComplete",
              EXISTS (SELECT FROM "User") AS "hasUsers"`,
      [demoBegun, demoComplete],
    );
    const [found] = rows;
    if (found?.isComplete === true) return 'complete';
    if (found?.isBegun === true) return 'begun';
    return found?.hasUsers === true ? 'foreign' : 'absent';
  } finally {
    await client.end();
  }
}
