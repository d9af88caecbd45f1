import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { Database } from '../database/database.js';
import { noTracer } from '../tracing/tracer.js';
import type { JobHandler, JobPayload, JobRun } from './job-handler.js';
import { JobLane } from './job-lane.js';
import { JobQueue } from './job-queue.js';
import { JobsRepository } from './jobs.repository.js';

let app: TestApp;
let lanes: JobLane[] = [];
let kinds = 0;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

type Work = (payload: JobPayload, run: JobRun) => Promise<void>;

/** A kind of its own, the work of it, and what was given up. */
function newHandler(work: Work, retryAfterMs = 1): JobHandler & { readonly givenUp: [JobPayload, string][] } {
  kinds += 1;
  const givenUp: [JobPayload, string][] = [];
  return {
    kind: `test.kind-${kinds}`,
    retryAfterMs: () => retryAfterMs,
    run: work,
    giveUp: (payload, error) => {
      givenUp.push([payload, error]);
      return Promise.resolve();
    },
    givenUp,
  };
}

const part = <T>(type: new (...given: never[]) => T): T => app.app.get(type, { strict: false });

function openLane(handler: JobHandler, worker: string, { leaseMs = 30_000, pollMs = 20 } = {}): JobLane {
  const [jobs, database] = [part(JobsRepository), part(Database)];
  const logger = pino({ level: 'silent' });
  const timing = { leaseMs, pollMs };
  const lane = new JobLane({ handler, jobs, database, logger, tracer: noTracer, worker, timing });
  lanes.push(lane);
  return lane;
}

const enqueue = (
  handler: JobHandler,
  payload: JobPayload,
  { dedupeKey = JSON.stringify(payload), maxAttempts = 3 } = {},
) => part(JobQueue).enqueue({ kind: handler.kind, payload, dedupeKey, maxAttempts });

interface JobRow {
  readonly status: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly progress: unknown;
  readonly lockedBy: string | null;
}
const jobsOf = ({ kind }: JobHandler): Promise<JobRow[]> =>
  app.database.query<JobRow & Record<string, unknown>>(
    'SELECT status, attempts, "lastError", progress, "lockedBy" FROM "BackgroundJob" WHERE kind = $1 ORDER BY "createdAt"',
    [kind],
  );
const untilAll = (handler: JobHandler, status: string) =>
  eventually(async () => expect(new Set((await jobsOf(handler)).map((job) => job.status))).toEqual(new Set([status])));

/** Work that lasts until it is told to end, and then fails as a job that was cut off. */
const untilAborted: Work = (_, { signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('ended')), { once: true }));

