import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { AlertSink } from './alert-sink.js';
import { withBlockedChallenges } from './challenge-block.js';
import { HttpsClient } from './https-client.js';
import { outcomeOf, run } from './run.js';
import { Stack } from './stack.js';
import { until } from './until.js';

const place = inject('place');
const stack = new Stack(place);
const client = new HttpsClient(place, inject('installation').rootCertificate);
const deployPath = join(stack.checkoutPath, 'deploy');
const environment = { COMPOSE_PROJECT_NAME: place.project };
let sink: AlertSink;

const container = (service: string): string => `${place.project}-${service}-1`;
beforeAll(async () => {
  sink = await AlertSink.listen();
  await hurry();
  const settings = join(deployPath, '.env');
  const before = (await readFile(settings, 'utf8')).replace(/^ALERT_WEBHOOK_URL=.*\n/m, '');
  await writeFile(settings, `${before}ALERT_WEBHOOK_URL=${sink.url}\n`);
  await run(join(stack.checkoutPath, 'scripts/monitoring.sh'), ['on'], { environment });
});

afterAll(async () => {
  await run(join(stack.checkoutPath, 'scripts/monitoring.sh'), ['off'], { environment });
  // Others want the checkout as it is committed.
  await run('git', ['checkout', '--quiet', '--', 'deploy/monitoring'], { cwd: stack.checkoutPath });
  await sink.close();
  client.close();
});

it('scrapes every target', async () => {
  const up = await until(async () => {
    const listed = Object.fromEntries(
      (await query('up')).map(({ metric, value }) => [metric['instance'] ?? '', value]),
    );
    return Object.keys(listed).length === 8 && Object.values(listed).every((value) => value === 1) ? listed : undefined;
  });
  expect(Object.keys(up).sort()).toEqual([
    'alertmanager',
    'app-1',
    'app-2',
    'db',
    'host',
    'nginx',
    'prometheus',
    'redis',
  ]);
});

it('has rules that pass their own tests, each alert its own', async () => {
  const image = (await run('docker', ['inspect', '--format', '{{.Config.Image}}', container('prometheus')])).trim();
  // As they are in the repository, with all their patience.
  const rules = join(import.meta.dirname, '../../deploy/monitoring/prometheus');
  const promtool = ['run', '--rm', '--volume', `${rules}:/rules:ro`, '--entrypoint', '/bin/sh', image, '-c'];
  expect(await run('docker', [...promtool, 'promtool test rules /rules/tests/*.yml'])).toContain('SUCCESS');
});

it('tells of a process that is down, and that it is back', async () => {
  await run('docker', ['stop', container('app-2')]);
  try {
    const alert = await until(async () => sink.find('AppDown', 'firing', { instance: 'app-2' }));
    expect(alert.annotations['runbook']).toContain('docs/operations/monitoring.md');
    // The other serves meanwhile.
    expect((await client.call('GET', '/api/health/ready')).status).toBe(200);
  } finally {
    await run('docker', ['start', container('app-2')]);
  }
  await until(async () => sink.find('AppDown', 'resolved', { instance: 'app-2' }));
});

it('tells that answers fail', async () => {
  await stack.query('ALTER TABLE "Region" RENAME TO "Region_gone"');
  try {
    const alert = await until(async () => {
      // Not what is kept: each of them is made anew.
      const asked = Array.from({ length: 10 }, (_, index) => client.call('GET', `/api/v1/cafes?page=${index + 1}`));
      expect((await Promise.all(asked)).some(({ status }) => status >= 500)).toBe(true);
      return sink.find('HttpErrors', 'firing');
    });
    expect(alert.labels['severity']).toMatch(/warning|critical/);
  } finally {
    await stack.query('ALTER TABLE "Region_gone" RENAME TO "Region"');
  }
  expect((await client.call('GET', '/api/v1/cafes?page=99')).status).toBe(200);
});

it('tells that a certificate cannot be renewed', async () => {
  const renew = ['exec', container('certbot'), '/bin/sh', '/etc/virtualcafe/renew.sh'];
  const { code } = await withBlockedChallenges(place, () => outcomeOf('docker', [...renew, 'force']));
  expect(code).toBe(1);
  await until(async () => sink.find('CertificateRenewalFailed', 'firing', { domain: place.domain }));
  expect((await outcomeOf('docker', [...renew, 'force'])).code).toBe(0);
  await until(async () => sink.find('CertificateRenewalFailed', 'resolved', { domain: place.domain }));
});

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

async function query(expression: string): Promise<Sample[]> {
  const asked = ['promtool', 'query', 'instant', '--format', 'json', 'http://127.0.0.1:9090', expression];
  const text = await run('docker', ['exec', container('prometheus'), ...asked]);
  return (JSON.parse(text) as { metric: Record<string, string>; value: [number, string] }[]).map(
    ({ metric, value }) => ({
      metric,
      value: Number(value[1]),
    }),
  );
}

/** The same rules, without the patience that saves an operator from being told of what passes by itself. */
async function hurry(): Promise<void> {
  const prometheus = join(deployPath, 'monitoring/prometheus');
  const rules = (await readdir(join(prometheus, 'rules'))).map((name) => join('rules', name));
  for (const name of ['prometheus.yml', ...rules])
    await replace(join(prometheus, name), /(for|interval): \d+[smh]/g, '$1: 2s');
  await replace(join(prometheus, 'prometheus.yml'), /scrape_timeout: \d+s/, 'scrape_timeout: 2s');
  const route = join(deployPath, 'monitoring/alertmanager/alertmanager.yml.template');
  await replace(route, /(group_wait|group_interval): \d+[sm]/g, '$1: 1s');
}

async function replace(file: string, pattern: RegExp, replacement: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(pattern, replacement));
}
