import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { AcmeServer } from './acme-server.js';
import { copyCheckout } from './checkout-copy.js';
import { outcomeOf } from './run.js';
import { Stack, type StackPlace } from './stack.js';

export interface Installation {
  /** What `deploy.sh init` said, and how long it took from a fresh checkout, building included. */
  readonly output: string;
  readonly seconds: number;
  /** PEM. */
  readonly rootCertificate: string;
}

interface Installed {
  readonly place: StackPlace;
  readonly installation: Installation;
}

declare module 'vitest' {
  export interface ProvidedContext extends Installed {}
}

const { env } = process;
const project = env['STACK_PROJECT'] ?? 'virtualcafe-stack';
/** With `STACK_KEEP=1` a stack stays when its tests have ended, and is gone on with when there is one. */
const isKept = env['STACK_KEEP'] === '1';
const note = join(tmpdir(), `${project}.json`);

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if ((await outcomeOf('docker', ['info'])).code !== 0)
    throw new Error('The stack test needs a Docker Engine that answers (docker info)');
  const installed = (isKept ? await kept() : null) ?? (await install());
  provide('place', installed.place);
  provide('installation', installed.installation);
  if (isKept) await writeFile(note, JSON.stringify(installed));
  return () => (isKept ? Promise.resolve() : remove(installed.place));
}

async function kept(): Promise<Installed | null> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Installed;
  } catch {
    // There is none.
    return null;
  }
}

async function install(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-stack-'));
  const httpPort = Number(env['STACK_HTTP_PORT'] ?? 80);
  const httpsPort = Number(env['STACK_HTTPS_PORT'] ?? 443);
  const acmePlace = {
    folder: join(folder, 'acme'),
    name: `${project}-acme`,
    port: Number(env['STACK_ACME_PORT'] ?? 14_000),
  };
  const place: StackPlace = { folder, project, domain: 'cafe.test', httpPort, httpsPort, acme: acmePlace };
  const stack = new Stack(place);
  const acme = new AcmeServer(acmePlace);
  // What a run that was cut off has left.
  await stack.remove();
  try {
    await acme.start(place.domain, httpPort);
    await copyCheckout(join(import.meta.dirname, '../..'), stack.checkoutPath);
    const beganAt = performance.now();
    const output = await stack.install(acme, 'owner@cafe.test');
    const seconds = (performance.now() - beganAt) / 1000;
    console.log(`Installed in ${seconds.toFixed(0)} s`);
    return { place, installation: { output, seconds, rootCertificate: await acme.rootCertificate() } };
  } catch (error) {
    await remove(place);
    throw error;
  }
}

async function remove(place: StackPlace): Promise<void> {
  await new Stack(place).remove();
  await new AcmeServer(place.acme).stop();
}
