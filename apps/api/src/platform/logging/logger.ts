import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, multistream, pino, type StreamEntry } from 'pino';
import pinoRoll from 'pino-roll';
import type { LoggingConfig } from './logging.config.js';
import { redact } from './redaction.js';

const defaultLevels = { development: 'debug', production: 'info', test: 'warn' } as const;

export interface LogSink {
  readonly logger: Logger;
  /** Writes out what is still buffered and closes the file; nothing is logged to it afterwards. */
  close(): Promise<void>;
}

/** JSON lines to standard output and, with LOG_DIR, to rotated files; `fieldsOfLine` makes what each line has beside what is logged. */
export async function createLogSink(config: LoggingConfig, fieldsOfLine?: () => object | undefined): Promise<LogSink> {
  const level = config.LOG_LEVEL ?? defaultLevels[config.NODE_ENV];
  const consoleLevel = config.LOG_CONSOLE_LEVEL ?? level;
  const streams: StreamEntry[] = [];
  if (consoleLevel !== 'silent') streams.push({ level: consoleLevel, stream: process.stdout });
  const file = config.LOG_DIR === undefined ? undefined : await openLogFile(config.LOG_DIR);
  if (file !== undefined && level !== 'silent') streams.push({ level, stream: file });
  const logger = pino(
    {
      level,
      base: { service: 'virtualcafe-api', pid: process.pid },
      timestamp: isoTime,
      ...(fieldsOfLine === undefined
        ? {}
        : { mixin: () => fieldsOfLine() ?? noFields, mixinMergeStrategy: withFields }),
      formatters: { level: (label) => ({ level: label }), log: redact, bindings: redact },
      // Errors are plain objects by then.
      serializers: { err: (error: unknown) => error },
    },
    multistream(streams),
  );
  // However the process ends, unless it is killed: what waits to be written together goes out first.
  const flush = (): void => file?.flushSync();
  process.once('exit', flush);
  const close = async (): Promise<void> => {
    process.off('exit', flush);
    if (file === undefined) return;
    const closed = once(file, 'close');
    file.end();
    await closed;
  };
  return { logger, close };
}

const noFields = {};

// pino's own would copy each line's object, also for nothing.
const withFields = (logged: object, fields: object): object =>
  fields === noFields ? logged : Object.assign(fields, logged);

let lastMs = 0;
let lastTime = '';

/** The time as pino adds it to a line, in UTC with milliseconds; the lines of one millisecond share its text. */
function isoTime(): string {
  const now = Date.now();
  if (now !== lastMs) {
    lastMs = now;
    lastTime = `,"time":"${new Date(now).toISOString()}"`;
  }
  return lastTime;
}

async function openLogFile(folder: string): ReturnType<typeof pinoRoll> {
  mkdirSync(folder, { recursive: true });
  const stream = await pinoRoll({
    file: join(folder, 'app'),
    extension: '.log',
    frequency: 'daily',
    size: '50m',
    dateFormat: 'yyyy-MM-dd',
    limit: { count: 14 },
    mkdir: true,
    sync: false,
    // Lines go out together, a quarter of a second late at the most: a write for each would cost more than making it.
    minLength: 16_000,
    periodicFlush: 250,
  });
  // Open before anything is logged: a folder that cannot be written to is told at the start, and an early end finds a file.
  await once(stream, 'ready');
  return stream;
}
