import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase } from './database.js';
import { testEnvironment, type TestResponse } from './app.js';
import { eventually } from './eventually.js';
import { startOtlpReceiver } from './otlp-receiver.js';
import { startServerProcess } from './server-process.js';
import { logLinesIn, newLogFolder, TracedApp, tracingTo } from './traced-app.js';

const running: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const each of running.splice(0).toReversed()) await each.stop();
});

async function start(overrides: NodeJS.ProcessEnv = {}): Promise<TracedApp> {
  const traced = await TracedApp.start(overrides);
  running.push(traced);
  return traced;
}

const read = ({ app }: TracedApp, headers: Record<string, string> = {}): Promise<TestResponse> =>
  app.call('GET', '/api/v1/regions', { headers });

const noticesOf = async (traced: TracedApp) =>
  (await traced.logLines()).map(({ msg }) => msg).filter((text) => /traces|OpenTelemetry/i.test(String(text)));

describe('a receiver', () => {
  it.each([
    ['that refuses', 500],
    ['that does not answer', 'silence'],
  ] as const)('%s costs one line in the log, and another when it takes traces again', async (_, answer) => {
    // Read by the SDK itself.
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '200');
    const traced = await start();
    traced.receiver.answer = answer;
    const { received } = traced.receiver;
    for (let batch = 1; batch <= 3; batch += 1) {
      expect((await read(traced)).status).toBe(200);
      await eventually(() => expect(received.length).toBeGreaterThanOrEqual(batch));
    }
    await eventually(async () =>
      expect(await noticesOf(traced)).toEqual(['Traces do not arrive; going on without them']),
    );
    traced.receiver.answer = 200;
    await eventually(async () => {
      await read(traced);
      expect(await noticesOf(traced)).toEqual(['Traces do not arrive; going on without them', 'Traces arrive again']);
    });
  });

  it('that is gone costs the same', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '200');
    const traced = await start();
    await traced.receiver.stop();
    for (let batch = 0; batch < 3; batch += 1) expect((await read(traced)).status).toBe(200);
    await eventually(async () => expect(await noticesOf(traced)).toHaveLength(1));
    const warning = (await traced.logLines()).find(({ msg }) => String(msg).startsWith('Traces do not'));
    expect(warning).toMatchObject({ level: 'warn', reason: expect.stringContaining('ECONNREFUSED') as string });
  });

  it('that is too slow makes spans be dropped, never requests, and the log says so', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '900000');
    const traced = await start({ OTEL_BSP_MAX_QUEUE_SIZE: '512', CACHE_ENABLED: 'false' });
    traced.receiver.answer = 'silence';
    // A batch that is on its way, a full queue, and more.
    for (let round = 0; round < 14; round += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => read(traced)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    traced.receiver.answer = 200;
    traced.receiver.answerLate();
    await eventually(async () => {
      await read(traced);
      const lines = await traced.logLines();
      expect(lines.find(({ msg }) => msg === 'OpenTelemetry has a warning')?.reason).toMatch(/^Dropped \d+ spans/);
    });
  });

  it('is shown what it wants to be shown, under the name that was given', async () => {
    vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment.name=staging');
    const traced = await start({
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc,x-tenant=one',
      OTEL_SERVICE_NAME: 'cafes-of-busan',
    });
    const [{ resource }] = await traced.traceOf(await read(traced));
    expect(resource).toMatchObject({ 'service.name': 'cafes-of-busan', 'deployment.environment.name': 'staging' });
    expect(traced.receiver.received[0]?.headers).toMatchObject({ authorization: 'Bearer abc', 'x-tenant': 'one' });
  });

  it('gets what is left when the server stops, which waits no longer than it may', async () => {
    const traced = await start({ OTEL_BSP_SCHEDULE_DELAY: '60000' });
    await read(traced);
    expect(traced.receiver.received).toEqual([]);
    await traced.app.close();
    expect(traced.receiver.spans.map(({ name }) => name)).toContain('GET /api/v1/regions');

    const unheard = await start({ OTEL_BSP_SCHEDULE_DELAY: '60000', SHUTDOWN_TIMEOUT_MS: '1000' });
    unheard.receiver.answer = 'silence';
    await read(unheard);
    await unheard.app.close();
    expect(await noticesOf(unheard)).toEqual(['The last traces were not sent']);
    running.length = 0;
    for (const each of [traced, unheard]) {
      await each.receiver.stop();
      await each.app.database.drop();
    }
  });
});

