import { expect, inject, it } from 'vitest';
import { HttpsClient } from './https-client.js';
import { run } from './run.js';
import { adminId, Stack } from './stack.js';

const place = inject('place');
const installation = inject('installation');
const stack = new Stack(place);
const client = new HttpsClient(place, installation.rootCertificate);

it('is open after one command, with a certificate that browsers believe', async () => {
  expect(installation.output).toContain(`VirtualCafe is open:   ${stack.origin}`);
  const page = await client.call('GET', '/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('<div id="root"></div>');
  expect((await client.call('GET', '/api/health/ready')).status).toBe(200);
});

it('has a first administrator, whose password was never printed', async () => {
  const password = await stack.adminPassword();
  expect(installation.output).not.toContain(password);
  const body = JSON.stringify({ loginId: adminId, password });
  expect((await client.call('POST', '/api/v1/auth/login', { body })).status).toBe(200);
});

it('keeps its secrets in files that only their users can read, and out of images and settings', async () => {
  const modes = await run('stat', ['-c', '%a %n', ...(await secretFiles())]);
  for (const line of modes.trim().split('\n')) expect(line).toMatch(/^600 /);
  const inspected = await stack.compose('config');
  for (const file of await secretFiles()) {
    const secret = (await run('cat', [file])).trim().split('\n')[0] ?? '';
    // The mail server's is empty where that asks for none.
    if (secret === '' && file.endsWith('/smtp_password')) continue;
    expect(secret.length).toBeGreaterThan(10);
    expect(inspected).not.toContain(secret);
    expect(installation.output).not.toContain(secret);
  }
});

it('can be installed again: nothing is lost, nothing made anew', async () => {
  const before = await run('sha256sum', await secretFiles());
  const { code, output } = await stack.deploy('init', '--domain', place.domain, '--email', 'owner@cafe.test');
  expect([code, output]).toEqual([0, expect.stringContaining('VirtualCafe is open')]);
  expect(await run('sha256sum', await secretFiles())).toBe(before);
  expect((await client.call('GET', '/')).status).toBe(200);
});

it.each([
  [['init', '--domain', 'no such name', '--email', 'owner@cafe.test'], 'say --domain'],
  [['init', '--domain', 'cafe.test', '--email', 'nobody'], 'say --email'],
  [['init', '--domian', 'cafe.test'], 'init knows no "--domian"'],
  [['update', '--now'], 'update knows no "--now"'],
])('says what is wrong with %j', async (args, said) => {
  const { code, output } = await stack.deploy(...args);
  expect([code, output]).toEqual([1, expect.stringContaining(said)]);
  expect((await client.call('GET', '/api/health/ready')).status).toBe(200);
});

async function secretFiles(): Promise<string[]> {
  const listed = await run('find', [`${stack.checkoutPath}/deploy/secrets`, '-type', 'f']);
  return listed.trim().split('\n').sort();
}
