import { randomUUID } from 'node:crypto';
import { MigrationError } from './migration-error.js';
import { withClient } from './migration-lock.js';

export interface ScratchDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates an empty database on the server of `databaseUrl`. */
export async function createScratchDatabase(databaseUrl: string): Promise<ScratchDatabase> {
  const name = `virtualcafe_scratch_${randomUUID().replaceAll('-', '')}`;
  await withClient(databaseUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`).catch((error: unknown) => {
      throw new MigrationError(
        `Cannot create a scratch database to compare with (${error instanceof Error ? error.message : String(error)}): the database user needs CREATEDB`,
        { cause: error },
      );
    });
  });
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () =>
      withClient(databaseUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** Runs `work` with a scratch database and drops it. */
export async function withScratchDatabase<T>(databaseUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const scratch = await createScratchDatabase(databaseUrl);
  try {
    return await work(scratch.url);
  } finally {
    await scratch.drop();
  }
}
