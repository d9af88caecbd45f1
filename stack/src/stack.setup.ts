import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Installed, installStack, removeStack } from './installation.js';

declare module 'vitest' {
  export interface ProvidedContext extends Installed {}
}

const { env } = process;
const names = {
  project: env['STACK_PROJECT'] ?? 'virtualcafe-stack',
  httpPort: Number(env['STACK_HTTP_PORT'] ?? 80),
  httpsPort: Number(env['STACK_HTTPS_PORT'] ?? 443),
  acmePort: Number(env['STACK_ACME_PORT'] ?? 14_000),
};
/** With `STACK_KEEP=1` a stack stays when its tests have ended, and is gone on with when there is one. */
const isKept = env['STACK_KEEP'] === '1';
const note = join(tmpdir(), `${names.project}.json`);

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const installed = (isKept ? await kept() : null) ?? (await installStack(names));
  provide('place', installed.place);
  provide('installation', installed.installation);
  if (isKept) await writeFile(note, JSON.stringify(installed));
  return () => (isKept ? Promise.resolve() : removeStack(installed.place));
}

async function kept(): Promise<Installed | null> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Installed;
  } catch {
    // There is none.
    return null;
  }
}
