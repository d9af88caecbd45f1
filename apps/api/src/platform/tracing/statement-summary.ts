const operation = /\b(?:SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|LISTEN)\b/i;
// Our tables' names are quoted and begin with a capital letter; columns do not.
const table = /\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:"public"\.)?"([A-Z]\w*)"|\b(pg_\w+)\(/g;
const mostTables = 10;
export interface StatementSummary {
  /** `SELECT`, or `OTHER`. */
  readonly operation: string;
  /** The operation, and the tables and PostgreSQL's own functions in the order in which the text has them: `SELECT CafeInfo Region`. */
  readonly text: string;
}

/** A short name for a statement. Never what is asked for: only words of the language and tables' names. */
export function summarize(text: string): StatementSummary {
  const name = operation.exec(text)?.[0].toUpperCase() ?? 'OTHER';
  const tables = new Set([...text.matchAll(table)].map(([, found, called]) => found ?? called));
  return { operation: name, text: [name, ...[...tables].slice(0, mostTables)].join(' ') };
}
