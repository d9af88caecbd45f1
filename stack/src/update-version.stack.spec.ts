import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withChanges, withSetting } from './changed-checkout.js';
import { HttpsClient } from './https-client.js';
import { ImageRegistry } from './image-registry.js';
import { outcomeOf, run } from './run.js';
import { expectServing } from './serving.js';
import { Stack } from './stack.js';

const stack = new Stack(inject('place'));
const client = new HttpsClient(stack.place, inject('installation').rootCertificate);

afterAll(() => client.close());

it('builds the version that it is told if the checkout is just that', async () => {
  const before = await stack.setting('VERSION');
  const inCheckout = (...args: readonly string[]): Promise<string> =>
    run('git', ['-c', 'user.name=S', '-c', 'user.email=s@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: stack.checkoutPath,
    });
  await inCheckout('commit', '--quiet', '--no-verify', '--allow-empty', '--message', 'The next');
  const commit = (await inCheckout('rev-parse', '--short=12', 'HEAD')).trim();
  const changed = await withChanges(stack, [['README.md', '#', '##']], () =>
    stack.deploy('update', '--version', commit),
  );
  expect([changed.code, changed.output]).toEqual([1, expect.stringContaining(`differ from commit ${commit}`)]);
  expect(await stack.setting('VERSION')).toBe(before);
  const { code, output } = await stack.deploy('update', '--version', commit);
  expect([code, output]).toEqual([0, expect.stringContaining(`Building version ${commit}`)]);
  await expectServing(stack, client, commit);
});

it('does not take the checkout for another version', async () => {
  const before = await stack.setting('VERSION');
  for (const version of ['v1.2.3', '0123456789ab']) {
    const { code, output } = await stack.deploy('update', '--version', version);
    expect([code, output]).toEqual([1, expect.stringContaining(`no images of version ${version} here, and`)]);
    expect(output).not.toContain('Building');
  }
  await expectServing(stack, client, before);
});

describe('with a registry', () => {
  let registry: ImageRegistry;
  const version = 'v1.0.0';
  const names = ['api', 'web'].map((name) => `shop/${name}:${version}`);
  const listed = async (): Promise<string> => run('docker', ['image', 'ls', '--quiet', `${registry.host}/shop/*`]);
  const update = (args: readonly string[]) =>
    withSetting(stack, 'API_IMAGE', `${registry.host}/shop/api`, () =>
      withSetting(stack, 'WEB_IMAGE', `${registry.host}/shop/web`, () => stack.deploy('update', ...args)),
    );

  beforeAll(async () => {
    // Images that nothing can be done with: what is shown is that they come from there.
    for (const name of names) await run('docker', ['build', '--quiet', '--tag', name, '-'], { input: emptyImage });
    registry = await ImageRegistry.offer(names);
    await run('docker', ['image', 'rm', ...names]);
  });

  afterAll(async () => {
    await outcomeOf('docker', ['image', 'rm', ...names.map((name) => `${registry.host}/${name}`)]);
    await registry.close();
  });

  it('takes a version from there that is not here', async () => {
    const before = await stack.setting('VERSION');
    const { code, output } = await update(['--version', version]);
    expect([code, output]).toEqual([1, expect.stringContaining(`Taking version ${version} from the registry`)]);
    expect(output).toContain(`nginx would not start as version ${version} sets it up`);
    expect(output).not.toContain('Building');
    expect((await listed()).trim().split('\n')).toHaveLength(2);
    expect((await update(['--version', version])).output).toContain(`Version ${version} is here already`);
    await expectServing(stack, client, before);
  });

  it('says so when it is not there either', async () => {
    const before = await stack.setting('VERSION');
    const { code, output } = await update(['--version', 'v2.0.0']);
    expect([code, output]).toEqual([1, expect.stringContaining('cannot be had from the registry (see above)')]);
    expect(output).not.toContain('Building');
    await expectServing(stack, client, before);
  });
});

const emptyImage = 'FROM scratch\nCOPY <<END /read-me\nNothing runs in here.\nEND\nCMD ["/nothing"]\n';

it('is not begun on a disk that is nearly full', async () => {
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
    expect([code, output]).toEqual([1, expect.stringMatching(/^deploy: only \d+ MB are free on the disk of .*: 3 GB/)]);
  } finally {
    await run('umount', [small]);
  }
  await expectServing(stack, client, version);
});

it.each([
  [['--version'], 'say after --version which'],
  [['--version', '../x'], 'say after --version which'],
])('says what is wrong with %j', async (args, said) => {
  expect(await stack.deploy('update', ...args)).toEqual({ code: 1, output: expect.stringContaining(said) });
});
