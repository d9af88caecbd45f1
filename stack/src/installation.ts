import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

export interface Installed {
  readonly place: StackPlace;
  readonly installation: Installation;
}

/** What it is called, and its ports, unless the environment says others. */
export interface StackNames {
  readonly project: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly acmePort: number;
}

/**
 * Installs the product as its operator does, from a copy of this checkout and with a certificate of a certificate authority of its own.
 * @throws Error when no Docker Engine answers, or with what `deploy.sh` said; nothing is left then.
 */
export async function installStack({ project, httpPort, httpsPort, acmePort }: StackNames): Promise<Installed> {
  if ((await outcomeOf('docker', ['info'])).code !== 0)
    throw new Error('The stack needs a Docker Engine that answers (docker info)');
  const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-stack-'));
  const acmePlace = { folder: join(folder, 'acme'), name: `${project}-acme`, port: acmePort };
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
    await removeStack(place);
    throw error;
  }
}

/** Nothing of it is left, its data neither. */
export async function removeStack(place: StackPlace): Promise<void> {
  await new Stack(place).remove();
  await new AcmeServer(place.acme).stop();
}
