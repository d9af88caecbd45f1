import { expect } from 'vitest';
import type { HttpsClient } from './https-client.js';
import type { Stack } from './stack.js';

/** Both processes are of this version, healthy and ready, and the script says so. */
export async function expectServing(stack: Stack, client: HttpsClient, version: string): Promise<void> {
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
