/** A failure whose message tells the operator, in one line, what is wrong and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

interface PostgresError extends Error {
  code?: string;
  /** Where in the text of the statement, counted from 1. */
  position?: string;
}

/** Turns a failure of the PostgreSQL client into one line that names the server but never the password. */
export function toMigrationError(error: unknown, databaseUrl: string): MigrationError {
  if (error instanceof MigrationError) return error;
  const { host, pathname } = new URL(databaseUrl);
  return new MigrationError(`Cannot use the database ${host}${pathname}: ${reasonOf(error)}`, { cause: error });
}

/** The failure of a migration's script, with the line it happened in. */
export function toScriptError(error: unknown, migrationName: string, script: string): MigrationError {
  const { code, position } = error as PostgresError;
  const line = position === undefined ? '' : `, line ${script.slice(0, Number(position) - 1).split('\n').length}`;
  const remains = code !== undefined && alreadyThere.has(code) ? `; ${remainsAdvice}` : '';
  return new MigrationError(
    `Migration ${migrationName} failed and left nothing behind: ${reasonOf(error)}${line}${remains}`,
    { cause: error },
  );
}

// duplicate_column, _object, _table, _function and _schema.
const alreadyThere = new Set(['42701', '42710', '42P07', '42723', '42P06']);
const remainsAdvice =
  'something else than these migrations made it: compare with "npm run db -- drift" and remove it by hand';

function reasonOf(error: unknown): string {
  // A connection that tried several addresses fails with all their errors and no message.
  const first = error instanceof AggregateError && error.errors.length > 0 ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message.replaceAll('\n', ' ') : String(first);
}
