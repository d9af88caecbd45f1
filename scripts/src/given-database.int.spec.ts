import { createServer } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkGivenDatabase } from './given-database.js';
import { findFreePort } from './postgres-ports.js';
import { startTemporaryPostgres, type TemporaryPostgres } from './temporary-postgres.js';

const PASSWORD = 'not-for-anybodys-eyes';

describe('a wrong DATABASE_URL', () => {
  let server: TemporaryPostgres;

  beforeAll(async () => {
    server = await startTemporaryPostgres();
  });
  afterAll(() => server.stop());

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(server.url);
    change(url);
    return url.href;
  };
  const complaint = async (url: string): Promise<string> => {
    const error = await checkGivenDatabase(url).then(
      () => new Error('accepted'),
      (error: unknown) => error,
    );
    expect(error).toMatchObject({ name: 'UserFacingError' });
    const { message } = error as Error;
    expect(message).not.toContain('\n');
    expect(message).not.toContain(PASSWORD);
    return message;
  };

  it('is told from a right one', async () => {
    await expect(checkGivenDatabase(server.url)).resolves.toBeUndefined();
  });

  it.each(['mysql://root:x@localhost/cafe', 'localhost:5432', `postgres://user:${PASSWORD}@:x`, 'nonsense'])(
    '"%s" is no address',
    async (url) => {
      expect(await complaint(url)).toMatch(
        /^DATABASE_URL is not the address of a database\. It looks like postgresql:/,
      );
    },
  );

  it('names the host and port where nothing listens', async () => {
    const port = await findFreePort();
    const url = `postgresql://cafe:${PASSWORD}@127.0.0.1:${port}/cafe`;
    expect(await complaint(url)).toMatch(`DATABASE_URL cannot be used: nothing listens at 127.0.0.1:${port}.`);
  });

  it('names a host that does not exist', async () => {
    expect(await complaint(`postgresql://cafe:${PASSWORD}@no-such-host.invalid/cafe`)).toMatch(
      'there is no host "no-such-host.invalid"',
    );
  });

  it('names the user who is refused', async () => {
    const url = changed((url) => void (url.password = PASSWORD));
    expect(await complaint(url)).toMatch('refuses the user "virtualcafe" or the password');
  });

  it('names the database that is not there', async () => {
    const url = changed((url) => void (url.pathname = '/no%20such'));
    expect(await complaint(url)).toMatch('has no database "no such"');
  });

  it('is noticed when something else answers', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await complaint(`postgresql://cafe:${PASSWORD}@127.0.0.1:${port}/cafe`)).toMatch(
      `PostgreSQL at 127.0.0.1:${port}: `,
    );
    other.close();
  });

  it('is noticed when nothing answers in time', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await complaint(`postgresql://cafe:${PASSWORD}@127.0.0.1:${port}/cafe`)).toMatch(/timeout/);
    silent.close();
  });
});
