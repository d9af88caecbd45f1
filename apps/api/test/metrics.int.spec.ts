import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MetricsServer } from '../src/platform/metrics/metrics-server.js';
import { eventually } from './eventually.js';
import { RoomScene } from './room-scene.js';

let scene: RoomScene;

/** Every sample of a metric as it stands, its value by its labels. */
async function samplesOf(name: string): Promise<Record<string, number>> {
  const { body, status } = await read('/metrics');
  expect(status).toBe(200);
  const lines = body.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return Object.fromEntries(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(name.length, end), Number(line.slice(end + 1))];
    }),
  );
}

async function read(path: string): Promise<{ status: number; body: string; contentType: string | null }> {
  const { port } = scene.app.app.get(MetricsServer);
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, body: await response.text(), contentType: response.headers.get('content-type') };
}

beforeAll(async () => {
  scene = await RoomScene.start({ METRICS_PORT: '0', METRICS_HOST: '127.0.0.1' });
});
afterAll(() => scene.stop());

describe('what Prometheus reads', () => {
  it('counts answers by route template and status, whatever clients ask for', async () => {
    const { call } = scene.app;
    for (const path of ['/api/v1/cafes/none-1', '/api/v1/cafes/none-2', '/api/v1/regions', '/nothing-1', '/nothing-2'])
      await call('GET', path);
    const counts = await samplesOf('http_request_duration_seconds_count');
    expect(counts).toMatchObject({
      '{method="GET",route="/api/v1/cafes/:code",status="404"}': 2,
      '{method="GET",route="/api/v1/regions",status="200"}': 1,
      '{method="GET",route="none",status="404"}': 2,
    });
    expect(Object.keys(counts).filter((labels) => /none-|nothing-/.test(labels))).toEqual([]);
  });

  it('counts answers that were kept already', async () => {
    const before = await samplesOf('response_cache_requests_total');
    for (let time = 0; time < 3; time += 1) await scene.app.call('GET', '/api/v1/cafes?pageSize=7');
    const after = await samplesOf('response_cache_requests_total');
    const grown = (outcome: string) => (after[outcome] ?? 0) - (before[outcome] ?? 0);
    expect([grown('{outcome="miss"}'), grown('{outcome="hit"}')]).toEqual([1, 2]);
  });

  it('tells who is in rooms', async () => {
    await scene.openRoom();
    await scene.enter();
    const two = await scene.enter();
    expect(await samplesOf('room_players')).toEqual({ '': 2 });
    expect(await samplesOf('rooms_open')).toEqual({ '': 1 });
    const before = (await samplesOf('room_ticks_total'))[''] ?? 0;
    await eventually(async () => expect((await samplesOf('room_ticks_total'))['']).toBeGreaterThan(before));
    two.socket.disconnect();
    await eventually(async () => expect(await samplesOf('room_players')).toEqual({ '': 1 }));
    scene.leaveAll();
  });

  it('tells of jobs that wait, and for how long', async () => {
    const { database } = scene.app;
    await database.query(
      `INSERT INTO "BackgroundJob" (id, kind, payload, "dedupeKey", "maxAttempts", "runAt", "updatedAt")
       VALUES (gen_random_uuid(), 'planted', '{}', 'one', 3, now() - interval '5 minutes', now()),
              (gen_random_uuid(), 'planted', '{}', 'two', 3, now() + interval '5 minutes', now())`,
    );
    expect(await samplesOf('jobs')).toMatchObject({ '{kind="planted",status="PENDING"}': 2 });
    const due = (await samplesOf('job_due_seconds'))['{kind="planted"}'];
    expect(due).toBeGreaterThan(299);
    await database.query(`DELETE FROM "BackgroundJob" WHERE kind = 'planted'`);
    expect(await samplesOf('job_due_seconds')).not.toHaveProperty('{kind="planted"}');
  });

  it('tells of the process and its connections, and nothing else at other addresses', async () => {
    const { body, contentType } = await read('/metrics');
    expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(body).toMatch(/^database_pool_connections\{state="waiting"\} 0$/m);
    expect(body).toMatch(/^# TYPE room_ticks_total counter$/m);
    expect((await read('/')).status).toBe(404);
    expect((await scene.app.call('GET', '/metrics')).status).toBe(404);
  });
});