describe('a caller’s traceparent', () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const sampled = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  const unsampled = { traceparent: `00-${traceId}-b7ad6b7169203331-00` };
  const byProxy = { 'x-forwarded-for': '203.0.113.5' };

  it('is nothing to us unless it is trusted', async () => {
    const traced = await start({ OTEL_TRACES_SAMPLER: 'parentbased_always_on' });
    for (const headers of [sampled, unsampled, { ...sampled, ...byProxy }]) {
      const [span] = await traced.traceOf(await read(traced, headers));
      expect([span.traceId === traceId, span.parentId]).toEqual([false, '']);
    }
    const unrecorded = await start({ OTEL_TRACES_SAMPLER: 'parentbased_always_off' });
    await read(unrecorded, { ...sampled, ...byProxy });
    await unrecorded.app.close();
    expect(unrecorded.receiver.received).toEqual([]);
    await unrecorded.receiver.stop();
    await unrecorded.app.database.drop();
    running.pop();
  });

  it('is continued where it is, from a trusted proxy only', async () => {
    const traced = await start({ TRACEPARENT_TRUSTED: 'true' });
    const [span] = await traced.traceOf(await read(traced, { ...sampled, ...byProxy }));
    expect([span.traceId, span.parentId]).toEqual([traceId, 'b7ad6b7169203331']);
    // Loopback is trusted, but it speaks for nobody else.
    const [own] = await traced.traceOf(await read(traced, sampled));
    expect(own.parentId).toBe('');
    for (const given of ['', 'nonsense', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`]) {
      const [fresh] = await traced.traceOf(await read(traced, { traceparent: given, ...byProxy }));
      expect(fresh.parentId).toBe('');
    }
    const left = await read(traced, { ...unsampled, ...byProxy });
    await traced.traceOf(await read(traced));
    const id = left.headers.get('x-request-id');
    expect(traced.receiver.spans.some(({ attributes }) => attributes['virtualcafe.request.id'] === id)).toBe(false);
  });

  it('is not believed of a proxy that is not trusted', async () => {
    const traced = await start({ TRACEPARENT_TRUSTED: 'true', TRUSTED_PROXIES: '192.0.2.1' });
    const [span] = await traced.traceOf(await read(traced, { ...sampled, ...byProxy }));
    expect(span.parentId).toBe('');
  });
});

describe('sampling', () => {
  it('records the share that is asked for, with all parts of a trace or none', async () => {
    const share = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.5' };
    // They wait for each other's connection.
    const traced = await start({ ...share, DATABASE_POOL_SIZE: '1', CACHE_ENABLED: 'false' });
    await Promise.all(Array.from({ length: 40 }, (_, each) => traced.app.call('GET', `/api/v1/cafes/none-${each}`)));
    await traced.app.close();
    const { spans } = traced.receiver;
    const wholes = spans.filter(({ name }) => name === 'GET /api/v1/cafes/:code');
    expect(wholes.length).toBeGreaterThan(2);
    expect(wholes.length).toBeLessThan(38);
    const wholeOfParts = spans.filter(({ parentId }) => parentId !== '').map(({ parentId }) => parentId);
    expect(wholeOfParts.toSorted()).toEqual(wholes.map(({ spanId }) => spanId).toSorted());
    const lines = (await traced.logLines()).filter(
      ({ msg, route }) => msg === 'request' && route === '/api/v1/cafes/:code',
    );
    expect(lines.filter(({ traceId }) => traceId !== undefined).length).toBe(wholes.length);
    await traced.receiver.stop();
    await traced.app.database.drop();
    running.pop();
  });
});

describe('OpenTelemetry', () => {
  /** The packages of it that a server of its own had loaded when it ended, after a few requests. */
  async function loadedPackages(overrides: NodeJS.ProcessEnv): Promise<string[]> {
    const database = await createTestDatabase();
    const folder = inject('scratchFolder');
    const output = join(folder, `loaded-${Object.keys(overrides).length}.json`);
    const printing = `import { createRequire } from 'node:module'; import { writeFileSync } from 'node:fs';
      const { cache } = createRequire(process.cwd() + '/');
      process.on('exit', () => writeFileSync(${JSON.stringify(output)}, JSON.stringify(Object.keys(cache))));`;
    const server = await startServerProcess({
      ...testEnvironment(database.url, join(folder, 'media-of-loaded')),
      NODE_OPTIONS: `${process.env.NODE_OPTIONS} --import=data:text/javascript,${encodeURIComponent(printing)}`,
      ...overrides,
    });
    for (const path of ['/api/v1/regions', '/api/v1/cafes', '/nothing']) await fetch(server.url + path);
    await server.stop();
    await database.drop();
    const files = JSON.parse(await readFile(output, 'utf8')) as string[];
    return [
      ...new Set(files.flatMap((file) => /node_modules\/(@opentelemetry\/[^/]+)/.exec(file)?.[1] ?? [])),
    ].toSorted();
  }

  it('is loaded only where there is an endpoint, but for what prom-client takes of it', async () => {
    expect(await loadedPackages({})).toEqual(['@opentelemetry/api']);
  });

  it('sends, from a process of its own, also what is left at its end', async () => {
    const receiver = await startOtlpReceiver();
    running.push(receiver);
    const logs = newLogFolder();
    const packages = await loadedPackages({ ...tracingTo(receiver, logs), OTEL_BSP_SCHEDULE_DELAY: '60000' });
    expect(packages).toEqual(expect.arrayContaining(['@opentelemetry/sdk-trace', '@opentelemetry/otlp-transformer']));
    expect(receiver.spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['GET /api/v1/regions', 'GET /api/v1/cafes', 'GET']),
    );
    expect((await logLinesIn(logs)).filter(({ msg }) => /traces/i.test(String(msg)))).toEqual([]);
  });
});
