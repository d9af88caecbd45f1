import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Fields that every line of the API's log has, or that stand at its beginning. */
const KNOWN_FIELDS = new Set(['level', 'time', 'service', 'pid', 'msg']);

/** Nest tells at every restart again which modules and routes there are; the log file has it. */
const HIDDEN_CONTEXTS = new Set<unknown>(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

const COLORS: Readonly<Record<string, string>> = {
  warn: '\x1b[33m',
  error: '\x1b[31m',
  fatal: '\x1b[31m',
  debug: '\x1b[2m',
};

/** Shows the API's JSON log as lines for people: time of day, level, message, the other fields. */
export function showLog(stream: Readable): void {
  createInterface({ input: stream }).on('line', (line) => {
    const record = parseRecord(line);
    if (record === null) console.log(line);
    else if (!HIDDEN_CONTEXTS.has(record['context'])) console.log(readable(record));
  });
}

function readable(record: Record<string, unknown>): string {
  const { time = '', level = '', msg = '' } = record as Record<string, string>;
  const rest = Object.entries(record).filter(([name]) => !KNOWN_FIELDS.has(name));
  const fields = rest.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${colored(level, `${time.slice(11, 23)} ${level.padEnd(5)} ${msg}`)} ${fields.join(' ')}`.trimEnd();
}

function colored(level: string, text: string): string {
  const color = process.stdout.isTTY ? COLORS[level] : undefined;
  return color === undefined ? text : `${color}${text}\x1b[0m`;
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
