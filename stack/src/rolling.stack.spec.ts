import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Audience } from './audience.js';
import { containerOf } from './app-view.js';
import { withChanges, withSetting } from './changed-checkout.js';
import { CafeScene } from './cafe-scene.js';
import { DerivedVersions } from './derived-versions.js';
import { trustThisMachine } from './front-proxy.js';
import { HttpsClient } from './https-client.js';
import { Load } from './load.js';
import { expectServing } from './serving.js';
import { Stack } from './stack.js';

const stack = new Stack(inject('place'));
const { rootCertificate } = inject('installation');
const client = new HttpsClient(stack.place, rootCertificate);
const derived = new DerivedVersions(stack);
/** So many requests of all that are made meanwhile are to be answered. */
const requestsInAll = 20_000;
let scene: CafeScene;
let audience: Audience;
let stopTrusting: () => Promise<void>;

beforeAll(async () => {
  stopTrusting = await trustThisMachine(stack);
  scene = await CafeScene.make(stack, rootCertificate);
  audience = await Audience.gather(scene);
});

beforeEach(() => scene.logIn());

afterAll(async () => {
  audience.leave();
  await stopTrusting();
  await derived.remove();
  scene.close();
  client.close();
});

/** What nginx says of a file that is not built anew with each release. */
const lifetimeOfIcon = async (): Promise<string | undefined> =>
  (await client.call('GET', '/favicon.svg')).headers['cache-control'];
const expectLifetimeOfIcon = (seconds: number): Promise<void> =>
  // A reload takes a moment.
  expect.poll(() => lifetimeOfIcon().catch(String), { timeout: 30_000 }).toBe(`public, max-age=${seconds}`);

it('brings in a new version under load without anybody noticing: server, pages, and how nginx is set up', async () => {
  const before = await stack.setting('VERSION');
  const [assetsBefore, container] = [await assetsOfPage(), await containerOf(stack, 'nginx')];
  await expectLifetimeOfIcon(300);
  const { code, output } = await audience.during(() =>
    withChanges(
      stack,
      [
        ['apps/web/src/i18n/ko/home.ts', '오늘은 어느', `${new Date().toISOString()} 오늘은 어느`],
        ['apps/web/src/main.tsx', 'import ', "(window as { version?: string }).version = 'next';\nimport "],
        ['deploy/nginx/snippets/site.conf', 'max-age=300', 'max-age=299'],
      ],
      () => stack.deploy('update'),
    ),
  );
  expect([code, output]).toEqual([0, expect.stringMatching(/nginx is set up differently[^]+Version \S+ serves/)]);
  const version = await stack.setting('VERSION');
  expect(version).not.toBe(before);
  expect(await stack.setting('PREVIOUS_VERSION')).toBe(before);
  await expectServing(stack, client, version);
  const assets = await assetsOfPage();
  expect(assets).not.toEqual(assetsBefore);
  // Pages that are open ask for those of the version that they are of.
  for (const path of [...assets, ...assetsBefore])
    expect([path, (await client.call('GET', path)).status]).toEqual([path, 200]);
  await expectLifetimeOfIcon(299);
  expect(await containerOf(stack, 'nginx')).toBe(container);
  // It is what nginx starts with from now on.
  await stack.compose('restart', 'nginx');
  await expectLifetimeOfIcon(299);
});

it('goes back by hand, also after an update that brought nothing new', async () => {
  const newer = await stack.setting('VERSION');
  const older = await stack.setting('PREVIOUS_VERSION');
  await audience.during(async () => {
    const { code, output } = await stack.deploy('update', '--version', newer);
    expect([code, output]).toEqual([0, expect.stringMatching(/app-1 is so already[^]+app-2 is so already/)]);
    expect((await stack.deploy('rollback')).code).toBe(0);
  });
  await expectServing(stack, client, older);
  expect(await stack.setting('PREVIOUS_VERSION')).toBe(newer);
  await expectLifetimeOfIcon(300);
});

describe('a version that is broken', () => {
  it.each<[what: string, instructions: string[], said: RegExp, healthyWithin?: number]>([
    [
      'dies when it is started',
      ['RUN sed -i \'1i throw new Error("Broken on purpose");\' dist/main.js'],
      /Broken on purpose[^]+did not become healthy and was taken back/,
    ],
    [
      'dies on the second process only',
      ['RUN sed -i \'1i if (process.env.HOSTNAME === "app-2") throw new Error("Broken on app-2");\' dist/main.js'],
      /Replacing app-2[^]+Broken on app-2[^]+Replacing app-2[^]+Replacing app-1[^]+was taken back/,
    ],
    [
      'is never ready',
      ['RUN sed -i "s/isShuttingDown = false/isShuttingDown = true/" dist/modules/health/health.service.js'],
      /The process is shutting down[^]+did not become healthy and was taken back/,
      20,
    ],
    [
      'has a migration that fails',
      [
        'RUN mkdir prisma/migrations/20990101000000_broken',
        'RUN echo \'CREATE TABLE "Half" (id int); SELECT no_such_function();\' > prisma/migrations/20990101000000_broken/migration.sql',
      ],
      /no_such_function[^]+a migration failed: nothing was replaced/,
    ],
  ])('%s: it is taken back, and nobody notices', async (_what, instructions, said, healthyWithin = 120) => {
    const before = await stack.setting('VERSION');
    const previous = await stack.setting('PREVIOUS_VERSION');
    const version = await derived.make({ api: instructions });
    const { code, output } = await withSetting(stack, 'HEALTHY_WITHIN', String(healthyWithin), () =>
      audience.during(() => stack.deploy('update', '--version', version)),
    );
    expect([code, output]).toEqual([1, expect.stringMatching(said)]);
    expect(output).toContain(`version ${before} serves`);
    expect(await stack.setting('PREVIOUS_VERSION')).toBe(previous);
    await expectServing(stack, client, before);
    expect(await scene.query(`SELECT to_regclass('"Half"') IS NULL`)).toBe('t');
  });

  it('cannot be built: nothing is touched', async () => {
    const before = await stack.setting('VERSION');
    const { code, output } = await withChanges(stack, [['scripts/build.mjs', 'await ', 'await not.']], () =>
      stack.deploy('update'),
    );
    expect([code, output]).toEqual([1, expect.stringMatching(/cannot be built: see above/)]);
    await expectServing(stack, client, before);
  });
});

