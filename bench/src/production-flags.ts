import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../../apps/api/package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};

/** What Node is started with in production: of the API's `start`. */
export const productionFlags: readonly string[] = manifest.scripts.start
  .split(' ')
  .filter((part) => part.startsWith('--'));
