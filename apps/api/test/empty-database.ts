import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface EmptyDatabase {
  readonly url: string;
  /** Runs one statement as the superuser and returns its rows. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of its own with nothing in it, for tests of what makes databases. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const name = `test_empty_${randomUUID().replaceAll('-', '')}`;
  const server = new pg.Pool({ connectionString: inject('serverUrl'), max: 1 });
  await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  // The pool ends before PostgreSQL has let its connections go, and dropping the database cuts those.
  pool.on('error', () => undefined);
  return {
    url: url.href,
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    drop: async () => {
      await pool.end();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
}