describe('nginx', () => {
  it('is not given what it would not start with: nothing is touched', async () => {
    const before = await stack.setting('VERSION');
    const version = await derived.make({ web: ['RUN echo "not_known on;" >> /etc/virtualcafe/snippets/limits.conf'] });
    const { code, output } = await stack.deploy('update', '--version', version);
    const said = /unknown directive "not_known"[^]+nginx would not start as version \S+ sets it up/;
    expect([code, output]).toEqual([1, expect.stringMatching(said)]);
    expect(output).not.toContain('Replacing');
    await expectServing(stack, client, before);
  });

  it('refuses connections for a moment when its container is replaced, and fails nobody whom it took', async () => {
    const [version, container] = [await stack.setting('VERSION'), await containerOf(stack, 'nginx')];
    const addresses = `${await stack.setting('FRONT_PROXIES')} 198.51.100.1`;
    const load = new Load(scene);
    const { code, output } = await withSetting(stack, 'FRONT_PROXIES', addresses, () =>
      stack.deploy('update', '--version', version),
    );
    await load.end();
    await stack.compose('up', '--detach', '--no-deps', '--wait', 'nginx');
    expect([code, output]).toEqual([0, expect.stringContaining('replacing it, which takes some seconds')]);
    expect(await containerOf(stack, 'nginx')).not.toBe(container);
    const times = load.failures.map(({ at }) => at.getTime());
    const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
    console.log(`${load.requests} requests, ${load.failures.length} refused within ${seconds.toFixed(2)} s`);
    const errors = [...new Set(load.failures.map(({ error }) => error))];
    expect(errors.filter((error) => !/ECONNREFUSED|ECONNRESET|socket hang up|disconnected before/.test(error))).toEqual(
      [],
    );
    // Two for what runs, and until it has started.
    expect(seconds).toBeLessThan(8);
  });
});

describe('an update', () => {
  it('begins with the process that does not serve, when one does not; so does going back', async () => {
    const [before, other] = [await stack.setting('VERSION'), await stack.setting('PREVIOUS_VERSION')];
    await stack.compose('kill', 'app-2');
    const { code, output } = await audience.during(() => stack.deploy('rollback'), { isOneDead: true });
    expect([code, output]).toEqual([0, expect.stringMatching(/Replacing app-2[^]+Replacing app-1/)]);
    await expectServing(stack, client, other);
    expect(await stack.setting('PREVIOUS_VERSION')).toBe(before);
  });

  it('that was cut off in the middle can be begun again', async () => {
    const [before, other] = [await stack.setting('VERSION'), await stack.setting('PREVIOUS_VERSION')];
    const cutAndBegin = async (): Promise<void> => {
      await cutOff(['update', '--version', other], 'Replacing app-2');
      expect(await stack.setting('VERSION')).toBe(before);
      const { code, output } = await stack.deploy('update', '--version', other);
      expect([code, output]).toEqual([0, expect.stringContaining(`Version ${other} serves`)]);
    };
    // The last that is done under load: what is missing comes after it.
    await audience.during(cutAndBegin, { requests: Math.max(0, requestsInAll - audience.requests) });
    await expectServing(stack, client, other);
  });

  it('is refused while another is at work', async () => {
    const version = await stack.setting('VERSION');
    const both = await Promise.all([1, 2].map(() => stack.deploy('update', '--version', version)));
    const [done, refused] = both.sort((a, b) => Number(a.code) - Number(b.code));
    expect([done?.code, refused?.code]).toEqual([0, 1]);
    expect(refused?.output).toBe('deploy: another deploy.sh is at work here: wait until it has ended\n');
    await expectServing(stack, client, version);
  });
});

/** Starts `deploy.sh` and kills it with everything it has started, as soon as it says something. */
async function cutOff(args: readonly string[], atWords: string): Promise<void> {
  const environment = { ...process.env, COMPOSE_PROJECT_NAME: stack.place.project };
  const program = join(stack.checkoutPath, 'scripts/deploy.sh');
  const child = spawn(program, args, { detached: true, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  const closed = once(child, 'close');
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.includes(atWords) && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  await closed;
  expect(output).toContain(atWords);
}

async function assetsOfPage(): Promise<string[]> {
  const { text } = await client.call('GET', '/');
  return [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '').sort();
}
