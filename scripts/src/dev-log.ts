import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Fields that every line of the API's log has, or that stand at its beginning. */
const KNOWN_FIELDS = new Set(['level', 'time', 'service', 'pid', 'msg']);

const COLORS: Readonly<Record<string, string>> = {
  warn: '\x1b[33m',
  error: '\x1b[31m',
  fatal: '\x1b[31m',
  debug: '\x1b[2m',
};

/** Shows the API's JSON log as lines for people: time of day, level, message, the other fields. */
export function showLog(stream: Readable): void {
  createInterface({ input: stream }).on('line', (line) => console.log(readable(line)));
}

function readable(line: string): string {
  const record = parseRecord(line);
  if (record === null) return line;
  const { time = '', level = '', msg = '' } = record as Record<string, string>;
  const rest = Object.entries(record).filter(([name]) => !KNOWN_FIELDS.has(name));
  const fields = rest.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${COLORS[level] ?? ''}${time.slice(11, 23)} ${level.padEnd(5)} ${msg}\x1b[0m ${fields.join(' ')}`.trimEnd();
}

function parseRecord(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    const record: unknown = JSON.parse(line);
    return typeof record === 'object' && record !== null && 'level' in record ? { ...record } : null;
  } catch {
    // Something else that happens to begin with a brace: shown as it is.
    return null;
  }
}
