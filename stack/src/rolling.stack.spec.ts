import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { BrokenVersions } from './broken-versions.js';
import { CafeScene } from './cafe-scene.js';
import { trustThisMachine } from './front-proxy.js';
import { HttpsClient } from './https-client.js';
import { outcomeOf, run } from './run.js';
import { Stack } from './stack.js';
import { underLoad } from './under-load.js';

const stack = new Stack(inject('place'));
const { rootCertificate } = inject('installation');
const client = new HttpsClient(stack.place, rootCertificate);
const broken = new BrokenVersions(stack);
let scene: CafeScene;
let stopTrusting: () => Promise<void>;

beforeAll(async () => {
  stopTrusting = await trustThisMachine(stack);
  scene = await CafeScene.make(stack, rootCertificate);
});

beforeEach(() => scene.logIn());

afterAll(async () => {
  await stopTrusting();
  await broken.remove();
  scene.close();
  client.close();
});

it('brings in a new version under load without anybody noticing', async () => {
  const before = await stack.setting('VERSION');
  const assetsBefore = await assetsOfPage();
  const { code, output } = await underLoad(scene, 20_000, () =>
    withChange('apps/web/src/i18n/ko/home.ts', '오늘은 어느', `${new Date().toISOString()} 오늘은 어느`, () =>
      withChange(
        'apps/web/src/main.tsx',
        'import ',
        "(window as { version?: string }).version = 'next';\nimport ",
        () => stack.deploy('update'),
      ),
    ),
  );
  expect([code, output]).toEqual([0, expect.stringMatching(/Version \S+ serves/)]);
  const version = await stack.setting('VERSION');
  expect(version).not.toBe(before);
  expect(await stack.setting('PREVIOUS_VERSION')).toBe(before);
  await expectServing(version);
  const assets = await assetsOfPage();
  expect(assets).not.toEqual(assetsBefore);
  // Pages that are open ask for those of the version that they are of.
  for (const path of [...assets, ...assetsBefore])
    expect([path, (await client.call('GET', path)).status]).toEqual([path, 200]);
});

it('goes back and forth by hand, also after an update that brought nothing new', async () => {
  const newer = await stack.setting('VERSION');
  const older = await stack.setting('PREVIOUS_VERSION');
  await underLoad(scene, 0, async () => {
    expect((await stack.deploy('update', '--version', newer)).code).toBe(0);
    expect((await stack.deploy('rollback')).code).toBe(0);
  });
  await expectServing(older);
  expect((await stack.deploy('rollback')).code).toBe(0);
  await expectServing(newer);
});

describe('a version that is broken', () => {
  it.each([
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
    ],
    [
      'has a migration that fails',
      [
        'RUN mkdir prisma/migrations/20990101000000_broken',
        'RUN echo \'CREATE TABLE "Half" (id int); SELECT no_such_function();\' > prisma/migrations/20990101000000_broken/migration.sql',
      ],
      /no_such_function[^]+a migration failed: nothing was replaced/,
    ],
  ])('%s: it is taken back, and nobody notices', async (_what, instructions, said) => {
    const before = await stack.setting('VERSION');
    const previous = await stack.setting('PREVIOUS_VERSION');
    const version = await broken.make(...instructions);
    const { code, output } = await underLoad(scene, 0, () => stack.deploy('update', '--version', version));
    expect([code, output]).toEqual([1, expect.stringMatching(said)]);
    expect(output).toContain(`version ${before} serves`);
    expect(await stack.setting('PREVIOUS_VERSION')).toBe(previous);
    await expectServing(before);
    expect(await scene.query(`SELECT to_regclass('"Half"') IS NULL`)).toBe('t');
  });

  it('cannot be built: nothing is touched', async () => {
    const before = await stack.setting('VERSION');
    const { code, output } = await withChange('apps/api/src/main.ts', 'try {', 'try {{', () => stack.deploy('update'));
    expect([code, output]).toEqual([1, expect.stringMatching(/cannot be built: see above/)]);
    await expectServing(before);
  });
});

