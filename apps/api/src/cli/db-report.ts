import type { Drift } from '../platform/database/migrations/check-drift.js';
import type { MigrationStatus } from '../platform/database/migrations/migration-history.js';

/** Where the database stands, a line for each state that has migrations. */
export function describeStatus(status: MigrationStatus): { text: string; isUpToDate: boolean } {
  const isUpToDate = status.pending.length === 0 && status.unfinished.length === 0;
  const lines = [
    line('Applied', status.applied),
    line('Pending', status.pending),
    line('Unfinished, to be applied anew by migrate', status.unfinished),
    line('Applied by a newer version of the program', status.unknown),
    line('Edited after they were applied', status.edited),
    isUpToDate ? 'The database is up to date.' : 'Run: npm run db -- migrate',
  ];
  return { text: lines.filter((text) => text !== '').join('\n'), isUpToDate };
}

/** What differs between schema, migrations and database. */
export function describeDrift(drift: Drift): { text: string; hasDrift: boolean } {
  const parts = [
    drift.schema === null
      ? ''
      : `The migrations do not say what the schema says; missing (npm run db -- new NAME):\n${drift.schema.trim()}`,
    line('The database lacks migrations (npm run db -- migrate)', drift.pending),
    line('The database lacks what the migrations make', drift.missing),
    line('The database has what no migration makes', drift.unexpected),
  ].filter((text) => text !== '');
  if (parts.length === 0) return { text: 'No drift.', hasDrift: false };
  return { text: parts.join('\n'), hasDrift: true };
}

const line = (title: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${title}:\n${names.map((name) => `  ${name}`).join('\n')}`;
