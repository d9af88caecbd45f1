/** PostgreSQL settings by name, as `postgres -c name=value` takes them. */
export type PostgresSettings = Readonly<Record<string, string>>;

/** What every server here has: reachable from this machine alone, UTC, no replication. */
const COMMON: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  // What the application does wrong in SQL is in its own log.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** For data that is kept: every commit is on disk, and the log of changes stays small. */
export const KEPT_SETTINGS: PostgresSettings = {
  ...COMMON,
  max_wal_size: '256MB',
  min_wal_size: '64MB',
  checkpoint_completion_target: '0.5',
};

/** For tests: nothing has to survive a crash of the machine. */
export const TEMPORARY_SETTINGS: PostgresSettings = {
  ...COMMON,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
  max_wal_size: '1GB',
};

/** The arguments of `postgres` for these settings. */
export function serverArguments(dataDir: string, port: number, settings: PostgresSettings): string[] {
  const named = Object.entries({ ...settings, port: String(port) });
  return ['-D', dataDir, ...named.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