describe('an update', () => {
  it('begins with the process that does not serve, when one does not', async () => {
    const [before, other] = [await stack.setting('VERSION'), await stack.setting('PREVIOUS_VERSION')];
    await stack.compose('kill', 'app-2');
    const { code, output } = await underLoad(scene, 0, () => stack.deploy('update', '--version', other));
    expect([code, output]).toEqual([0, expect.stringMatching(/Replacing app-2[^]+Replacing app-1/)]);
    await expectServing(other);
    expect(await stack.setting('PREVIOUS_VERSION')).toBe(before);
  });

  it('that was cut off in the middle can be begun again', async () => {
    const [before, other] = [await stack.setting('VERSION'), await stack.setting('PREVIOUS_VERSION')];
    await underLoad(scene, 0, async () => {
      await cutOff(['update', '--version', other], 'Replacing app-2');
      expect(await stack.setting('VERSION')).toBe(before);
      const { code, output } = await stack.deploy('update', '--version', other);
      expect([code, output]).toEqual([0, expect.stringContaining(`Version ${other} serves`)]);
    });
    await expectServing(other);
  });

  it('is refused while another is at work', async () => {
    const version = await stack.setting('VERSION');
    const both = await Promise.all([1, 2].map(() => stack.deploy('update', '--version', version)));
    const [done, refused] = both.sort((a, b) => Number(a.code) - Number(b.code));
    expect([done?.code, refused?.code]).toEqual([0, 1]);
    expect(refused?.output).toBe('deploy: another deploy.sh is at work here: wait until it has ended\n');
    await expectServing(version);
  });

  it('is refused on a disk that is nearly full', async () => {
    const version = await stack.setting('VERSION');
    const small = join(stack.place.folder, 'small-disk');
    await mkdir(small, { recursive: true });
    await run('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', small]);
    try {
      for (const part of ['scripts', 'deploy'])
        await cp(join(stack.checkoutPath, part), join(small, part), { recursive: true });
      const { code, output } = await outcomeOf(join(small, 'scripts/deploy.sh'), ['update'], {
        environment: { COMPOSE_PROJECT_NAME: stack.place.project },
      });
      expect([code, output]).toEqual([
        1,
        expect.stringMatching(/^deploy: only \d+ MB are free on the disk of .*: 3 GB/),
      ]);
    } finally {
      await run('umount', [small]);
    }
    await expectServing(version);
  });

  it.each([
    [['--version'], 'say after --version which'],
    [['--version', '../x'], 'say after --version which'],
  ])('says what is wrong with %j', async (args, said) => {
    expect(await stack.deploy('update', ...args)).toEqual({ code: 1, output: expect.stringContaining(said) });
  });
});

/** Does something while a file of the checkout says something else. */
async function withChange<Result>(
  file: string,
  from: string,
  to: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const path = join(stack.checkoutPath, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain "${from}"`);
  await writeFile(path, text.replace(from, to));
  try {
    return await work();
  } finally {
    await writeFile(path, text);
  }
}

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

/** Both processes are of this version, healthy and ready, and the script says so. */
async function expectServing(version: string): Promise<void> {
  expect(await stack.setting('VERSION')).toBe(version);
  const { code, output } = await stack.deploy('status');
  expect([code, output]).toEqual([0, expect.stringContaining(`${stack.origin}, version ${version}\n`)]);
  const running = await stack.compose('ps', '--format', '{{.Service}} {{.Image}} {{.Health}}', 'app-1', 'app-2');
  const image = `virtualcafe/api:${version} healthy`;
  expect(running.trim().split('\n').sort()).toEqual([`app-1 ${image}`, `app-2 ${image}`]);
  for (let asked = 0; asked < 4; asked += 1) {
    const { status, text } = await client.call('GET', '/api/health/ready');
    expect([status, text]).toEqual([200, expect.any(String)]);
  }
}
