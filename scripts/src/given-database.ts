import pg from 'pg';

import { systemErrorCode, UserFacingError } from './boot/user-facing-error.mjs';

/** The oldest PostgreSQL the migrations are written for, as server_version_num has it. */
const OLDEST_VERSION = 150_000;
const CONNECT_LIMIT_MS = 5_000;

const INSTEAD = 'or unset DATABASE_URL to use the PostgreSQL that VirtualCafe brings';

/** Checks that the database at DATABASE_URL can be used; throws UserFacingError with one line, never with the password. */
export async function checkGivenDatabase(databaseUrl: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new UserFacingError(
      `DATABASE_URL is not the address of a database. It looks like postgresql://user:password@host:5432/name; correct it, ${INSTEAD}.`,
    );
  }
  const version = await askVersion(databaseUrl);
  if (version >= OLDEST_VERSION) return;
  throw new UserFacingError(
    `DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}, VirtualCafe needs 15 or newer: give it another server, ${INSTEAD}.`,
  );
}

async function askVersion(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  // Errors reach us through the calls below; an error event without a listener would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Number(rows[0]?.server_version_num);
  } catch (error) {
    throw new UserFacingError(`DATABASE_URL cannot be used: ${reason(error, new URL(databaseUrl))}.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reason(error: unknown, url: URL): string {
  const where = `${url.hostname}:${url.port || '5432'}`;
  const database = decodeURIComponent(url.pathname.slice(1));
  switch (systemErrorCode(error) ?? '') {
    case 'ECONNREFUSED':
      return `nothing listens at ${where}. Start that PostgreSQL, ${INSTEAD}`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host "${url.hostname}". Correct it, ${INSTEAD}`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${where} refuses the user "${decodeURIComponent(url.username)}" or the password. Correct them, ${INSTEAD}`;
    case '3D000':
      return `PostgreSQL at ${where} has no database "${database}". Create it, ${INSTEAD}`;
    default:
      return `PostgreSQL at ${where}: ${withoutPassword(error, url)}`;
  }
}

function withoutPassword(error: unknown, { password }: URL): string {
  const message = error instanceof Error ? error.message : String(error);
  if (password === '') return message;
  return message.replaceAll(password, '***').replaceAll(decodeURIComponent(password), '***');
}