describe('a job', () => {
  it('is done once, however many workers there are', async () => {
    const done: unknown[] = [];
    const handler = newHandler(async (payload) => {
      await sleep(1);
      done.push(payload['place']);
    });
    for (let place = 0; place < 30; place += 1) await enqueue(handler, { place });
    for (const worker of ['a', 'b', 'c']) openLane(handler, worker);
    await untilAll(handler, 'DONE');
    expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 30 }, (_, place) => place));
  });

  it('belongs to the transaction that enqueued it', async () => {
    const handler = newHandler(() => Promise.resolve());
    const database = part(Database);
    const failing = database.transaction(async () => {
      await enqueue(handler, { rolled: 'back' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await jobsOf(handler)).toEqual([]);
  });

  it('with the key of one that waits is that one; once it is over, it is another', async () => {
    const handler = newHandler(() => Promise.resolve());
    await enqueue(handler, { a: 1 }, { dedupeKey: 'k' });
    await enqueue(handler, { a: 2 }, { dedupeKey: 'k' });
    expect(await jobsOf(handler)).toHaveLength(1);
    openLane(handler, 'a');
    await untilAll(handler, 'DONE');
    await enqueue(handler, { a: 3 }, { dedupeKey: 'k' });
    await eventually(async () => expect(await jobsOf(handler)).toHaveLength(2));
  });

  it('is begun at once when this process enqueues it, not only at the next look', async () => {
    const handler = newHandler(() => Promise.resolve());
    const lane = openLane(handler, 'a', { pollMs: 3_600_000 });
    const forget = part(JobQueue).onEnqueued(handler.kind, () => lane.wake());
    await enqueue(handler, { n: 1 });
    await untilAll(handler, 'DONE');
    forget();
  });

  it('that fails is tried again, and given up after its last attempt', async () => {
    const attempts: number[] = [];
    const handler = newHandler((payload, { attempt }) => {
      attempts.push(attempt);
      return attempt < 3 || payload['isHopeless'] === true
        ? Promise.reject(new Error(`no ${attempt}`))
        : Promise.resolve();
    });
    await enqueue(handler, { isHopeless: false });
    openLane(handler, 'a');
    await untilAll(handler, 'DONE');
    expect(attempts).toEqual([1, 2, 3]);
    await enqueue(handler, { isHopeless: true });
    await eventually(() => expect(handler.givenUp).toEqual([[{ isHopeless: true }, 'no 3']]));
    expect((await jobsOf(handler))[1]).toMatchObject({ status: 'FAILED', attempts: 3, lastError: 'no 3' });
  });

  it('waits before it is tried again', async () => {
    const handler = newHandler(() => Promise.reject(new Error('no')), 3_600_000);
    await enqueue(handler, {});
    openLane(handler, 'a');
    await untilAll(handler, 'PENDING');
    await eventually(async () => expect((await jobsOf(handler))[0]).toMatchObject({ attempts: 1, lastError: 'no' }));
  });

  it('says how far it is', async () => {
    let goOn: () => void = () => undefined;
    const handler = newHandler(async (_, { report }) => {
      await report({ stage: 'half', done: 0.5 });
      await new Promise<void>((resolve) => (goOn = resolve));
    });
    await enqueue(handler, {});
    openLane(handler, 'a');
    await eventually(async () => expect((await jobsOf(handler))[0]?.progress).toEqual({ stage: 'half', done: 0.5 }));
    goOn();
    await untilAll(handler, 'DONE');
  });
});

describe('a worker', () => {
  it('that is gone loses its job to another when its lease has run out', async () => {
    const doneBy: string[] = [];
    const handler = newHandler(() => Promise.resolve(void doneBy.push('b')));
    await enqueue(handler, {});
    // As a killed process leaves it: taken, and nobody says anything more.
    expect(await part(JobsRepository).take(handler.kind, 'killed', 50)).toMatchObject({ attempt: 1 });
    openLane(handler, 'b');
    await untilAll(handler, 'DONE');
    expect(doneBy).toEqual(['b']);
    expect((await jobsOf(handler))[0]).toMatchObject({ attempts: 2 });
  });

  it('that lives keeps its job beyond the lease', async () => {
    let begun = 0;
    const handler = newHandler(async () => {
      begun += 1;
      await sleep(400);
    });
    await enqueue(handler, {});
    openLane(handler, 'a', { leaseMs: 150 });
    openLane(handler, 'b', { leaseMs: 150 });
    await untilAll(handler, 'DONE');
    expect(begun).toBe(1);
  });

  it('that was taken for dead is told to end, and changes nothing any more', async () => {
    let begun = 0;
    const handler = newHandler((payload, run) => {
      begun += 1;
      return begun === 1 ? untilAborted(payload, run) : Promise.resolve();
    });
    await enqueue(handler, {});
    openLane(handler, 'slow', { leaseMs: 300 });
    await eventually(() => expect(begun).toBe(1));
    await app.database.query(`UPDATE "BackgroundJob" SET "lockedUntil" = now() - interval '1 s' WHERE kind = $1`, [
      handler.kind,
    ]);
    openLane(handler, 'other');
    await untilAll(handler, 'DONE');
    await eventually(async () => expect((await jobsOf(handler))[0]).toMatchObject({ status: 'DONE', lastError: null }));
  });

  it('that stops gives its job back as if it had not begun', async () => {
    const handler = newHandler(untilAborted);
    await enqueue(handler, {});
    const lane = openLane(handler, 'a');
    await untilAll(handler, 'RUNNING');
    await lane.stop();
    expect(await jobsOf(handler)).toEqual([
      { status: 'PENDING', attempts: 0, lastError: null, progress: null, lockedBy: null },
    ]);
  });

  it('gives up a job whose workers were killed each time', async () => {
    const handler = newHandler(() => Promise.resolve());
    await enqueue(handler, { deadly: true }, { maxAttempts: 2 });
    for (const worker of ['first', 'second']) {
      await part(JobsRepository).take(handler.kind, worker, -1);
    }
    openLane(handler, 'third');
    await untilAll(handler, 'FAILED');
    expect(handler.givenUp).toEqual([[{ deadly: true }, 'it was cut off each time it was tried']]);
  });
});

describe('finished jobs', () => {
  it('are forgotten after a month', async () => {
    const handler = newHandler(() => Promise.resolve());
    await enqueue(handler, { n: 1 });
    await enqueue(handler, { n: 2 });
    openLane(handler, 'a');
    await untilAll(handler, 'DONE');
    await app.database.query(
      `UPDATE "BackgroundJob" SET "finishedAt" = now() - interval '31 days' WHERE kind = $1 AND payload = '{"n": 1}'`,
      [handler.kind],
    );
    expect(await part(JobsRepository).deleteFinished(new Date(Date.now() - 30 * 86_400_000))).toBe(1);
    expect(await jobsOf(handler)).toHaveLength(1);
  });
});
