import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerOf } from '@virtualcafe/stack/app-view';
import { trustThisMachine } from '@virtualcafe/stack/front-proxy';
import { type Installed, installStack, removeStack } from '@virtualcafe/stack/installation';
import { Stack } from '@virtualcafe/stack/stack';
import { ThrowAwayNginx } from '@virtualcafe/stack/throw-away-nginx';
import { assertTools, loadCore } from './load.js';
import { type Pledge, reportRatios } from './pledged-ratios.js';
import { median, type Row, table } from './report.js';
import { BareNginx } from './stack/bare-nginx.js';
import { Front, moveToCore } from './stack/front.js';
import { fillSite, type Site } from './stack/site.js';

// What the edge costs and what it saves, on a Docker Engine: everything that answers visitors shares one core, the visitors, PostgreSQL and
// Redis the other. The limits are as in production: the load comes from some ten thousand addresses.

const cafes = Number(process.env.BENCH_CAFES ?? 2000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const names = { project: 'virtualcafe-bench', httpPort: 8380, httpsPort: 8743, acmePort: 14_300 };

/** One thing that is loaded: who answers, what is asked, and how. */
interface Contestant {
  readonly name: string;
  readonly front: Front;
  readonly path: string;
  readonly headers: readonly string[];
}

const pledges: Pledge[] = [
  { ours: 'list, kept by nginx', rival: 'list, not kept by nginx', least: 5 },
  { ours: 'script', rival: 'script, bare nginx', least: 0.8 },
  { ours: 'photo', rival: 'photo, bare nginx', least: 0.8 },
  { ours: 'account, by nginx', rival: 'account, direct', least: 0.7 },
  { ours: 'list, by nginx', rival: 'list, direct' },
];

await assertTools(['wrk', 'taskset', 'unshare']);
const installed = await installStack(names);
const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-bench-'));
const stack = new Stack(installed.place);
const leftovers: { remove(): Promise<void> }[] = [];
try {
  report(await measure(await contestantsOf(installed)));
} finally {
  for (const each of leftovers) await each.remove();
  await removeStack(installed.place);
  await rm(folder, { recursive: true, force: true });
}

async function contestantsOf(stackThere: Installed): Promise<Contestant[]> {
  console.log(`Putting ${cafes} cafés into the stack ...`);
  const site = await fillSite(stackThere, cafes);
  await trustThisMachine(stack);
  for (const service of ['db', 'redis']) await moveToCore(await containerOf(stack, service), loadCore);
  for (const service of ['app-1', 'app-2']) await at(await containerOf(stack, service));
  const nginx = await at(await containerOf(stack, 'nginx'));
  const keepless = await at(await startKeepless());
  const bare = await at(await startBare(site));
  const app = (await at(await containerOf(stack, 'app-1'))).plain;
  // As browsers ask.
  const browser = ['Accept-Encoding: gzip, deflate, br, zstd'];
  const member = [...browser, `Authorization: Bearer ${site.token}`];
  return [
    { name: 'list, kept by nginx', front: nginx, path: site.list, headers: browser },
    { name: 'list, not kept by nginx', front: keepless, path: site.list, headers: browser },
    { name: 'list, by nginx', front: nginx, path: site.list, headers: member },
    { name: 'list, direct', front: app, path: site.list, headers: member },
    { name: 'account, by nginx', front: nginx, path: '/api/v1/auth/me', headers: member },
    { name: 'account, direct', front: app, path: '/api/v1/auth/me', headers: member },
    { name: 'script', front: nginx, path: site.script, headers: browser },
    { name: 'script, bare nginx', front: bare, path: site.script, headers: browser },
    { name: 'photo', front: nginx, path: site.photo, headers: browser },
    { name: 'photo, bare nginx', front: bare, path: site.photo, headers: browser },
  ];
}

function at(container: string): Promise<Front> {
  return Front.at(container, installed.place.domain, folder);
}

/** The stack's own nginx, but that it keeps no answers. @throws Error when its configuration has no such line any more. */
async function startKeepless(): Promise<string> {
  const file = 'snippets/site.conf';
  const text = await readFile(join(stack.checkoutPath, 'deploy/nginx', file), 'utf8');
  const without = text.replace('proxy_cache public;', 'proxy_cache off;');
  if (without === text) throw new Error(`${file} does not say "proxy_cache public;"`);
  const TRUSTED_PROXIES = await stack.setting('FRONT_PROXIES');
  const nginx = await ThrowAwayNginx.start(stack, { files: { [file]: without }, environment: { TRUSTED_PROXIES } });
  leftovers.push(nginx);
  return nginx.container;
}

async function startBare({ script, photo }: Site): Promise<string> {
  const files = new Map([
    [script, `/var/lib/virtualcafe/web${script}`],
    [`${script}.gz`, `/var/lib/virtualcafe/web${script}.gz`],
    [photo, `/var/lib/virtualcafe${photo}`],
  ]);
  const nginx = await BareNginx.start(stack, folder, files);
  leftovers.push(nginx);
  return nginx.container;
}

/** Requests per second of each, round by round. */
async function measure(contestants: readonly Contestant[]): Promise<Map<string, number[]>> {
  const rates = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, front, path, headers } of contestants) {
      const { requestsPerSecond } = await front.load(path, headers, round === 0 ? 1 : seconds);
      // The first round only warms up.
      if (round > 0) rates.get(name)?.push(requestsPerSecond);
    }
    console.log(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds} done.`);
  }
  return rates;
}

function report(rates: ReadonlyMap<string, readonly number[]>): void {
  const rows = [...rates].map(([name, each]): Row => [name, median(each).toFixed(0)]);
  console.log(table(['served', 'requests/s (median)'], rows));
  reportRatios(pledges, rates);
}
