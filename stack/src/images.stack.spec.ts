import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { outcomeOf, run } from './run.js';
import { Stack } from './stack.js';

const stack = new Stack(inject('place'));
const root = join(import.meta.dirname, '../..');

/** The image that a service runs. */
const imageOf = async (service: string): Promise<string> =>
  (await run('docker', ['inspect', '--format', '{{.Config.Image}}', `${inject('place').project}-${service}-1`])).trim();
const sizeOf = async (image: string): Promise<number> =>
  Number(await run('docker', ['image', 'inspect', '--format', '{{.Size}}', image]));
/** Runs a command in a container of the image that sees no network and changes nothing. */
const inside = (image: string, ...command: readonly string[]): Promise<string> =>
  run('docker', ['run', '--rm', '--network', 'none', '--read-only', '--entrypoint', '', image, ...command]);

it('is at most 300 MB larger than what it is built on', async () => {
  const own = await sizeOf(await imageOf('app-1'));
  const base = await sizeOf('node:24-bookworm-slim');
  console.log(`The API's image: ${((own - base) / 1e6).toFixed(0)} MB above its base`);
  expect(own - base).toBeLessThan(300e6);
});

it('names in its bill of materials what is installed, and only that', async () => {
  const image = await imageOf('app-1');
  const installed = (await inside(image, 'node', '--eval', listPackages)).split('\n').filter((line) => line !== '');
  expect(installed.length).toBeGreaterThan(100);
  expect((await billOf(image)).sort()).toEqual([...new Set(installed)].sort());
});

it('holds no package with a serious known weakness, where the registry tells of them', async ({ skip }) => {
  const audit = ['audit', '--json', '--omit=dev', '--workspace', '@virtualcafe/api'];
  const { output } = await outcomeOf('npm', audit, { cwd: root });
  const counts = weaknessesIn(output);
  skip(counts === undefined, 'npm audit is not answered here');
  expect({ high: counts?.['high'], critical: counts?.['critical'] }).toEqual({ high: 0, critical: 0 });
});

it('holds nothing that only building and testing need', async () => {
  const image = await imageOf('app-1');
  // Some are needed by what runs as well: then the bill of materials names them.
  const needed = new Set((await billOf(image)).map((each) => each.slice(0, each.lastIndexOf('@'))));
  const manifests = await Promise.all(
    ['package.json', 'apps/api/package.json'].map(
      async (name) => JSON.parse(await readFile(join(root, name), 'utf8')) as Manifest,
    ),
  );
  const unneeded = manifests
    .flatMap(({ devDependencies }) => Object.keys(devDependencies))
    .filter((name) => !needed.has(name));
  expect(unneeded.length).toBeGreaterThan(8);
  const there = await inside(
    image,
    'sh',
    '-c',
    `ls -d ${unneeded.map((name) => `/app/node_modules/${name}`).join(' ')} 2>&1 | grep -v "No such file" || true`,
  );
  expect(there).toBe('');
});

it.each(['app-1', 'nginx'])('of %s holds no secret, neither in its files nor in its history', async (service) => {
  const image = await imageOf(service);
  const secrets = await secretsOfStack();
  expect(secrets.length).toBeGreaterThan(4);
  const told = [
    await run('docker', ['history', '--no-trunc', '--format', '{{.CreatedBy}}', image]),
    await run('docker', ['image', 'inspect', image]),
  ].join('\n');
  for (const secret of secrets) expect(told).not.toContain(secret);
  // What is searched for stands in a file: the arguments of a program are seen by everybody.
  const list = join(inject('place').folder, 'secrets-to-find');
  await writeFile(list, secrets.join('\n'), { mode: 0o600 });
  const search = `docker run --rm --user 0 --entrypoint '' ${image} tar -c -O --one-file-system / 2>/dev/null | grep -a -c -F -f ${list}`;
  const { output } = await outcomeOf('sh', ['-c', search]);
  await rm(list);
  expect(output.trim()).toBe('0');
});

it('runs as an ordinary user, with a file system that cannot be written to and without any capability', async () => {
  for (const service of ['app-1', 'app-2', 'nginx', 'db', 'redis', 'certbot']) {
    const container = `${inject('place').project}-${service}-1`;
    const [inspected] = JSON.parse(await run('docker', ['inspect', container])) as [Inspected];
    const { User } = inspected.Config;
    const { ReadonlyRootfs, CapDrop, SecurityOpt, Privileged } = inspected.HostConfig;
    expect({ service, User, ReadonlyRootfs, CapDrop, Privileged }).toEqual({
      service,
      User: expect.stringMatching(/^(?!0|root$).+/),
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      Privileged: false,
    });
    expect(SecurityOpt).toContain('no-new-privileges:true');
    expect(inspected.HostConfig.Memory).toBeGreaterThan(0);
    expect(Object.values(inspected.HostConfig.PortBindings ?? {}).length > 0).toBe(service === 'nginx');
  }
});

interface BillOfMaterials {
  readonly bomFormat: string;
  readonly components: readonly { readonly name: string; readonly group?: string; readonly version: string }[];
}

interface Audit {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly message?: string;
}

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Inspected {
  readonly Config: { readonly User: string };
  readonly HostConfig: {
    readonly ReadonlyRootfs: boolean;
    readonly CapDrop: readonly string[];
    readonly SecurityOpt: readonly string[];
    readonly Privileged: boolean;
    readonly Memory: number;
    readonly PortBindings: Readonly<Record<string, unknown>> | null;
  };
}

const workspaces = new Set(['api', 'contracts', 'world']);

/** Name and version of each component that the image's bill of materials names, but for our own. */
async function billOf(image: string): Promise<string[]> {
  const bill = JSON.parse(await inside(image, 'cat', '/app/sbom.cdx.json')) as BillOfMaterials;
  expect(bill.bomFormat).toBe('CycloneDX');
  return bill.components
    .filter(({ name, version }) => !(version === '0.1.0' && workspaces.has(name)))
    .map(({ name, group, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`);
}

/** How many `npm audit` found, by severity; nothing where the registry did not answer it. @throws Error when it said something else. */
function weaknessesIn(output: string): Readonly<Record<string, number>> | undefined {
  const report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Audit;
  if (report.metadata !== undefined) return report.metadata.vulnerabilities;
  if (report.message === undefined) throw new Error(`npm audit said something else: ${output}`);
  return undefined;
}

/** Every secret of this stack, as it would stand somewhere. */
async function secretsOfStack(): Promise<string[]> {
  const folder = join(stack.checkoutPath, 'deploy/secrets');
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.match(/[A-Za-z0-9]{40}/g) ?? []);
}

/** Prints name@version of each package in the image; for Node in there. */
const listPackages = `
  const { existsSync, readdirSync, readFileSync } = require('node:fs');
  const look = (folder) => {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      const path = folder + '/' + name;
      if (name.startsWith('@')) look(path);
      else if (!folder.endsWith('/@virtualcafe') && existsSync(path + '/package.json')) {
        const { name, version } = JSON.parse(readFileSync(path + '/package.json', 'utf8'));
        console.log(name + '@' + version);
        look(path + '/node_modules');
      }
    }
  };
  for (const place of ['', '/apps/api', '/packages/contracts', '/packages/world']) look('/app' + place + '/node_modules');
`;
