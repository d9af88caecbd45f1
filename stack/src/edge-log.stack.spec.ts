import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { AccessLog } from './access-log.js';
import { AppView, containerOf } from './app-view.js';
import { HttpsClient } from './https-client.js';
import { Stack } from './stack.js';

const place = inject('place');
const stack = new Stack(place);
const app = new AppView(stack);
const client = new HttpsClient(place, inject('installation').rootCertificate);
let log: AccessLog;

beforeAll(async () => {
  log = new AccessLog(await containerOf(stack, 'nginx'));
});

afterAll(() => client.close());

const idOf = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  String((await client.call('GET', path, { headers })).headers['x-request-id']);

it('says of each request what it was, how long it took and who answered', async () => {
  const path = `/api/v1/logged-${randomUUID()}`;
  const agent = 'a "quoted" \\ name\twith everything, 카페';
  const entry = await log.entry(await idOf(path, { 'user-agent': Buffer.from(agent).toString('latin1') }));
  expect(entry).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
    requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    address: expect.stringMatching(/^[\d.]+$/),
    method: 'GET',
    host: place.domain,
    uri: path,
    protocol: 'HTTP/1.1',
    status: 404,
    bytes: expect.any(Number),
    seconds: expect.any(Number),
    upstream: expect.stringMatching(/:4000$/),
    upstreamStatus: '404',
    upstreamSeconds: expect.stringMatching(/^\d+\.\d+$/),
    cache: 'MISS',
    limited: 'PASSED',
    tls: 'TLSv1.3',
    userAgent: agent,
  });
  expect((await app.requests(path)).map(({ requestId }) => requestId)).toEqual([entry.requestId]);
});

it('names what nginx answered itself by the same id', async () => {
  for (const path of ['/favicon.svg', '/assets/nothing.js', '/media/x', '/nothing.js']) {
    const entry = await log.entry(await idOf(path));
    expect([entry.uri, entry.upstream]).toEqual([path, '']);
  }
});

it('keeps the links of maps for those who have them', async () => {
  const path = '/api/v1/viewers/nothing/map-files/5b0b6a3e-6c0e-4c1e-8f0e-2f1b7e1f1c11';
  const secret = randomUUID();
  const entry = await log.entry(await idOf(`${path}?expires=1&signature=${secret}`));
  expect(entry.uri).toBe(`${path}?...`);
  // Nobody's secret stands in others.
  expect((await log.entry(await idOf('/cafes?q=a'))).uri).toBe('/cafes?q=a');
  expect((await log.lines()).some((line) => line.includes(secret))).toBe(false);
});

it('is JSON in every line, whatever was asked', async () => {
  await idOf('/%22%7d%0a%7b?"}');
  const lines = await log.lines();
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
});
