import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../src/platform/database/database.js';
import type { JobHandler } from '../src/platform/jobs/job-handler.js';
import { JobLane } from '../src/platform/jobs/job-lane.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobsRepository } from '../src/platform/jobs/jobs.repository.js';
import type { Tracer } from '../src/platform/tracing/tracer.js';
import { TRACER } from '../src/platform/tracing/tracing.module.js';
import { eventually } from './eventually.js';
import { startOtlpReceiver } from './otlp-receiver.js';
import type { ReceivedSpan } from './otlp-spans.js';
import { startTestRedis, type TestRedis } from './redis.js';
import { RoomScene } from './room-scene.js';
import { expectParts, newLogFolder, TracedApp, tracingTo } from './traced-app.js';

const consumer = 5;

let redis: TestRedis;
let traced: TracedApp;

beforeAll(async () => {
  redis = await startTestRedis();
  traced = await TracedApp.start({ REDIS_URL: redis.url });
});
afterAll(async () => {
  await traced.stop();
  await redis.stop();
});

const names = (spans: readonly ReceivedSpan[]): string[] => spans.map(({ name }) => name);

describe('a job', () => {
  it('is a trace of its own with its attempts and their outcomes, and what it read of its payload is not told', async () => {
    const part = <T>(type: new (...given: never[]) => T): T => traced.app.app.get(type, { strict: false });
    const [jobs, database] = [part(JobsRepository), part(Database)];
    let afterwards: Promise<unknown> = Promise.resolve();
    let attend = (): void => undefined;
    const attended = new Promise<void>((resolve) => (attend = resolve));
    const handler: JobHandler = {
      kind: 'test.traced',
      retryAfterMs: () => 1,
      run: async (_, { attempt }) => {
        await database.client.region.count();
        if (attempt === 1) throw new TypeError('telltale of a job');
        afterwards = attended.then(() => database.client.region.count());
      },
      giveUp: () => Promise.resolve(),
    };
    const payload = { name: 'telltale payload' };
    await part(JobQueue).enqueue({ kind: handler.kind, payload, dedupeKey: 'traced', maxAttempts: 3 });
    const logger = pino({ level: 'silent' });
    const tracer = traced.app.app.get<Tracer>(TRACER);
    const timing = { leaseMs: 30_000, pollMs: 20 };
    const lane = new JobLane({ handler, jobs, database, logger, tracer, worker: 'traced', timing });
    const attempt = (number: number) => (span: ReceivedSpan) => span.attributes['virtualcafe.job.attempt'] === number;
    const [first] = await traced.traceWhere(attempt(1));
    await traced.traceWhere(attempt(2));
    await lane.stop();
    // What it left behind is no part of it.
    attend();
    await afterwards;
    await traced.traceOf(await traced.app.call('GET', '/api/v1/regions'));
    const [second, ...parts] = await traced.traceWhere(attempt(2));
    expect([first.name, first.kind, first.parentId]).toEqual(['job test.traced', consumer, '']);
    expect(first.attributes).toMatchObject({
      'virtualcafe.job.kind': 'test.traced',
      'virtualcafe.job.outcome': 'to be tried again',
      'error.type': 'TypeError',
    });
    expect([second.attributes['virtualcafe.job.outcome'], second.status.code]).toEqual(['done', 0]);
    expect(names(parts)).toEqual(['SELECT Region', 'UPDATE BackgroundJob']);
    expect(Buffer.concat(traced.receiver.received.map(({ body }) => body)).includes('telltale')).toBe(false);
  });
});

describe('a room', () => {
  it('tells of entering and speaking, neither of what is said nor of moving', async () => {
    const receiver = await startOtlpReceiver();
    const scene = await RoomScene.start({ ...tracingTo(receiver, newLogFolder()), REDIS_URL: redis.url });
    await scene.openRoom();
    const one = await scene.enter({ nickname: '몰래온손님' });
    await one.ask('chat', { text: '비밀 이야기' });
    await one.ask('chat', { text: '' });
    for (let step = 0; step < 20; step += 1) one.move({ x: step / 100, clock: step });
    const two = await scene.enter();
    await eventually(() => expect(two.messages.length).toBe(1));
    scene.leaveAll();
    await scene.stop();
    const { spans } = receiver;
    const ofRooms = spans.filter(({ name }) => name.startsWith('room '));
    expect(names(ofRooms).toSorted()).toEqual([
      'room admit',
      'room admit',
      'room chat',
      'room chat',
      'room enter',
      'room enter',
    ]);
    expect(ofRooms.map(({ attributes }) => attributes['virtualcafe.error.code']).filter(Boolean)).toEqual([
      'room.message-refused',
    ]);
    const chat = ofRooms.find(({ name }) => name === 'room chat');
    expect(spans.some(({ parentId, name }) => parentId === chat?.spanId && name.startsWith('EVAL'))).toBe(true);
    expectParts(spans);
    const sent = Buffer.concat(receiver.received.map(({ body }) => body)).toString();
    for (const telltale of ['비밀', '몰래온']) expect(sent).not.toContain(telltale);
    await receiver.stop();
  });
});
