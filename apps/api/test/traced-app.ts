import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { startTestApp, type TestApp, type TestResponse } from './app.js';
import { eventually } from './eventually.js';
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.js';
import type { ReceivedSpan } from './otlp-spans.js';

// The SDK takes beginnings from a clock of whole milliseconds.
const clockStepNs = 2_000_000n;

export type LogLine = Readonly<Record<string, unknown>>;

/** A folder for logs that goes with the run. */
export const newLogFolder = (): string => join(inject('scratchFolder'), `logs-${randomUUID()}`);

/** The lines that have been written out so far. */
export async function logLinesIn(folder: string): Promise<LogLine[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((line) => JSON.parse(line) as LogLine);
}

/** An application with somebody who takes its traces. */
export class TracedApp {
  private constructor(
    readonly app: TestApp,
    readonly receiver: OtlpReceiver,
    private readonly logFolder: string,
  ) {}

  static async start(overrides: NodeJS.ProcessEnv = {}): Promise<TracedApp> {
    const receiver = await startOtlpReceiver();
    const logFolder = newLogFolder();
    const app = await startTestApp({ ...tracingTo(receiver, logFolder), ...overrides });
    return new TracedApp(app, receiver, logFolder);
  }

  logLines(): Promise<LogLine[]> {
    return logLinesIn(this.logFolder);
  }

  /** All spans of the trace that an answer's request began, its own first. */
  async traceOf({ headers }: TestResponse): Promise<[ReceivedSpan, ...ReceivedSpan[]]> {
    const id = headers.get('x-request-id');
    return this.traceWhere((span) => span.attributes['virtualcafe.request.id'] === id);
  }

  /** The same for the trace whose first span is looked for. */
  async traceWhere(isFirst: (span: ReceivedSpan) => boolean): Promise<[ReceivedSpan, ...ReceivedSpan[]]> {
    const { spans } = this.receiver;
    await eventually(() => expect(spans.some(isFirst)).toBe(true));
    const first = spans.find(isFirst);
    if (first === undefined) throw new Error('It was there just now');
    return [first, ...spans.filter((span) => span.traceId === first.traceId && span !== first)];
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.receiver.stop();
  }
}

/** What an application is told to send its traces there, soon. */
export const tracingTo = ({ url }: OtlpReceiver, logFolder: string): NodeJS.ProcessEnv => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_BSP_SCHEDULE_DELAY: '50',
  LOG_LEVEL: 'info',
  LOG_DIR: logFolder,
});

/** What is not the first of its trace began while the first one ran. */
export function expectParts(spans: readonly ReceivedSpan[]): void {
  for (const part of spans.filter(({ parentId }) => parentId !== '')) {
    const whole = spans.find(({ spanId }) => spanId === part.parentId);
    // The whole may still be on its way.
    if (whole === undefined) continue;
    expect(part.traceId).toBe(whole.traceId);
    expect(part.beganAt >= whole.beganAt && part.beganAt <= whole.endedAt + clockStepNs, part.name).toBe(true);
  }
}
