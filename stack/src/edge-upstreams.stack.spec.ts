import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { AccessLog } from './access-log.js';
import { FakeApp } from './fake-app.js';
import { HttpsClient } from './https-client.js';
import { certificateOf } from './raw-https.js';
import { run } from './run.js';
import { Stack } from './stack.js';
import { ThrowAwayNginx } from './throw-away-nginx.js';
import { until } from './until.js';

const stack = new Stack(inject('place'));
/** An address where nobody is, of a net that is kept for examples. */
const nobody = '198.51.100.1';
let app: FakeApp;
let nginx: ThrowAwayNginx;
let client: HttpsClient;

beforeAll(async () => {
  app = await FakeApp.start(stack);
  const environment = { APPS: `${app.address} ${nobody}`, APP_PORT: String(app.port) };
  nginx = await ThrowAwayNginx.start(stack, { environment });
  client = new HttpsClient(nginx.place, await certificateOf(nginx.place));
});

afterAll(async () => {
  client.close();
  await nginx.remove();
  await app.close();
});

beforeEach(() => {
  app.mood = 'answers';
});

const statuses = async (count: number): Promise<number[]> => {
  const answers = await Promise.all(Array.from({ length: count }, () => client.call('GET', '/')));
  return answers.map(({ status }) => status);
};
const repeated = (status: number, count: number): number[] => Array.from({ length: count }, () => status);

it('ask the other where one does not answer', async () => {
  expect(await statuses(20)).toEqual(repeated(200, 20));
});

describe('when one is drained', () => {
  beforeAll(async () => {
    await run('docker', ['exec', nginx.container, '/etc/virtualcafe/upstreams.sh', 'drain', nobody]);
    // A reload takes a moment, in which connections that were kept are closed.
    await delay(1000);
  });

  it('ask it for nothing', async () => {
    const since = new Date();
    expect(await statuses(20)).toEqual(repeated(200, 20));
    const asked = await until(async () => {
      const entries = await new AccessLog(nginx.container).entries(since);
      return entries.length < 20 ? undefined : entries.map(({ upstream }) => upstream);
    });
    expect(new Set(asked)).toEqual(new Set([`${app.address}:${app.port}`]));
  });

  it('go on asking the other, however often it has failed', async () => {
    app.mood = 'breaks off';
    expect(await statuses(20)).toEqual(repeated(503, 20));
    app.mood = 'answers';
    expect(await statuses(20)).toEqual(repeated(200, 20));
  });
});
