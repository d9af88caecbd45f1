import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'node:tls';
import { afterAll, expect, inject, it } from 'vitest';
import { withBlockedChallenges } from './challenge-block.js';
import { HttpsClient } from './https-client.js';
import { type Outcome, outcomeOf } from './run.js';
import { until } from './until.js';

const place = inject('place');
const { rootCertificate } = inject('installation');
const client = new HttpsClient(place, rootCertificate);

afterAll(() => client.close());

const renew = (how: 'once' | 'force'): Promise<Outcome> =>
  outcomeOf('docker', ['exec', `${place.project}-certbot-1`, '/bin/sh', '/etc/virtualcafe/renew.sh', how]);

/** What the certificate that is shown just now is told from others by. @throws Error when it cannot be believed. */
function shownCertificate(): Promise<string> {
  const { domain, httpsPort } = place;
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: httpsPort, servername: domain, ca: rootCertificate };
    const socket = connect(options, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

it('renews while people come, and nobody notices', async () => {
  const before = await shownCertificate();
  const load = new Load();
  const running = load.run();
  try {
    const { code, output } = await renew('force');
    expect([code, output]).toEqual([0, expect.stringContaining('certificate.issued')]);
    const after = await until(async () => {
      const shown = await shownCertificate();
      return shown === before ? undefined : shown;
    });
    expect(after).not.toBe(before);
    // What was opened before the new certificate came still gets its answers.
    await delay(2000);
  } finally {
    load.stop();
    await running;
  }
  console.log(`${load.answers} answers while the certificate was renewed, ${load.faults.length} failed`);
  expect(load.faults).toEqual([]);
  expect(load.answers).toBeGreaterThan(200);
});

it('keeps the old one when the name cannot be shown to be ours, and says so', async () => {
  const before = await shownCertificate();
  const { code, output } = await withBlockedChallenges(place, () => renew('force'));
  expect([code, output]).toEqual([1, expect.stringContaining('"event":"certificate.failed"')]);
  expect(await shownCertificate()).toBe(before);
  expect((await client.call('GET', '/')).status).toBe(200);
});

it('asks for none while more than a third of the time is left', async () => {
  const before = await shownCertificate();
  expect((await renew('once')).code).toBe(0);
  expect(await shownCertificate()).toBe(before);
});

/** People who ask for pages one after the other, some over connections that are kept and some over new ones. */
class Load {
  answers = 0;
  readonly faults: string[] = [];
  private isOver = false;

  async run(): Promise<void> {
    await Promise.all([this.ask(() => client), this.ask(() => new HttpsClient(place, rootCertificate))]);
  }

  stop(): void {
    this.isOver = true;
  }

  private async ask(clientFor: () => HttpsClient): Promise<void> {
    while (!this.isOver) {
      const asking = clientFor();
      try {
        const { status } = await asking.call('GET', '/api/v1/regions');
        this.answers += 1;
        if (status !== 200) this.faults.push(String(status));
      } catch (error) {
        this.faults.push(String(error));
      }
      if (asking !== client) asking.close();
      // Below what nginx takes from one address.
      await delay(40);
    }
  }
}
