import { Prisma } from '../../generated/prisma/client.js';

interface DriverCause {
  originalCode?: string;
  kind?: string;
  constraint?: { fields?: string[]; index?: string };
}

/** PostgreSQL's own account of a failure as Prisma's driver adapter passes it on. */
function driverCause(error: unknown): DriverCause | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const meta = (error as { meta?: { driverAdapterError?: { cause?: DriverCause } } }).meta;
  return (
    meta?.driverAdapterError?.cause ??
    ((error as { name?: string }).name === 'DriverAdapterError' ? (error as { cause?: DriverCause }).cause : undefined)
  );
}

/** Whether `error` is the violation of a unique index that covers `field` (column name) or bears that index name. */
export function isUniqueViolation(error: unknown, field?: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return false;
  if (field === undefined) return true;
  const constraint = driverCause(error)?.constraint;
  const named = constraint?.fields?.some((name) => name.replaceAll('"', '').includes(field)) === true;
  return named || constraint?.index?.includes(field) === true;
}

/** Does `write`; where it violates the uniqueness of `field`, what `refusal` makes is thrown instead. */
export async function refusingDuplicates<T>(field: string, refusal: () => Error, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error, field) ? refusal() : error;
  }
}

/** A deadlock (40P01) or a serialization failure (40001): the same work may succeed when tried again. */
export function isTransactionConflict(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true;
  const cause = driverCause(error);
  return (
    cause?.kind === 'TransactionWriteConflict' || cause?.originalCode === '40001' || cause?.originalCode === '40P01'
  );
}

/** Whether the database lacks a table (42P01) or a column (42703) that the code knows: it was not migrated. */
export function isNotMigrated(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && (error.code === 'P2021' || error.code === 'P2022'))
    return true;
  const code = driverCause(error)?.originalCode;
  return code === '42P01' || code === '42703';
}

// P1xxx: cannot reach or lost the server. P2024 and P2028: no connection or no transaction within the time.
const unavailableCodes = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  // Node's and PostgreSQL's own, on the driver's errors: no way to the server, too many connections, out of time, going down.
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '53300',
  '57014',
  '57P01',
  '57P02',
  '57P03',
]);
const unavailableKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TlsConnectionError',
  'AuthenticationFailed',
  'DatabaseDoesNotExist',
]);
const unavailableMessages =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|Connection terminated|timeout exceeded when trying to connect|Query read timeout|the database system is (?:shutting down|starting up|in recovery)|terminating connection|canceling statement due to statement timeout|Client has encountered a connection error/;

/** Whether the database could not be asked at all, as opposed to having refused. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Error && 'code' in error && unavailableCodes.has(String(error.code))) return true;
  const cause = driverCause(error);
  if (cause?.kind !== undefined && unavailableKinds.has(cause.kind)) return true;
  return error instanceof Error && unavailableMessages.test(error.message);
}
